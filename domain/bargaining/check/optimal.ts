/** Checks that nothing in the zone is better: looks at every package that the certificate does not rule out. */
import type { Certificate } from '../certificate.ts'
import { isFeasible, isInZone, type Problem, worthOf } from '../problem.ts'
import { type Beginning, beginningOf, inTellingOrder } from './future.ts'
import { gains, isBetter, mustExceed, weigh } from './weighing.ts'

/** What checking came to. `undecided`: more packages would have to be looked at than was allowed. */
export type Verdict = 'proven' | 'refuted' | 'undecided'

/** The gains of the package claimed, or undefined for the claim that the zone is empty. */
export type Claimed = readonly bigint[] | undefined

const start = (problem: Problem, proof: Certificate): bigint =>
  -weigh(
    proof,
    problem.sides.map((side) => side.reservation),
  )

/** The weighted sum of gains that no package exceeds; undefined if every package is forbidden. */
export const highestSum = (problem: Problem, proof: Certificate): bigint | 'undecided' | undefined => {
  const beginning = beginningOf(problem, proof)
  if (!beginning) return 'undecided'
  return beginning.most === undefined ? undefined : start(problem, proof) + beginning.most
}

/**
 * Whether any package in the zone is better than the gains claimed (or, if none are, whether any is in the zone).
 * Settles issue after issue and turns back where the weighted sum rules out what is to come.
 */
export const checkBest = (
  given: Problem,
  proof: Certificate,
  claimed: Claimed,
  mostNodes = 3_000_000,
): Verdict => {
  const problem = inTellingOrder(given, proof)
  const isRuledOut = (reached: bigint): boolean =>
    claimed ? mustExceed(proof, claimed, reached) : reached < 0n
  const choice: number[] = []
  let nodes = 0
  const isRefuted = (): boolean => {
    if (!isFeasible(problem, choice)) return false
    const worth = worthOf(problem, choice)
    return isInZone(problem, worth) && (!claimed || isBetter(proof, gains(problem, proof, worth), claimed))
  }
  const look = (beginning: Beginning, step: number, sum: bigint): Verdict => {
    if (step === problem.issues.length) return isRefuted() ? 'refuted' : 'proven'
    if (++nodes > mostNodes) return 'undecided'
    for (const { option, brings, next } of beginning.ways) {
      if (isRuledOut(sum + brings + (next.most ?? 0n))) return 'proven'
      choice[step] = option
      const verdict = look(next, step + 1, sum + brings)
      if (verdict !== 'proven') return verdict
    }
    return 'proven'
  }
  const beginning = beginningOf(problem, proof)
  return beginning ? look(beginning, 0, start(problem, proof)) : 'undecided'
}
