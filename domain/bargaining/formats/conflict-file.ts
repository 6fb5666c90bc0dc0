/** Conflicts in our own JSON form, with names in several languages; the schema is `contract/conflict.schema.json`. */
import { done, type Outcome, refuse } from '../../outcome.ts'
import type { Localised } from '../../parties/localised.ts'
import type {
  Conflict,
  Direction,
  GraphConflict,
  Option,
  OptionConflict,
  Pattern,
  Preference,
  Statement,
} from '../stability/conflict.ts'

/** Options by key, taken (`true`) or not; those that are not named do not matter. */
export type PatternFile = Readonly<Record<string, boolean>>

/** A statement: all of a pattern, any of several, one when another is true, both or neither. */
export type StatementFile =
  | { readonly all: PatternFile }
  | { readonly anyOf: readonly PatternFile[] }
  | { readonly when: StatementFile; readonly holds: StatementFile }
  | { readonly iff: readonly [StatementFile, StatementFile] }

/** A decider; in a ranking states are called `YNN`, or by their key in a graph, and equals stand together in a list. */
export interface DeciderFile {
  readonly key: string
  readonly name: Localised
  readonly statements?: readonly StatementFile[] | undefined
  readonly ranking?: readonly (string | readonly string[])[] | undefined
  /** In a graph, from which state to which other it can move. */
  readonly moves?: readonly (readonly [string, string])[] | undefined
}

/** A conflict as a file: with options, or with states. */
export interface ConflictFile {
  readonly $schema?: string | undefined
  readonly format: 'parley-conflict-1'
  readonly name: Localised
  readonly options?:
    | readonly {
        readonly key: string
        readonly name: Localised
        readonly owner: string
        readonly direction?: Direction | undefined
      }[]
    | undefined
  readonly infeasible?: readonly PatternFile[] | undefined
  readonly states?: readonly { readonly key: string; readonly name: Localised }[] | undefined
  readonly deciders: readonly DeciderFile[]
}

/** The conflict that a file of the right shape tells of; refuses what it calls by a name that nothing has. */
export const conflictOfFile = (file: ConflictFile): Outcome<Conflict> => {
  const twin = twinAmong([
    ...file.deciders.map(({ key }) => `decider ${key}`),
    ...(file.options ?? []).map(({ key }) => `option ${key}`),
    ...(file.states ?? []).map(({ key }) => `state ${key}`),
  ])
  if (twin !== undefined) return refuse('conflict.key-twice', { key: twin })
  if (file.options && !file.states) return optionsOf(file, file.options)
  if (file.states && !file.options) return graphOf(file, file.states)
  return refuse('conflict.no-form')
}

const twinAmong = (keys: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return keys.find((key) => seen.size === seen.add(key).size)
}

/** A name for which something must be found. */
const unknown = (key: string) => refuse('conflict.key-unknown', { key })

const optionsOf = (
  file: ConflictFile,
  options: NonNullable<ConflictFile['options']>,
): Outcome<OptionConflict> => {
  const keys = options.map(({ key }) => key)
  const stranger = [
    ...options.map(({ owner }) => owner).filter((owner) => !file.deciders.some(({ key }) => key === owner)),
    ...(file.infeasible ?? []).flatMap(Object.keys).filter((key) => !keys.includes(key)),
    ...file.deciders
      .flatMap(({ statements = [] }) => statements.flatMap(keysIn))
      .filter((key) => !keys.includes(key)),
    ...file.deciders
      .flatMap(({ ranking = [] }) => ranking.flat())
      .filter((state) => !/^[YN]+$/.test(state) || state.length !== keys.length),
  ][0]
  if (stranger !== undefined) return unknown(stranger)
  const deciders = []
  for (const decider of file.deciders) {
    const preference = preferenceOf(decider, keys, decimalOf)
    if (!preference.ok) return preference
    const own = options.flatMap(({ owner }, bit) => (owner === decider.key ? [bit] : []))
    deciders.push({ key: decider.key, name: decider.name, options: own, preference: preference.value })
  }
  return done({
    form: 'options',
    name: file.name,
    options: options.map(({ key, name, direction = 'both' }): Option => ({ key, name, direction })),
    infeasible: (file.infeasible ?? []).map((pattern) => patternOf(pattern, keys)),
    deciders,
  })
}

const graphOf = (file: ConflictFile, states: NonNullable<ConflictFile['states']>): Outcome<GraphConflict> => {
  const places = new Map(states.map(({ key }, place) => [key, place]))
  const named = file.deciders.flatMap(({ ranking = [], moves = [] }) => [...ranking.flat(), ...moves.flat()])
  const stranger = named.find((key) => !places.has(key))
  if (stranger !== undefined) return unknown(stranger)
  const placeOf = (key: string): number => places.get(key) ?? -1
  const deciders = []
  for (const decider of file.deciders) {
    if (decider.statements) return refuse('conflict.statements-in-graph', { decider: decider.key })
    const preference = preferenceOf(decider, [], placeOf)
    if (!preference.ok) return preference
    const moves = (decider.moves ?? []).map(([from, to]) => [placeOf(from), placeOf(to)] as const)
    deciders.push({ key: decider.key, name: decider.name, moves, preference: preference.value })
  }
  return done({ form: 'graph', name: file.name, states, deciders })
}

const keysIn = (statement: StatementFile): readonly string[] => {
  if ('all' in statement) return Object.keys(statement.all)
  if ('anyOf' in statement) return statement.anyOf.flatMap(Object.keys)
  return 'iff' in statement
    ? statement.iff.flatMap(keysIn)
    : [...keysIn(statement.when), ...keysIn(statement.holds)]
}

const preferenceOf = (
  { key, statements, ranking }: DeciderFile,
  options: readonly string[],
  decimalOf: (state: string) => number,
): Outcome<Preference> => {
  if (statements && !ranking)
    return done({ kind: 'statements', statements: statements.map((one) => statementOf(one, options)) })
  if (!ranking || statements) return refuse('conflict.one-preference', { decider: key })
  const groups = ranking.map((group) => (typeof group === 'string' ? [group] : group).map(decimalOf))
  return done({ kind: 'ranking', by: 'decimal', groups })
}

const decimalOf = (yn: string): number =>
  [...yn].reduce((sum, mark, bit) => (mark === 'Y' ? sum | (1 << bit) : sum), 0)

const statementOf = (statement: StatementFile, options: readonly string[]): Statement => {
  if ('all' in statement) return { anyOf: [patternOf(statement.all, options)] }
  if ('anyOf' in statement) return { anyOf: statement.anyOf.map((one) => patternOf(one, options)) }
  if ('iff' in statement) {
    const [one, other] = statement.iff
    return { iff: [statementOf(one, options), statementOf(other, options)] }
  }
  return { when: statementOf(statement.when, options), holds: statementOf(statement.holds, options) }
}

const patternOf = (pattern: PatternFile, options: readonly string[]): Pattern => {
  let [mask, value] = [0, 0]
  for (const [key, taken] of Object.entries(pattern)) {
    const bit = 1 << options.indexOf(key)
    mask |= bit
    if (taken) value |= bit
  }
  return { mask, value }
}
