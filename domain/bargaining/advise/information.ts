/** What a release gives away: the constraint on one side's weights that the other side can infer from it. */
import type { Choice, Problem } from '../problem.ts'
import { chanceOf, sharesBy } from './chance.ts'

/**
 * What is learnt about a party: the sum over issues of weight x `swing` is not negative.
 * A swing is what the suggestion moves on the issue, as a share of all that the issue can move for that party:
 * from -1 (from its best option to its worst) to 1.
 */
export interface Inference {
  readonly about: number
  readonly swings: readonly number[]
}

const swingOf = (problem: Problem, party: number, issue: number, from: number, to: number): number => {
  const options = problem.worth[party]?.[issue] ?? []
  const most = options.reduce((a, b) => (b > a ? b : a), options[0] ?? 0n)
  const least = options.reduce((a, b) => (b < a ? b : a), options[0] ?? 0n)
  return most === least ? 0 : Number((options[to] ?? 0n) - (options[from] ?? 0n)) / Number(most - least)
}

/** What whoever sees a suggestion learns about a party, if they know that the mediator suggests nothing that hurts anybody. */
export const inferenceOf = (problem: Problem, about: number, from: Choice, to: Choice): Inference => ({
  about,
  swings: problem.issues.map((_, issue) => swingOf(problem, about, issue, from[issue] ?? 0, to[issue] ?? 0)),
})

/** How much is known: the share of all weights that are still possible, and the same in bits. */
export interface Knowledge {
  readonly before: number
  readonly after: number
  /** What this release tells, in bits: 1 halves what is possible. */
  readonly bits: number
}

const fits = (weights: readonly number[], inference: Inference): boolean =>
  inference.swings.reduce((sum, swing, issue) => sum + swing * (weights[issue] ?? 0), 0) >= 0

/**
 * What a release tells beyond what earlier ones told, by draws from all ways of weighing the issues, each as likely as
 * any other beforehand. The reader is taken to know which options the party prefers on each issue, but no weight.
 */
export const knowledgeFrom = (
  release: Inference,
  earlier: readonly Inference[],
  draws = 20_000,
  seed = 1,
): Knowledge => {
  const chance = chanceOf(seed)
  let [before, after] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const weights = sharesBy(chance, release.swings.length)
    if (!earlier.every((inference) => fits(weights, inference))) continue
    before++
    if (fits(weights, release)) after++
  }
  // What was impossible before tells nothing more by being impossible still.
  const bits = before === 0 ? 0 : after === 0 ? Number.POSITIVE_INFINITY : Math.log2(before / after)
  return { before: before / draws, after: after / draws, bits }
}
