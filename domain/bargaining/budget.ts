/** The information budget: how many suggestions the mediator lets go, and how long it waits between two to one side. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'

/** What the mediator binds itself to. */
export interface SetBudget {
  /** How many releases in all. */
  readonly most: number
  /** At least so many minutes between two releases to the same party. */
  readonly apartMinutes: number
}

/** One release: which suggestion or ballot, to which parties, when. */
export interface Release {
  readonly suggestion: string
  readonly to: readonly string[]
  readonly at: string
}

/** The budget as it stands in the office. */
export interface Budget extends SetBudget {
  readonly released: readonly Release[]
}

/** Sets it; what was released stays counted. */
export const setBudget = (before: Budget | undefined, { most, apartMinutes }: SetBudget): Outcome<Budget> => {
  const released = before?.released ?? []
  return most < released.length
    ? refuse('budget.below-released', { released: released.length })
    : done({ most, apartMinutes, released })
}

/** Counts a release. */
export const noteRelease = (budget: Budget, release: Release): Budget => ({
  ...budget,
  released: [...budget.released, release],
})

/** The first moment at which something may be released to this party; undefined if nothing was before. */
export const nextRelease = (budget: Budget, party: string): string | undefined => {
  const last = budget.released.findLast(({ to }) => to.includes(party))
  return last && new Date(Date.parse(last.at) + budget.apartMinutes * 60_000).toISOString()
}

/**
 * Whether one more may be released to these parties now.
 * Refusals: `suggestion.no-budget`, `suggestion.budget`, `suggestion.too-soon` with the moment from which it may.
 */
export const mayRelease = (
  budget: Budget | undefined,
  parties: readonly string[],
  at: string,
): Outcome<void> => {
  if (!budget) return refuse('suggestion.no-budget')
  if (budget.released.length >= budget.most) return refuse('suggestion.budget', { most: budget.most })
  const from = parties.map((party) => nextRelease(budget, party) ?? '').reduce((a, b) => (a > b ? a : b), '')
  return from > at ? refuse('suggestion.too-soon', { from: Date.parse(from) }) : done(undefined)
}
