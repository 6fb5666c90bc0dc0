/** Collation: what a folder shows, compared with the entries of the logs it shows it of. */
import { done, type Outcome, type Refusal, refuse } from '../outcome.ts'
import { revealAnchor } from './anchor.ts'
import { sameBytes, toUtf8 } from './bytes.ts'
import { formatCheckpoint, type VerifiedCheckpoint, verifyInclusion } from './checkpoint.ts'
import type { ActLine, AnchoringLine, StateHashes } from './folder.ts'
import { type Leaf, leafOf, parseLeaf, reveal } from './leaf.ts'
import type { Sha256 } from './primitives.ts'
import type { Proof } from './proof.ts'
import type { Head } from './tree.ts'

/** Which entry of which room's log is looked at. */
export interface Place {
  readonly room: string
  readonly index: number
}

/**
 * Whether an entry is a leaf of this room at this place, whatever act it stands for.
 * Refusals: `record.leaf-malformed`, `record.leaf-elsewhere`, `record.leaf-displaced`.
 */
export const collateEntry = (entry: Uint8Array, { room, index }: Place): Outcome<Leaf> => {
  const leaf = parseLeaf(entry)
  if (!leaf.ok) return leaf
  if (leaf.value.room !== room) return refuse('record.leaf-elsewhere', { index, room: leaf.value.room })
  if (leaf.value.index !== index) return refuse('record.leaf-displaced', { index, said: leaf.value.index })
  return leaf
}

/**
 * Whether an entry is the leaf of the act that is shown for it.
 * Refusals: those of `collateEntry`, and `record.act-differs`.
 */
export const collateAct = (
  entry: Uint8Array,
  { index, salt, act }: ActLine,
  room: string,
  sha256: Sha256,
): Outcome<void> => {
  if (act.room === room && sameBytes(entry, toUtf8(leafOf(act, index, salt, sha256)))) return done(undefined)
  const leaf = collateEntry(entry, { room, index })
  if (!leaf.ok) return leaf
  const shown = reveal(entry, act, salt, sha256)
  return shown.ok ? done(undefined) : shown
}

/**
 * Whether an entry of the anchor log stands for the head that an anchoring shows, of the log with this origin.
 * Refusals: `record.leaf-malformed`, `record.anchor-differs`.
 */
export const collateAnchoring = (
  entry: Uint8Array,
  { at, size, root, salt }: AnchoringLine,
  origin: string,
  sha256: Sha256,
): Outcome<void> => {
  const leaf = revealAnchor(entry, formatCheckpoint({ origin, size, root }), salt, sha256)
  if (!leaf.ok) return leaf
  return leaf.value.at === at ? done(undefined) : refuse('record.anchor-differs')
}

/**
 * Whether a head that was anchored or given out is the head of the log at the size it has reached while it is read.
 * Refusals: `record.history-shorter`, `record.head-differs`.
 */
export const collateHead = ({ size, root }: Head, reached: Head): Outcome<void> => {
  if (size < reached.size) return refuse('record.history-shorter', { from: reached.size, to: size })
  return size === reached.size && sameBytes(root, reached.root)
    ? done(undefined)
    : refuse('record.head-differs', { size })
}

/**
 * Whether the newest anchoring is that of the newest head.
 * Refusals: `record.head-unanchored`.
 */
export const collateNewest = (newest: AnchoringLine | undefined, head: Head): Outcome<void> =>
  newest && newest.size === head.size && sameBytes(newest.root, head.root)
    ? done(undefined)
    : refuse('record.head-unanchored', { size: head.size })

/**
 * Whether a proof is of this entry, and the checkpoint it ends with is of this log.
 * Refusals: `record.proof-other`, `record.other-log`, and those of `verifyInclusion`.
 */
export const collateProof = (
  proof: Proof,
  checkpoint: VerifiedCheckpoint,
  entry: { readonly origin: string; readonly index: number; readonly hash: Uint8Array },
  sha256: Sha256,
): Outcome<void> => {
  const { origin, index, hash } = entry
  if (proof.index !== index) return refuse('record.proof-other', { index: proof.index, expected: index })
  if (checkpoint.origin !== origin)
    return refuse('record.other-log', { origin: checkpoint.origin, expected: origin })
  return verifyInclusion(checkpoint, index, hash, proof.path, sha256)
}

/**
 * Whether the act of an entry is shown where a proof of it is: proofs are given to those who may read the act.
 * Refusals: `record.proof-alone`.
 */
export const collateProven = (index: number, isShown: boolean): Outcome<void> =>
  isShown ? done(undefined) : refuse('record.proof-alone', { index })

/**
 * The logs that are not there among those one knows of, each with what is said of it.
 * Refusals: `record.log-absent`.
 */
export const collateLogs = (
  known: readonly string[],
  there: readonly string[],
): ReadonlyMap<string, Refusal> => {
  const absent = known.filter((origin) => !there.includes(origin))
  return new Map(absent.map((origin) => [origin, refuse('record.log-absent', { origin }).refusal]))
}

/**
 * What is wrong with the files of a room, given the hashes that the acts shown name and those that are there.
 * Refusals: `record.file-missing`, `record.file-stray`.
 */
export const collateFiles = (
  named: ReadonlySet<string>,
  there: ReadonlySet<string>,
  pathOf: (hash: string) => string,
): readonly Refusal[] => [
  ...[...named].filter((hash) => !there.has(hash)).map((hash) => fileRefusals.missing(pathOf(hash))),
  ...[...there].filter((hash) => !named.has(hash)).map((hash) => fileRefusals.stray(pathOf(hash))),
]

/** What a file must be: there, named by the SHA-256 of its bytes, and in its place. */
export const fileRefusals = {
  missing: (path: string): Refusal => ({ code: 'record.file-missing', facts: { path } }),
  differs: (path: string): Refusal => ({ code: 'record.file-differs', facts: { path } }),
  stray: (path: string): Refusal => ({ code: 'record.file-stray', facts: { path } }),
} as const

/**
 * What is wrong with the state a folder states, given what replaying the acts gives: the hash of each object, or
 * undefined for one whose acts cannot be replayed. Of some objects nothing is stated, and a seat may not read every
 * act: an object without any act here is a fault only where no act is missing (`isWhole`).
 * Refusals: `record.object-unplayable`, `record.object-differs`.
 */
export const collateState = (
  replayed: ReadonlyMap<string, string | undefined>,
  stated: StateHashes | undefined,
  isWhole: boolean,
): readonly Refusal[] => {
  const faults: Refusal[] = []
  for (const [object, hash] of replayed) {
    const facts = { object }
    if (hash === undefined) faults.push({ code: 'record.object-unplayable', facts })
    else if ((stated?.get(object) ?? hash) !== hash) faults.push({ code: 'record.object-differs', facts })
  }
  for (const object of isWhole ? (stated?.keys() ?? []) : [])
    if (!replayed.has(object)) faults.push({ code: 'record.object-differs', facts: { object } })
  return faults
}
