/** Packages that are only begun: which terms can still come to hold, and which hold already. */
import type { Literal, Problem, Term } from '../problem.ts'

const takes = (literal: Literal, taken: readonly number[]): boolean =>
  literal.issue >= taken.length || literal.options.includes(taken[literal.issue] ?? -1)

/** Whether the term can still hold, whatever is taken on the issues to come. */
const isAlive = (term: Term, taken: readonly number[]): boolean =>
  term.when.every((literal) => takes(literal, taken))

const lastIssue = (term: Term): number => Math.max(...term.when.map(({ issue }) => issue))
const firstIssue = (term: Term): number => Math.min(...term.when.map(({ issue }) => issue))

/**
 * What must be remembered of a package whose first issues are settled: the terms begun and not yet decided, by number.
 * Two beginnings that remember the same have the same future.
 */
export const remembered = (problem: Problem, taken: readonly number[]): string =>
  problem.terms
    .flatMap((term, at) =>
      firstIssue(term) < taken.length && lastIssue(term) >= taken.length && isAlive(term, taken) ? [at] : [],
    )
    .join()

/** What the last option taken completes, by party, in units; `forbidden` if that cannot be. */
export const completed = (problem: Problem, taken: readonly number[]): readonly bigint[] | 'forbidden' => {
  const due = problem.terms.filter((term) => lastIssue(term) === taken.length - 1 && isAlive(term, taken))
  if (due.some(({ effect }) => effect === 'forbidden')) return 'forbidden'
  return problem.sides.map((_, p) =>
    due.reduce((sum, { effect }) => sum + (effect === 'forbidden' ? 0n : (effect[p] ?? 0n)), 0n),
  )
}
