/** An audit: a whole log computed anew from its entries and compared with its tiles and with a checkpoint. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { parseBundle } from './bundle.ts'
import { sameBytes } from './bytes.ts'
import type { VerifiedCheckpoint } from './checkpoint.ts'
import {
  emptyFrontier,
  type Frontier,
  frontierRoot,
  grow,
  partialTileBytes,
  type TileBytes,
} from './frontier.ts'
import type { Sha256 } from './primitives.ts'
import { bundleOf, hashesOf, isTileLength, partialTiles, type Tile, tilePath, tileWidth } from './tiles.ts'
import { leafHash } from './tree.ts'

/** How far an audit has come. Everything before `frontier.size` agrees with the tiles that were shown. */
export interface Audit {
  readonly checkpoint: VerifiedCheckpoint
  readonly frontier: Frontier
}

/** The files the next step of an audit looks at. */
export interface AuditStep {
  readonly bundle: Tile
  readonly tiles: readonly Tile[]
}

/** An audit of the log behind this checkpoint that has looked at nothing yet. */
export const beginAudit = (checkpoint: VerifiedCheckpoint): Audit => ({ checkpoint, frontier: emptyFrontier })

/** What to fetch for the next 256 entries; undefined when every entry has been looked at. */
export const nextStep = ({ checkpoint, frontier }: Audit): AuditStep | undefined => {
  const width = Math.min(tileWidth, checkpoint.size - frontier.size)
  if (width <= 0) return undefined
  const index = frontier.size / tileWidth
  const tiles: Tile[] = []
  let grown = frontier.size + width
  for (let level = 0; grown > 0 && grown % tileWidth === 0; level += 1) {
    grown /= tileWidth
    tiles.push({ level, index: grown - 1, width: tileWidth })
  }
  const isLast = frontier.size + width === checkpoint.size
  return {
    bundle: bundleOf({ level: 0, index, width }),
    tiles: isLast ? [...tiles, ...partialTiles(checkpoint.size)] : tiles,
  }
}

/**
 * Looks at the next 256 entries, given the files of `nextStep` in its order; a tile that is not there is undefined.
 * Refusals: `record.bundle-malformed`, `record.entry-differs` with the entry's index, `record.tile-missing`,
 * `record.tile-malformed`, `record.tile-differs` with the path and the first entry concerned.
 */
export const auditStep = (
  audit: Audit,
  step: AuditStep,
  bundle: Uint8Array,
  tiles: readonly (Uint8Array | undefined)[],
  sha256: Sha256,
): Outcome<Audit> => {
  const entries = parseBundle(bundle, step.bundle.width)
  if (!entries.ok) return refuse(entries.refusal.code, { path: tilePath(step.bundle) })
  const hashes = entries.value.map((entry) => leafHash(entry, sha256))
  const { frontier, full } = grow(audit.frontier, hashes, sha256)
  const isLast = frontier.size === audit.checkpoint.size
  const computed = isLast ? [...full, ...partialTileBytes(frontier)] : full
  for (const [i, expected] of computed.entries()) {
    const agrees = compareTile(expected, tiles[i])
    if (!agrees.ok) return agrees
  }
  return done({ checkpoint: audit.checkpoint, frontier })
}

const compareTile = ({ tile, bytes }: TileBytes, shown: Uint8Array | undefined): Outcome<void> => {
  const path = tilePath(tile)
  if (!shown) return refuse('record.tile-missing', { path })
  if (sameBytes(shown.subarray(0, bytes.length), bytes) && isTileLength(tile, shown.length))
    return done(undefined)
  const hashes = hashesOf(tile, shown)
  if (!hashes) return refuse('record.tile-malformed', { path })
  const wrong = hashes.findIndex((hash, i) => !sameBytes(hash, bytes.subarray(i * 32, i * 32 + 32)))
  const index = (tile.index * tileWidth + wrong) * tileWidth ** Number(tile.level)
  return tile.level === 0
    ? refuse('record.entry-differs', { index })
    : refuse('record.tile-differs', { path, index })
}

/**
 * Ends an audit: every entry was looked at, and together they have the checkpoint's root.
 * Refusals: `record.log-incomplete`, `record.root-differs`.
 */
export const endAudit = ({ checkpoint, frontier }: Audit, sha256: Sha256): Outcome<VerifiedCheckpoint> => {
  const { size } = checkpoint
  if (frontier.size !== size) return refuse('record.log-incomplete', { seen: frontier.size, size })
  if (!sameBytes(frontierRoot(frontier, sha256), checkpoint.root))
    return refuse('record.root-differs', { size })
  return done(checkpoint)
}
