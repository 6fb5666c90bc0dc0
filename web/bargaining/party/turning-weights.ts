/** Which weight decides: how much less or more an issue would have to matter before a package is no better than no agreement. */
import type { Package } from '#domain/bargaining/agenda.ts'
import { type Choice, choiceOf, type Problem, worthOf } from '#domain/bargaining/problem.ts'
import type { Worth } from '#domain/bargaining/worth.ts'

/** The factors on one weight between which the package stays at or above the reservation; absent where nothing turns. */
export interface TurningWeight {
  readonly issue: number
  /** Below this share of the weight the package falls under the reservation. */
  readonly below?: number | undefined
  /** Above this multiple of the weight it does. */
  readonly above?: number | undefined
}

const partOf = (problem: Problem, choice: Choice | undefined, issue: number): number =>
  Number(problem.worth[0]?.[issue]?.[choice?.[issue] ?? -1] ?? 0n)

/**
 * For every issue, with all else as it was said. Exact: a package's worth is straight in each weight, and so is that of a
 * BATNA, which moves along. Undefined where the package is not whole or is below the reservation as it is.
 */
export const turningWeights = (
  problem: Problem,
  worth: Worth,
  chosen: Package,
): readonly TurningWeight[] | undefined => {
  const choice = choiceOf(problem, chosen)
  const reservation = problem.sides[0]?.reservation ?? 0n
  if (!choice) return undefined
  const gain = Number((worthOf(problem, choice)[0] ?? 0n) - reservation)
  if (gain < 0) return undefined
  const batna = worth.batna && choiceOf(problem, worth.batna)
  // The BATNA counts only while it, and not a figure above it, is the reservation.
  const floor = batna && worthOf(problem, batna)[0] === reservation ? batna : undefined
  return problem.issues.map((_, issue): TurningWeight => {
    const slope = partOf(problem, choice, issue) - partOf(problem, floor, issue)
    if (slope > 0) return gain >= slope ? { issue } : { issue, below: 1 - gain / slope }
    return slope < 0 ? { issue, above: 1 + gain / -slope } : { issue }
  })
}
