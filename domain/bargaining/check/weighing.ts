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

/**
 * Whether every package that is better than these gains has more than `reached` as its weighted sum.
 * Product: by the inequality of the arithmetic and geometric mean. Least: nobody's gain is under the least one.
 * Sum: the smallest weight counts for everybody. Equal is not better where every weight is positive.
 */
export const mustExceed = (proof: Certificate, claimed: readonly bigint[], reached: bigint): boolean => {
  const weights = counting(proof, proof.weights)
  const own = counting(proof, claimed)
  const positive = weights.every((weight) => weight > 0n)
  if (reached < 0n) return true
  if (own.length === 0) return true
  if (proof.by === 'leximin') {
    const floor = (rising(own)[0] ?? 0n) * sum(weights)
    return reached < floor || (positive && reached === floor)
  }
  if (!positive) return false
  if (proof.by === 'sum') return reached <= (rising(weights)[0] ?? 0n) * sum(own)
  const n = BigInt(own.length)
  const product = [...own, ...weights].reduce((x, y) => x * y, 1n)
  return reached ** n <= n ** n * product
}
