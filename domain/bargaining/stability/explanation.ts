/** Why a decider stays in a state or leaves it: each of its improvements, and how opponents can answer it. */
import type { Game } from './game.ts'
import type { Meaning } from './notion.ts'
import { allMoves, improvements, pathTo, reach, type Step } from './reach.ts'

/** An improvement of the decider; for each notion the moves of an answer that deters it, or undefined. */
export interface Temptation {
  readonly state: number
  readonly GMR: readonly Step[] | undefined
  readonly SMR: readonly Step[] | undefined
  readonly SEQ: readonly Step[] | undefined
}

/** Every improvement of a decider from a state; an empty list means Nash stable, and stable is where all have an answer. */
export const temptations = (
  game: Game,
  decider: number,
  state: number,
  meaning: Meaning = 'textbook',
): readonly Temptation[] => {
  const [every, better] = [allMoves(game), improvements(game)]
  const opponents = game.deciders.flatMap((_, other) => (other === decider ? [] : [other]))
  const rank = (at: number): number => game.payoffs[decider]?.[at] ?? 0
  const noBetter = (at: number): boolean => rank(at) <= rank(state)
  const pathOf = (steps: readonly Step[], deters: (at: number) => boolean): readonly Step[] | undefined => {
    const found = steps.find((step) => deters(step.state))
    return found && pathTo(found)
  }
  return better(decider, state).map((target) => {
    const steps = reach(every, opponents, target, meaning)
    return {
      state: target,
      GMR: pathOf(steps, noBetter),
      SMR: pathOf(steps, (at) => noBetter(at) && every(decider, at).every(noBetter)),
      SEQ: pathOf(reach(better, opponents, target, meaning), noBetter),
    }
  })
}
