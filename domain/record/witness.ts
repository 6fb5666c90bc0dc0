/** How a log asks a witness for its cosignature, and what the witness answers (C2SP tlog-witness v1.0.0). */
import { done, type Outcome, type Refusal, refuse } from '../outcome.ts'
import { fromCanonicalBase64, fromUtf8, sameBytes, toBase64, toUtf8 } from './bytes.ts'
import { claimedOrigin, openCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './key.ts'
import { openNote } from './note.ts'
import type { Primitives, Sha256 } from './primitives.ts'
import { checkConsistency, emptyRoot, type Head, isSize } from './tree.ts'

/** A log's request that a checkpoint be cosigned. Nothing in it has been checked; `weighCheckpoint` does that. */
export interface AddCheckpoint {
  /** The size of the last checkpoint that the witness is thought to have cosigned; 0 for none. */
  readonly old: number
  /** What proves that the tree of that size begins the new one (RFC 6962, 2.1.2); empty from size 0. */
  readonly proof: readonly Uint8Array[]
  /** The checkpoint with its signatures. */
  readonly checkpoint: string
}

/** No proof is longer, in a tree of any size that fits 64 bits. */
const maxProof = 63

const malformed = refuse('record.request-malformed')

/** A size as it is written: decimal, without leading zeroes; undefined for anything else. */
const sizeFrom = (text: string): number | undefined =>
  /^(?:0|[1-9][0-9]*)$/.test(text) && isSize(Number(text)) ? Number(text) : undefined

/** The body of a request. Throws on parts that no witness would take. */
export const formatAddCheckpoint = ({ old, proof, checkpoint }: AddCheckpoint): string => {
  const lines = [`old ${old}`, ...proof.map(toBase64)]
  const body = `${lines.join('\n')}\n\n${checkpoint}`
  if (!parseAddCheckpoint(toUtf8(body)).ok) throw new RangeError('no well-formed request')
  return body
}

/**
 * Reads the body of a request, of which there is one form only; the checkpoint is looked at no further than its origin.
 * Refusals: `record.request-malformed`.
 */
export const parseAddCheckpoint = (body: Uint8Array): Outcome<AddCheckpoint> => {
  const text = fromUtf8(body)
  const end = text?.indexOf('\n\n') ?? -1
  if (text === undefined || end < 0) return malformed
  const [first = '', ...lines] = text.slice(0, end).split('\n')
  const old = first.startsWith('old ') ? sizeFrom(first.slice(4)) : undefined
  const proof = lines.map(fromCanonicalBase64)
  const checkpoint = text.slice(end + 2)
  if (old === undefined || !isProof(proof) || !claimedOrigin(checkpoint).ok) return malformed
  return done({ old, proof, checkpoint })
}

const isProof = (proof: readonly (Uint8Array | undefined)[]): proof is readonly Uint8Array[] =>
  proof.length <= maxProof && proof.every((hash) => hash?.length === 32)

/** The type of the answer by which a witness says what size it holds. */
export const sizeType = 'text/x.tlog.size'

/** The size that an answer of that type states; undefined for anything but one number and a newline. */
export const parseSizeAnswer = (body: Uint8Array): number | undefined => {
  const text = fromUtf8(body) ?? ''
  return text.endsWith('\n') ? sizeFrom(text.slice(0, -1)) : undefined
}

/** The status of a refusal; 409 stands for a second root of the very size that is held, which only two histories have. */
export type RefusedStatus = 400 | 403 | 404 | 409 | 422

/** What a witness does with a request. */
export type Weighed =
  /** It holds this head from now on, and once that is on disk it cosigns the text, which the log signed in these lines. */
  | {
      readonly kind: 'cosign'
      readonly head: Head
      readonly text: string
      readonly signatures: readonly string[]
    }
  /** It holds another size than the log thought: status 409, with that size in an answer of `sizeType`. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** It does not cosign. */
  | { readonly kind: 'refused'; readonly status: RefusedStatus; readonly refusal: Refusal }

const refused = (status: RefusedStatus, { refusal }: { readonly refusal: Refusal }): Weighed => ({
  kind: 'refused',
  status,
  refusal,
})

/**
 * Decides on a request, given the head that is held of this log, if any, and the keys of the logs that are witnessed.
 * Whoever calls must keep the new head before the cosignature leaves, and decide on one request of a log at a time.
 */
export const weighCheckpoint = (
  held: Head | undefined,
  request: AddCheckpoint,
  logs: readonly VerifierKey[],
  primitives: Primitives,
): Weighed => {
  const origin = claimedOrigin(request.checkpoint)
  if (!origin.ok) return refused(400, origin)
  const keys = logs.filter(({ name, use }) => name === origin.value && use === 'note')
  if (keys.length === 0) return refused(404, refuse('record.log-unknown', { origin: origin.value }))
  const note = openNote(request.checkpoint, keys, primitives)
  if (!note.ok) return refused(note.refusal.code === 'record.note-malformed' ? 400 : 403, note)
  const opened = openCheckpoint(request.checkpoint, { logs: keys, witnesses: [] }, primitives)
  if (!opened.ok) return refused(400, opened)
  const { size, root } = opened.value
  const flaw = weighHead(held ?? empty(primitives.sha256), request, opened.value, primitives.sha256)
  const { text, signatures } = note.value
  return (
    flaw ?? { kind: 'cosign', head: { size, root }, text, signatures: signatures.map(({ line }) => line) }
  )
}

const empty = (sha256: Sha256): Head => ({ size: 0, root: emptyRoot(sha256) })

/** What stands against a head that its log did sign; undefined if it continues what is held. */
const weighHead = (
  held: Head,
  { old, proof }: AddCheckpoint,
  next: Head,
  sha256: Sha256,
): Weighed | undefined => {
  const sizes = { from: old, to: next.size }
  if (old > next.size) return refused(400, refuse('record.history-shorter', sizes))
  if (old !== held.size) return { kind: 'conflict', size: held.size }
  if (old === next.size && old > 0 && !sameBytes(held.root, next.root))
    return refused(409, refuse('record.history-forged', sizes))
  const continued = checkConsistency(held, next, proof, sha256)
  return continued.ok ? undefined : refused(422, continued)
}
