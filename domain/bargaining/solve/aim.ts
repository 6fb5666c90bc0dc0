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
 * Only the gains of the parties in `of` are compared; the others must be in the zone, as everybody must.
 */
export interface Aim {
  readonly by: 'product' | 'leximin' | 'sum'
  readonly scale: readonly bigint[]
  readonly of: readonly number[]
}

/** The gains of a package that is worth this much, comparable between parties as the aim has it. */
export const gainsOf = (problem: Problem, aim: Aim, worth: readonly bigint[]): readonly bigint[] =>
  problem.sides.map((side, party) => (aim.scale[party] ?? 1n) * ((worth[party] ?? 0n) - side.reservation))

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const counted = (aim: Aim, gains: readonly bigint[]): readonly bigint[] =>
  aim.of.map((party) => gains[party] ?? 0n)

const fromLeast = (gains: readonly bigint[]): readonly bigint[] => [...gains].sort(ascending)
const product = (gains: readonly bigint[]): bigint => gains.reduce((product, gain) => product * gain, 1n)
const sum = (gains: readonly bigint[]): bigint => gains.reduce((sum, gain) => sum + gain, 0n)

/** Above zero if the first gains are better for the aim, below if the second are, zero if neither. */
export const compareGains = (aim: Aim, first: readonly bigint[], second: readonly bigint[]): number => {
  const [a, b] = [counted(aim, first), counted(aim, second)]
  if (aim.by === 'product') return ascending(product(a), product(b))
  if (aim.by === 'sum') return ascending(sum(a), sum(b))
  const [x, y] = [fromLeast(a), fromLeast(b)]
  const at = x.findIndex((gain, i) => gain !== y[i])
  return at < 0 ? 0 : ascending(x[at] ?? 0n, y[at] ?? 0n)
}

const inLowestTerms = (scale: readonly bigint[]): readonly bigint[] => {
  const common = scale.reduce(gcd, 0n)
  return common > 1n ? scale.map((each) => each / common) : scale
}

/** Scales under which gains are in the same figures for every party: one point is one point. */
const inFiguresOfAll = (problem: Problem): readonly bigint[] => {
  const all = problem.sides.reduce((all, { unit }) => (all / gcd(all, unit)) * unit, 1n)
  return inLowestTerms(problem.sides.map(({ unit }) => all / unit))
}

/** What each party could gain at most, and scales under which its gain is its share of that; 1 where that is nothing. */
const inSharesOfIdeal = (ranges: readonly bigint[]): readonly bigint[] => {
  const all = ranges.reduce((all, range) => (range > 0n ? (all / gcd(all, range)) * range : all), 1n)
  return inLowestTerms(ranges.map((range) => (range > 0n ? all / range : 1n)))
}

/**
 * The aim of a named solution. `ideal` is the most that each party can get in the zone, for Kalai-Smorodinsky (1975),
 * here as leximin (Imai 1983), among the parties that have anything to gain. Least difference has no aim: it is read
 * off the frontier.
 */
export const aimOf = (
  name: Exclude<SolutionName, 'leastDifference'>,
  problem: Problem,
  ideal: readonly bigint[],
): Aim => {
  const everybody = problem.sides.map((_, party) => party)
  if (name === 'nash') return { by: 'product', scale: problem.sides.map(() => 1n), of: everybody }
  if (name === 'welfare') return { by: 'sum', scale: inFiguresOfAll(problem), of: everybody }
  if (name === 'egalitarian') return { by: 'leximin', scale: inFiguresOfAll(problem), of: everybody }
  const ranges = problem.sides.map((side, party) => (ideal[party] ?? side.reservation) - side.reservation)
  return {
    by: 'leximin',
    scale: inSharesOfIdeal(ranges),
    of: everybody.filter((party) => (ranges[party] ?? 0n) > 0n),
  }
}

/** The aim of what is best in the zone for one party. */
export const aimFor = (problem: Problem, party: number): Aim => ({
  by: 'sum',
  scale: problem.sides.map(() => 1n),
  of: [party],
})
