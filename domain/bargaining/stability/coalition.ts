/**
 * Stability when some deciders act as one (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008). The members of a coalition
 * move along legal sequences of their own moves; a state is an improvement for them when every member prefers it.
 */
import { done, type Outcome, refuse } from '../../outcome.ts'
import type { Game } from './game.ts'
import type { Meaning, Notion } from './notion.ts'
import { allMoves, type MovesOf, reach } from './reach.ts'

/** Beyond this many states coalitions are not analysed: what each can reach is kept for every state. */
const mostStates = 4096

/** A notion that has a meaning for coalitions. */
export type CoalitionNotion = Exclude<Notion, 'SIM'>

/** For every notion a flag for each state, 1 where the player, or everybody, stays. */
export type CoalitionStability = Readonly<Record<CoalitionNotion, Uint8Array>>

/** What was found: the players, each a list of deciders, and for each of them what is stable. */
export interface CoalitionAnalysis {
  readonly meaning: Meaning
  readonly players: readonly (readonly number[])[]
  readonly perPlayer: readonly CoalitionStability[]
  readonly equilibria: CoalitionStability
}

/** A game in which players are coalitions, of one decider or more. */
interface Table {
  readonly game: Game
  readonly players: readonly (readonly number[])[]
  readonly meaning: Meaning
  readonly movesOf: MovesOf
  readonly isBetter: (player: number, state: number, than: number) => boolean
}

/** Where a coalition can bring the conflict from a state, by legal sequences of its members' moves. */
export const coalitionReach = (game: Game, members: readonly number[], state: number): readonly number[] =>
  reach(allMoves(game), members, state).map((step) => step.state)

/** Those of them that every member prefers. */
export const coalitionImprovements = (
  game: Game,
  members: readonly number[],
  state: number,
): readonly number[] =>
  coalitionReach(game, members, state).filter((target) => prefersAll(game, members, target, state))

const prefersAll = ({ payoffs }: Game, members: readonly number[], state: number, than: number): boolean =>
  members.every((member) => (payoffs[member]?.[state] ?? 0) > (payoffs[member]?.[than] ?? 0))

/** Analyses a game in which each of these coalitions, with no decider in common, acts as one; the others act for themselves. */
export const analyseCoalitions = (
  game: Game,
  coalitions: readonly (readonly number[])[],
  meaning: Meaning = 'textbook',
): Outcome<CoalitionAnalysis> => {
  if (game.states > mostStates) return refuse('conflict.coalitions-beyond', { most: mostStates })
  const table = tableOf(game, coalitions, meaning)
  const perPlayer = table.players.map((_, player) => stabilityOf(table, player))
  const all = (notion: CoalitionNotion): Uint8Array =>
    Uint8Array.from({ length: game.states }, (_, state) =>
      perPlayer.every((stability) => stability[notion][state] === 1) ? 1 : 0,
    )
  const equilibria = { Nash: all('Nash'), GMR: all('GMR'), SMR: all('SMR'), SEQ: all('SEQ') }
  return done({ meaning, players: table.players, perPlayer, equilibria })
}

const tableOf = (game: Game, coalitions: readonly (readonly number[])[], meaning: Meaning): Table => {
  const grouped = coalitions.flat()
  const alone = game.deciders.flatMap((_, decider) => (grouped.includes(decider) ? [] : [[decider]]))
  const players = [...coalitions, ...alone].sort((a, b) => Math.min(...a) - Math.min(...b))
  const kept = players.map((members) =>
    Array.from({ length: game.states }, (_, state) => coalitionReach(game, members, state)),
  )
  return {
    game,
    players,
    meaning,
    movesOf: (player, state) => kept[player]?.[state] ?? [],
    isBetter: (player, state, than) => prefersAll(game, players[player] ?? [], state, than),
  }
}

const stabilityOf = (table: Table, player: number): CoalitionStability => {
  const { game, players, meaning, movesOf, isBetter } = table
  const opponents = players.flatMap((_, other) => (other === player ? [] : [other]))
  const improving: MovesOf = (mover, state) =>
    movesOf(mover, state).filter((target) => isBetter(mover, target, state))
  const answers = (moves: MovesOf): ((state: number) => readonly number[]) => {
    const kept: (readonly number[] | undefined)[] = []
    return (state) => {
      kept[state] ??= reach(moves, opponents, state, meaning).map((step) => step.state)
      return kept[state]
    }
  }
  const [any, better] = [answers(movesOf), answers(improving)]
  const flagged = (stays: (state: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: game.states }, (_, state) => (stays(state) ? 1 : 0))
  const deterred = (
    answersFrom: (state: number) => readonly number[],
    deters: (end: number, state: number) => boolean,
  ): Uint8Array =>
    flagged((state) =>
      improving(player, state).every((target) => answersFrom(target).some((end) => deters(end, state))),
    )
  const noBetter = (end: number, state: number): boolean => !isBetter(player, end, state)
  const forGood = (end: number, state: number): boolean =>
    noBetter(end, state) && movesOf(player, end).every((reply) => noBetter(reply, state))
  return {
    Nash: flagged((state) => improving(player, state).length === 0),
    GMR: deterred(any, noBetter),
    SMR: deterred(any, forGood),
    SEQ: deterred(better, noBetter),
  }
}
