/** A case made ready for exact computing: parties, issues and options by number, worth in whole units. */
import type { Package } from './agenda.ts'
import { type Exact, exact } from './exact.ts'

/** A party: worth in units of `1 / unit`, so that every figure is a whole number. */
export interface Side {
  readonly id: string
  /** How many units make 1; units of different parties differ. */
  readonly unit: bigint
  /** In units. What a package must be worth to be better than no agreement. */
  readonly reservation: bigint
  /** In units. No package is worth more. */
  readonly ceiling?: bigint | undefined
}

/** These options of this issue. */
export interface Literal {
  readonly issue: number
  readonly options: readonly number[]
}

/** Everything in `when` at once: forbidden, or worth this much more or less to each party, in its units. */
export interface Term {
  readonly when: readonly Literal[]
  readonly effect: readonly bigint[] | 'forbidden'
  /** Whose constraint or red line it is, by party; absent for a common constraint. */
  readonly by?: number | undefined
}

/** What the solvers work on. */
export interface Problem {
  readonly sides: readonly Side[]
  /** Ids of the issues and of the options of each. */
  readonly issues: readonly { readonly id: string; readonly options: readonly string[] }[]
  /** `worth[party][issue][option]`, in that party's units. */
  readonly worth: readonly (readonly (readonly bigint[])[])[]
  readonly terms: readonly Term[]
}

/** A package by numbers: the option taken on each issue. */
export type Choice = readonly number[]

/** Whether all of it is in the package. */
export const holds = (when: readonly Literal[], choice: Choice): boolean =>
  when.every(({ issue, options }) => options.includes(choice[issue] ?? -1))

/** Whether nothing in the package is forbidden. */
export const isFeasible = (problem: Problem, choice: Choice): boolean =>
  !problem.terms.some((term) => term.effect === 'forbidden' && holds(term.when, choice))

const worthTo = (problem: Problem, party: number, choice: Choice): bigint => {
  const issues = problem.worth[party] ?? []
  const sum = issues.reduce((sum, options, issue) => sum + (options[choice[issue] ?? -1] ?? 0n), 0n)
  const linked = problem.terms.reduce(
    (more, { when, effect }) =>
      effect !== 'forbidden' && holds(when, choice) ? more + (effect[party] ?? 0n) : more,
    0n,
  )
  const ceiling = problem.sides[party]?.ceiling
  const total = sum + linked
  return ceiling !== undefined && total > ceiling ? ceiling : total
}

/** What a package is worth to each party, in that party's units. */
export const worthOf = (problem: Problem, choice: Choice): readonly bigint[] =>
  problem.sides.map((_, party) => worthTo(problem, party, choice))

/** The same as exact numbers, comparable with the figures of the case. */
export const inFigures = (problem: Problem, worth: readonly bigint[]): readonly Exact[] =>
  worth.map((units, party) => exact(units, problem.sides[party]?.unit ?? 1n))

/** Whether every party is at least at its reservation. */
export const isInZone = (problem: Problem, worth: readonly bigint[]): boolean =>
  problem.sides.every((side, party) => (worth[party] ?? 0n) >= side.reservation)

/** The package by ids. */
export const packageOf = (problem: Problem, choice: Choice): Package =>
  Object.fromEntries(
    problem.issues.map((issue, i) => [issue.id, issue.options[choice[i] ?? -1] ?? ''] as const),
  )

/** A package by numbers; undefined where an issue is missing or an option is not known. */
export const choiceOf = (problem: Problem, chosen: Package): Choice | undefined => {
  const choice = problem.issues.map(({ id, options }) =>
    Object.hasOwn(chosen, id) ? options.indexOf(chosen[id] ?? '') : -1,
  )
  return choice.includes(-1) ? undefined : choice
}

/** How many packages there are, constraints left aside. */
export const packageCount = (problem: Problem): bigint =>
  problem.issues.reduce((count, issue) => count * BigInt(issue.options.length), 1n)

/** Whether both take the same options; nothing is the same as no package. */
export const isSameChoice = (one: Choice, other: Choice | undefined): boolean =>
  other !== undefined && one.every((option, issue) => option === other[issue])
