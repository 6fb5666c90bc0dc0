/** Verifies a version from its file alone: the words, the hash, every mark; nobody has to be trusted for it. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { toHex } from '#domain/record/bytes.ts'
import { parseVerifierKey } from '#domain/record/key.ts'
import { openNote } from '#domain/record/note.ts'
import type { Primitives } from '#domain/record/primitives.ts'
import { checkAssertion, passkeyBytes, type VerifyPasskey } from './assertion.ts'
import { hashOfRecord, type Leaves, recordOf, type VersionRecord } from './record.ts'
import { type Statement, sealText } from './statement.ts'
import type { Mark, Objection, Version } from './version.ts'

/** The name and number of this form of file. */
export const versionFileFormat = 'parley-version-file/1'

/** A version taken home: its record, its words in every language, what was put to it, the key of the log it stands in. */
export interface VersionFile {
  readonly format: typeof versionFileFormat
  readonly record: VersionRecord
  readonly hash: string
  readonly leaves: Leaves
  readonly marks: readonly Mark[]
  readonly objections: readonly Objection[]
  /** The key of the room's log, `name+id+key` (C2SP signed-note). */
  readonly log: string
}

/** The file of a version. */
export const fileOf = (version: Version, log: string): VersionFile => {
  const { record, hash, leaves, marks, objections } = version
  return { format: versionFileFormat, record, hash, leaves, marks, objections, log }
}

/** What a platform hands in: the record's primitives, and the check of a passkey's signature. */
export interface VersionPrimitives extends Primitives {
  readonly verifyPasskey: VerifyPasskey
}

/** What a reader knows of a version from elsewhere. */
export interface Known {
  readonly hash?: string | undefined
  readonly log?: string | undefined
}

/** One mark, and what is wrong with it; null when nothing is. */
export interface CheckedMark {
  readonly mark: Mark
  readonly flaw: Refusal | null
}

/** What was found: the words give the hash, and so each mark stands under it or does not. */
export interface VersionFinding {
  readonly hash: string
  readonly marks: readonly CheckedMark[]
}

const checkWords = (file: VersionFile, { sha256 }: VersionPrimitives): Outcome<string> => {
  const { record, leaves } = file
  if (record.languages.length === 0 || new Set(record.languages).size < record.languages.length)
    return refuse('version.languages')
  const strange = Object.keys(leaves).find((language) => !record.languages.includes(language))
  const missing = record.languages.find((language) => !Object.hasOwn(leaves, language))
  if (strange !== undefined || missing !== undefined) return refuse('version.languages')
  const again = recordOf(record, leaves, sha256)
  const wrong = record.languages.find((language) => again.roots[language] !== record.roots[language])
  if (wrong !== undefined) return refuse('version.words-changed', { language: wrong })
  const even = record.languages.every((language) => leaves[language]?.length === record.clauses)
  if (again.root !== record.root || !even) return refuse('version.record-changed')
  const hash = hashOfRecord(record, sha256)
  return hash === file.hash ? done(hash) : refuse('version.record-changed')
}

const checkMark = (file: VersionFile, mark: Mark, primitives: VersionPrimitives): Outcome<void> => {
  const statement: Statement = {
    kind: mark.kind,
    number: file.record.number,
    hash: file.hash,
    party: mark.party,
    member: mark.by.member,
  }
  const asserted = checkAssertion(mark, statement, primitives)
  if (!asserted.ok) return asserted
  const key = parseVerifierKey(file.log, primitives.sha256)
  if (!key.ok) return key
  const note = openNote(mark.seal, [key.value], primitives)
  if (!note.ok) return refuse('version.seal-bad')
  const passkey = toHex(primitives.sha256(passkeyBytes(mark.assertion.signature)))
  return note.value.text === sealText(statement, mark.at, passkey)
    ? done(undefined)
    : refuse('version.seal-bad')
}

/**
 * Verifies a version. What is known from elsewhere must agree: the hash (from paper, a QR code, the other side), and the
 * key of the room's log (from the record). Refusals: `version.words-changed` with the language,
 * `version.record-changed`, `version.languages`, `version.not-this-one`, `version.other-log`. What is wrong with a mark is said of that mark.
 */
export const verifyVersion = (
  file: VersionFile,
  primitives: VersionPrimitives,
  known: Known = {},
): Outcome<VersionFinding> => {
  const words = checkWords(file, primitives)
  if (!words.ok) return words
  if (known.hash !== undefined && known.hash.toLowerCase() !== words.value)
    return refuse('version.not-this-one', { hash: words.value })
  if (known.log !== undefined && known.log !== file.log) return refuse('version.other-log')
  const marks = file.marks.map((mark) => {
    const checked = checkMark(file, mark, primitives)
    return { mark, flaw: checked.ok ? null : checked.refusal }
  })
  return done({ hash: words.value, marks })
}
