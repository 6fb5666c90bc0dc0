/** The differences of a clause in all its languages, paired: one bracket for one difference. */
import type { Language } from '#domain/parties/localised.ts'
import { type Hunk, hunksBetween, interner, wordsIn } from '../words.ts'

/** A run of words of both sides in one language; where they are the same, `same` says so. */
export interface Stretch {
  readonly first: string
  readonly second: string
  readonly same: boolean
}

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** Too little between two differences to stand alone: no word, or a single short one. */
const isThin = (tokens: readonly string[]): boolean => {
  const words = tokens.filter(isWord)
  return words.length === 0 || (words.length === 1 && (words[0]?.length ?? 0) <= 3)
}

const joined = (one: Hunk, other: Hunk): Hunk => ({
  before: [one.before[0], other.before[1]],
  after: [one.after[0], other.after[1]],
})

/** Differences with next to nothing between them are one difference. */
const readable = (hunks: readonly Hunk[], tokens: readonly string[]): readonly Hunk[] => {
  const merged: Hunk[] = []
  for (const hunk of hunks) {
    const last = merged.at(-1)
    if (last && isThin(tokens.slice(last.before[1], hunk.before[0])))
      merged[merged.length - 1] = joined(last, hunk)
    else merged.push(hunk)
  }
  return merged
}

/** What both sides have in common at the ends of a hunk stands outside it. */
const trimmed = (hunk: Hunk, first: readonly string[], second: readonly string[]): Hunk => {
  let [[a, b], [c, d]] = [hunk.before, hunk.after]
  while (a < b && c < d && first[b - 1] === second[d - 1]) [b, d] = [b - 1, d - 1]
  while (a < b && c < d && first[a] === second[c]) [a, c] = [a + 1, c + 1]
  return { before: [a, b], after: [c, d] }
}

/** Words that one side adds take the space before them along, not the one after. */
const slid = (hunk: Hunk, first: readonly string[], second: readonly string[]): Hunk => {
  const [[a, b], [c, d]] = [hunk.before, hunk.after]
  const added = a === b ? second.slice(c, d) : c === d ? first.slice(a, b) : []
  const isSpace = (token: string | undefined): boolean => token !== undefined && /^\s+$/.test(token)
  const last = added.at(-1)
  if (!isSpace(last) || isSpace(added[0]) || a === 0 || first[a - 1] !== last || second[c - 1] !== last)
    return hunk
  return { before: [a - 1, b - 1], after: [c - 1, d - 1] }
}

interface InLanguage {
  readonly language: Language
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly hunks: readonly Hunk[]
}

/** Where a hunk lies in the words of the first side, from 0 to 1. */
const middleOf = (hunk: Hunk, { first }: InLanguage): number =>
  (hunk.before[0] + hunk.before[1]) / 2 / Math.max(1, first.length)

/**
 * Joins neighbouring hunks until there are as many as `anchors`, so that those which are paired lie at like places:
 * the partition into runs with the least sum of distances (dynamic programming over runs).
 */
const grouped = (side: InLanguage, anchors: readonly number[]): readonly Hunk[] => {
  const { hunks } = side
  const [n, k] = [hunks.length, anchors.length]
  const cost: number[][] = Array.from({ length: k + 1 }, () =>
    new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY),
  )
  const cut: number[][] = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(0))
  const first = cost[0]
  if (first) first[0] = 0
  const run = (from: number, to: number): Hunk | undefined => {
    const [a, b] = [hunks[from], hunks[to - 1]]
    return a && b ? joined(a, b) : undefined
  }
  for (let group = 1; group <= k; group += 1)
    for (let to = group; to <= n - (k - group); to += 1)
      for (let from = group - 1; from < to; from += 1) {
        const hunk = run(from, to)
        if (!hunk) continue
        const total =
          (cost[group - 1]?.[from] ?? Number.POSITIVE_INFINITY) +
          Math.abs(middleOf(hunk, side) - (anchors[group - 1] ?? 0)) +
          (to - from - 1) * 0.01
        if (total >= (cost[group]?.[to] ?? Number.POSITIVE_INFINITY)) continue
        const [costs, cuts] = [cost[group], cut[group]]
        if (costs && cuts) {
          costs[to] = total
          cuts[to] = from
        }
      }
  const groups: Hunk[] = []
  for (let group = k, to = n; group > 0; group -= 1) {
    const from = cut[group]?.[to] ?? 0
    const hunk = run(from, to)
    if (hunk) groups.unshift(hunk)
    to = from
  }
  return groups
}

/** Where a language has no difference at all: one word at a like place, the same on both sides, for each anchor. */
const standIns = (side: InLanguage, anchors: readonly number[]): readonly Hunk[] => {
  const places = side.first.flatMap((token, i) => (isWord(token) ? [i] : []))
  let next = 0
  return anchors.map((anchor, n) => {
    const left = anchors.length - n
    while (next < places.length - left && (places[next] ?? 0) / Math.max(1, side.first.length) < anchor)
      next += 1
    const place = places[next]
    next += 1
    // Fewer words than differences: the rest stands, empty, at the end.
    const at = place ?? side.first.length
    const width = place === undefined ? 0 : 1
    return { before: [at, at + width], after: [at, at + width] }
  })
}

const stretches = ({ first, second, hunks }: InLanguage): readonly Stretch[] => {
  const all: Stretch[] = []
  let at = 0
  const upTo = (end: number): void => {
    const words = first.slice(at, end).join('')
    if (words !== '') all.push({ first: words, second: words, same: true })
  }
  for (const { before, after } of hunks) {
    upTo(before[0])
    all.push({
      first: first.slice(...before).join(''),
      second: second.slice(...after).join(''),
      same: false,
    })
    at = before[1]
  }
  upTo(first.length)
  return all
}

/**
 * The words of two sides in every language as stretches. Every language has the same number of stretches that are
 * not `same`, and the n-th of one language belongs to the n-th of the others. Joined, the first sides of a language
 * are the words of the first side, and the second sides those of the second. Empty when all words are the same.
 */
export const pairedStretches = (
  first: Readonly<Record<Language, string>>,
  second: Readonly<Record<Language, string>>,
): Readonly<Record<Language, readonly Stretch[]>> => {
  const sides = Object.keys(first).map((language): InLanguage => {
    const intern = interner()
    const [one, other] = [wordsIn(first[language] ?? ''), wordsIn(second[language] ?? '')]
    const hunks = hunksBetween(intern(one), intern(other))
    return {
      ...{ language, first: one, second: other },
      hunks: readable(hunks, one).map((hunk) => slid(trimmed(hunk, one, other), one, other)),
    }
  })
  const counts = sides.map(({ hunks }) => hunks.length).filter((count) => count > 0)
  if (counts.length === 0) return {}
  const fewest = Math.min(...counts)
  const leading = sides.find(({ hunks }) => hunks.length === fewest)
  const anchors = leading ? leading.hunks.map((hunk) => middleOf(hunk, leading)) : []
  return Object.fromEntries(
    sides.map((side) => {
      const hunks =
        side.hunks.length === 0
          ? standIns(side, anchors)
          : side.hunks.length === fewest
            ? side.hunks
            : grouped(side, anchors)
      return [side.language, stretches({ ...side, hunks })]
    }),
  )
}
