/** The definitions of the literature, each followed to the letter and from every state anew; slow, and on purpose another way. */

import { decimalAt } from '../feasible.ts'
import type { Game } from '../game.ts'
import { movesFrom } from '../moves.ts'
import type { Meaning, Notion } from '../notion.ts'

type Reach = (state: number, players: readonly number[]) => ReadonlySet<number>

/** R_H(s) with the last movers of each state in it, until nothing is added (Fang, Hipel & Kilgour 1993, definition 3.1). */
const legalReach =
  (moves: (player: number, state: number) => readonly number[]): Reach =>
  (start, players) => {
    const last = new Map<number, Set<number>>()
    const add = (state: number, player: number): boolean => {
      const movers = last.get(state) ?? new Set()
      last.set(state, movers)
      if (movers.has(player)) return false
      movers.add(player)
      return true
    }
    for (const player of players) for (const state of moves(player, start)) add(state, player)
    for (let changed = true; changed; ) {
      changed = false
      for (const [state, movers] of [...last])
        for (const player of players)
          if (movers.size > 1 || !movers.has(player))
            for (const target of moves(player, state)) changed = add(target, player) || changed
    }
    return new Set(last.keys())
  }

const onceReach =
  (moves: (player: number, state: number) => readonly number[]): Reach =>
  (start, players) =>
    new Set(
      players.flatMap((player) =>
        moves(player, start).flatMap((state) => [
          state,
          ...onceReach(moves)(
            state,
            players.filter((other) => other !== player),
          ),
        ]),
      ),
    )

const singleReach =
  (moves: (player: number, state: number) => readonly number[]): Reach =>
  (start, players) =>
    new Set(players.flatMap((player) => moves(player, start)))

const reachOf = { textbook: legalReach, once: onceReach, single: singleReach }

/** Every group of these players that has a member, at most so large. */
const groups = (players: readonly number[], most: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** players.length }, (_, set) =>
    players.filter((_, bit) => (set >> bit) & 1),
  ).filter((group) => group.length > 0 && group.length <= most)

/** Every decider as a player of its own. */
export const alone = ({ deciders }: Game): readonly (readonly number[])[] =>
  deciders.map((_, decider) => [decider])

/** Whether a state is stable for the player `i`, by the words of the definition; a player is a list of deciders who act as one. */
export const isStable = (
  game: Game,
  players: readonly (readonly number[])[],
  i: number,
  s: number,
  notion: Notion,
  meaning: Meaning,
): boolean => {
  const decidersMove = (decider: number, state: number): readonly number[] =>
    movesFrom(game.moves, decider, state)
  const moves = (player: number, state: number): readonly number[] =>
    [...legalReach(decidersMove)(state, players[player] ?? [])].filter((target) => target !== state)
  const prefers = (player: number, state: number, than: number): boolean =>
    (players[player] ?? []).every((member) => {
      const ranks = game.payoffs[member] ?? []
      return (ranks[state] ?? 0) > (ranks[than] ?? 0)
    })
  const better = (player: number, state: number): readonly number[] =>
    moves(player, state).filter((target) => prefers(player, target, state))
  const others = players.map((_, player) => player).filter((player) => player !== i)
  const noBetter = (state: number): boolean => !prefers(i, state, s)
  const [any, improving] = [reachOf[meaning](moves), reachOf[meaning](better)]
  const decimal = (state: number): number => (game.feasible ? decimalAt(game.feasible, state) : state)
  const together = (target: number): boolean =>
    groups(others, meaning === 'single' ? 1 : others.length).some((group) =>
      group
        .reduce(
          (ends: readonly number[], player) =>
            ends.flatMap((end) => better(player, s).map((own) => end | (decimal(own) ^ decimal(s)))),
          [decimal(target) ^ decimal(s)],
        )
        .map((flip) => game.feasible?.indexOf(decimal(s) ^ flip) ?? -1)
        .some((end) => end >= 0 && noBetter(end)),
    )
  const deterred: Readonly<Record<Notion, (target: number) => boolean>> = {
    Nash: () => false,
    GMR: (target) => [...any(target, others)].some(noBetter),
    SMR: (target) => [...any(target, others)].some((end) => noBetter(end) && moves(i, end).every(noBetter)),
    SEQ: (target) => [...improving(target, others)].some(noBetter),
    SIM: together,
  }
  return better(i, s).every(deterred[notion])
}
