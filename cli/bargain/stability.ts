/** `parley bargain stability`: in which states of a conflict nobody moves, for whom each is stable, and what would change it. */
import { analyseCoalitions } from '#domain/bargaining/stability/coalition.ts'
import { temptations } from '#domain/bargaining/stability/explanation.ts'
import { stateName } from '#domain/bargaining/stability/game.ts'
import { inverseConditions, inverseNotions } from '#domain/bargaining/stability/inverse.ts'
import { type Meaning, meanings, notions } from '#domain/bargaining/stability/notion.ts'
import { evolution, pathTo, type Step } from '#domain/bargaining/stability/reach.ts'
import { type Analysis, analyseStability, numbersOf } from '#domain/bargaining/stability/stability.ts'
import { named } from '#domain/parties/localised.ts'
import { BadUsage, type Call, type Ending, print, tell, textOf } from '../command.ts'
import { deciderNamed, granted, type Read, readConflict, stateNamed } from './conflict.ts'
import { coalitionLines, evolutionLines, inverseLines, stabilityLines, whyLines } from './stability-lines.ts'

/** Something that was found: how it is told as JSON and in lines. */
interface Told {
  readonly json: object
  readonly lines: readonly string[]
}

const meaningOf = (call: Call): Meaning => {
  const asked = textOf(call, 'gmr') ?? 'textbook'
  const meaning = meanings.find((one) => one === asked)
  if (meaning === undefined) throw new BadUsage(`--gmr is one of ${meanings.join(', ')}`)
  return meaning
}

const listed = (flags: Readonly<Record<string, Uint8Array | undefined>>): object =>
  Object.fromEntries(
    notions.flatMap((notion) => {
      if (!(notion in flags)) return []
      const own = flags[notion]
      return [[notion, own ? numbersOf(own) : null]]
    }),
  )

/** By the names of the deciders, or by their keys where two have the same name. */
const byDecider = <T>({ game, language }: Read, values: readonly T[]): Readonly<Record<string, T>> => {
  const names = game.deciders.map(({ name }) => named(name, language))
  const told = new Set(names).size === names.length ? names : game.deciders.map(({ key }) => key)
  return Object.fromEntries(values.map((value, i) => [told[i] ?? '', value]))
}

const nameOf = (decider: Read['game']['deciders'][number] | undefined, language: string): string =>
  decider ? named(decider.name, language) : ''

const stateTold = ({ conflict, game, language }: Read, state: number): object => {
  const own = conflict.form === 'graph' ? conflict.states[state] : undefined
  return { ...stateName(conflict, game, state), ...(own ? { name: named(own.name, language) } : {}) }
}

const analysisTold = (read: Read, analysis: Analysis): Told => {
  const { conflict, game, language } = read
  return {
    json: {
      name: named(conflict.name, language),
      gmr: analysis.meaning,
      states: Array.from({ length: game.states }, (_, state) => stateTold(read, state)),
      payoffs: byDecider(
        read,
        game.payoffs.map((ranks) => [...ranks]),
      ),
      equilibria: listed(analysis.equilibria),
      perDecisionMaker: byDecider(read, analysis.perDecider.map(listed)),
    },
    lines: stabilityLines(read, analysis),
  }
}

const coalitionTold = (read: Read, meaning: Meaning, asked: string): Told => {
  const members = asked.split(',').map((called) => deciderNamed(read, called.trim()))
  if (members.length < 2 || new Set(members).size < members.length)
    throw new BadUsage('--coalition names two deciders or more, each once: --coalition A,B')
  const found = granted(analyseCoalitions(read.game, [members], meaning))
  const names = found.players.map((player) =>
    player.map((decider) => nameOf(read.game.deciders[decider], read.language)).join(' + '),
  )
  return {
    json: {
      coalition: {
        players: names,
        equilibria: listed(found.equilibria),
        perPlayer: Object.fromEntries(found.perPlayer.map((own, i) => [names[i], listed(own)])),
      },
    },
    lines: coalitionLines(read, names, found),
  }
}

const stepsTold = ({ game, language }: Read, steps: readonly Step[]): readonly object[] =>
  steps.map(({ state, by }) => ({ state: state + 1, by: nameOf(game.deciders[by], language) }))

const evolutionTold = (read: Read, from: number): Told => {
  const paths = evolution(read.game, from).map(pathTo)
  return {
    json: { from: from + 1, reached: paths.map((path) => stepsTold(read, path)) },
    lines: evolutionLines(read, from, paths),
  }
}

const whyTold = (read: Read, meaning: Meaning, state: number): Told => {
  const found = read.game.deciders.map((_, decider) => temptations(read.game, decider, state, meaning))
  const told = found.map((all) =>
    all.map(({ state: target, ...answers }) => ({
      improvement: target + 1,
      ...Object.fromEntries(
        Object.entries(answers).map(([notion, steps]) => [notion, steps ? stepsTold(read, steps) : null]),
      ),
    })),
  )
  return {
    json: { why: { state: state + 1, perDecisionMaker: byDecider(read, told) } },
    lines: whyLines(read, state, found),
  }
}

const inverseTold = (read: Read, call: Call, meaning: Meaning, state: number): Told => {
  const asked = textOf(call, 'for')
  if (asked === undefined) throw new BadUsage('--inverse STATE wants --for DECIDER')
  const wanted = textOf(call, 'as') ?? 'Nash'
  const notion = inverseNotions.find((one) => one.toLowerCase() === wanted.toLowerCase())
  if (notion === undefined) throw new BadUsage(`--as is one of ${inverseNotions.join(', ')}`)
  const found = inverseConditions(read.game, deciderNamed(read, asked), state, notion, meaning)
  const numbers = (states: readonly number[]): readonly number[] => states.map((at) => at + 1)
  return {
    json: {
      inverse: {
        state: state + 1,
        for: nameOf(read.game.deciders[found.decider], read.language),
        as: notion,
        conditions: found.conditions.map(({ move, oneOf, held }) => ({
          move: move + 1,
          oneOf: oneOf.map(numbers),
          held,
        })),
        others: Object.fromEntries(
          found.others.map(({ decider, stays }) => [
            nameOf(read.game.deciders[decider], read.language),
            stays,
          ]),
        ),
      },
    },
    lines: inverseLines(read, found),
  }
}

/** SIM looks at groups of improvements; in conflicts with more states than this it is found only when asked for. */
const mostForGroups = 1 << 17

const analysed = (call: Call, read: Read, meaning: Meaning, file: string): Analysis => {
  const simultaneous = call.values.sim === true || read.game.states <= mostForGroups
  if (!simultaneous) tell(`${read.game.states} states: SIM is left out because it takes long; --sim finds it`)
  return granted(analyseStability(read.game, meaning, { simultaneous }), file)
}

/** Analyses a conflict and prints what was asked for. */
export const showStability = async (call: Call): Promise<Ending> => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('give a conflict: GAME.gmcr or CONFLICT.json')
  const meaning = meaningOf(call)
  const read = await readConflict(file, textOf(call, 'lang') ?? 'en')
  const told = [analysisTold(read, analysed(call, read, meaning, file))]
  const asked = (name: string, find: (words: string) => Told): void => {
    const words = textOf(call, name)
    if (words !== undefined) told.push(find(words))
  }
  asked('coalition', (words) => coalitionTold(read, meaning, words))
  asked('from', (words) => evolutionTold(read, stateNamed(read, words)))
  asked('why', (words) => whyTold(read, meaning, stateNamed(read, words)))
  asked('inverse', (words) => inverseTold(read, call, meaning, stateNamed(read, words)))
  print(
    call,
    Object.assign({}, ...told.map(({ json }) => json)),
    told.flatMap(({ lines }, i) => (i === 0 ? lines : ['', ...lines])),
  )
  return 0
}
