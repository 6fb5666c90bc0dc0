/** How much of their words clauses share: words and pairs of neighbouring words, the rare ones counting more. */
import { wordsIn } from '../words.ts'

/** How often each term stands in a clause; a term is a word or a pair of neighbours, as a number. */
type Bag = ReadonlyMap<number, number>

/** More different words than a text can hold; keeps pairs of neighbours apart from words and from each other. */
const mostWords = 2 ** 26

const bagger = (): ((words: string) => Bag) => {
  const known = new Map<string, number>()
  const idOf = (word: string): number => {
    const found = known.get(word)
    if (found !== undefined) return found
    known.set(word, known.size + 1)
    return known.size
  }
  return (words) => {
    const bag = new Map<number, number>()
    const add = (term: number): void => void bag.set(term, (bag.get(term) ?? 0) + 1)
    let before = 0
    for (const word of wordsIn(words.toLocaleLowerCase())) {
      if (!/[\p{L}\p{N}]/u.test(word)) continue
      const id = idOf(word)
      add(id)
      if (before > 0) add(before * mostWords + id)
      before = id
    }
    return bag
  }
}

/** How rare each term is: words that stand in every clause say little about which clause it is. */
const weigh = (bags: readonly Bag[], count: number): ((term: number) => number) => {
  const clauses = new Map<number, number>()
  for (const bag of bags) for (const term of bag.keys()) clauses.set(term, (clauses.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + count / (clauses.get(term) ?? 1))
}

const weightOfBag = (bag: Bag, weightOf: (term: number) => number): number => {
  let sum = 0
  for (const [term, count] of bag) sum += count * weightOf(term)
  return sum
}

interface Holder {
  readonly place: number
  readonly count: number
}

const holdersOf = (bags: readonly Bag[]): ReadonlyMap<number, readonly Holder[]> => {
  const holders = new Map<number, Holder[]>()
  for (const [place, bag] of bags.entries())
    for (const [term, count] of bag) {
      const list = holders.get(term)
      if (list) list.push({ place, count })
      else holders.set(term, [{ place, count }])
    }
  return holders
}

/**
 * For each passage of the first list how much it shares with each of the second: twice the shared weight over both
 * weights (Dice 1945), from 0 to 1. `around` are passages that stand in both texts; they only say what is rare. The
 * row that is given is used again for the next passage.
 */
export const sharedWords = (
  first: readonly string[],
  second: readonly string[],
  around: readonly string[],
): ((place: number) => Float64Array) => {
  const bagOf = bagger()
  const [one, other, both] = [first.map(bagOf), second.map(bagOf), around.map(bagOf)]
  const bags = [...one, ...other, ...both, ...both]
  const weightOf = weigh(bags, bags.length)
  const weights = other.map((bag) => weightOfBag(bag, weightOf))
  const holders = holdersOf(other)
  const row = new Float64Array(second.length)
  return (place) => {
    row.fill(0)
    const bag = one[place] ?? new Map()
    for (const [term, count] of bag) {
      const weight = weightOf(term)
      for (const holder of holders.get(term) ?? [])
        row[holder.place] = (row[holder.place] ?? 0) + Math.min(count, holder.count) * weight
    }
    const own = weightOfBag(bag, weightOf)
    for (let j = 0; j < row.length; j += 1) {
      const total = own + (weights[j] ?? 0)
      row[j] = total === 0 ? 0 : (2 * (row[j] ?? 0)) / total
    }
    return row
  }
}
