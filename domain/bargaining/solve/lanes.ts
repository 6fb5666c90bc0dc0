/** Whole numbers of up to 104 bits in two doubles, so that exact sums run at the speed of floating point. */
import { bits, gcd } from '../exact.ts'
import type { Problem, Term } from '../problem.ts'

/** The low lane holds this many bits at most, so that the sum of two is still a whole double. */
const lowBits = 52
/** The high lane, its sign aside: a double holds whole numbers up to 2^53. */
const highBits = 52

/** How one party's units are split: `value = (high * 2^low bits + low) * common`. */
export interface Split {
  /** Every figure of the party is a multiple of this. */
  readonly common: bigint
  readonly bits: bigint
  /** 2^bits as a double: a low lane that reaches it carries. */
  readonly base: number
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

const effects = (terms: readonly Term[], party: number): readonly bigint[] =>
  terms.flatMap(({ effect }) => (effect === 'forbidden' ? [] : [effect[party] ?? 0n]))

/** How to split a party's worth; undefined where sums need more than 104 bits. */
export const splitOf = (problem: Problem, party: number): Split | undefined => {
  const issues = problem.worth[party] ?? []
  const links = effects(problem.terms, party)
  const { ceiling = 0n } = problem.sides[party] ?? {}
  const common = [...issues.flat(), ...links, ceiling].reduce(gcd, 0n) || 1n
  const largest = (values: readonly bigint[]): bigint =>
    values.map(magnitude).reduce((most, value) => (value > most ? value : most), 0n)
  const total =
    issues.reduce((sum, options) => sum + largest(options), 0n) +
    links.map(magnitude).reduce((sum, value) => sum + value, 0n)
  const low = Math.max(0, bits(total / common) - highBits)
  return low > lowBits ? undefined : { common, bits: BigInt(low), base: 2 ** low }
}

/** The high lane of a value; it carries the sign. */
export const highOf = (split: Split, value: bigint): number => Number((value / split.common) >> split.bits)

/** The low lane of a value, from 0 up to the base. */
export const lowOf = (split: Split, value: bigint): number =>
  Number(BigInt.asUintN(Number(split.bits), value / split.common))

/** The value of two lanes. */
export const joined = (split: Split, high: number, low: number): bigint =>
  ((BigInt(high) << split.bits) + BigInt(low)) * split.common
