/** The newest anchoring of a room's log: that the anchor log, which every seat can read, holds a commitment to its head. */
import type { Anchoring } from '#contract/record.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { revealAnchor } from '#domain/record/anchor.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { fromBase64, fromHex } from '#domain/record/bytes.ts'
import { formatCheckpoint, verifyInclusion } from '#domain/record/checkpoint.ts'
import { originOf } from '#domain/record/origin.ts'
import { fromTiles, tilePath, tileWidth } from '#domain/record/tiles.ts'
import { checkConsistency, consistencyProof, inclusionProof, leafHash } from '#domain/record/tree.ts'
import type { Head } from './head.ts'
import type { Tiles } from './memory.ts'
import { fetchRows, logFile, type Platform, recordOf, rowsAtOnce } from './wire.ts'

/** A head of the room's log that is anchored: its size, the leaf of the anchor log, and the moment that leaf states. */
export interface Anchored {
  readonly index: number
  readonly at: string
  readonly size: number
}

/** Where the room's log and the anchor log are read. */
export interface Both {
  readonly process: string
  readonly head: Head
  readonly tiles: Tiles
  readonly anchor: Head
  readonly anchorTiles: Tiles
}

const isAnchoring = (row: unknown): row is Anchoring => {
  const { index, size, root, salt } = (row ?? {}) as Partial<Record<keyof Anchoring, unknown>>
  return (
    Number.isSafeInteger(index) &&
    Number.isSafeInteger(size) &&
    typeof root === 'string' &&
    fromBase64(root)?.length === 32 &&
    typeof salt === 'string' &&
    fromHex(salt)?.length === 32
  )
}

/** The newest anchoring under the anchor's head that is not ahead of the room's head. */
const newest = async (
  { fetch }: Platform,
  { process, head, anchor }: Both,
): Promise<Anchoring | undefined> => {
  const { size } = anchor.checkpoint
  const newestFrom = async (from: number): Promise<Anchoring | undefined> => {
    const path = `${recordOf(process, head.log)}/anchorings?from=${from}`
    const rows = await fetchRows(fetch, path, 'anchorings', isAnchoring)
    return rows.findLast((row) => row.index < size && row.size <= head.checkpoint.size)
  }
  const late = Math.max(0, size - rowsAtOnce)
  // Where the room has grown since its head was read, the newest rows may all be ahead of it; the first are not.
  return (await newestFrom(late)) ?? (late > 0 ? newestFrom(0) : undefined)
}

const fetchLeaf = async (
  { fetch }: Platform,
  { log, checkpoint }: Head,
  index: number,
): Promise<Outcome<Uint8Array>> => {
  const bundle = Math.floor(index / tileWidth)
  const width = Math.min(tileWidth, checkpoint.size - bundle * tileWidth)
  const path = tilePath({ level: 'entries', index: bundle, width })
  const bytes = await fetch(logFile(log, path))
  if (!bytes) return refuse('record.tile-missing', { path })
  const entries = parseBundle(bytes, width)
  const leaf = entries.ok ? entries.value[index - bundle * tileWidth] : undefined
  return leaf ? done(leaf) : refuse('record.bundle-malformed')
}

/** Whether the leaf stands in the anchor log, under the head that its witnesses cosigned. */
const isIncluded = async (
  { primitives: { sha256 } }: Platform,
  { anchor: { checkpoint }, anchorTiles }: Both,
  index: number,
  leaf: Uint8Array,
): Promise<Outcome<void>> => {
  const path = await anchorTiles((readTile) =>
    fromTiles(checkpoint.size, readTile, sha256, (read) =>
      inclusionProof(index, checkpoint.size, read, sha256),
    ),
  )
  return path.ok ? verifyInclusion(checkpoint, index, leafHash(leaf, sha256), path.value, sha256) : path
}

/** Whether the room's log, as its entries are now, begins with what was anchored. */
const isContinued = async (
  { primitives: { sha256 } }: Platform,
  { head: { checkpoint }, tiles }: Both,
  { size, root }: Anchoring,
): Promise<Outcome<void>> => {
  const proof = await tiles((readTile) =>
    fromTiles(checkpoint.size, readTile, sha256, (read) =>
      consistencyProof(size, checkpoint.size, read, sha256),
    ),
  )
  const older = { size, root: fromBase64(root) ?? new Uint8Array() }
  return proof.ok ? checkConsistency(older, checkpoint, proof.value, sha256) : proof
}

/**
 * Checks the newest anchoring of a room's log; null when the server shows none.
 * Refusals: those of `revealAnchor`, `checkInclusion`, `checkConsistency` and `fromTiles`.
 */
export const checkAnchoring = async (platform: Platform, both: Both): Promise<Outcome<Anchored | null>> => {
  const row = await newest(platform, both)
  if (!row) return done(null)
  const leaf = await fetchLeaf(platform, both.anchor, row.index)
  if (!leaf.ok) return leaf
  const { sha256 } = platform.primitives
  const root = fromBase64(row.root) ?? new Uint8Array()
  const text = formatCheckpoint({ origin: originOf(both.head.log), size: row.size, root })
  const revealed = revealAnchor(leaf.value, text, fromHex(row.salt) ?? new Uint8Array(), sha256)
  if (!revealed.ok) return revealed
  const included = await isIncluded(platform, both, row.index, leaf.value)
  if (!included.ok) return included
  const continued = await isContinued(platform, both, row)
  return continued.ok ? done({ index: row.index, at: revealed.value.at, size: row.size }) : continued
}
