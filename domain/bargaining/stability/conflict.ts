/** A conflict as people write it down: who decides, what each may do, and what each would rather see. */
import type { Localised } from '../../parties/localised.ts'

/** Some options taken, some not, the rest open: `mask` has the bits that are said, `value` those of them that are taken. */
export interface Pattern {
  readonly mask: number
  readonly value: number
}

/** What a decider would like to be true of a state; the earlier of two statements outweighs all later ones together. */
export type Statement =
  | { readonly anyOf: readonly Pattern[] }
  | { readonly when: Statement; readonly holds: Statement }
  | { readonly iff: readonly [Statement, Statement] }

/**
 * What a decider would rather see: statements in order of weight (option prioritising, Hipel, Fang & Peng 1997), or all
 * states from the best to the worst, equals together; a state is called by its number from 1, or by its decimal.
 */
export type Preference =
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | {
      readonly kind: 'ranking'
      readonly by: 'number' | 'decimal'
      readonly groups: readonly (readonly number[])[]
    }

/** Which way an option may be changed: taken up only, given up only, both, or not at all. */
export type Direction = 'both' | 'forward' | 'backward' | 'none'

/** Something that can be done or left; as a bit, the first option is the lowest. */
export interface Option {
  readonly key: string
  readonly name: Localised
  readonly direction: Direction
}

/** One who decides, and what that one would rather see. */
export interface Decider {
  readonly key: string
  readonly name: Localised
  readonly preference: Preference
}

/** A conflict whose states are what is taken of a list of options (Howard 1971), except those that cannot be. */
export interface OptionConflict {
  readonly form: 'options'
  readonly name: Localised
  readonly options: readonly Option[]
  readonly infeasible: readonly Pattern[]
  /** Each with the positions of the options that are its own. */
  readonly deciders: readonly (Decider & { readonly options: readonly number[] })[]
}

/** A conflict whose states and moves are given one by one (Kilgour, Hipel & Fang 1987). */
export interface GraphConflict {
  readonly form: 'graph'
  readonly name: Localised
  readonly states: readonly { readonly key: string; readonly name: Localised }[]
  /** Each with its moves, from one position in the list of states to another. */
  readonly deciders: readonly (Decider & { readonly moves: readonly (readonly [number, number])[] })[]
}

/** A conflict in either form. */
export type Conflict = OptionConflict | GraphConflict

/** Whether a state, written as a decimal, fits a pattern. */
export const fits = ({ mask, value }: Pattern, decimal: number): boolean => (decimal & mask) === value

/** Whether a statement is true of a state, written as a decimal. */
export const holds = (statement: Statement, decimal: number): boolean => {
  if ('anyOf' in statement) {
    for (const pattern of statement.anyOf) if (fits(pattern, decimal)) return true
    return false
  }
  if ('iff' in statement) return holds(statement.iff[0], decimal) === holds(statement.iff[1], decimal)
  return !holds(statement.when, decimal) || holds(statement.holds, decimal)
}

/** A state in the notation of option form, `YNN-`: the first option first. */
export const ynOf = (decimal: number, options: number): string =>
  Array.from({ length: options }, (_, bit) => ((decimal >> bit) & 1 ? 'Y' : 'N')).join('')
