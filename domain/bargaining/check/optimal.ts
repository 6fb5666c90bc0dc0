/** Checks that nothing in the zone is better: looks at every package that the certificate does not rule out. */
import type { Certificate } from '../certificate.ts'
import { isFeasible, isInZone, type Problem, worthOf } from '../problem.ts'
import { gains, highestSum, isBetter, mustExceed, weigh } from './weighing.ts'

/** What checking came to. `undecided`: more packages would have to be looked at than was allowed. */
export type Verdict = 'proven' | 'refuted' | 'undecided'

interface Candidate {
  readonly option: number
  readonly loss: bigint
  readonly worth: readonly bigint[]
}

/** Options by what they give up of the weighted sum; of two that nobody can tell apart one is enough. */
const candidates = (problem: Problem, proof: Certificate, issue: number): readonly Candidate[] => {
  const tied = problem.terms.some((term) => term.when.some((literal) => literal.issue === issue))
  const options = (problem.issues[issue]?.options ?? []).map((_, option) => {
    const worth = problem.worth.map((each) => each[issue]?.[option] ?? 0n)
    return { option, worth, value: weigh(proof, worth) }
  })
  const best = options.reduce((most, { value }) => (value > most ? value : most), options[0]?.value ?? 0n)
  const seen = new Set<string>()
  return options
    .map(({ option, worth, value }): Candidate => ({ option, worth, loss: best - value }))
    .filter(({ worth }) => tied || (!seen.has(worth.join()) && seen.add(worth.join())))
    .sort((a, b) => (a.loss < b.loss ? -1 : a.loss > b.loss ? 1 : 0))
}

/** The gains of the package claimed, or undefined for the claim that the zone is empty. */
export type Claimed = readonly bigint[] | undefined

/**
 * Whether any package in the zone is better than the gains claimed (or, if none are, whether any is in the zone).
 * Walks issue by issue, those first where another option costs most, and turns back where the weighted sum says so.
 */
export const checkBest = (
  problem: Problem,
  proof: Certificate,
  claimed: Claimed,
  mostNodes = 3_000_000,
): Verdict => {
  const bound = highestSum(problem, proof)
  const issues = problem.issues
    .map((_, issue) => ({ issue, options: candidates(problem, proof, issue) }))
    .sort((a, b) => ((b.options[1]?.loss ?? bound) > (a.options[1]?.loss ?? bound) ? 1 : -1))
  const isRuledOut = (reached: bigint): boolean =>
    claimed ? mustExceed(proof, claimed, reached) : reached < 0n
  const choice = problem.issues.map(() => 0)
  let nodes = 0
  const isRefuted = (): boolean => {
    if (!isFeasible(problem, choice)) return false
    const worth = worthOf(problem, choice)
    return isInZone(problem, worth) && (!claimed || isBetter(proof, gains(problem, proof, worth), claimed))
  }
  const look = (step: number, reached: bigint): Verdict => {
    const here = issues[step]
    if (!here) return isRefuted() ? 'refuted' : 'proven'
    if (++nodes > mostNodes) return 'undecided'
    for (const { option, loss } of here.options) {
      if (isRuledOut(reached - loss)) return 'proven'
      choice[here.issue] = option
      const verdict = look(step + 1, reached - loss)
      if (verdict !== 'proven') return verdict
    }
    return 'proven'
  }
  return look(0, bound)
}
