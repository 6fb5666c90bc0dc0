/** The head a server shows of a log: whether it is signed by the right key, who vouches for it, and whether it may follow. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { fromUtf8, sameBytes } from '#domain/record/bytes.ts'
import { openCheckpoint, type VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { formatVerifierKey, type VerifierKey } from '#domain/record/key.ts'
import { isCanonicalNote } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { isMet, type Policy, parsePolicy } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { type Held, logKeyIn } from './held.ts'

/** What the server shows of a log: its policy and its checkpoint, as they came. */
export interface Shown {
  readonly policy: Uint8Array
  readonly note: Uint8Array
}

/** A head that its log signed, by the key that was known before. */
export interface Head {
  readonly checkpoint: VerifiedCheckpoint
  readonly key: VerifierKey
  readonly note: string
  /** The policy the server shows, as text: it goes with the head into the folder. */
  readonly policy: string
  /** The witnesses that should have cosigned, by the policy that was given or else by the server's. */
  readonly witnesses: readonly VerifierKey[]
  readonly missing: readonly VerifierKey[]
  /** Whether the quorum is there. */
  readonly isVouched: boolean
}

/** The log's key is not the one that is known. */
export interface OtherKey {
  readonly known: string
  readonly shown: string
}

const standing = (checkpoint: VerifiedCheckpoint, { witnesses, quorum }: Policy) => {
  const present = new Set(checkpoint.cosignatures.map(({ key }) => key))
  return {
    witnesses,
    missing: witnesses.filter((key) => !present.has(key)),
    isVouched: isMet(quorum, (key) => present.has(key)),
  }
}

const textOf = (bytes: Uint8Array, code: string): Outcome<string> => {
  const text = fromUtf8(bytes)
  return text === undefined ? refuse(code, { line: 1, place: 'policy' }) : done(text)
}

const opened = (note: string, policy: string, key: VerifierKey, judge: Policy): Outcome<Head> => {
  if (!isCanonicalNote(note)) return refuse('record.note-malformed', { place: 'checkpoint' })
  const checkpoint = openCheckpoint(note, { logs: [key], witnesses: judge.witnesses }, primitives)
  if (!checkpoint.ok) return checkpoint
  return done({ checkpoint: checkpoint.value, key, note, policy, ...standing(checkpoint.value, judge) })
}

/**
 * Opens what the server shows under the key that was given or first seen; a witness that is missing is no refusal.
 * Refusals: those of `parsePolicy` and `openCheckpoint`, and `record.note-malformed`.
 */
export const openShown = (
  { policy, note }: Shown,
  held: Held,
  given: Policy | undefined,
): Outcome<Head | OtherKey> => {
  const text = textOf(policy, 'record.policy-malformed')
  if (!text.ok) return text
  const own = parsePolicy(policy, primitives.sha256)
  if (!own.ok) return own
  const shown = logKeyIn(own.value, held.log)
  if (!shown) return refuse('record.log-unknown', { origin: originOf(held.log), place: 'policy' })
  const known = (given && logKeyIn(given, held.log)) ?? held.key ?? shown
  if (!sameBytes(known.publicKey, shown.publicKey))
    return done({ known: formatVerifierKey(known), shown: formatVerifierKey(shown) })
  return opened(fromUtf8(note) ?? '', text.value, known, given ?? own.value)
}

/** Why a head cannot follow the one held, whatever the entries are; undefined if it can. */
export const contradicts = (
  held: VerifiedCheckpoint | undefined,
  next: VerifiedCheckpoint,
): Refusal | undefined => {
  if (!held) return undefined
  const sizes = { from: held.size, to: next.size }
  if (next.size < held.size) return refuse('record.history-shorter', sizes).refusal
  if (next.size === held.size && !sameBytes(next.root, held.root))
    return refuse('record.history-forged', sizes).refusal
  return undefined
}

const isSame = (held: VerifiedCheckpoint | undefined, next: VerifiedCheckpoint): boolean =>
  held?.size === next.size && sameBytes(held.root, next.root)

/** The note to keep of two of the same head: the one held, if the witnesses are all on it and not on the one shown. */
export const fuller = (shown: Head, held: Held, given: Policy | undefined): Head => {
  const { head } = held
  if (shown.isVouched || shown.policy !== held.policy || !isSame(head, shown.checkpoint)) return shown
  const own = parsePolicy(shown.policy, primitives.sha256)
  const judge = given ?? (own.ok ? own.value : undefined)
  const before = judge && opened(`${head?.note}`, shown.policy, shown.key, judge)
  if (!before?.ok || !before.value.isVouched) return shown
  return { ...shown, checkpoint: before.value.checkpoint, note: before.value.note }
}
