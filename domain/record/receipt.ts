/** Receipts: a log's signed promise that a leaf will stand at an index by a time; if it does not, the receipt is evidence. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { fromCanonicalBase64, sameBytes, toBase64 } from './bytes.ts'
import { verifyInclusion } from './checkpoint.ts'
import type { VerifierKey } from './key.ts'
import { openNote } from './note.ts'
import { vouchedTime, type WitnessedCheckpoint } from './policy.ts'
import type { Primitives, Sha256 } from './primitives.ts'
import { isSize } from './tree.ts'

/** What a log promises. */
export interface Receipt {
  /** The log, by the origin of its checkpoints. */
  readonly origin: string
  readonly index: number
  /** The hash of the leaf (RFC 6962), 32 bytes. */
  readonly leaf: Uint8Array
  /** When it was promised, in seconds since 1970. */
  readonly time: number
  /** A cosigned checkpoint holds the leaf within so many seconds. */
  readonly within: number
}

declare const verified: unique symbol

/** A receipt the log signed. Only `openReceipt` makes one. */
export interface VerifiedReceipt extends Receipt {
  readonly [verified]: true
}

/**
 * The text of a receipt, to be signed with the log's key: six lines, one form for one promise.
 * No checkpoint reads so, since the second line of a checkpoint is a number. Throws on values that no reader would take.
 */
export const formatReceipt = (receipt: Receipt): string => {
  const { origin, index, leaf, time, within } = receipt
  const text = `receipt/v1\nlog ${origin}\nindex ${index}\nleaf ${toBase64(leaf)}\ntime ${time}\nwithin ${within}\n`
  if (!parseText(text).ok) throw new RangeError('no well-formed receipt')
  return text
}

/**
 * Reads a receipt and checks that the log it names signed it.
 * Refusals: those of `openNote`, `record.receipt-malformed`, `record.log-unknown`.
 */
export const openReceipt = (
  note: string | Uint8Array,
  logs: readonly VerifierKey[],
  primitives: Primitives,
): Outcome<VerifiedReceipt> => {
  const opened = openNote(note, logs, primitives)
  if (!opened.ok) return opened
  const receipt = parseText(opened.value.text)
  if (!receipt.ok) return receipt
  const { origin } = receipt.value
  const isLogs = opened.value.signatures.some(({ key }) => key.use === 'note' && key.name === origin)
  if (!isLogs) return refuse('record.log-unknown', { origin })
  return done(Object.freeze(receipt.value) as VerifiedReceipt)
}

const grammar = /^receipt\/v1\nlog ([^\n]+)\nindex (\d+)\nleaf ([^\n]+)\ntime (\d+)\nwithin (\d+)\n$/u

const parseText = (text: string): Outcome<Receipt> => {
  const [, origin = '', index, leaf = '', time, within] = grammar.exec(text) ?? []
  const hash = fromCanonicalBase64(leaf)
  const numbers = [index, time, within]
  if (hash?.length !== 32 || !numbers.every(isDecimal)) return refuse('record.receipt-malformed')
  return done({ origin, index: Number(index), leaf: hash, time: Number(time), within: Number(within) })
}

const isDecimal = (digits: string | undefined): boolean =>
  isSize(Number(digits)) && String(Number(digits)) === digits

/** What a log shows at an index: the hash of the leaf there, and its path to the root. */
export interface Shown {
  readonly leaf: Uint8Array
  readonly path: readonly Uint8Array[]
}

/**
 * What became of a promise.
 * `kept`: the leaf stands where it was promised. `replaced`: another leaf stands there; receipt and proof together
 * convict the log. `omitted`: the quorum saw a log without it after the time was up; receipt and checkpoint together
 * convict the log. `unshown`: the log is long enough and its proof is still to be asked for. `pending`: nothing can
 * be said yet.
 */
export type Finding = 'kept' | 'replaced' | 'omitted' | 'unshown' | 'pending'

/**
 * Judges a receipt by a checkpoint, and by what the log shows at the index, if anything. Only what is cosigned counts,
 * so the finding is the same for everyone who holds the same papers.
 * Refusals: `record.other-log`, and those of `checkInclusion` when what is shown does not hold.
 */
export const judgeReceipt = (
  receipt: VerifiedReceipt,
  checkpoint: WitnessedCheckpoint,
  shown: Shown | undefined,
  sha256: Sha256,
): Outcome<Finding> => {
  if (receipt.origin !== checkpoint.origin)
    return refuse('record.other-log', { origin: checkpoint.origin, expected: receipt.origin })
  if (shown) {
    const holds = verifyInclusion(checkpoint, receipt.index, shown.leaf, shown.path, sha256)
    if (!holds.ok) return holds
    return done(sameBytes(shown.leaf, receipt.leaf) ? 'kept' : 'replaced')
  }
  if (checkpoint.size > receipt.index) return done('unshown')
  const seen = vouchedTime(checkpoint)
  return done(seen !== undefined && seen > receipt.time + receipt.within ? 'omitted' : 'pending')
}
