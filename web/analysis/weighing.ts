/** What one package is worth to each party: little to compute, so the page does it while one points at a picture. */
import { standingOf } from '#domain/bargaining/advise/zone.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { exact, nearest } from '#domain/bargaining/exact.ts'
import { choiceOf, inFigures, type Problem, worthOf } from '#domain/bargaining/problem.ts'

/** A package weighed: in each party's own points, and over its reservation. Lists by party are in the order of the case. */
export interface Weighed {
  readonly worth: readonly number[]
  readonly gains: readonly number[]
  /** The constraints and red lines in its way, by their number among all. */
  readonly forbiddenBy: readonly number[]
}

/** Units of each party as its points. */
export const inPoints = (problem: Problem, units: readonly bigint[]): readonly number[] =>
  units.map((each, party) => nearest(exact(each, problem.sides[party]?.unit ?? 1n)))

/** Weighs a package; undefined for one that does not name a known option on every issue. */
export const weighed = (problem: Problem, chosen: Package): Weighed | undefined => {
  const choice = choiceOf(problem, chosen)
  if (!choice) return undefined
  const { gains, forbiddenBy } = standingOf(problem, choice)
  return {
    worth: inFigures(problem, worthOf(problem, choice)).map(nearest),
    gains: inPoints(problem, gains),
    forbiddenBy,
  }
}
