/** The worst that opponents can bring about from each state, for all states at once and in time linear in the moves. */
import type { Game } from './game.ts'
import type { Meaning } from './notion.ts'

/** Answers by which opponents, by which of their moves. */
export interface Answers {
  readonly game: Game
  readonly opponents: readonly number[]
  /** Only moves to states that the mover prefers to the one it leaves. */
  readonly improving: boolean
}

/**
 * For every state the least of these values (at least 1) where an answer of the opponents can end. What stands in the state itself
 * may be counted in: whoever improved to it is not deterred by staying there.
 */
export const leastAnswers = (answers: Answers, values: Int32Array, meaning: Meaning): Int32Array => {
  if (meaning === 'single' || answers.opponents.length < 2) return leastByOne(answers, values)
  return meaning === 'once' ? leastByEach(answers, values) : leastByLegal(answers, values)
}

/** States in rising order of their values, by counting. */
const inOrder = (values: Int32Array): Int32Array => {
  let highest = 0
  for (let state = 0; state < values.length; state += 1) highest = Math.max(highest, values[state] ?? 0)
  const next = new Int32Array(highest + 2)
  for (let state = 0; state < values.length; state += 1) {
    const value = (values[state] ?? 0) + 1
    next[value] = (next[value] ?? 0) + 1
  }
  for (let value = 1; value < next.length; value += 1)
    next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0)
  const order = new Int32Array(values.length)
  for (let state = 0; state < values.length; state += 1) {
    const value = values[state] ?? 0
    const place = next[value] ?? 0
    order[place] = state
    next[value] = place + 1
  }
  return order
}

/** The least of `values` after one move of one of these deciders, or where it is now. */
const lowered = (
  { game, improving }: Answers,
  movers: readonly number[],
  afterMoveOf: (mover: number) => Int32Array,
  values: Int32Array,
): Int32Array => {
  const least = values.slice()
  const into = new Int32Array(game.moves.most)
  for (const mover of movers) {
    const [after, payoffs] = [afterMoveOf(mover), game.payoffs[mover] ?? values]
    for (let state = 0; state < least.length; state += 1) {
      let lowest = least[state] ?? 0
      const own = payoffs[state] ?? 0
      const count = game.moves.out(mover, state, into)
      for (let place = 0; place < count; place += 1) {
        const target = into[place] ?? 0
        const value = after[target] ?? 0
        if (value < lowest && (!improving || (payoffs[target] ?? 0) > own)) lowest = value
      }
      least[state] = lowest
    }
  }
  return least
}

const leastByOne = (answers: Answers, values: Int32Array): Int32Array =>
  lowered(answers, answers.opponents, () => values, values)

/** For each set of opponents that have not moved yet, from the smaller sets to the larger. */
const leastByEach = (answers: Answers, values: Int32Array): Int32Array => {
  const { opponents } = answers
  const all = 2 ** opponents.length - 1
  const bySet: Int32Array[] = [values]
  for (let set = 1; set <= all; set += 1) {
    const movers = opponents.filter((_, bit) => (set >> bit) & 1)
    const rest = (mover: number): Int32Array => bySet[set & ~(1 << opponents.indexOf(mover))] ?? values
    bySet.push(lowered(answers, movers, rest, values))
  }
  return bySet[all] ?? values
}

const untouched = -1
const whole = -2

/** A search backwards from the states that have a value, the lowest first. */
interface Search extends Answers {
  readonly least: Int32Array
  /** By whose move the least value was reached first; `whole` when by the moves of two, or when the state has it itself. */
  readonly by: Int8Array
  /** States to be followed back, each with the one decider whose moves are (`k`), or are not (`~k`), to be followed. */
  readonly waiting: Int32Array
  readonly into: Int32Array
  length: number
}

/**
 * Legal sequences, worked backwards from the lowest values up. What may follow a state depends on who moved into it, and
 * only so far: once a value is reached by a move of `k`, it is reached whoever moved before, except `k`; once it is reached
 * by a move of another, it is reached for `k` too. So every state is entered at most twice and every move is followed once.
 */
const leastByLegal = (answers: Answers, values: Int32Array): Int32Array => {
  const { states, payoffs, moves } = answers.game
  const search: Search = {
    ...answers,
    least: values.slice(),
    by: new Int8Array(states).fill(untouched),
    waiting: new Int32Array(4 * states + 2),
    into: new Int32Array(moves.most),
    length: 0,
  }
  const nobody = payoffs.length
  for (const seed of inOrder(values)) {
    const first = search.by[seed] ?? untouched
    if (first === whole) continue
    search.by[seed] = whole
    follow(search, seed, first === untouched ? ~nobody : first)
    followAll(search, values[seed] ?? 0)
  }
  return search.least
}

const follow = (search: Search, state: number, movers: number): void => {
  search.waiting[search.length] = state
  search.waiting[search.length + 1] = movers
  search.length += 2
}

const followAll = (search: Search, value: number): void => {
  const { waiting, opponents } = search
  while (search.length > 0) {
    search.length -= 2
    const state = waiting[search.length] ?? 0
    const movers = waiting[search.length + 1] ?? 0
    for (const mover of opponents)
      if (movers < 0 ? mover !== ~movers : mover === movers) followBack(search, state, mover, value)
  }
}

/** Every state from which the mover comes here reaches the value, unless it is reached there as well already. */
const followBack = (search: Search, state: number, mover: number, value: number): void => {
  const { game, improving, least, by, into } = search
  const payoffs = game.payoffs[mover] ?? least
  const reached = payoffs[state] ?? 0
  const count = game.moves.back(mover, state, into)
  for (let place = 0; place < count; place += 1) {
    const source = into[place] ?? 0
    const first = by[source] ?? untouched
    if (first === whole || first === mover || (improving && (payoffs[source] ?? 0) >= reached)) continue
    by[source] = first === untouched ? mover : whole
    if (first === untouched) least[source] = value
    follow(search, source, first === untouched ? ~mover : first)
  }
}
