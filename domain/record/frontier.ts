/** The growing edge of a log in tiles: what its publisher keeps between two heads, and what an auditor builds up. */
import { done, type Outcome } from '../outcome.ts'
import { concat } from './bytes.ts'
import type { Sha256 } from './primitives.ts'
import { fromTiles, partialTiles, perfectRoot, type ReadTile, type Tile, tileWidth } from './tiles.ts'
import { emptyRoot, foldPeaks } from './tree.ts'

/** A log of `size` leaves: at each level the hashes of its last, partial tile; none where the last tile is full. */
export interface Frontier {
  readonly size: number
  readonly levels: readonly (readonly Uint8Array[])[]
}

/** A tile and its bytes, to be written down. */
export interface TileBytes {
  readonly tile: Tile
  readonly bytes: Uint8Array
}

/** The frontier of a log without entries. */
export const emptyFrontier: Frontier = { size: 0, levels: [] }

/** The frontier after more leaves, given their hashes, and every tile that became full on the way. */
export const grow = (
  frontier: Frontier,
  hashes: readonly Uint8Array[],
  sha256: Sha256,
): { readonly frontier: Frontier; readonly full: readonly TileBytes[] } => {
  const levels = frontier.levels.map((level) => [...level])
  const full: TileBytes[] = []
  let size = frontier.size
  for (const hash of hashes) {
    size += 1
    let carried: Uint8Array | undefined = hash
    for (let level = 0; carried; level += 1) {
      const row: Uint8Array[] = levels[level] ?? []
      levels[level] = row
      row.push(carried)
      carried = undefined
      if (row.length < tileWidth) continue
      const index = Math.floor(size / tileWidth ** (level + 1)) - 1
      full.push({ tile: { level, index, width: tileWidth }, bytes: concat(...row) })
      carried = perfectRoot(row, sha256)
      levels[level] = []
    }
  }
  return { frontier: { size, levels }, full }
}

/** The partial tiles at the edge, to be published with a head of this size. */
export const partialTileBytes = (frontier: Frontier): readonly TileBytes[] =>
  partialTiles(frontier.size).map((tile) => ({
    tile,
    bytes: concat(...(frontier.levels[Number(tile.level)] ?? [])),
  }))

/** The root of the log (RFC 6962, 2.1). */
export const frontierRoot = (frontier: Frontier, sha256: Sha256): Uint8Array =>
  foldPeaks(
    frontier.levels.toReversed().flatMap((row) => peaksOf(row, sha256)),
    sha256,
  ) ?? emptyRoot(sha256)

const peaksOf = (row: readonly Uint8Array[], sha256: Sha256): readonly Uint8Array[] => {
  const peaks: Uint8Array[] = []
  let at = 0
  for (let width = tileWidth / 2; width >= 1; width /= 2) {
    if (row.length - at < width) continue
    peaks.push(perfectRoot(row.slice(at, at + width), sha256))
    at += width
  }
  return peaks
}

/** The frontier of a log of this size, read back from its partial tiles; refusals as `fromTiles`. */
export const readFrontier = (size: number, readTile: ReadTile, sha256: Sha256): Outcome<Frontier> => {
  const rows = fromTiles(size, readTile, sha256, (read) =>
    partialTiles(size).map(({ level, index, width }) => ({
      level: Number(level),
      hashes: Array.from({ length: width }, (_, i) =>
        read({ level: Number(level) * 8, index: index * tileWidth + i }),
      ),
    })),
  )
  if (!rows.ok) return rows
  const levels: (readonly Uint8Array[])[] = []
  for (const { level, hashes } of rows.value) levels[level] = hashes
  return done({ size, levels: Array.from(levels, (row) => row ?? []) })
}
