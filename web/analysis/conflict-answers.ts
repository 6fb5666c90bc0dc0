/** The answers about a conflict: in which states it may rest, and what a decider would have to prefer for one to hold. */
import { analyseCoalitions } from '#domain/bargaining/stability/coalition.ts'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import { decimalAt } from '#domain/bargaining/stability/feasible.ts'
import { frameGame, type Game } from '#domain/bargaining/stability/game.ts'
import { inverseConditions } from '#domain/bargaining/stability/inverse.ts'
import { movesFrom } from '#domain/bargaining/stability/moves.ts'
import { notions } from '#domain/bargaining/stability/notion.ts'
import { analyseStability } from '#domain/bargaining/stability/stability.ts'
import { done, type Outcome } from '#domain/outcome.ts'
import type { Answers, ByNotion, Questions, StateFound } from './questions.ts'

/** How many states are shown one by one, and how many are listed as equilibria. */
const [mostShown, mostListed] = [300, 2_000]
/** Beyond so many states SIM, which looks at groups of improvements, is left out. */
const mostTogether = 20_000

const placesOf = (flags: Uint8Array | undefined): readonly number[] | null => {
  if (!flags) return null
  const places: number[] = []
  for (let state = 0; state < flags.length && places.length < mostListed; state += 1)
    if (flags[state] === 1) places.push(state)
  return places
}

const byNotion = (flags: Readonly<Partial<Record<keyof ByNotion, Uint8Array | undefined>>>): ByNotion =>
  Object.fromEntries(notions.map((notion) => [notion, placesOf(flags[notion])])) as Record<
    keyof ByNotion,
    readonly number[] | null
  >

const stateFound = (conflict: Conflict, game: Game, state: number): StateFound => {
  const decimal = game.feasible ? decimalAt(game.feasible, state) : state
  return {
    taken:
      conflict.form === 'options'
        ? conflict.options.flatMap((_, bit) => ((decimal >> bit) & 1 ? [bit] : []))
        : [],
    ranks: game.payoffs.map((ranks) => ranks[state] ?? 0),
    moves: game.deciders.map((_, decider) => movesFrom(game.moves, decider, state)),
  }
}

const whenTogether = (
  game: Game,
  { coalition, meaning }: Questions['stability'],
): Outcome<Answers['stability']['together']> => {
  if (coalition.length < 2) return done(null)
  const found = analyseCoalitions(game, [coalition], meaning)
  if (!found.ok) return found
  return done({ players: found.value.players, equilibria: byNotion(found.value.equilibria) })
}

/** Everything about a conflict under one meaning. Refusals: those of `frameGame`, `analyseStability`, `analyseCoalitions`. */
export const stability = (asked: Questions['stability']): Outcome<Answers['stability']> => {
  const framed = frameGame(asked.conflict)
  if (!framed.ok) return framed
  const game = framed.value
  const found = analyseStability(game, asked.meaning, { simultaneous: game.states <= mostTogether })
  if (!found.ok) return found
  const together = whenTogether(game, asked)
  if (!together.ok) return together
  return done({
    meaning: found.value.meaning,
    count: game.states,
    states: Array.from({ length: Math.min(mostShown, game.states) }, (_, state) =>
      stateFound(asked.conflict, game, state),
    ),
    equilibria: byNotion(found.value.equilibria),
    perDecider: found.value.perDecider.map(byNotion),
    together: together.value,
  })
}

/** What a decider would have to prefer. Refusals: those of `frameGame`. */
export const inverse = ({
  conflict,
  meaning,
  decider,
  state,
  notion,
}: Questions['inverse']): Outcome<Answers['inverse']> => {
  const framed = frameGame(conflict)
  return framed.ok ? done(inverseConditions(framed.value, decider, state, notion, meaning)) : framed
}
