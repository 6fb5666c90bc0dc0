/** What a decider would rather see, as a rank for every state: 1 is the worst, equals have the same. */
import { done, type Outcome, refuse } from '../../outcome.ts'
import { holds, type Preference, type Statement } from './conflict.ts'
import { decimalAt, type Feasible } from './feasible.ts'

/** So many statements are weighed at a time: with the rank before them they fit a whole number of 53 bits. */
const atOnce = 30

/** Ranks for values of which only the order counts: equal values, equal rank; the least has rank 1; no rank is left out. */
export const denseRanks = (values: Float64Array): Int32Array => {
  const sorted = values.slice().sort()
  let count = 0
  for (let place = 0; place < sorted.length; place += 1) {
    if (count > 0 && sorted[place] === sorted[count - 1]) continue
    sorted[count] = sorted[place] ?? 0
    count += 1
  }
  const placeOf = (value: number): number => {
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return Int32Array.from(values, (value) => placeOf(value) + 1)
}

/** Ranks by statements: a state that fulfils an earlier statement is better than one that does not, whatever the later ones say. */
const ranksByStatements = (statements: readonly Statement[], states: Feasible): Int32Array => {
  let ranks: Int32Array = new Int32Array(states.count).fill(1)
  for (let first = 0; first < statements.length; first += atOnce) {
    const some = statements.slice(first, first + atOnce)
    const scores = Float64Array.from(ranks)
    for (const statement of some)
      for (let state = 0; state < states.count; state += 1)
        scores[state] = (scores[state] ?? 0) * 2 + (holds(statement, decimalAt(states, state)) ? 1 : 0)
    ranks = denseRanks(scores)
  }
  return ranks
}

/** Ranks by a list of all states, the best first; the decider's key is for the refusal. */
const ranksByRanking = (
  decider: string,
  { by, groups }: Extract<Preference, { readonly kind: 'ranking' }>,
  states: Feasible,
): Outcome<Int32Array> => {
  const ranks = new Int32Array(states.count)
  for (const [place, group] of groups.entries())
    for (const name of group) {
      const state = by === 'number' ? name - 1 : states.indexOf(name)
      if (!(state >= 0 && state < states.count))
        return refuse('conflict.ranked-unknown', { decider, state: name })
      if (ranks[state] !== 0) return refuse('conflict.ranked-twice', { decider, state: name })
      ranks[state] = groups.length - place
    }
  const missing = ranks.indexOf(0)
  return missing < 0
    ? done(denseRanks(Float64Array.from(ranks)))
    : refuse('conflict.ranked-missing', { decider, state: missing + 1 })
}

/** The rank of every state for one decider. */
export const ranksOf = (decider: string, preference: Preference, states: Feasible): Outcome<Int32Array> =>
  preference.kind === 'statements'
    ? done(ranksByStatements(preference.statements, states))
    : ranksByRanking(decider, preference, states)
