/** Whole numbers of any length in a few doubles each, so that exact sums run at the speed of floating point. */
import { bits, gcd } from '../exact.ts'
import type { Problem, Term } from '../problem.ts'

/** A lane holds this many bits at most, so that the sum of two is still a whole double. */
const laneBits = 52

/** How one party's units are split: the high lane first, which carries the sign, then low lanes of equal length. */
export interface Split {
  /** Every figure of the party is a multiple of this. */
  readonly common: bigint
  /** Bits of each low lane. */
  readonly bits: number
  /** 2^bits as a double: a low lane that reaches it carries. */
  readonly base: number
}

/** How all parties' units are split: each into as many lanes, two or more. */
export interface Lanes {
  readonly depth: number
  readonly splits: readonly Split[]
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
const largest = (values: readonly bigint[]): bigint =>
  values.map(magnitude).reduce((most, value) => (value > most ? value : most), 0n)

const effects = (terms: readonly Term[], party: number): readonly bigint[] =>
  terms.flatMap(({ effect }) => (effect === 'forbidden' ? [] : [effect[party] ?? 0n]))

/** What a party's figures have in common, and how many bits their largest sum takes. */
const measured = (problem: Problem, party: number): { readonly common: bigint; readonly length: number } => {
  const issues = problem.worth[party] ?? []
  const links = effects(problem.terms, party)
  const { ceiling = 0n } = problem.sides[party] ?? {}
  const common = [...issues.flat(), ...links, ceiling].reduce(gcd, 0n) || 1n
  const total = [...issues.map(largest), ...links.map(magnitude), ceiling].reduce(
    (sum, value) => sum + value,
    0n,
  )
  return { common, length: bits(total / common) }
}

/** The split of a problem: two lanes up to 104 bits, more where figures are finer. */
export const lanesOf = (problem: Problem): Lanes => {
  const all = problem.sides.map((_, party) => measured(problem, party))
  const longest = Math.max(...all.map(({ length }) => length))
  const depth = Math.max(2, Math.ceil(longest / laneBits))
  const splits = all.map(({ common, length }): Split => {
    const bits = Math.max(0, Math.ceil((length - laneBits) / (depth - 1)))
    return { common, bits, base: 2 ** bits }
  })
  return { depth, splits }
}

/** A value in its lanes. */
export const inLanes = ({ common, bits }: Split, depth: number, value: bigint): readonly number[] => {
  const whole = value / common
  return Array.from({ length: depth }, (_, lane) => {
    const shifted = whole >> BigInt(bits * (depth - 1 - lane))
    return Number(lane === 0 ? shifted : BigInt.asUintN(bits, shifted))
  })
}

/** The value of a point's lanes, the first of them number `first`. */
export const joinedAt = (
  { common, bits }: Split,
  lanes: readonly Float64Array[],
  first: number,
  depth: number,
  point: number,
): bigint => {
  let sum = 0n
  for (let lane = first; lane < first + depth; lane++)
    sum = (sum << BigInt(bits)) + BigInt(lanes[lane]?.[point] ?? 0)
  return sum * common
}

/** The value of so much in the high lane and nothing in the others. */
export const ofHighLane = ({ common, bits }: Split, depth: number, high: number): bigint =>
  (BigInt(high) << BigInt(bits * (depth - 1))) * common
