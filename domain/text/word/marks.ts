/** The bookmarks by which the parts of a text are known again when its Word file comes back. */
import type { Language } from '#domain/parties/localised.ts'
import { toHex, toUtf8 } from '#domain/record/bytes.ts'
import { sha256 } from '#domain/record/sha256.ts'

// Word takes bookmark names of at most 40 letters, digits and underscores that begin with a letter (ECMA-376, 17.13.6.2).
const pattern = /^pc_([0-9a-f]{12})_([0-9a-z]{1,6})_([0-9a-f]{6})_([A-Za-z0-9_]{2,10})$/

/** A clause as a bookmark names it: a digest of its id, for the id itself may be too long. */
export const clauseDigest = (clause: string): string => toHex(sha256(toUtf8(clause))).slice(0, 12)

/** A digest of everything a cell prints: whether the words of a file are those it was written with. */
export const wordsDigest = (printed: string): string =>
  toHex(sha256(toUtf8(printed.replace(/\p{Surrogate}/gu, '\uFFFD')))).slice(0, 6)

/** The bookmark around a cell, which prints these words of a clause in one language. */
export const clauseMark = (clause: string, wording: number, language: Language, printed: string): string =>
  `pc_${clauseDigest(clause)}_${wording.toString(36)}_${wordsDigest(printed)}_${language.replaceAll('-', '_').slice(0, 10)}`

/** What a bookmark says: which clause, in which wording, in which language, and the digest of what was printed. */
export interface ClauseMark {
  readonly digest: string
  readonly wording: number
  readonly printed: string
  readonly language: Language
}

/** Reads the bookmark of a clause; null for every other bookmark. */
export const readClauseMark = (name: string): ClauseMark | null => {
  const found = pattern.exec(name)
  if (!found) return null
  const [, digest = '', wording = '', printed = '', language = ''] = found
  return { digest, wording: Number.parseInt(wording, 36), printed, language: language.replaceAll('_', '-') }
}

/** The bookmark of a paragraph that is not of the text itself, such as the printed title. */
export const outsideMark = (n: number): string => `px_${n}`

/** True for such a bookmark. */
export const isOutsideMark = (name: string): boolean => /^px_\d+$/.test(name)

/** The bookmark that says when a file was written: all its own insertions and deletions bear that moment. */
export const stampMark = (at: string): string => `pd_${Math.floor(Date.parse(at) / 1000).toString(36)}`

/** That moment in seconds since 1970; null for every other bookmark. */
export const readStampMark = (name: string): number | null => {
  const found = /^pd_([0-9a-z]{1,10})$/.exec(name)
  return found ? Number.parseInt(found[1] ?? '', 36) : null
}
