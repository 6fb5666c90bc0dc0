/** The checker's own arithmetic: it shares nothing with the solvers but the problem. */
import type { Certificate } from '../certificate.ts'
import type { Problem } from '../problem.ts'

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n)

/** The gain of every party, times its scale. */
export const gains = (problem: Problem, proof: Certificate, worth: readonly bigint[]): readonly bigint[] =>
  worth.map((units, p) => (proof.scale[p] ?? 0n) * (units - (problem.sides[p]?.reservation ?? 0n)))

/** What an option, or a link between options, adds to the weighted sum of gains. */
export const weigh = (proof: Certificate, worth: readonly bigint[]): bigint =>
  sum(worth.map((units, p) => (proof.weights[p] ?? 0n) * (proof.scale[p] ?? 0n) * units))

const counting = (proof: Certificate, values: readonly bigint[]): readonly bigint[] =>
  proof.of.map((party) => values[party] ?? 0n)

const rising = (values: readonly bigint[]): readonly bigint[] =>
  [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** Whether the first gains are better than the second. */
export const isBetter = (
  proof: Certificate,
  first: readonly bigint[],
  second: readonly bigint[],
): boolean => {
  const [a, b] = [counting(proof, first), counting(proof, second)]
  if (proof.by === 'sum') return sum(a) > sum(b)
  if (proof.by === 'product') return a.reduce((x, y) => x * y, 1n) > b.reduce((x, y) => x * y, 1n)
  const [x, y] = [rising(a), rising(b)]
  const at = x.findIndex((value, i) => value !== y[i])
  return at >= 0 && (x[at] ?? 0n) > (y[at] ?? 0n)
}

/** The least weighted sum that gains above these in leximin can have: the same up to some place, then at least one more. */
const leastAbove = (own: readonly bigint[], weights: readonly bigint[]): bigint => {
  const [gains, falling] = [rising(own), rising(weights).toReversed()]
  let least: bigint | undefined
  let before = 0n
  let left = sum(falling)
  gains.forEach((gain, place) => {
    // The smallest sum gives the largest weights the smallest gains.
    const here = before + (gain + 1n) * left
    if (least === undefined || here < least) least = here
    before += gain * (falling[place] ?? 0n)
    left -= falling[place] ?? 0n
  })
  return least ?? 0n
}

/**
 * Whether every package in the zone that is better than these gains has more than `reached` as its weighted sum. Gains are
 * whole numbers, so better is better by one at least.
 * Product: every gain is then one at least, and the arithmetic mean is no less than the geometric one.
 * Leximin: by the place at which the gains first differ. Sum: the smallest weight counts for everybody.
 */
export const mustExceed = (proof: Certificate, claimed: readonly bigint[], reached: bigint): boolean => {
  const weights = counting(proof, proof.weights)
  const own = counting(proof, claimed)
  if (reached < 0n || own.length === 0) return true
  if (proof.by === 'leximin') return reached < leastAbove(own, weights)
  if (proof.by === 'sum') return reached < (rising(weights)[0] ?? 0n) * (sum(own) + 1n)
  if (reached < sum(weights)) return true
  const n = BigInt(own.length)
  const product = own.reduce((x, y) => x * y, 1n) + 1n
  return reached ** n < n ** n * weights.reduce((x, y) => x * y, product)
}
