/** Proofs made from a log's own tiles, to be checked against its signed head. */
import type { Outcome } from '#domain/outcome.ts'
import type { WitnessedCheckpoint } from '#domain/record/policy.ts'
import type { Shown } from '#domain/record/receipt.ts'
import { fromTiles, type ReadTile, withTiles } from '#domain/record/tiles.ts'
import { consistencyProof, inclusionProof, type ReadNode } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import { readTileAt, type Source } from './source.ts'

const { sha256 } = primitives

/** Works on the hashes of a log that has this size; refusals as `fromTiles`. */
const fromSource = <T>(source: Source, size: number, work: (read: ReadNode) => T): Promise<Outcome<T>> =>
  withTiles(readTileAt(source), (readTile: ReadTile) => fromTiles(size, readTile, sha256, work))

/** What a log shows at an index: the hash of the leaf and its path to the root of this head. */
export const showLeaf = (source: Source, head: WitnessedCheckpoint, index: number): Promise<Outcome<Shown>> =>
  fromSource(source, head.size, (read) => ({
    leaf: read({ level: 0, index }),
    path: inclusionProof(index, head.size, read, sha256),
  }))

/**
 * The proof that a log of one size goes on in one of another, from the tiles of a log that has grown to `size` since
 * and need not have kept the partial tiles of either.
 */
export const showConsistency = (
  source: Source,
  { from, to, size }: { readonly from: number; readonly to: number; readonly size: number },
): Promise<Outcome<readonly Uint8Array[]>> =>
  fromSource(source, size, (read) => consistencyProof(from, to, read, sha256))
