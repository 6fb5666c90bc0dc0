/**
 * What a decider would have to prefer for a wished state to hold (the inverse problem; Wang, Hipel, Fang & Xu 2018): told as
 * conditions on its ranking, the others' being given, not as a count of rankings.
 */
import type { Game } from './game.ts'
import type { Meaning, Notion } from './notion.ts'
import { allMoves, improvements, type MovesOf, reach } from './reach.ts'

/** A notion for which the question is answered. */
export type InverseNotion = Exclude<Notion, 'SIM'>

/** The notions for which the question is answered. */
export const inverseNotions: readonly InverseNotion[] = ['Nash', 'GMR', 'SMR', 'SEQ']

/** For one move that must not tempt: at least one of these sets must hold only states the decider does not prefer to the wished one. */
export interface Condition {
  readonly move: number
  /** Each set rising and none within another; the shortest first. */
  readonly oneOf: readonly (readonly number[])[]
  /** Whether the decider's present ranking fulfils it. */
  readonly held: boolean
}

/** Whether another decider stays too: always, never, or only if the decider asked about improves by certain moves (SEQ alone). */
export type Company = 'always' | 'never' | 'depends'

/** All conditions together make the state stable for the decider; with everybody's company it is an equilibrium. */
export interface Inverse {
  readonly state: number
  readonly decider: number
  readonly notion: InverseNotion
  readonly meaning: Meaning
  readonly conditions: readonly Condition[]
  /** For every other decider whether the state is stable for it, whatever the one asked about prefers. */
  readonly others: readonly { readonly decider: number; readonly stays: Company }[]
}

/** The conditions on one decider's ranking under which a state is stable for it; none at all means that any ranking does. */
export const inverseConditions = (
  game: Game,
  decider: number,
  state: number,
  notion: InverseNotion,
  meaning: Meaning = 'textbook',
): Inverse => {
  const others = game.deciders.flatMap((_, other) => (other === decider ? [] : [other]))
  const rank = (at: number): number => game.payoffs[decider]?.[at] ?? 0
  const noBetter = (at: number): boolean => rank(at) <= rank(state)
  const conditions = allMoves(game)(decider, state).flatMap((move): readonly Condition[] => {
    const oneOf = smallest(
      [[move], ...answers(game, decider, move, notion, meaning)].map((set) =>
        set.filter((at) => at !== state),
      ),
    )
    // A set of nothing but the wished state itself is fulfilled by every ranking.
    if (oneOf.some((set) => set.length === 0)) return []
    return [{ move, oneOf, held: oneOf.some((set) => set.every(noBetter)) }]
  })
  return {
    state,
    decider,
    notion,
    meaning,
    conditions,
    others: others.map((other) => ({
      decider: other,
      stays: companyOf(game, other, decider, state, notion, meaning),
    })),
  }
}

/** The sets of states by which opponents deter from a move, for what the notion asks. */
const answers = (
  game: Game,
  decider: number,
  move: number,
  notion: InverseNotion,
  meaning: Meaning,
): readonly (readonly number[])[] => {
  if (notion === 'Nash') return []
  const opponents = game.deciders.flatMap((_, other) => (other === decider ? [] : [other]))
  const moves = allMoves(game)
  const ends = reach(notion === 'SEQ' ? improvements(game) : moves, opponents, move, meaning)
  return ends.map(({ state }) => (notion === 'SMR' ? [state, ...moves(decider, state)] : [state]))
}

/** The sets that have no other within them, each once. */
const smallest = (sets: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const kept: ReadonlySet<number>[] = []
  const byLength = sets.map((set) => new Set(set)).sort((a, b) => a.size - b.size)
  for (const set of byLength)
    if (!kept.some((smaller) => [...smaller].every((at) => set.has(at)))) kept.push(set)
  return kept.map((set) => [...set].sort((a, b) => a - b))
}

/** Whether a state is stable for `own` when the moves of `asked` are improvements never, and when they always are. */
const companyOf = (
  game: Game,
  own: number,
  asked: number,
  state: number,
  notion: InverseNotion,
  meaning: Meaning,
): Company => {
  const [every, better] = [allMoves(game), improvements(game)]
  const opponents = game.deciders.flatMap((_, other) => (other === own ? [] : [other]))
  const rank = (at: number): number => game.payoffs[own]?.[at] ?? 0
  const noBetter = (at: number): boolean => rank(at) <= rank(state)
  const deters = (end: number): boolean =>
    noBetter(end) && (notion !== 'SMR' || every(own, end).every(noBetter))
  const stays = (movesOf: MovesOf): boolean =>
    better(own, state).every(
      (target) =>
        notion !== 'Nash' && reach(movesOf, opponents, target, meaning).some((step) => deters(step.state)),
    )
  if (notion !== 'SEQ') return stays(every) ? 'always' : 'never'
  if (stays((mover, at) => (mover === asked ? [] : better(mover, at)))) return 'always'
  return stays((mover, at) => (mover === asked ? every : better)(mover, at)) ? 'depends' : 'never'
}
