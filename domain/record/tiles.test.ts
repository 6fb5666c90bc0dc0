import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatBundle, maxLeaf, parseBundle } from './bundle.ts'
import { emptyFrontier, frontierRoot, grow, partialTileBytes, readFrontier } from './frontier.ts'
import { appendLeaf, emptyRange, rangeRoot } from './range.ts'
import { entriesOf, logOf } from './testing/log.ts'
import { sha256 } from './testing/platform.ts'
import {
  fromTiles,
  newTiles,
  parseTilePath,
  partialTiles,
  type Tile,
  tilePath,
  tilesOf,
  withTiles,
} from './tiles.ts'
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof, leafHash } from './tree.ts'

const sizes = [1, 2, 255, 256, 257, 511, 512, 700]
const entries = entriesOf(700)
const hashes = entries.map((entry) => leafHash(entry, sha256))

describe('the path of a tile', () => {
  test('is written as in the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 'entries', index: 0, width: 5 })).toBe('tile/entries/000.p/5')
    expect(tilePath({ level: 63, index: 1000, width: 1 })).toBe('tile/63/x001/000.p/1')
  })

  test('comes back for every tile', () => {
    const tile: fc.Arbitrary<Tile> = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
      index: fc.oneof(fc.maxSafeNat(), fc.nat(2000)),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTilePath(tilePath(one))).toEqual({ ok: true, value: one })
      }),
    )
  })

  test.each([
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/x001/234/067',
    'tile/0/x001/x234',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/000\n',
  ])('%s is refused', (path) => {
    expect(parseTilePath(path)).toEqual({ ok: false, refusal: { code: 'record.tile-path' } })
  })
})

describe('the tiles of a tree', () => {
  test('are those of the example of 70,000 leaves', () => {
    const tiles = [...tilesOf(70_000)]
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273)
    expect(tiles.filter(({ level, width }) => level !== 0 || width !== 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
    expect(partialTiles(70_000).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
    expect([...tilesOf(0)]).toEqual([])
  })

  test('grow by exactly what is new', () => {
    fc.assert(
      fc.property(fc.nat(80_000), fc.nat(80_000), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const before = new Set([...tilesOf(from)].map(tilePath))
        const fresh = [...tilesOf(to)].map(tilePath).filter((path) => !before.has(path))
        expect([...newTiles(from, to)].map(tilePath)).toEqual(fresh)
      }),
      { numRuns: 30 },
    )
  })

  test('are listed for the largest tree there is', () => {
    const partial = partialTiles(Number.MAX_SAFE_INTEGER)
    expect(partial.map(({ width }) => width)).toEqual([255, 255, 255, 255, 255, 255, 31])
    expect(partial[0]?.index).toBe(2 ** 45 - 1)
  })
})

describe('a frontier', () => {
  test('has the root of the leaves, and its tiles are those the tree should have', () => {
    for (const size of sizes) {
      const { root, files } = logOf(entries.slice(0, size))
      const range = hashes.slice(0, size).reduce((so, hash) => appendLeaf(so, hash, sha256), emptyRange)
      expect(root).toEqual(rangeRoot(range, sha256))
      const paths = [...files.keys()].filter((path) => !path.includes('entries'))
      expect(paths.toSorted()).toEqual([...tilesOf(size)].map(tilePath).toSorted())
    }
  })

  test('is the same however the leaves arrive, and can be read back from its tiles', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(700), (a, b) => {
        const [first, size] = [Math.min(a, b), Math.max(a, b)]
        const begun = grow(emptyFrontier, hashes.slice(0, first), sha256)
        const grown = grow(begun.frontier, hashes.slice(first, size), sha256)
        const written = [...begun.full, ...grown.full, ...partialTileBytes(grown.frontier)]
        const files = new Map(written.map(({ tile, bytes }) => [tilePath(tile), bytes]))
        const read = readFrontier(size, (tile) => files.get(tilePath(tile)), sha256)
        expect(read.ok && frontierRoot(read.value, sha256)).toEqual(frontierRoot(grown.frontier, sha256))
        const whole = grow(emptyFrontier, hashes.slice(0, size), sha256)
        expect(frontierRoot(whole.frontier, sha256)).toEqual(frontierRoot(grown.frontier, sha256))
      }),
      { numRuns: 20 },
    )
  })

  test('reaches the third level of tiles', () => {
    const leaf = hashes[0] ?? new Uint8Array()
    const { frontier, full } = grow(
      emptyFrontier,
      Array.from({ length: 65_793 }, () => leaf),
      sha256,
    )
    expect(full.filter(({ tile }) => tile.level === 1)).toHaveLength(1)
    expect(frontier.levels.map((level) => level.length)).toEqual([1, 1, 1])
    expect(partialTileBytes(frontier).map(({ tile }) => tilePath(tile))).toEqual([
      'tile/0/257.p/1',
      'tile/1/001.p/1',
      'tile/2/000.p/1',
    ])
  })
})

describe('proofs from tiles', () => {
  test('hold for every kind of place, and come the same through a fetch that takes time', async () => {
    for (const size of sizes) {
      const { files, root } = logOf(entries.slice(0, size))
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        const work = (readTile: (tile: Tile) => Uint8Array | undefined) =>
          fromTiles(size, readTile, sha256, (read) => inclusionProof(index, size, read, sha256))
        const proof = work((tile) => files.get(tilePath(tile)))
        const hash = hashes[index] ?? new Uint8Array()
        expect(proof.ok && checkInclusion({ size, root }, index, hash, proof.value, sha256).ok).toBe(true)
        let fetched = 0
        const slow = await withTiles(async (path) => {
          fetched += 1
          return files.get(path)
        }, work)
        expect(slow).toEqual(proof)
        expect(fetched).toBeLessThanOrEqual(4)
      }
    }
  })

  test('show that each size continues the one before', () => {
    for (const to of sizes)
      for (const from of sizes.filter((size) => size <= to)) {
        const [older, newer] = [logOf(entries.slice(0, from)), logOf(entries.slice(0, to))]
        const proof = fromTiles(
          to,
          (tile) => newer.files.get(tilePath(tile)),
          sha256,
          (read) => consistencyProof(from, to, read, sha256),
        )
        expect(proof.ok && checkConsistency(older, newer, proof.value, sha256).ok).toBe(true)
      }
  })

  test('say which tile is missing or has the wrong length, and take a full tile for a partial one', async () => {
    const { files } = logOf(entries.slice(0, 300))
    const full = logOf(entries.slice(0, 512)).files
    const proofWith = (readTile: (path: string) => Uint8Array | undefined) =>
      fromTiles(
        300,
        (tile) => readTile(tilePath(tile)),
        sha256,
        (read) => inclusionProof(299, 300, read, sha256),
      )
    const right = proofWith((path) => files.get(path))
    expect(
      proofWith((path) => (path === 'tile/0/001.p/44' ? full.get('tile/0/001') : files.get(path))),
    ).toEqual(right)
    const facts = { path: 'tile/0/001.p/44' }
    expect(proofWith((path) => (path === facts.path ? undefined : files.get(path)))).toEqual({
      ok: false,
      refusal: { code: 'record.tile-missing', facts },
    })
    expect(proofWith((path) => (path === facts.path ? new Uint8Array(31) : files.get(path)))).toEqual({
      ok: false,
      refusal: { code: 'record.tile-malformed', facts },
    })
  })
})

describe('a bundle of entries', () => {
  test('comes back, whatever the entries', () => {
    const bundle = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 })
    fc.assert(
      fc.property(bundle, (leaves) => {
        expect(parseBundle(formatBundle(leaves), leaves.length)).toEqual({ ok: true, value: leaves })
      }),
      { numRuns: 30 },
    )
    const largest = [new Uint8Array(maxLeaf), new Uint8Array(0)]
    expect(parseBundle(formatBundle(largest), 2)).toEqual({ ok: true, value: largest })
  })

  test('is refused when cut, continued or of another number of entries', () => {
    const bytes = formatBundle(entries.slice(0, 5))
    const refused = { ok: false, refusal: { code: 'record.bundle-malformed' } }
    for (let end = 0; end < bytes.length; end += 1)
      expect(parseBundle(bytes.subarray(0, end), 5)).toEqual(refused)
    expect(parseBundle(Uint8Array.of(...bytes, 0), 5)).toEqual(refused)
    expect(parseBundle(Uint8Array.of(...bytes, 0, 0), 5)).toEqual(refused)
    expect(parseBundle(bytes, 4)).toEqual(refused)
    expect(parseBundle(new Uint8Array(2 * 257), 256)).toEqual(refused)
    expect(parseBundle(formatBundle(entries.slice(0, 256)), 3)).toEqual({
      ok: true,
      value: entries.slice(0, 3),
    })
  })

  test('holds no entry of more than 65,535 bytes, and no more than 256', () => {
    expect(() => formatBundle([new Uint8Array(maxLeaf + 1)])).toThrow(RangeError)
    expect(() => formatBundle(entries.slice(0, 257))).toThrow(RangeError)
  })
})
