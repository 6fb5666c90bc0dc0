/** What is advised for a problem under a named solution, as one function, so that it can be asked again and again. */
import { type Choice, type Problem, worthOf } from '../problem.ts'
import { aimFor, aimOf, type SolutionName } from '../solve/aim.ts'
import { searchBest } from '../solve/search.ts'

/** A named solution that is found by an aim. */
export type AdvisedBy = Exclude<SolutionName, 'leastDifference'>

/** Few nodes: an answer is wanted many times over; where it is not proven it is still the best one found. */
const nodes = 100_000

/** The package that a named solution picks; undefined where there is no zone of agreement. */
export const advised = (
  problem: Problem,
  by: AdvisedBy,
  known: readonly Choice[] = [],
): Choice | undefined => {
  const limits = { nodes, known }
  if (by !== 'kalaiSmorodinsky') return searchBest(problem, aimOf(by, problem, []), limits).choice
  const ideal: bigint[] = []
  for (const party of problem.sides.keys()) {
    const { choice } = searchBest(problem, aimFor(problem, party), limits)
    if (!choice) return undefined
    ideal.push(worthOf(problem, choice)[party] ?? 0n)
  }
  return searchBest(problem, aimOf(by, problem, ideal), limits).choice
}
