/**
 * Conflicts in option form as `.gmcr` files hold them: JSON with options, decision makers, conditions as pairs of an option and
 * `Y` or `N`. Coalitions and misperceptions are not read, but it is said that they are there.
 */
import type { Outcome } from '../../outcome.ts'
import { named } from '../../parties/localised.ts'
import type { Direction, OptionConflict, Pattern, Preference, Statement } from '../stability/conflict.ts'
import { mostOptions } from '../stability/feasible.ts'
import { frameGame } from '../stability/game.ts'
import {
  flag,
  isAbsent,
  isList,
  isTable,
  items,
  itemsIfAny,
  label,
  member,
  misfit,
  type Placed,
  readPlaced,
  whole,
  words,
} from './json-place.ts'

const directions: Readonly<Record<string, Direction>> = {
  both: 'both',
  fwd: 'forward',
  forward: 'forward',
  back: 'backward',
  backward: 'backward',
  none: 'none',
}

/** What a `.gmcr` file says, and which of its parts are not taken into account. */
export interface GmcrReading {
  readonly conflict: OptionConflict
  readonly unread: readonly ('coalitions' | 'misperceptions')[]
}

/** Reads a `.gmcr` file; refuses what is not one, with the place and what should stand there. */
export const readGmcr = (text: string): Outcome<GmcrReading> =>
  readPlaced(text, (root) => ({ conflict: conflictAt(root), unread: unreadAt(root) }))

/** Whether a JSON value looks like a `.gmcr` file. */
export const looksLikeGmcr = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'decisionMakers' in value

const plain = (name: string): { readonly en: string } => ({ en: name })

const conflictAt = (root: Placed): OptionConflict => {
  const listed = items(member(root, 'options'))
  if (listed.length > mostOptions)
    misfit(member(root, 'options'), 'conflict.want-fewer', { most: mostOptions })
  const options = listed.map((at, bit) => ({
    key: `${bit}`,
    name: plain(label(isTable(at) ? member(at, 'name') : at, `Option ${bit + 1}`)),
    direction: isTable(at) ? directionAt(member(at, 'permittedDirection')) : ('both' as const),
  }))
  const manual =
    flag(member(root, 'useManualPreferenceRanking')) ?? flag(member(root, 'useManualPreferenceVectors'))
  const deciders = items(member(root, 'decisionMakers'))
  const names = withoutTwins(
    deciders.map((at, place) => label(member(at, 'name'), `Decision maker ${place + 1}`)),
  )
  return {
    form: 'options',
    name: plain(''),
    options,
    infeasible: itemsIfAny(member(root, 'infeasibles')).flatMap((at) => patternsAt(at, options.length)),
    deciders: deciders.map((at, place) => ({
      key: names[place] ?? '',
      name: plain(names[place] ?? ''),
      options: itemsIfAny(member(at, 'options')).map((option) => whole(option, 0, options.length - 1)),
      preference: preferenceAt(at, options.length, manual),
    })),
  }
}

/** Names as they are, the second of the same name with its place behind it. */
const withoutTwins = (names: readonly string[]): readonly string[] =>
  names.map((name, place) => (names.indexOf(name) === place ? name : `${name} (${place + 1})`))

/** Whether some act as one, or some do not see all states, according to the file. */
const unreadAt = (root: Placed): GmcrReading['unread'] => {
  const isGrouped = listIn(root, 'coalitions').some((at) => isList(at) && items(at).length > 1)
  const isBlind = listIn(root, 'decisionMakers').some((at) => listIn(at, 'misperceptions').length > 0)
  return [...(isGrouped ? ['coalitions' as const] : []), ...(isBlind ? ['misperceptions' as const] : [])]
}

const listIn = (at: Placed, name: string): readonly Placed[] => {
  const found = member(at, name)
  return isList(found) ? items(found) : []
}

const directionAt = (at: Placed): Direction => {
  if (isAbsent(at)) return 'both'
  const written = words(at)
  const direction = Object.hasOwn(directions, written) ? directions[written] : undefined
  return direction ?? misfit(at, 'conflict.want-direction')
}

/** One pattern, or the members of a compound, of which any will do. */
const patternsAt = (at: Placed, options: number): readonly Pattern[] =>
  isTable(at)
    ? items(member(at, 'members')).map((inner) => patternAt(inner, options))
    : [patternAt(at, options)]

/** Pairs of an option and a mark, or the marks of all options in a row, as `Y-N`. */
const patternAt = (at: Placed, options: number): Pattern => {
  if (typeof at.value === 'string') return markedAt(at, at.value, options)
  let [mask, value] = [0, 0]
  for (const pair of items(at)) {
    const [option, taken, ...more] = items(pair)
    if (!option || !taken || more.length > 0) return misfit(pair, 'conflict.want-pair')
    const bit = 1 << whole(option, 0, options - 1)
    const mark = words(taken)
    if (mark === '-') continue
    if (mark !== 'Y' && mark !== 'N') return misfit(taken, 'conflict.want-mark')
    if (mask & bit && ((value & bit) !== 0) !== (mark === 'Y')) misfit(pair, 'conflict.want-no-contradiction')
    mask |= bit
    if (mark === 'Y') value |= bit
  }
  return { mask, value }
}

const markedAt = (at: Placed, marks: string, options: number): Pattern => {
  if (!/^[YN-]*$/.test(marks) || marks.length !== options) misfit(at, 'conflict.want-list')
  const bits = (wanted: RegExp): number =>
    [...marks].reduce((sum, mark, bit) => (wanted.test(mark) ? sum | (1 << bit) : sum), 0)
  return { mask: bits(/[YN]/), value: bits(/Y/) }
}

/** The ranking where the file says that it counts, or where nothing else is there; else the statements. */
const preferenceAt = (at: Placed, options: number, manual: boolean | undefined): Preference => {
  const statements = itemsIfAny(member(at, 'preferences')).map(
    (inner): Statement => ({ anyOf: patternsAt(inner, options) }),
  )
  const [ranking, vector] = [member(at, 'preferenceRanking'), member(at, 'preferenceVector')]
  const written = isAbsent(ranking) ? vector : ranking
  if (
    isAbsent(written) ? manual !== true : manual === false || (manual === undefined && statements.length > 0)
  )
    return { kind: 'statements', statements }
  const stateAt = (state: Placed): number => whole(state, 1, 2 ** options)
  const groups = items(isAbsent(written) ? ranking : written).map((group) =>
    isList(group) ? items(group).map(stateAt) : [stateAt(group)],
  )
  return { kind: 'ranking', by: 'number', groups }
}

/** Writes a conflict as a `.gmcr` file; states ranked by decimal are called by number, conditional statements by their states. */
export const writeGmcr = (conflict: OptionConflict, language = 'en'): string => {
  const framed = frameGame(conflict)
  const count = framed.ok ? framed.value.states : 0
  const ranked = conflict.deciders.some(({ preference }) => !isPlain(preference))
  const file = {
    options: conflict.options.map(({ name, direction }) => ({
      name: named(name, language),
      permittedDirection: direction === 'forward' ? 'fwd' : direction === 'backward' ? 'back' : direction,
    })),
    decisionMakers: conflict.deciders.map(({ name, options, preference }, decider) => ({
      name: named(name, language),
      options,
      preferences:
        preference.kind === 'statements' && isPlain(preference) ? preference.statements.map(written) : [],
      ...(ranked && framed.ok ? { preferenceRanking: rankingOf(framed.value.payoffs[decider], count) } : {}),
    })),
    infeasibles: conflict.infeasible.map(pairsOf),
    useManualPreferenceRanking: ranked,
    program: 'parley',
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const isPlain = (preference: Preference): boolean =>
  preference.kind === 'statements' && preference.statements.every((one) => 'anyOf' in one)

const pairsOf = ({ mask, value }: Pattern): readonly (readonly [number, 'Y' | 'N'])[] =>
  Array.from({ length: mostOptions }, (_, bit) => bit)
    .filter((bit) => mask & (1 << bit))
    .map((bit) => [bit, value & (1 << bit) ? 'Y' : 'N'])

const written = (statement: Statement): unknown => {
  const patterns = 'anyOf' in statement ? statement.anyOf : []
  const [only] = patterns
  return only && patterns.length === 1 ? pairsOf(only) : { compound: true, members: patterns.map(pairsOf) }
}

/** All states from the best to the worst, a list where several are equal. */
const rankingOf = (
  ranks: Int32Array | undefined,
  states: number,
): readonly (number | readonly number[])[] => {
  const groups = new Map<number, number[]>()
  for (let state = 0; state < states; state += 1) {
    const rank = ranks?.[state] ?? 0
    const group = groups.get(rank)
    if (group) group.push(state + 1)
    else groups.set(rank, [state + 1])
  }
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([, group]) => (group.length === 1 ? (group[0] ?? 0) : group))
}
