/** Words compared with words: what two passages share in order, and where they differ. */

// A figure with its thousands apart (13 000); a word with what joins its parts (apostrophes, hyphens, and full stops and
// slashes inside figures); or one other character.
const token =
  /\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:[’'‑-][\p{L}\p{N}\p{M}]+|[.,/](?=\p{N})[\p{L}\p{N}\p{M}]+)*|\s+|[\s\S]/gu

/** The words, the spaces and the other characters of a passage, in order; joined they are the passage. */
export const wordsIn = (passage: string): readonly string[] => passage.match(token) ?? []

/** A stretch in which two sequences differ: `from` included, `to` not, in each of them. */
export interface Hunk {
  readonly before: readonly [from: number, to: number]
  readonly after: readonly [from: number, to: number]
}

/** Numbers for words, so that comparing two is comparing two numbers. */
export const interner = (): ((words: readonly string[]) => Int32Array) => {
  const known = new Map<string, number>()
  return (words) =>
    Int32Array.from(words, (word) => {
      const found = known.get(word)
      if (found !== undefined) return found
      known.set(word, known.size)
      return known.size - 1
    })
}

/** How many edits are looked for before a stretch counts as wholly different; keeps the cost linear in the length. */
const mostEdits = 400

/**
 * The hunks in which two sequences differ, by the greedy algorithm of Myers (1986), "An O(ND) difference algorithm
 * and its variations", after what is the same at both ends is set aside. When more than 400 edits are needed the
 * middle is one hunk. Outside the hunks the sequences are equal; a hunk is never empty on both sides.
 */
export const hunksBetween = (before: Int32Array, after: Int32Array): readonly Hunk[] => {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1
  const one = before.subarray(start, before.length - tail)
  const other = after.subarray(start, after.length - tail)
  if (one.length === 0 && other.length === 0) return []
  const whole: Hunk = { before: [start, start + one.length], after: [start, start + other.length] }
  if (one.length === 0 || other.length === 0) return [whole]
  const traces = forward(one, other)
  return traces ? backward(one, other, traces, start) : [whole]
}

/** The furthest reaching paths for 0, 1, 2 … edits, until the end is reached; null when it takes too many. */
const forward = (one: Int32Array, other: Int32Array): readonly Int32Array[] | null => {
  const most = Math.min(mostEdits, one.length + other.length)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const traces: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    traces.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      const left = furthest[middle + k - 1] ?? 0
      const above = furthest[middle + k + 1] ?? 0
      let x = k === -edits || (k !== edits && left < above) ? above : left + 1
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1
      furthest[middle + k] = x
      if (x >= one.length && x - k >= other.length) return traces
    }
  }
  return null
}

const backward = (
  one: Int32Array,
  other: Int32Array,
  traces: readonly Int32Array[],
  offset: number,
): readonly Hunk[] => {
  const hunks: Hunk[] = []
  let x = one.length
  let y = other.length
  for (let edits = traces.length - 1; edits > 0; edits -= 1) {
    const furthest = traces[edits] ?? new Int32Array()
    const at = (k: number): number => furthest[k + edits + 1] ?? 0
    const k = x - y
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const fromX = at(down ? k + 1 : k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY]
    const last = hunks.at(-1)
    if (last && last.before[0] === offset + toX && last.after[0] === offset + toY)
      hunks[hunks.length - 1] = {
        before: [offset + fromX, last.before[1]],
        after: [offset + fromY, last.after[1]],
      }
    else hunks.push({ before: [offset + fromX, offset + toX], after: [offset + fromY, offset + toY] })
    x = fromX
    y = fromY
  }
  return hunks.reverse()
}
