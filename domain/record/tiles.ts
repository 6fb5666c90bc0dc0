/** Tiles (C2SP tlog-tiles): a log's hashes, 256 to a file, and which files a tree of a size consists of. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { eventually, type Sha256 } from './primitives.ts'
import { isSize, nodeHash, type ReadNode, type TreeNode } from './tree.ts'

/** Hashes in a full tile, and entries in a full bundle. */
export const tileWidth = 256

/**
 * A tile or a bundle of entries: the `index`-th of its level, with so many hashes or entries, 1 to 256.
 * A hash at level L stands for 256^L leaves.
 */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** Gives the bytes of a tile, or undefined where there are none. A full tile may stand in for a partial one. */
export type ReadTile = (tile: Tile) => Uint8Array | undefined

/** Where a tile is served beneath the log's prefix: `tile/0/x001/x234/067`, `tile/entries/000.p/5`. */
export const tilePath = (tile: Tile): string => {
  const groups = [padded(tile.index % 1000)]
  for (let rest = Math.floor(tile.index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${padded(rest % 1000)}`)
  const partial = tile.width === tileWidth ? '' : `.p/${tile.width}`
  return `tile/${tile.level}/${groups.join('/')}${partial}`
}

const padded = (group: number): string => group.toString().padStart(3, '0')

/**
 * The tile of a path, which must be written as `tilePath` writes it.
 * Refusals: `record.tile-path`.
 */
export const parseTilePath = (path: string): Outcome<Tile> => {
  const parts = /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  const level = parts?.[1] === 'entries' ? 'entries' : Number(parts?.[1])
  const index = Number((parts?.[2] ?? '').replace(/[x/]/g, ''))
  const tile: Tile = { level, index, width: Number(parts?.[3] ?? tileWidth) }
  const isPlace = level === 'entries' || level <= 63
  const isWidth = tile.width >= 1 && tile.width <= tileWidth
  return parts && isPlace && isWidth && isSize(index) && tilePath(tile) === path
    ? done(tile)
    : refuse('record.tile-path')
}

/** The tiles of hashes that a tree of `to` leaves has and one of `from` leaves lacks; full ones first at each level. */
export const newTiles = function* (from: number, to: number): Generator<Tile> {
  let [before, after] = [from, to]
  for (let level = 0; after > 0; level += 1) {
    const full = Math.floor(after / tileWidth)
    for (let index = Math.floor(before / tileWidth); index < full; index += 1)
      yield { level, index, width: tileWidth }
    const width = after % tileWidth
    if (width > 0 && before !== after) yield { level, index: full, width }
    ;[before, after] = [Math.floor(before / tileWidth), full]
  }
}

/** Every tile of hashes of a tree, level by level. */
export const tilesOf = (size: number): Generator<Tile> => newTiles(0, size)

/** The partial tiles of a tree, one at most for each level: its right edge. */
export const partialTiles = (size: number): readonly Tile[] => {
  const tiles: Tile[] = []
  for (let [level, rest] = [0, size]; rest > 0; level += 1, rest = Math.floor(rest / tileWidth)) {
    const width = rest % tileWidth
    if (width > 0) tiles.push({ level, index: Math.floor(rest / tileWidth), width })
  }
  return tiles
}

/** The bundle of entries beside a tile of leaf hashes. */
export const bundleOf = ({ index, width }: Tile): Tile => ({ level: 'entries', index, width })

/** Whether so many bytes are a tile: its own hashes, or the 256 of the full one in its place. */
export const isTileLength = (tile: Tile, length: number): boolean =>
  length === tile.width * 32 || length === tileWidth * 32

/** The hashes a tile is made of; undefined when its length is not that of a tile. */
export const hashesOf = (tile: Tile, bytes: Uint8Array): readonly Uint8Array[] | undefined => {
  if (!isTileLength(tile, bytes.length)) return undefined
  return Array.from({ length: tile.width }, (_, i) => bytes.subarray(i * 32, i * 32 + 32))
}

/** The root of a perfect subtree from the hashes at its foot, which are a power of two in number. */
export const perfectRoot = (hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array => {
  let row = hashes
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i + 1 < row.length; i += 2) above.push(nodeHash(at(row, i), at(row, i + 1), sha256))
    row = above
  }
  return at(row, 0)
}

const at = (hashes: readonly Uint8Array[], i: number): Uint8Array => {
  const hash = hashes[i]
  if (!hash) throw new RangeError('a perfect subtree has a power of two of hashes')
  return hash
}

/** The tile that holds a perfect subtree of a tree of this size, and where in it the subtree's hashes stand. */
export const tileOfNode = (node: TreeNode, size: number): { tile: Tile; start: number; count: number } => {
  const level = Math.floor(node.level / 8)
  const count = 2 ** (node.level % 8)
  const first = node.index * count
  const index = Math.floor(first / tileWidth)
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth)
  return { tile: { level, index, width }, start: first % tileWidth, count }
}

/**
 * Does work on the hashes of a tree of this size, read from its tiles. The tiles are taken as they come:
 * a proof made from them is worth what its verification finds.
 * Refusals: `record.tile-missing`, `record.tile-malformed`, each with the tile's path.
 */
export const fromTiles = <T>(
  size: number,
  readTile: ReadTile,
  sha256: Sha256,
  work: (read: ReadNode) => T,
): Outcome<T> => {
  const faults: { code: string; path: string }[] = []
  const result = work((node) => {
    const { tile, start, count } = tileOfNode(node, size)
    const bytes = readTile(tile)
    const hashes = bytes && hashesOf(tile, bytes)
    if (hashes) return perfectRoot(hashes.slice(start, start + count), sha256)
    faults.push({ code: bytes ? 'record.tile-malformed' : 'record.tile-missing', path: tilePath(tile) })
    return new Uint8Array(32)
  })
  const [fault] = faults
  return fault ? refuse(fault.code, { path: fault.path }) : done(result)
}

/** Does work that reads tiles with a fetch that takes time; all tiles the work needs are fetched side by side. */
export const withTiles = <T>(
  fetchTile: (path: string) => Promise<Uint8Array | undefined>,
  work: (readTile: ReadTile) => T,
): Promise<T> =>
  eventually<Tile, Uint8Array | undefined, T>(
    { key: tilePath, answer: (tile) => fetchTile(tilePath(tile)), meanwhile: undefined },
    work,
  )
