/** Which clause of one draft is which of the other, wherever it has moved and however it was reworded in part. */
import type { Language } from '#domain/parties/localised.ts'
import type { Draft, DraftClause } from './draft.ts'
import { sharedWords } from './shared-words.ts'

/** A clause of the first draft and the one of the second that it is. */
export interface Match {
  readonly first: number
  readonly second: number
  /** 1 for the same words in every language, less for fewer in common. */
  readonly likeness: number
}

/** The least likeness at which two clauses are variants of one; below it they are two clauses. */
const leastLikeness = 0.5

const keyOf = (clause: DraftClause, languages: readonly Language[]): string =>
  languages.map((language) => clause.words[language] ?? '\u0001').join('\u0000')

type Distance = (first: number, second: number) => number

/** Clauses of the same words, as many on one side as on the other: each with its own in order; else the nearest first. */
const paired = (
  first: readonly number[],
  second: readonly number[],
  distance: Distance,
): readonly Match[] => {
  if (first.length === second.length)
    return first.map((place, n) => ({ first: place, second: second[n] ?? -1, likeness: 1 }))
  const all = first.flatMap((i) => second.map((j) => ({ first: i, second: j, likeness: 1 })))
  return oneToOne(all, distance)
}

const sameWords = (first: Draft, second: Draft, distance: Distance): readonly Match[] => {
  const places = (draft: Draft): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>()
    for (const [i, clause] of draft.clauses.entries()) {
      const key = keyOf(clause, first.languages)
      const list = found.get(key)
      if (list) list.push(i)
      else found.set(key, [i])
    }
    return found
  }
  const there = places(second)
  return [...places(first)].flatMap(([key, mine]) => paired(mine, there.get(key) ?? [], distance))
}

const family = (clause: DraftClause | undefined): string | undefined =>
  ['operative', 'paragraph', 'sub-paragraph', 'article'].includes(clause?.kind ?? '')
    ? 'paragraph'
    : clause?.kind

/** The likest first; among equals those that stand nearest to each other; no clause twice. */
const oneToOne = (pairs: readonly Match[], distance: Distance): readonly Match[] => {
  const [usedFirst, usedSecond] = [new Set<number>(), new Set<number>()]
  return pairs
    .map((pair) => ({ pair, apart: distance(pair.first, pair.second) }))
    .toSorted((a, b) => b.pair.likeness - a.pair.likeness || a.apart - b.apart || a.pair.first - b.pair.first)
    .flatMap(({ pair }) => {
      if (usedFirst.has(pair.first) || usedSecond.has(pair.second)) return []
      usedFirst.add(pair.first)
      usedSecond.add(pair.second)
      return [pair]
    })
}

/** So many of the clauses that are the same in both are looked at to know which words are rare. */
const sampled = 64

const sample = (places: readonly number[]): readonly number[] => {
  const step = Math.max(1, places.length / sampled)
  return Array.from({ length: Math.min(sampled, places.length) }, (_, n) => places[Math.floor(n * step)] ?? 0)
}

/** The pairs of these places that are alike enough, in all languages together; kinds of two families are less alike. */
const alike = (
  first: Draft,
  second: Draft,
  left: readonly number[],
  right: readonly number[],
  around: readonly number[],
): readonly Match[] => {
  const words = (draft: Draft, places: readonly number[], language: Language): readonly string[] =>
    places.map((i) => draft.clauses[i]?.words[language] ?? '')
  const perLanguage = first.languages.map((language) =>
    sharedWords(words(first, left, language), words(second, right, language), words(first, around, language)),
  )
  const families = right.map((j) => family(second.clauses[j]))
  return left.flatMap((i, n) => {
    const rows = perLanguage.map((rowOf) => rowOf(n))
    const kind = family(first.clauses[i])
    const found: Match[] = []
    for (const [m, j] of right.entries()) {
      const mean = rows.reduce((sum, row) => sum + (row[m] ?? 0), 0) / rows.length
      const likeness = kind === families[m] ? mean : mean * 0.6
      if (likeness >= leastLikeness) found.push({ first: i, second: j, likeness })
    }
    return found
  })
}

/**
 * The matches, one to one, in the order of the first draft. Clauses of the same words are found first; of the rest the
 * likest pairs are taken first, in all languages together; among equals those that stand nearest to each other. What
 * is left over is a clause of one side alone.
 */
export const matchClauses = (first: Draft, second: Draft): readonly Match[] => {
  const distance = (i: number, j: number): number =>
    Math.abs(i / Math.max(1, first.clauses.length) - j / Math.max(1, second.clauses.length))
  const same = sameWords(first, second, distance)
  const [known, knownThere] = [
    new Set(same.map((pair) => pair.first)),
    new Set(same.map((pair) => pair.second)),
  ]
  const left = [...first.clauses.keys()].filter((i) => !known.has(i))
  const right = [...second.clauses.keys()].filter((j) => !knownThere.has(j))
  const around = sample([...known])
  const rest = oneToOne(alike(first, second, left, right, around), distance)
  return [...same, ...rest].toSorted((a, b) => a.first - b.first)
}

/** The places of a longest rising run in a list of different numbers: what keeps its order; the rest has moved. */
export const longestRise = (values: readonly number[]): ReadonlySet<number> => {
  const ends: number[] = []
  const before: number[] = []
  for (const [i, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = i
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}
