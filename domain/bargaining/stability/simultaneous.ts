/** Simultaneous stability: what happens when several deciders leave the same state at the same moment (Fraser & Hipel 1984). */
import { decimalAt, type Feasible } from './feasible.ts'
import type { Game } from './game.ts'
import type { Meaning } from './notion.ts'

/** The changes by which each decider improves its lot from one state, as bits: those of `d` end before `ends[d]`. */
interface Improvements {
  readonly flips: Int32Array
  readonly ends: Int32Array
}

/**
 * For each decider a flag for each state, 1 where every improvement of the decider, made together with improvements of opponents
 * from the same state, can end in a state that is no better for it. One opponent improves under `single`, else any group of
 * them, each by one move. Combinations that cannot be deter nobody. Undefined where states are not made of options.
 */
export const simultaneousStability = (game: Game, meaning: Meaning): readonly Uint8Array[] | undefined => {
  const { feasible, states, payoffs, deciders, moves } = game
  if (!feasible) return undefined
  const stable = deciders.map(() => new Uint8Array(states))
  const found: Improvements = {
    flips: new Int32Array(deciders.length * moves.most),
    ends: new Int32Array(deciders.length),
  }
  const most = meaning === 'single' ? 1 : deciders.length
  const into = new Int32Array(moves.most)
  for (let state = 0; state < states; state += 1) {
    findImprovements(game, feasible, state, found, into)
    for (const [decider, flags] of stable.entries()) {
      const ranks = payoffs[decider]
      if (ranks && isStable(feasible, ranks, found, decider, state, most)) flags[state] = 1
    }
  }
  return stable
}

const findImprovements = (
  { moves, payoffs }: Game,
  feasible: Feasible,
  state: number,
  { flips, ends }: Improvements,
  into: Int32Array,
): void => {
  const from = decimalAt(feasible, state)
  let end = 0
  for (let decider = 0; decider < payoffs.length; decider += 1) {
    const ranks = payoffs[decider] ?? into
    const own = ranks[state] ?? 0
    const count = moves.out(decider, state, into)
    for (let place = 0; place < count; place += 1) {
      const target = into[place] ?? 0
      if ((ranks[target] ?? 0) <= own) continue
      flips[end] = decimalAt(feasible, target) ^ from
      end += 1
    }
    ends[decider] = end
  }
}

const isStable = (
  feasible: Feasible,
  ranks: Int32Array,
  { flips, ends }: Improvements,
  decider: number,
  state: number,
  most: number,
): boolean => {
  const from = decimalAt(feasible, state)
  const own = ranks[state] ?? 0
  /** Whether opponents from this one on, at most so many, can add to a change so that it ends no better. */
  const isDeterred = (flip: number, next: number, left: number): boolean => {
    for (let other = next; other < ends.length; other += 1) {
      if (other === decider) continue
      const end = ends[other] ?? 0
      for (let place = other === 0 ? 0 : (ends[other - 1] ?? 0); place < end; place += 1) {
        const both = flip | (flips[place] ?? 0)
        const reached = feasible.indexOf(from ^ both)
        if (reached >= 0 && (ranks[reached] ?? 0) <= own) return true
        if (left > 1 && isDeterred(both, other + 1, left - 1)) return true
      }
    }
    return false
  }
  for (let place = decider === 0 ? 0 : (ends[decider - 1] ?? 0); place < (ends[decider] ?? 0); place += 1)
    if (!isDeterred(flips[place] ?? 0, 0, most)) return false
  return true
}
