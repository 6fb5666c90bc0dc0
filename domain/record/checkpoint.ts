/** Checkpoints (C2SP tlog-checkpoint): a log's signed word on how many entries it has and what they are. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { fromBase64, fromUtf8, toBase64 } from './bytes.ts'
import type { VerifierKey } from './key.ts'
import { type OpenedNote, openNote, type Signature } from './note.ts'
import type { Primitives, Sha256 } from './primitives.ts'
import { checkConsistency, checkInclusion, type Head, isSize } from './tree.ts'

/** A log's head before it is signed. */
export interface LogHead extends Head {
  /** Which log it is: the first line, and the name of the log's key. */
  readonly origin: string
  /** Lines the log adds; nobody can audit them, so there are seldom any. */
  readonly extensions?: readonly string[]
}

declare const verified: unique symbol

/** A checkpoint whose log signed it. Only `openCheckpoint` makes one, so a root is never looked at before it is authentic. */
export interface VerifiedCheckpoint extends Required<LogHead> {
  readonly [verified]: true
  /** The keys among those known that cosigned it, with their times. */
  readonly cosignatures: readonly Cosignature[]
  /** The whole note as it was read, with every line it came with. */
  readonly note: string | Uint8Array
}

/** A witness's word: at this time, this was the largest tree it had seen of this log. */
export interface Cosignature extends Signature {
  /** Seconds since 1970. */
  readonly time: number
}

/** Whose signatures a reader goes by. */
export interface KnownKeys {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
}

/** The text of a checkpoint, to be signed. Throws on a head that no reader would take. */
export const formatCheckpoint = (head: LogHead): string => {
  const lines = [head.origin, `${head.size}`, toBase64(head.root), ...(head.extensions ?? [])]
  const text = lines.map((line) => `${line}\n`).join('')
  const read = parseText(text)
  if (!read.ok || read.value.extensions.length + 3 !== lines.length)
    throw new RangeError('no well-formed checkpoint')
  return text
}

/**
 * Reads a checkpoint, and checks that the log it names signed it and that no signature of a known key is bad.
 * Refusals: those of `openNote`; `record.checkpoint-malformed`; `record.size-beyond` for 2^53 entries or more;
 * `record.log-unknown` when none of the known logs of that name signed it.
 */
export const openCheckpoint = (
  note: string | Uint8Array,
  known: KnownKeys,
  primitives: Primitives,
): Outcome<VerifiedCheckpoint> => {
  const opened = openNote(note, [...known.logs, ...known.witnesses], primitives)
  if (!opened.ok) return opened
  const head = parseText(opened.value.text)
  if (!head.ok) return head
  const { origin } = head.value
  const isLogs = ({ key }: Signature): boolean =>
    key.use === 'note' && key.name === origin && known.logs.includes(key)
  if (!opened.value.signatures.some(isLogs)) return refuse('record.log-unknown', { origin })
  const cosignatures = cosignaturesOf(opened.value, known)
  return done(Object.freeze({ ...head.value, cosignatures, note }) as VerifiedCheckpoint)
}

const cosignaturesOf = (note: OpenedNote, known: KnownKeys): readonly Cosignature[] =>
  note.signatures.flatMap(({ key, time, line }) =>
    time !== undefined && known.witnesses.includes(key) ? [{ key, time, line }] : [],
  )

/** Go reads no longer text; neither do we. */
const maxText = 1_000_000

/** Nor does Go read larger sizes. */
const maxSize = 2n ** 63n - 1n

const parseText = (text: string): Outcome<Required<LogHead>> => {
  const malformed = refuse('record.checkpoint-malformed')
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n')
  const hash = fromBase64(root)
  if (text.length > maxText || !text.endsWith('\n') || origin === '' || extensions.includes(''))
    return malformed
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(size) || BigInt(size) > maxSize || hash?.length !== 32)
    return malformed
  if (!isSize(Number(size))) return refuse('record.size-beyond', { origin })
  return done({ origin, size: Number(size), root: hash, extensions })
}

/**
 * The origin a checkpoint claims, before anything about it is known: enough to look up whose key to check it with.
 * Refusals: `record.note-malformed`.
 */
export const claimedOrigin = (note: string | Uint8Array): Outcome<string> => {
  const text = typeof note === 'string' ? note : (fromUtf8(note) ?? '')
  const end = text.indexOf('\n')
  return end > 0 ? done(text.slice(0, end)) : refuse('record.note-malformed')
}

/** Whether a leaf hash stands at an index of the log; refusals as `checkInclusion`. */
export const verifyInclusion = (
  checkpoint: VerifiedCheckpoint,
  index: number,
  hash: Uint8Array,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Outcome<void> => checkInclusion(checkpoint, index, hash, proof, sha256)

/**
 * Whether the newer checkpoint continues the older one, of the same log.
 * Refusals: `record.other-log`, and those of `checkConsistency`.
 */
export const verifyConsistency = (
  older: VerifiedCheckpoint,
  newer: VerifiedCheckpoint,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Outcome<void> =>
  older.origin === newer.origin
    ? checkConsistency(older, newer, proof, sha256)
    : refuse('record.other-log', { origin: newer.origin, expected: older.origin })
