/** What makes one package better than another: the named solutions of the literature, each as one comparison of gains. */
import { gcd } from '../exact.ts'
import type { Problem } from '../problem.ts'

/** The named solutions. */
export const solutionNames = [
  'nash',
  'kalaiSmorodinsky',
  'egalitarian',
  'welfare',
  'leastDifference',
] as const
export type SolutionName = (typeof solutionNames)[number]

/**
 * How gains are compared: by their product (Nash 1950), by the least, then the next (leximin), or by their sum.
 * The gain of party p is `scale[p] x (worth - reservation)`, a whole number; scales make gains of parties comparable.
 * A party whose scale is 0 has nothing to gain in the zone and is left out of a leximin.
 */
export interface Aim {
  readonly by: 'product' | 'leximin' | 'sum'
  readonly scale: readonly bigint[]
}

/** The gains of a package that is worth this much, comparable between parties as the aim has it. */
export const gainsOf = (problem: Problem, aim: Aim, worth: readonly bigint[]): readonly bigint[] =>
  problem.sides.map((side, party) => (aim.scale[party] ?? 1n) * ((worth[party] ?? 0n) - side.reservation))

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const counted = (aim: Aim, gains: readonly bigint[]): readonly bigint[] =>
  gains.filter((_, party) => aim.scale[party] !== 0n)

/** Gains from the least up. */
export const fromLeast = (aim: Aim, gains: readonly bigint[]): readonly bigint[] =>
  [...counted(aim, gains)].sort(ascending)

/** Above zero if the first gains are better for the aim, below if the second are, zero if neither. */
export const compareGains = (aim: Aim, a: readonly bigint[], b: readonly bigint[]): number => {
  if (aim.by === 'product') return ascending(productOf(a), productOf(b))
  if (aim.by === 'sum') return ascending(sumOf(a), sumOf(b))
  const [x, y] = [fromLeast(aim, a), fromLeast(aim, b)]
  for (let i = 0; i < x.length; i++) {
    const difference = ascending(x[i] ?? 0n, y[i] ?? 0n)
    if (difference !== 0) return difference
  }
  return 0
}

export const productOf = (gains: readonly bigint[]): bigint =>
  gains.reduce((product, gain) => product * gain, 1n)
export const sumOf = (gains: readonly bigint[]): bigint => gains.reduce((sum, gain) => sum + gain, 0n)

const inLowestTerms = (scale: readonly bigint[]): readonly bigint[] => {
  const common = scale.reduce(gcd, 0n)
  return common > 1n ? scale.map((each) => each / common) : scale
}

/** Scales under which gains are in the same figures for every party: one point is one point. */
const inFiguresOfAll = (problem: Problem): readonly bigint[] => {
  const all = problem.sides.reduce((all, { unit }) => (all / gcd(all, unit)) * unit, 1n)
  return inLowestTerms(problem.sides.map(({ unit }) => all / unit))
}

/** Scales under which each party's gain is its share of the most it could gain. */
const inSharesOfIdeal = (problem: Problem, ideal: readonly bigint[]): readonly bigint[] => {
  const ranges = problem.sides.map((side, party) => (ideal[party] ?? side.reservation) - side.reservation)
  const all = ranges.reduce((all, range) => (range > 0n ? (all / gcd(all, range)) * range : all), 1n)
  return inLowestTerms(ranges.map((range) => (range > 0n ? all / range : 0n)))
}

/**
 * The aim of a named solution. `ideal` is the most that each party can get in the zone, for Kalai-Smorodinsky (1975),
 * here as leximin (Imai 1983). Least difference has no aim: it is read off the frontier.
 */
export const aimOf = (
  name: Exclude<SolutionName, 'leastDifference'>,
  problem: Problem,
  ideal: readonly bigint[],
): Aim => {
  if (name === 'nash') return { by: 'product', scale: problem.sides.map(() => 1n) }
  if (name === 'kalaiSmorodinsky') return { by: 'leximin', scale: inSharesOfIdeal(problem, ideal) }
  return { by: name === 'welfare' ? 'sum' : 'leximin', scale: inFiguresOfAll(problem) }
}
