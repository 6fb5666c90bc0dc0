/** The Merkle tree of a log (RFC 6962, section 2.1): its hashes, what a proof consists of, and whether a proof holds. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { concat, sameBytes } from './bytes.ts'
import type { Sha256 } from './primitives.ts'

/** A perfect subtree: the `index`-th run of 2^level leaves, counted from 0. */
export interface TreeNode {
  readonly level: number
  readonly index: number
}

/** A run of leaves that RFC 6962 gives one hash: from `start` up to and without `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Finds the hash of a perfect subtree: 32 bytes. */
export type ReadNode = (node: TreeNode) => Uint8Array

/** Written over for every hash, since most of the cost of a small hash is the memory it asks for. */
const leafInput = new Uint8Array(65_536)
const nodeInput = new Uint8Array(65).fill(1, 0, 1)

/** The hash of a leaf: SHA-256 over 0x00 and the leaf. */
export const leafHash = (leaf: Uint8Array, sha256: Sha256): Uint8Array => {
  if (leaf.length >= leafInput.length) return sha256(concat(Uint8Array.of(0), leaf))
  leafInput.set(leaf, 1)
  return sha256(leafInput.subarray(0, leaf.length + 1))
}

/** The hash of two neighbours: SHA-256 over 0x01, the left and the right. Throws unless each is 32 bytes. */
export const nodeHash = (left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array => {
  if (left.length !== 32 || right.length !== 32) throw new RangeError('a hash is 32 bytes')
  nodeInput.set(left, 1)
  nodeInput.set(right, 33)
  return sha256(nodeInput)
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array(0))

/** Whether this counts leaves: a whole number from 0 to 2^53 - 1, the largest a number holds exactly. */
export const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

/** A number halved and rounded down; unlike `>> 1` right beyond 2^31. */
const half = (n: number): number => (n - (n % 2)) / 2

/** The largest power of two below n; n is at least 2. */
const split = (n: number): number => {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** The siblings on the way from a leaf to the root, the leaf's own first (RFC 6962, 2.1.1). Throws if there is no such leaf. */
export const inclusionSpans = (index: number, size: number): readonly Span[] => {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError(`no leaf ${index} of ${size}`)
  const spans: Span[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + split(end - start)
    if (index < middle) {
      spans.unshift({ start: middle, end })
      end = middle
    } else {
      spans.unshift({ start, end: middle })
      start = middle
    }
  }
  return spans
}

/** What proves that the tree of `from` leaves begins the tree of `to` leaves (RFC 6962, 2.1.2). Throws unless 0 <= from <= to. */
export const consistencySpans = (from: number, to: number): readonly Span[] => {
  if (!isSize(from) || !isSize(to) || from > to) throw new RangeError(`no consistency of ${from} with ${to}`)
  if (from === 0 || from === to) return []
  const spans: Span[] = []
  let [start, end] = [0, to]
  while (from !== end) {
    const middle = start + split(end - start)
    if (from <= middle) {
      spans.unshift({ start: middle, end })
      end = middle
    } else {
      spans.unshift({ start, end: middle })
      start = middle
    }
  }
  return start === 0 ? spans : [{ start, end }, ...spans]
}

/** The perfect subtrees a span consists of, from the left, the largest first. */
export const nodesOf = (span: Span): readonly TreeNode[] => {
  const nodes: TreeNode[] = []
  for (let at = span.start; at < span.end; ) {
    let [level, width] = [0, 1]
    while (width * 2 <= span.end - at && at % (width * 2) === 0) {
      level += 1
      width *= 2
    }
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The hash of a span from the hashes of its perfect subtrees. Throws on an empty span. */
export const spanHash = (span: Span, read: ReadNode, sha256: Sha256): Uint8Array => {
  const hash = foldPeaks(nodesOf(span).map(read), sha256)
  if (!hash) throw new RangeError('an empty span has no hash')
  return hash
}

/** Perfect subtrees from the left joined into one hash, the smaller first; undefined if there are none. */
export const foldPeaks = (peaks: readonly Uint8Array[], sha256: Sha256): Uint8Array | undefined => {
  let hash = peaks.at(-1)
  for (let i = peaks.length - 2; i >= 0; i -= 1) {
    const peak = peaks[i]
    if (hash && peak) hash = nodeHash(peak, hash, sha256)
  }
  return hash
}

/** The proof that a leaf stands in a tree: hashes from the leaf's sibling up to the root's child. */
export const inclusionProof = (
  index: number,
  size: number,
  read: ReadNode,
  sha256: Sha256,
): readonly Uint8Array[] => inclusionSpans(index, size).map((span) => spanHash(span, read, sha256))

/** The proof that one tree begins another: hashes as in RFC 6962, 2.1.2; none when the first is empty or the same. */
export const consistencyProof = (
  from: number,
  to: number,
  read: ReadNode,
  sha256: Sha256,
): readonly Uint8Array[] => consistencySpans(from, to).map((span) => spanHash(span, read, sha256))

/** A tree as a checkpoint states it: so many leaves, this root. */
export interface Head {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Whether a proof shows this leaf hash at this index under this head (RFC 9162, 2.1.3.2).
 * Refusals: `record.index-beyond`, `record.inclusion-broken`.
 */
export const checkInclusion = (
  head: Head,
  index: number,
  hash: Uint8Array,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Outcome<void> => {
  if (!isSize(index) || index >= head.size) return refuse('record.index-beyond', { index, size: head.size })
  const broken = refuse('record.inclusion-broken', { index, size: head.size })
  if (hash.length !== 32) return broken
  let [at, last, root] = [index, head.size - 1, hash]
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return broken
    const isRight = at % 2 === 1 || at === last
    root = isRight ? nodeHash(sibling, root, sha256) : nodeHash(root, sibling, sha256)
    while (isRight && at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(root, head.root) ? done(undefined) : broken
}

/**
 * Whether a proof shows that the older tree begins the newer one (RFC 9162, 2.1.4.2). Every tree continues the empty one.
 * Refusals: `record.history-shorter` when the newer has fewer leaves, `record.history-forged` for everything else.
 */
export const checkConsistency = (
  older: Head,
  newer: Head,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Outcome<void> => {
  const sizes = { from: older.size, to: newer.size }
  if (newer.size < older.size) return refuse('record.history-shorter', sizes)
  const verdict = (holds: boolean): Outcome<void> =>
    holds ? done(undefined) : refuse('record.history-forged', sizes)
  if (older.size === newer.size) return verdict(proof.length === 0 && sameBytes(older.root, newer.root))
  if (older.size === 0) return verdict(proof.length === 0 && sameBytes(older.root, emptyRoot(sha256)))
  return verdict(continues(older, newer, proof, sha256))
}

const continues = (older: Head, newer: Head, proof: readonly Uint8Array[], sha256: Sha256): boolean => {
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [first, ...rest] = at === 0 ? [older.root, ...proof] : proof
  if (!first || [first, ...rest].some((hash) => hash.length !== 32)) return false
  let [was, is] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      was = nodeHash(hash, was, sha256)
      is = nodeHash(hash, is, sha256)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else is = nodeHash(is, hash, sha256)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(was, older.root) && sameBytes(is, newer.root)
}
