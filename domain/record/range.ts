/** A tree that grows leaf by leaf and keeps only its peaks: at most one hash for each power of two. */
import type { Sha256 } from './primitives.ts'
import { emptyRoot, foldPeaks, isSize, nodeHash } from './tree.ts'

/** The first `size` leaves of a log as the roots of their perfect subtrees, from the left, the largest first. */
export interface CompactRange {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

/** The range of a log without entries. */
export const emptyRange: CompactRange = { size: 0, peaks: [] }

/** The range after one more leaf, given the leaf's hash. Throws beyond 2^53 - 1 leaves. */
export const appendLeaf = (range: CompactRange, hash: Uint8Array, sha256: Sha256): CompactRange => {
  if (!isSize(range.size + 1)) throw new RangeError('a log holds at most 2^53 - 1 leaves')
  const peaks = [...range.peaks]
  let peak = hash
  for (let rest = range.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = peaks.pop()
    if (left) peak = nodeHash(left, peak, sha256)
  }
  return { size: range.size + 1, peaks: [...peaks, peak] }
}

/** The root of the tree (RFC 6962, 2.1), computed from the leaves that were appended. */
export const rangeRoot = (range: CompactRange, sha256: Sha256): Uint8Array =>
  foldPeaks(range.peaks, sha256) ?? emptyRoot(sha256)
