/** The nearest improvements of a package: as few clauses changed as possible, nobody hurt, nothing left on the table. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Choice, type Problem, worthOf } from '../problem.ts'
import { type FrontierPoint, paretoFrontier } from '../solve/frontier.ts'

/** A better package and how many issues it settles otherwise. */
export interface Improvement extends FrontierPoint {
  readonly changes: number
}

/** The problem with one more side, which wants the text left alone: it loses one for every issue changed. */
const withTheText = (problem: Problem, current: Choice): Problem => ({
  ...problem,
  sides: [...problem.sides, { id: '', unit: 1n, reservation: -BigInt(problem.issues.length) }],
  worth: [
    ...problem.worth,
    problem.issues.map((issue, i) => issue.options.map((_, option) => (option === current[i] ? 0n : -1n))),
  ],
  terms: problem.terms.map((term) =>
    term.effect === 'forbidden' ? term : { ...term, effect: [...term.effect, 0n] },
  ),
})

/**
 * Everything that improves on a package for somebody and hurts nobody, with at most `mostChanges` issues changed: for
 * each number of changes what no other such improvement beats. The text itself is taken as one more party, so that
 * what is near and what is good are weighed in one frontier. Refusals: those of `paretoFrontier`, and
 * `bargaining.rounded` where not every improvement can be listed.
 */
export const nearestImprovements = (
  problem: Problem,
  current: Choice,
  mostChanges: number,
): Outcome<readonly Improvement[]> => {
  const frontier = paretoFrontier(withTheText(problem, current))
  if (!frontier.ok) return frontier
  if (frontier.value.error) return refuse('bargaining.rounded')
  const before = worthOf(problem, current)
  const parties = problem.sides.length
  const better = frontier.value.points.flatMap((point): readonly Improvement[] => {
    const changes = -Number(point.worth[parties] ?? 0n)
    const worth = point.worth.slice(0, parties)
    const isBetter =
      worth.every((units, p) => units >= (before[p] ?? 0n)) &&
      worth.some((units, p) => units > (before[p] ?? 0n))
    return isBetter && changes <= mostChanges ? [{ ...point, worth, changes }] : []
  })
  return done([...better].sort((a, b) => a.changes - b.changes))
}
