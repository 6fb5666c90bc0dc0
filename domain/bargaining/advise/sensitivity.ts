/** Which weight decides: how much more or less important an issue must be to a party before the advice changes. */
import { isSameChoice, type Problem } from '../problem.ts'
import { type AdvisedBy, advised } from './advice.ts'

/** The factors on one party's weight of one issue at which the advice turns; absent where it never does within the range. */
export interface Turning {
  readonly party: number
  readonly issue: number
  /** Below this factor another package is advised. */
  readonly below?: number | undefined
  /** Above this factor another package is advised. */
  readonly above?: number | undefined
}

/** The range of factors that is looked at. */
export const widest = 4

const thousand = 1_000

const withWeight = (problem: Problem, party: number, issue: number, factor: number): Problem => ({
  ...problem,
  worth: problem.worth.map((issues, p) =>
    p === party
      ? issues.map((options, i) =>
          i === issue
            ? options.map((value) => (value * BigInt(Math.round(thousand * factor))) / BigInt(thousand))
            : options,
        )
      : issues,
  ),
})

/** The factor between `kept`, where the advice stands, and `turned`, where it does not, at which it turns; to 1 in 256. */
const turningPoint = (stands: (factor: number) => boolean, kept: number, turned: number): number => {
  let [from, to] = [kept, turned]
  for (let halving = 0; halving < 8; halving++) {
    const middle = (from + to) / 2
    if (stands(middle)) from = middle
    else to = middle
  }
  return to
}

/** For every party and issue, how far its weight may go down (to nothing) and up (fourfold) before the advice turns. */
export const sensitivityOf = (problem: Problem, by: AdvisedBy): readonly Turning[] => {
  const advice = advised(problem, by)
  if (!advice) return []
  return problem.sides.flatMap((_, party) =>
    problem.issues.map((_, issue): Turning => {
      const stands = (factor: number): boolean =>
        isSameChoice(advice, advised(withWeight(problem, party, issue, factor), by, [advice]))
      const below = stands(0) ? undefined : turningPoint(stands, 1, 0)
      const above = stands(widest) ? undefined : turningPoint(stands, 1, widest)
      return { party, issue, below, above }
    }),
  )
}
