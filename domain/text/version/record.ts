/** The record of a version: what is hashed, initialled and signed. Whoever has the words arrives at the same hash. */
import type { Language, Localised } from '#domain/parties/localised.ts'
import { toHex, toUtf8 } from '#domain/record/bytes.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import { appendLeaf, type CompactRange, emptyRange, rangeRoot } from '#domain/record/range.ts'
import { leafHash } from '#domain/record/tree.ts'
import type { Leaf } from './leaf.ts'

/** The name and number of this form of record. */
export const versionFormat = 'parley-version/1'

/** The leaves of a version, per language, in reading order. */
export type Leaves = Readonly<Record<Language, readonly Leaf[]>>

/** A version in a few lines. Its hash is SHA-256 over the canonical form (RFC 8785) of exactly these members. */
export interface VersionRecord {
  readonly format: typeof versionFormat
  /** The id of the room whose text it is. */
  readonly text: string
  /** It is cited as `SNT/Rev.NUMBER`. */
  readonly number: number
  /** The hash of the version before it; null for the first. */
  readonly previous: string | null
  /** Set on the correction of an error (VCLT 1969, art. 79): the hash of the version that it corrects. */
  readonly corrects?: string | undefined
  /** `agreed`: only the clauses that every party had agreed to at least ad referendum. It is initialled, never signed. */
  readonly part?: 'agreed' | undefined
  readonly title: Localised
  readonly languages: readonly Language[]
  /** How many leaves each language has. */
  readonly clauses: number
  /** The Merkle root of the leaves of each language (RFC 6962, 2.1), in hex. */
  readonly roots: Readonly<Record<Language, string>>
  /** The Merkle root over the roots of the languages in their order: one hash for all that is equally authentic. */
  readonly root: string
}

const rootOf = (leaves: readonly Json[], sha256: Sha256): string => {
  const range = leaves.reduce<CompactRange>(
    (sum, leaf) => appendLeaf(sum, leafHash(toUtf8(canonical(leaf)), sha256), sha256),
    emptyRange,
  )
  return toHex(rangeRoot(range, sha256))
}

/** The Merkle root of the leaves of one language, in hex. */
export const languageRoot = (leaves: readonly Leaf[], sha256: Sha256): string =>
  rootOf(leaves as unknown as readonly Json[], sha256)

/** What a record says besides what follows from the words. */
export type Heading = Pick<
  VersionRecord,
  'text' | 'number' | 'previous' | 'corrects' | 'part' | 'title' | 'languages'
>

/** The record of these words under this heading. Throws when a language has no leaves of its own. */
export const recordOf = (heading: Heading, leaves: Leaves, sha256: Sha256): VersionRecord => {
  const { text, number, previous, corrects, part, title, languages } = heading
  const roots: Record<Language, string> = {}
  for (const language of languages) {
    const own = leaves[language]
    if (!own) throw new Error(`no leaves in ${language}`)
    roots[language] = languageRoot(own, sha256)
  }
  const pairs = languages.map((language) => ({ language, root: roots[language] ?? '' }))
  return {
    format: versionFormat,
    text,
    number,
    previous,
    ...(corrects === undefined ? {} : { corrects }),
    ...(part === undefined ? {} : { part }),
    title: Object.fromEntries(
      Object.entries(title).map(([language, words]) => [language, words.normalize('NFC')]),
    ),
    languages,
    clauses: leaves[languages[0] ?? '']?.length ?? 0,
    roots,
    root: rootOf(pairs, sha256),
  }
}

/** The hash of a version, in hex: what is initialled and signed. */
export const hashOfRecord = (record: VersionRecord, sha256: Sha256): string =>
  toHex(sha256(toUtf8(canonical(record as unknown as Json))))

/** How a version is cited. */
export const citeOf = (number: number): string => `SNT/Rev.${number}`
