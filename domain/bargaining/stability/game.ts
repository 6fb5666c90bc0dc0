/** A conflict made ready to be analysed: states numbered, moves known, preferences as ranks. */
import { done, type Outcome, refuse } from '../../outcome.ts'
import type { Localised } from '../../parties/localised.ts'
import { type Conflict, type GraphConflict, type OptionConflict, ynOf } from './conflict.ts'
import { decimalAt, type Feasible, feasibleStates, mostStates } from './feasible.ts'
import { graphMoves, type Moves, optionMoves, rowsOf } from './moves.ts'
import { ranksOf } from './preference.ts'

/** More deciders than this are not told apart. */
const mostDeciders = 30

/** What is analysed. A state is its place from 0; people call it by its number, which is one more. */
export interface Game {
  readonly deciders: readonly { readonly key: string; readonly name: Localised }[]
  readonly states: number
  readonly moves: Moves
  /** For each decider the rank of every state: 1 is the worst, equals have the same, and only the order counts. */
  readonly payoffs: readonly Int32Array[]
  /** The states as combinations of options; undefined where they are given one by one. */
  readonly feasible: Feasible | undefined
}

const frameOptions = (conflict: OptionConflict): Outcome<Game> => {
  const feasible = feasibleStates(conflict.options.length, conflict.infeasible)
  if (!feasible.ok) return feasible
  const payoffs = payoffsOf(conflict, feasible.value)
  if (!payoffs.ok) return payoffs
  return done({
    deciders: conflict.deciders,
    states: feasible.value.count,
    moves: optionMoves(conflict, feasible.value),
    payoffs: payoffs.value,
    feasible: feasible.value,
  })
}

const frameGraph = (conflict: GraphConflict): Outcome<Game> => {
  const { states, deciders } = conflict
  if (states.length === 0) return refuse('conflict.no-states')
  if (states.length > mostStates) return refuse('conflict.states-beyond', { most: mostStates })
  const inRange = (state: number): number => (state >= 0 && state < states.length ? state : -1)
  const payoffs = payoffsOf(conflict, { count: states.length, decimals: undefined, indexOf: inRange })
  if (!payoffs.ok) return payoffs
  const graphs = deciders.map(({ moves }) =>
    rowsOf(
      states.length,
      moves.map(([from]) => from),
      moves.map(([, to]) => to),
    ),
  )
  return done({
    deciders,
    states: states.length,
    moves: graphMoves(graphs),
    payoffs: payoffs.value,
    feasible: undefined,
  })
}

const payoffsOf = ({ deciders }: Conflict, states: Feasible): Outcome<readonly Int32Array[]> => {
  const all: Int32Array[] = []
  for (const { key, preference } of deciders) {
    const ranks = ranksOf(key, preference, states)
    if (!ranks.ok) return ranks
    all.push(ranks.value)
  }
  return done(all)
}

/** Makes a conflict ready; refuses one that has no decider or no state, too many of either, or an incomplete ranking. */
export const frameGame = (conflict: Conflict): Outcome<Game> => {
  if (conflict.deciders.length === 0) return refuse('conflict.no-deciders')
  if (conflict.deciders.length > mostDeciders)
    return refuse('conflict.deciders-beyond', { most: mostDeciders })
  return conflict.form === 'options' ? frameOptions(conflict) : frameGraph(conflict)
}

/** How a state is called: its number, and its options as `YNN` with their decimal, or its own key. */
export interface StateName {
  readonly state: number
  readonly decimal?: number
  readonly yn?: string
  readonly key?: string
}

/** The name of a state of a framed conflict. */
export const stateName = (conflict: Conflict, { feasible }: Game, state: number): StateName => {
  if (conflict.form === 'graph' || !feasible)
    return { state: state + 1, key: conflict.form === 'graph' ? (conflict.states[state]?.key ?? '') : '' }
  const decimal = decimalAt(feasible, state)
  return { state: state + 1, decimal, yn: ynOf(decimal, conflict.options.length) }
}

/** The state that somebody calls by its number, its `YNN` or its key; undefined when there is none. */
export const stateCalled = (conflict: Conflict, game: Game, called: string): number | undefined => {
  const number = /^[1-9][0-9]*$/.test(called) ? Number(called) - 1 : -1
  if (conflict.form === 'graph') {
    const place = conflict.states.findIndex(({ key }) => key === called)
    if (place >= 0) return place
  } else if (/^[YN]+$/i.test(called) && called.length === conflict.options.length) {
    const decimal = [...called].reduce(
      (sum, mark, bit) => (mark.toUpperCase() === 'Y' ? sum | (1 << bit) : sum),
      0,
    )
    const place = game.feasible?.indexOf(decimal) ?? -1
    return place < 0 ? undefined : place
  }
  return number >= 0 && number < game.states ? number : undefined
}
