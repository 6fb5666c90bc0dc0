/** Making a version: of the text as it stands, or of an earlier version with an error corrected. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language, Localised } from '#domain/parties/localised.ts'
import { sha256 } from '#domain/record/sha256.ts'
import { passageHashes } from '../canonical.ts'
import type { Clause } from '../clause.ts'
import { isConcordant } from '../consent.ts'
import { type ClauseStatus, statusOf } from '../status.ts'
import { anchorageOf, inReadingOrder } from '../text.ts'
import { areClean, type Leaf, leavesOf } from './leaf.ts'
import { hashOfRecord, type Leaves, recordOf, type VersionRecord } from './record.ts'
import type { Consent, Correction, Version } from './version.ts'

/** The words of a version and what was said of them: everything but who froze it, when and where. */
export interface Frozen {
  readonly record: VersionRecord
  readonly hash: string
  readonly leaves: Leaves
  readonly consent: Consent
  readonly clean: boolean
  readonly concordant: boolean
}

/** The text from which a version is made. */
export interface Source {
  readonly room: string
  readonly title: Localised
  readonly languages: readonly Language[]
  readonly parties: readonly string[]
  readonly clauses: readonly Clause[]
}

/** The version before, if there is one. */
export type Before = { readonly number: number; readonly hash: string } | null

/** A clause that is in the text, and how it stands. */
interface Standing {
  readonly clause: Clause
  readonly status: ClauseStatus
}

const standings = ({ clauses, parties }: Pick<Source, 'clauses' | 'parties'>): readonly Standing[] => {
  const known = new Map(clauses.map((clause) => [clause.id, clause]))
  const find = (id: string): Clause | undefined => known.get(id)
  return inReadingOrder({ clauses }).map(({ clause }) => ({
    clause,
    status: statusOf(clause, anchorageOf(clause, find), parties),
  }))
}

const isAgreed = ({ status }: Standing): boolean => status === 'agreed' || status === 'ad-referendum'

const consentOf = (all: readonly Standing[]): Consent => {
  if (all.length === 0 || !all.every(isAgreed)) return 'none'
  return all.every(({ status }) => status === 'agreed') ? 'agreed' : 'ad-referendum'
}

/**
 * The version of the text as it stands, or of the part of it that is agreed; numbers are those of the whole text.
 * Same text, same number, same version before: same hash, whoever computes it.
 */
export const freeze = (source: Source, before: Before, part?: 'agreed'): Frozen => {
  const { room, title, languages, parties } = source
  const chosen = standings(source).filter((each) => part === undefined || isAgreed(each))
  const ids = new Set(chosen.map(({ clause }) => clause.id))
  const leaves = Object.fromEntries(
    languages.map((language) => [
      language,
      leavesOf(source, language).filter(({ clause }) => ids.has(clause)),
    ]),
  )
  const heading = {
    ...{ text: room, title, languages, ...(part === undefined ? {} : { part }) },
    ...{ number: (before?.number ?? 0) + 1, previous: before?.hash ?? null },
  }
  const record = recordOf(heading, leaves, sha256)
  const concordant = chosen.every(({ clause }) => isConcordant(clause, passageHashes(clause), parties))
  return {
    ...{ record, hash: hashOfRecord(record, sha256), leaves },
    ...{ consent: consentOf(chosen), clean: areClean(leaves), concordant },
  }
}

const occurrences = (words: string, part: string): number => words.split(part).length - 1

const mended = (leaf: Leaf, { from, to }: Correction): Leaf | null => {
  const runs = (leaf.words ?? []).filter((piece) => typeof piece === 'string')
  if (from === '' || runs.reduce((sum, run) => sum + occurrences(run, from), 0) !== 1) return null
  const words = (leaf.words ?? []).map((piece) =>
    typeof piece === 'string' ? piece.split(from).join(to).normalize('NFC') : piece,
  )
  return { ...leaf, words: words.filter((piece) => piece !== '') }
}

/** The leaves with these corrections made one after the other; the first that cannot be made, otherwise. */
const mendedLeaves = (leaves: Leaves, corrections: readonly Correction[]): Outcome<Leaves> => {
  let now = leaves
  for (const correction of corrections) {
    const { clause, language } = correction
    const own = now[language] ?? []
    const at = own.findIndex((leaf) => leaf.clause === clause)
    const found = own[at]
    const next = found && mended(found, correction)
    if (!next) return refuse('version.words-not-found', { clause, words: correction.from })
    now = { ...now, [language]: own.with(at, next) }
  }
  return done(now)
}

/**
 * The version with its errors corrected, as a version of its own.
 * Refuses with `version.words-not-found` when the faulty words do not stand exactly once in their clause.
 */
export const correct = (
  faulty: Pick<Version, 'record' | 'hash' | 'leaves' | 'consent' | 'concordant'>,
  corrections: readonly Correction[],
  before: { readonly number: number; readonly hash: string },
): Outcome<Frozen> => {
  const leaves = mendedLeaves(faulty.leaves, corrections)
  if (!leaves.ok) return leaves
  const { text, title, languages, part } = faulty.record
  const heading = {
    ...{ text, title, languages, ...(part === undefined ? {} : { part }) },
    ...{ number: before.number + 1, previous: before.hash, corrects: faulty.hash },
  }
  const record = recordOf(heading, leaves.value, sha256)
  const { consent, concordant } = faulty
  const hash = hashOfRecord(record, sha256)
  return done({ record, hash, leaves: leaves.value, consent, concordant, clean: areClean(leaves.value) })
}
