/** Which states are stable for whom, and in which nobody moves: the graph model for conflict resolution. */
import { done, type Outcome, refuse } from '../../outcome.ts'
import type { Game } from './game.ts'
import type { Meaning, Notion } from './notion.ts'
import { leastAnswers } from './sanction.ts'
import { simultaneousStability } from './simultaneous.ts'

/** For every notion a flag for each state, 1 where it is stable; `SIM` is undefined where states are not made of options. */
export type Stability = Readonly<Record<Exclude<Notion, 'SIM'>, Uint8Array>> & {
  readonly SIM: Uint8Array | undefined
}

/** What was found, and what opponents were allowed to do meanwhile. */
export interface Analysis {
  readonly meaning: Meaning
  readonly perDecider: readonly Stability[]
  /** Where every decider stays. */
  readonly equilibria: Stability
}

/** Numbers held at once for sets of opponents in the meaning `once`; more are refused. */
const mostHeld = 1 << 28

/**
 * Analyses a game; under `textbook` and `single` in time linear in the moves times the deciders. SIM alone looks at pairs and
 * groups of improvements, and may be left out.
 */
export const analyseStability = (
  game: Game,
  meaning: Meaning = 'textbook',
  { simultaneous = true }: { readonly simultaneous?: boolean } = {},
): Outcome<Analysis> => {
  if (meaning === 'once' && game.states * 2 ** (game.deciders.length - 1) > mostHeld)
    return refuse('conflict.once-beyond')
  const together = simultaneous ? simultaneousStability(game, meaning) : undefined
  const perDecider = game.deciders.map(
    (_, decider): Stability => ({ ...stabilityOf(game, decider, meaning), SIM: together?.[decider] }),
  )
  return done({ meaning, perDecider, equilibria: allStable(perDecider) })
}

/** For every state the best this decider can make of it by at most one move of its own. */
const bestReplies = ({ moves, states }: Game, decider: number, payoffs: Int32Array): Int32Array => {
  const best = payoffs.slice()
  const into = new Int32Array(moves.most)
  for (let state = 0; state < states; state += 1) {
    let highest = best[state] ?? 0
    const count = moves.out(decider, state, into)
    for (let place = 0; place < count; place += 1) highest = Math.max(highest, payoffs[into[place] ?? 0] ?? 0)
    best[state] = highest
  }
  return best
}

const stabilityOf = (game: Game, decider: number, meaning: Meaning): Omit<Stability, 'SIM'> => {
  const payoffs = game.payoffs[decider] ?? new Int32Array(game.states)
  const opponents = game.deciders.flatMap((_, other) => (other === decider ? [] : [other]))
  const any = { game, opponents, improving: false }
  const replies = bestReplies(game, decider, payoffs)
  const deterred = (least: Int32Array): Uint8Array => deterredStates(game, decider, payoffs, least)
  return {
    Nash: Uint8Array.from(replies, (best, state) => (best === payoffs[state] ? 1 : 0)),
    GMR: deterred(leastAnswers(any, payoffs, meaning)),
    SMR: deterred(leastAnswers(any, replies, meaning)),
    SEQ: deterred(leastAnswers({ ...any, improving: true }, payoffs, meaning)),
  }
}

/** The states of which every improvement can be answered by something no better than the state. */
const deterredStates = (
  { moves, states }: Game,
  decider: number,
  payoffs: Int32Array,
  least: Int32Array,
): Uint8Array => {
  const stable = new Uint8Array(states).fill(1)
  const into = new Int32Array(moves.most)
  for (let state = 0; state < states; state += 1) {
    const own = payoffs[state] ?? 0
    const count = moves.out(decider, state, into)
    for (let place = 0; place < count; place += 1) {
      const target = into[place] ?? 0
      if ((least[target] ?? 0) <= own || (payoffs[target] ?? 0) <= own) continue
      stable[state] = 0
      break
    }
  }
  return stable
}

const allStable = (perDecider: readonly Stability[]): Stability => {
  const both = (notion: Notion): Uint8Array | undefined => {
    const flags = perDecider.map((stability) => stability[notion])
    const [first, ...others] = flags
    if (!first || others.includes(undefined)) return undefined
    return first.map((flag, state) => (flag === 1 && others.every((other) => other?.[state] === 1) ? 1 : 0))
  }
  const none = new Uint8Array(0)
  return {
    Nash: both('Nash') ?? none,
    GMR: both('GMR') ?? none,
    SMR: both('SMR') ?? none,
    SEQ: both('SEQ') ?? none,
    SIM: both('SIM'),
  }
}

/** The numbers, from 1, of the states that are flagged. */
export const numbersOf = (flags: Uint8Array): readonly number[] => {
  const numbers: number[] = []
  flags.forEach((flag, state) => {
    if (flag === 1) numbers.push(state + 1)
  })
  return numbers
}
