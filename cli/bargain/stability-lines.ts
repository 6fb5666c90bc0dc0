/** A stability analysis in lines for a person: every state by its options, who stays in it, and why. */
import type { CoalitionAnalysis } from '#domain/bargaining/stability/coalition.ts'
import type { Temptation } from '#domain/bargaining/stability/explanation.ts'
import { stateName } from '#domain/bargaining/stability/game.ts'
import type { Company, Inverse } from '#domain/bargaining/stability/inverse.ts'
import { type Meaning, type Notion, notions } from '#domain/bargaining/stability/notion.ts'
import type { Step } from '#domain/bargaining/stability/reach.ts'
import type { Analysis } from '#domain/bargaining/stability/stability.ts'
import { named } from '#domain/parties/localised.ts'
import { inColumns } from '../columns.ts'
import { type Read, wordsOf } from './conflict.ts'

/** Of conflicts with more states than this only the equilibria are shown. */
const shownWhole = 64

/** Of equilibria, so many are shown; the JSON has them all. */
const shownAtMost = 200

const meant: Readonly<Record<Meaning, string>> = {
  textbook:
    'opponents may answer by any legal sequence of their moves, in which nobody moves twice in succession',
  once: 'opponents may answer by a sequence of moves in which each of them moves at most once',
  single: 'one opponent may answer, by one move',
}

type Flags = Readonly<Partial<Record<Notion, Uint8Array | undefined>>>

const table = (rows: readonly (readonly string[])[]): readonly string[] =>
  inColumns(rows, (column) => (column === 0 ? 'end' : 'begin'))

/** Who stays, by the players' numbers; `all` where it is an equilibrium. */
const staying = (players: readonly Flags[], notion: Notion, state: number): string => {
  const who = players.flatMap((flags, i) => (flags[notion]?.[state] === 1 ? [`${i + 1}`] : []))
  return who.length === players.length ? 'all' : who.length === 0 ? '-' : who.join(',')
}

const statesTable = (read: Read, players: readonly Flags[], equilibria: Flags): readonly string[] => {
  const told = notions.filter((notion) => equilibria[notion] !== undefined)
  const states = Array.from({ length: read.game.states }, (_, state) => state)
  const isResting = (state: number): boolean => told.some((notion) => equilibria[notion]?.[state] === 1)
  const worthTelling = states.length <= shownWhole ? states : states.filter(isResting)
  const shown = worthTelling.slice(0, shownAtMost)
  const rows = shown.map((state) => {
    const { yn = '' } = stateName(read.conflict, read.game, state)
    return [
      `${state + 1}`,
      yn,
      ...told.map((notion) => staying(players, notion, state)),
      wordsOf(read, state),
    ]
  })
  const left = worthTelling.length - shown.length
  return [
    ...table([['state', read.conflict.form === 'graph' ? '' : 'taken', ...told, ''], ...rows]),
    ...(left > 0 ? [`and ${left} more; --json has all of them`] : []),
  ]
}

const legend = (names: readonly string[]): string => names.map((name, i) => `${i + 1} ${name}`).join(', ')

/** Who stays where, and in which states everybody does. */
export const stabilityLines = (
  read: Read,
  { meaning, perDecider, equilibria }: Analysis,
): readonly string[] => {
  const { conflict, game, language } = read
  const title = named(conflict.name, language)
  const yn =
    conflict.form === 'options'
      ? [`Options, as Y or N: ${legend(conflict.options.map(({ name }) => named(name, language)))}`]
      : []
  return [
    ...(title === '' ? [] : [title]),
    `Deciders: ${legend(game.deciders.map(({ name }) => named(name, language)))}`,
    ...yn,
    `GMR as ${meaning}: ${meant[meaning]}`,
    game.states > shownWhole
      ? `${game.states} states; those in which everybody stays under some notion:`
      : 'Who stays in which state; "all" is an equilibrium:',
    '',
    ...statesTable(read, perDecider, equilibria),
  ]
}

/** The same when some act as one. */
export const coalitionLines = (
  read: Read,
  names: readonly string[],
  { perPlayer, equilibria }: CoalitionAnalysis,
): readonly string[] => [
  `When they act as one: ${legend(names)}`,
  '',
  ...statesTable(read, perPlayer, equilibria),
]

const pathWords = ({ game, language }: Read, path: readonly Step[]): string =>
  path
    .map(({ state, by }) => {
      const decider = game.deciders[by]
      return `${decider ? named(decider.name, language) : ''} to ${state + 1}`
    })
    .join(', then ')

/** How the conflict can go on from a state, by improvements. */
export const evolutionLines = (
  read: Read,
  from: number,
  paths: readonly (readonly Step[])[],
): readonly string[] =>
  paths.length === 0
    ? [`From state ${from + 1} nobody moves to anything better.`]
    : [
        `From state ${from + 1}, everybody moving only to what it prefers:`,
        ...paths.map((path) => `  ${pathWords(read, path)}: ${wordsOf(read, path.at(-1)?.state ?? from)}`),
      ]

/** Each decider's improvements from a state, and the answers that deter it. */
export const whyLines = (
  read: Read,
  state: number,
  perDecider: readonly (readonly Temptation[])[],
): readonly string[] => [
  `State ${state + 1}: ${wordsOf(read, state)}`,
  ...perDecider.flatMap((all, decider) => {
    const who = read.game.deciders[decider]
    const name = who ? named(who.name, read.language) : ''
    if (all.length === 0) return [`  ${name} has nothing better to move to.`]
    return all.flatMap((one) => [
      `  ${name} would rather move to ${one.state + 1} (${wordsOf(read, one.state)}).`,
      ...(['GMR', 'SMR', 'SEQ'] as const).map((notion) => {
        const answer = one[notion]
        return `    ${notion}: ${answer ? `deterred by ${pathWords(read, answer)}` : 'nothing deters it'}`
      }),
    ])
  }),
]

const company: Readonly<Record<Company, string>> = {
  always: 'stays too',
  never: 'does not stay, whatever the other prefers',
  depends: 'may stay, depending on what the other prefers',
}

/** What a decider must prefer for a state to hold. */
export const inverseLines = (read: Read, found: Inverse): readonly string[] => {
  const { game, language } = read
  const nameOf = (decider: number): string => {
    const who = game.deciders[decider]
    return who ? named(who.name, language) : ''
  }
  const wished = found.state + 1
  const unmoved = (set: readonly number[]): string =>
    set.length === 1
      ? `it does not prefer ${(set[0] ?? 0) + 1} to ${wished}`
      : `it prefers none of ${set.map((at) => at + 1).join(', ')} to ${wished}`
  const conditions = found.conditions.map(
    ({ move, oneOf, held }) =>
      `  not tempted to ${move + 1} (${held ? 'so now' : 'not so now'}): ${oneOf.map(unmoved).join(', or ')}`,
  )
  return [
    `State ${wished} (${wordsOf(read, found.state)}) is ${found.notion} stable for ${nameOf(found.decider)} if it is`,
    ...(conditions.length === 0 ? ['  not tempted by anything, whatever it prefers'] : conditions),
    ...found.others.map(({ decider, stays }) => `${nameOf(decider)} ${company[stays]}.`),
  ]
}
