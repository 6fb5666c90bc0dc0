/** Why nothing can be better: weights on the parties' gains under which better packages would have to sum up too high. */
import { type Aim, fromLeast, productOf, sumOf } from './aim.ts'

/** The largest whole number whose n-th power is at most `value` (Newton's method). */
export const wholeRoot = (value: bigint, n: number): bigint => {
  if (value < 2n) return value
  const power = BigInt(n)
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / n))
  for (;;) {
    const next = ((power - 1n) * root + value / root ** (power - 1n)) / power
    if (next >= root) return root
    root = next
  }
}

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a), values[0] ?? 0n)

/**
 * The least weighted sum of gains that a package in the zone must reach to be better than one with these gains;
 * what stays below it need not be looked at. Weights are whole and not negative.
 * `product`: by the inequality of means, sum >= n (product of gains x product of weights)^(1/n).
 * `leximin`: every gain is at least the least one here. `sum`: the smallest weight counts for everybody.
 */
export const leastToBeat = (aim: Aim, gains: readonly bigint[], weights: readonly bigint[]): bigint => {
  if (aim.by === 'sum') {
    const smallest = least(weights)
    return smallest > 0n ? smallest * (sumOf(gains) + 1n) : 0n
  }
  const all = weights.every((weight, party) => weight > 0n || aim.scale[party] === 0n)
  if (aim.by === 'leximin') {
    const floor =
      (fromLeast(aim, gains)[0] ?? 0n) * sumOf(weights.filter((_, party) => aim.scale[party] !== 0n))
    return all ? floor + 1n : floor
  }
  if (!all) return 0n
  const n = gains.length
  return wholeRoot(BigInt(n) ** BigInt(n) * productOf(gains) * productOf(weights), n) + 1n
}
