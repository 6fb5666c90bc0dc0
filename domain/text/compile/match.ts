/** Which clause of one draft is which of the other, wherever it has moved and however it was reworded in part. */
import type { Language } from '#domain/parties/localised.ts'
import { wordsIn } from '../words.ts'
import type { Draft, DraftClause } from './draft.ts'

/** A clause of the first draft and the one of the second that it is. */
export interface Match {
  readonly first: number
  readonly second: number
  /** 1 for the same words in every language, less for fewer in common. */
  readonly likeness: number
}

/** The least likeness at which two clauses are variants of one; below it they are two clauses. */
const leastLikeness = 0.5

type Bag = ReadonlyMap<string, number>

const termsOf = (words: string): readonly string[] => {
  const plain = wordsIn(words.toLocaleLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return [...plain, ...plain.slice(1).map((word, i) => `${plain[i]} ${word}`)]
}

const bagOf = (words: string): Bag => {
  const bag = new Map<string, number>()
  for (const term of termsOf(words)) bag.set(term, (bag.get(term) ?? 0) + 1)
  return bag
}

/** How rare each term is: words that stand in every clause say little about which clause it is. */
const weigh = (bags: readonly Bag[]): ((term: string) => number) => {
  const clauses = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) clauses.set(term, (clauses.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + bags.length / (clauses.get(term) ?? 1))
}

interface Weighed {
  readonly bag: Bag
  readonly weight: number
}

/** For each pair that shares a term, twice the shared weight over both weights (Dice), in one language. */
const likenesses = (first: Draft, second: Draft, language: Language): ReadonlyMap<number, number> => {
  const bags = (draft: Draft): readonly Bag[] =>
    draft.clauses.map(({ words }) => bagOf(words[language] ?? ''))
  const [one, other] = [bags(first), bags(second)]
  const weightOf = weigh([...one, ...other])
  const weighed = (bag: Bag): Weighed => ({
    bag,
    weight: [...bag].reduce((sum, [term, count]) => sum + count * weightOf(term), 0),
  })
  const [left, right] = [one.map(weighed), other.map(weighed)]
  const holders = new Map<string, number[]>()
  for (const [j, { bag }] of right.entries())
    for (const term of bag.keys()) {
      const list = holders.get(term)
      if (list) list.push(j)
      else holders.set(term, [j])
    }
  const shared = new Map<number, number>()
  for (const [i, { bag }] of left.entries())
    for (const [term, count] of bag)
      for (const j of holders.get(term) ?? []) {
        const both = Math.min(count, right[j]?.bag.get(term) ?? 0)
        const key = i * second.clauses.length + j
        shared.set(key, (shared.get(key) ?? 0) + both * weightOf(term))
      }
  for (const [key, weight] of shared) {
    const i = Math.floor(key / second.clauses.length)
    const total = (left[i]?.weight ?? 0) + (right[key % second.clauses.length]?.weight ?? 0)
    shared.set(key, total === 0 ? 0 : (2 * weight) / total)
  }
  return shared
}

const isSame = (one: DraftClause, other: DraftClause, languages: readonly Language[]): boolean =>
  languages.every((language) => one.words[language] === other.words[language])

const family = (clause: DraftClause): string =>
  ['operative', 'paragraph', 'sub-paragraph', 'article'].includes(clause.kind) ? 'paragraph' : clause.kind

/** How two clauses stand to each other: kinds of one family, and near each other where words do not decide. */
const likenessOf = (
  first: Draft,
  second: Draft,
  i: number,
  j: number,
  perLanguage: readonly ReadonlyMap<number, number>[],
): number => {
  const [one, other] = [first.clauses[i], second.clauses[j]]
  if (!one || !other) return 0
  if (isSame(one, other, first.languages)) return 1
  const key = i * second.clauses.length + j
  const mean = perLanguage.reduce((sum, each) => sum + (each.get(key) ?? 0), 0) / perLanguage.length
  return family(one) === family(other) ? mean : mean * 0.6
}

/**
 * The matches, one to one, in the order of the first draft. The likest pairs are taken first, in all languages
 * together; among equals those that stand nearest to each other. What is left over is a clause of one side alone.
 */
export const matchClauses = (first: Draft, second: Draft): readonly Match[] => {
  const perLanguage = first.languages.map((language) => likenesses(first, second, language))
  const keys = new Set(perLanguage.flatMap((each) => [...each.keys()]))
  const width = second.clauses.length
  for (const [i, one] of first.clauses.entries())
    if (Object.values(one.words).every((words) => !words || termsOf(words).length === 0))
      for (const [j, other] of second.clauses.entries())
        if (isSame(one, other, first.languages)) keys.add(i * width + j)
  const distance = (i: number, j: number): number =>
    Math.abs(i / Math.max(1, first.clauses.length) - j / Math.max(1, width))
  const pairs = [...keys]
    .map((key) => ({ first: Math.floor(key / width), second: key % width }))
    .map((pair) => ({ ...pair, likeness: likenessOf(first, second, pair.first, pair.second, perLanguage) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        distance(a.first, a.second) - distance(b.first, b.second) ||
        a.first - b.first,
    )
  const [usedFirst, usedSecond] = [new Set<number>(), new Set<number>()]
  return pairs
    .filter((pair) => {
      if (usedFirst.has(pair.first) || usedSecond.has(pair.second)) return false
      usedFirst.add(pair.first)
      usedSecond.add(pair.second)
      return true
    })
    .toSorted((a, b) => a.first - b.first)
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
