/** What a representative signs: one short text that names the act, the version's hash, and who acts for whom. */
import { toUtf8 } from '#domain/record/bytes.ts'

/**
 * What can be put to a version: initialling authenticates the text (VCLT 1969, art. 10), signature binds (art. 12);
 * a signature ad referendum binds when it is confirmed (art. 12, 2 (b)).
 */
export const markKinds = ['initial', 'sign-ad-referendum', 'sign', 'confirm'] as const
export type MarkKind = (typeof markKinds)[number]

/** Who does what to which version. */
export interface Statement {
  readonly kind: MarkKind
  readonly number: number
  /** The hash of the version, 64 hexadecimal digits. */
  readonly hash: string
  readonly party: string
  readonly member: string
}

/**
 * The text of a statement: five lines, one form for one statement. Its UTF-8 is the challenge of the passkey, so what
 * was signed by initialling can never be shown as a signature, nor one member's as another's.
 */
export const statementText = ({ kind, number, hash, party, member }: Statement): string =>
  `parley ${kind}\nversion ${number}\nsha256 ${hash}\nparty ${party}\nmember ${member}\n`

/** The challenge of the passkey for a statement: the bytes of its text. */
export const challengeOf = (statement: Statement): Uint8Array => toUtf8(statementText(statement))

/**
 * What the installation signs beneath a mark (a C2SP signed note by the key of the room's log): the statement, when it
 * was made, and which signature of the passkey it belongs to (SHA-256 of its bytes, in hex).
 */
export const sealText = (statement: Statement, at: string, passkey: string): string =>
  `${statementText(statement)}at ${at}\npasskey ${passkey}\n`
