import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'
import { appendLeaf, emptyRange, rangeRoot } from './range.ts'
import { naiveTree } from './testing/naive.ts'
import { sha256 } from './testing/platform.ts'
import {
  checkConsistency,
  checkInclusion,
  consistencyProof,
  consistencySpans,
  emptyRoot,
  inclusionProof,
  inclusionSpans,
  leafHash,
  nodeHash,
  nodesOf,
  type ReadNode,
} from './tree.ts'

/** The eight leaves and roots that Certificate Transparency implementations test with. */
const vectors = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()
const leaves = Array.from({ length: 131 }, (_, i) => Uint8Array.of(i, i * 7, 1))
const hashes = leaves.map((leaf) => leafHash(leaf, sha256))
const naive = naiveTree(leaves)
const heads = Array.from({ length: 131 }, (_, size) => ({ size, root: naive.mth(size) }))
const headOf = (size: number): (typeof heads)[number] => heads[size] ?? { size: -1, root: new Uint8Array() }
const hashOf = (index: number): Uint8Array => hashes[index] ?? new Uint8Array()

const made = new Map<string, Uint8Array>()
const read: ReadNode = ({ level, index }) => {
  const key = `${level}/${index}`
  const known = made.get(key)
  if (known) return known
  const [left, right] = [2 * index, 2 * index + 1].map((child) => ({ level: level - 1, index: child }))
  const hash = level === 0 || !left || !right ? hashOf(index) : nodeHash(read(left), read(right), sha256)
  made.set(key, hash)
  return hash
}

describe('the Merkle tree of RFC 6962', () => {
  test('has the roots that are known for eight leaves', () => {
    let range = emptyRange
    for (const [size, root] of roots.entries()) {
      expect(toHex(rangeRoot(range, sha256))).toBe(root)
      const vector = vectors[size]
      if (vector !== undefined) range = appendLeaf(range, leafHash(bytesOf(vector), sha256), sha256)
    }
  })

  test('has the root of the definition at every size, leaf by leaf', () => {
    let range = emptyRange
    for (const [size, hash] of hashes.entries()) {
      expect(rangeRoot(range, sha256)).toEqual(headOf(size).root)
      range = appendLeaf(range, hash, sha256)
    }
  })

  test('proves every leaf of every size up to 130 as the definition does, and the proof holds', () => {
    const wrong: string[] = []
    for (let size = 1; size <= 130; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, read, sha256)
        if (proof.map(toHex).join() !== naive.path(index, size).map(toHex).join())
          wrong.push(`${index} of ${size}`)
        if (!checkInclusion(headOf(size), index, hashOf(index), proof, sha256).ok)
          wrong.push(`${index} of ${size}`)
      }
    expect(wrong).toEqual([])
  })

  test('proves every beginning of every size up to 130 as the definition does, and the proof holds', () => {
    const wrong: string[] = []
    for (let to = 1; to <= 130; to += 1)
      for (let from = 1; from <= to; from += 1) {
        const proof = consistencyProof(from, to, read, sha256)
        if (proof.map(toHex).join() !== naive.proof(from, to).map(toHex).join())
          wrong.push(`${from} to ${to}`)
        if (!checkConsistency(headOf(from), headOf(to), proof, sha256).ok) wrong.push(`${from} to ${to}`)
      }
    expect(wrong).toEqual([])
  })

  test('continues the empty tree without proof, and with nothing else', () => {
    for (const size of [0, 1, 2, 130]) {
      expect(consistencyProof(0, size, read, sha256)).toEqual([])
      expect(checkConsistency(headOf(0), headOf(size), [], sha256).ok).toBe(true)
      expect(checkConsistency(headOf(0), headOf(size), [hashOf(0)], sha256).ok).toBe(false)
    }
    expect(checkConsistency({ size: 0, root: hashOf(0) }, headOf(5), [], sha256).ok).toBe(false)
    expect(checkConsistency(headOf(5), headOf(3), [], sha256)).toEqual({
      ok: false,
      refusal: { code: 'record.history-shorter', facts: { from: 5, to: 3 } },
    })
  })
})

const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))

const flips = function* (proof: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  for (const [at, hash] of proof.entries())
    for (let bit = 0; bit < hash.length * 8; bit += 1) yield proof.with(at, flip(hash, bit))
}

/** Every way to leave a hash out, to put one in, and to swap neighbours. */
const reshaped = function* (proof: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  for (let at = 0; at <= proof.length; at += 1) {
    yield proof.toSpliced(at, 0, hashOf(0))
    if (at < proof.length) yield proof.toSpliced(at, 1)
    if (at + 1 < proof.length) yield proof.toSpliced(at, 2, ...proof.slice(at, at + 2).toReversed())
  }
  if (proof.length > 0) yield proof.map((hash) => hash.subarray(1))
}

describe('a proof that was touched', () => {
  const sizes = [1, 2, 3, 7, 8, 11, 64, 65]
  const bits = Array.from({ length: 256 }, (_, bit) => bit)

  test('is refused for every single bit of leaf, root and path, and for every other shape', () => {
    for (const size of sizes)
      for (const index of new Set([0, Math.floor(size / 2), size - 1])) {
        const head = headOf(size)
        const proof = inclusionProof(index, size, read, sha256)
        const holds = (hash: Uint8Array, root: Uint8Array, path: readonly Uint8Array[]): boolean =>
          checkInclusion({ size, root }, index, hash, path, sha256).ok
        expect(holds(hashOf(index), head.root, proof)).toBe(true)
        const accepted = [
          ...bits.filter((bit) => holds(flip(hashOf(index), bit), head.root, proof)),
          ...bits.filter((bit) => holds(hashOf(index), flip(head.root, bit), proof)),
          ...[...flips(proof), ...reshaped(proof)].filter((touched) =>
            holds(hashOf(index), head.root, touched),
          ),
        ]
        expect(accepted, `${index} of ${size}`).toEqual([])
      }
  })

  test('shows a leaf nowhere but at its own index', () => {
    for (let index = 0; index < 65; index += 1) {
      const proof = inclusionProof(index, 65, read, sha256)
      for (let at = -1; at <= 66; at += 1)
        expect(checkInclusion(headOf(65), at, hashOf(index), proof, sha256).ok).toBe(at === index)
    }
    for (const index of [0.5, Number.NaN, 2 ** 53, -0.1])
      expect(checkInclusion(headOf(65), index, hashOf(0), [], sha256).ok).toBe(false)
  })

  test('makes no forged history true', () => {
    for (const to of sizes)
      for (let from = 1; from < to; from += Math.ceil(to / 8)) {
        const proof = consistencyProof(from, to, read, sha256)
        const holds = (was: Uint8Array, is: Uint8Array, path: readonly Uint8Array[]): boolean =>
          checkConsistency({ size: from, root: was }, { size: to, root: is }, path, sha256).ok
        const [was, is] = [headOf(from).root, headOf(to).root]
        const accepted = [
          ...bits.filter((bit) => holds(flip(was, bit), is, proof)),
          ...bits.filter((bit) => holds(was, flip(is, bit), proof)),
          ...[...flips(proof), ...reshaped(proof)].filter((touched) => holds(was, is, touched)),
        ]
        expect(accepted, `${from} to ${to}`).toEqual([])
      }
  })
})

/** A log of equal leaves: every perfect subtree of a level has the same hash, so that any size can be computed. */
const rows = Array.from({ length: 54 }).reduce<Uint8Array[]>(
  (below) => [
    ...below,
    below.length === 0 ? hashOf(0) : nodeHash(below.at(-1) ?? hashOf(0), below.at(-1) ?? hashOf(0), sha256),
  ],
  [],
)
const equal: ReadNode = ({ level }) => rows[level] ?? new Uint8Array()
const rootOfEqual = (size: number): Uint8Array =>
  size === 0
    ? emptyRoot(sha256)
    : rangeRoot({ size, peaks: nodesOf({ start: 0, end: size }).map(equal) }, sha256)

describe('a very large log', () => {
  const limit = Number.MAX_SAFE_INTEGER
  const large = [2 ** 31, 2 ** 32, 2 ** 40, 2 ** 52, limit - 3].flatMap((n) => [
    n - 2,
    n - 1,
    n,
    n + 1,
    n + 2,
    n + 3,
  ])
  const sizes = large.filter((size) => size <= limit)

  test('has proofs of inclusion near 2^31, 2^32, 2^40, 2^52 and 2^53', () => {
    for (const size of sizes)
      for (const index of [0, 1, 2 ** 31 - 1, 2 ** 31, Math.floor(size / 2), size - 2, size - 1].filter(
        (i) => i < size,
      )) {
        const proof = inclusionProof(index, size, equal, sha256)
        const head = { size, root: rootOfEqual(size) }
        expect(checkInclusion(head, index, hashOf(0), proof, sha256).ok, `${index} of ${size}`).toBe(true)
        expect(checkInclusion(head, index, hashOf(1), proof, sha256).ok).toBe(false)
      }
  })

  test('has proofs of consistency between any two of those sizes, and none that runs backwards', () => {
    for (const [i, from] of sizes.entries())
      for (const to of sizes.slice(i)) {
        const proof = consistencyProof(from, to, equal, sha256)
        const older = { size: from, root: rootOfEqual(from) }
        const newer = { size: to, root: rootOfEqual(to) }
        expect(checkConsistency(older, newer, proof, sha256).ok, `${from} to ${to}`).toBe(true)
        if (from !== to) expect(checkConsistency(newer, older, proof, sha256).ok).toBe(false)
      }
  })

  test('has spans that cover exactly what they should, for any size', () => {
    const pair = fc
      .tuple(fc.maxSafeNat(), fc.maxSafeNat())
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(pair, ([index, size]) => {
        fc.pre(index < size)
        const spans = [...inclusionSpans(index, size), { start: index, end: index + 1 }]
        expect(spans.reduce((sum, { start, end }) => sum + BigInt(end - start), 0n)).toBe(BigInt(size))
        for (const span of [...spans, ...consistencySpans(index, size)]) {
          const nodes = nodesOf(span)
          expect(nodes[0] && nodes[0].index * 2 ** nodes[0].level).toBe(span.start)
          expect(nodes.reduce((end, { level }) => end + 2 ** level, span.start)).toBe(span.end)
        }
      }),
    )
  })

  test('holds no more than 2^53 - 1 leaves', () => {
    const peaks = nodesOf({ start: 0, end: limit }).map(equal)
    expect(() => appendLeaf({ size: limit, peaks }, hashOf(0), sha256)).toThrow(RangeError)
    expect(appendLeaf({ size: limit - 1, peaks: peaks.slice(0, -1) }, hashOf(0), sha256).size).toBe(limit)
    expect(() => inclusionSpans(0, 2 ** 53)).toThrow(RangeError)
    expect(() => inclusionSpans(5, 5)).toThrow(RangeError)
    expect(() => consistencySpans(6, 5)).toThrow(RangeError)
  })
})
