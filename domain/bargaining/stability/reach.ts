/** Where some deciders can bring a conflict from one state, and by which moves. */
import type { Game } from './game.ts'
import { movesFrom } from './moves.ts'
import type { Meaning } from './notion.ts'

/** Who can move from where to where; `player` is a decider, or a coalition that moves as one. */
export type MovesOf = (player: number, state: number) => readonly number[]

/** A state that was reached: by whose move, and from which earlier step; the first steps come from nowhere. */
export interface Step {
  readonly state: number
  readonly by: number
  readonly before: Step | undefined
}

/** All moves of the deciders of a game. */
export const allMoves =
  ({ moves }: Game): MovesOf =>
  (decider, state) =>
    movesFrom(moves, decider, state)

/** Only the moves by which a decider improves its lot. */
export const improvements =
  ({ moves, payoffs }: Game): MovesOf =>
  (decider, state) => {
    const own = payoffs[decider]
    return movesFrom(moves, decider, state).filter((target) => (own?.[target] ?? 0) > (own?.[state] ?? 0))
  }

/**
 * Every state that these players can reach together, each once, by as few moves as can be, nearest first. The state they
 * start from is not among them. How often one may move is said by the meaning.
 */
export const reach = (
  movesOf: MovesOf,
  players: readonly number[],
  start: number,
  meaning: Meaning = 'textbook',
): readonly Step[] => {
  const found = new Map<number, Step>()
  const entered = new Set<number>()
  let front: readonly Place[] = [{ step: undefined, moved: 0 }]
  while (front.length > 0) {
    const next: Place[] = []
    for (const { step: before, moved } of front)
      for (const by of players) {
        if (moved & (1 << by) || (meaning === 'single' && before !== undefined)) continue
        const nowMoved = meaning === 'once' ? moved | (1 << by) : 1 << by
        for (const state of movesOf(by, before?.state ?? start)) {
          const key = state * 2 ** 30 + nowMoved
          if (entered.has(key)) continue
          entered.add(key)
          const step = { state, by, before }
          if (state !== start && !found.has(state)) found.set(state, step)
          next.push({ step, moved: nowMoved })
        }
      }
    front = next
  }
  return [...found.values()]
}

/** A step, and as bits the players who may not move next because they have moved. */
interface Place {
  readonly step: Step | undefined
  readonly moved: number
}

/** The steps that lead to this one, the first first. */
export const pathTo = (step: Step): readonly Step[] => {
  const path: Step[] = []
  for (let at: Step | undefined = step; at !== undefined; at = at.before) path.unshift(at)
  return path
}

/** How a conflict can go on from a state when deciders move only to what they prefer, and nobody moves twice in succession. */
export const evolution = (game: Game, start: number): readonly Step[] =>
  reach(
    improvements(game),
    game.deciders.map((_, decider) => decider),
    start,
  )
