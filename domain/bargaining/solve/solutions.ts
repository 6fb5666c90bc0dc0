/** The named solutions of a problem, each with every point that is equally good and the certificate that none is better. */
import type { Certificate } from '../certificate.ts'
import { type Choice, isInZone, type Problem, worthOf } from '../problem.ts'
import { type Aim, aimFor, aimOf, compareGains, gainsOf, type SolutionName } from './aim.ts'
import type { FrontierPoint } from './frontier.ts'
import { searchBest } from './search.ts'

/** One named solution. */
export interface Solution {
  readonly worth: readonly bigint[]
  readonly choice: Choice
  /** Other points of the frontier that are exactly as good; people choose among them, not we. */
  readonly alsoAt: readonly (readonly bigint[])[]
  /** Absent for least difference, which rests on the frontier being complete. */
  readonly certificate?: Certificate | undefined
  /** For Kalai-Smorodinsky: by party, the package in the zone that is best for it alone. */
  readonly ideals?: readonly Ideal[] | undefined
  /** `proven`: nothing is better. `bounded`: nothing is better than the certificate's bound allows. */
  readonly proof: 'proven' | 'bounded' | 'frontier'
}

/** What is best in the zone for one party, and why nothing is better. */
export interface Ideal {
  readonly choice: Choice
  readonly worth: readonly bigint[]
  readonly certificate: Certificate
}

/** Every named solution; null where there is no zone of agreement. */
export type Solutions = Readonly<Record<SolutionName, Solution | null>>

const inZone = (problem: Problem, points: readonly FrontierPoint[]): readonly FrontierPoint[] =>
  points.filter(({ worth }) => isInZone(problem, worth))

/** The best points for an aim, all of them. */
const bestFor = (problem: Problem, aim: Aim, points: readonly FrontierPoint[]): readonly FrontierPoint[] => {
  let best: FrontierPoint[] = []
  let gains: readonly bigint[] = []
  for (const point of points) {
    const mine = gainsOf(problem, aim, point.worth)
    const order = best.length === 0 ? 1 : compareGains(aim, mine, gains)
    if (order > 0) [best, gains] = [[point], mine]
    else if (order === 0) best.push(point)
  }
  return best
}

/** The certificate of an aim's weights: with the bound that follows from them. */
export const certified = (problem: Problem, aim: Aim, weights: readonly bigint[]): Certificate => ({
  ...aim,
  weights,
  bound: boundOf(problem, aim, weights),
})

/** The weighted sum of gains that no package exceeds. */
export const boundOf = (problem: Problem, aim: Aim, weights: readonly bigint[]): bigint => {
  const factors = problem.sides.map((_, party) => (weights[party] ?? 0n) * (aim.scale[party] ?? 0n))
  const weigh = (worth: (party: number) => bigint): bigint =>
    factors.reduce((sum, factor, party) => sum + factor * worth(party), 0n)
  const best = problem.issues.map((issue, i) =>
    issue.options
      .map((_, option) => weigh((party) => problem.worth[party]?.[i]?.[option] ?? 0n))
      .reduce((most, value) => (value > most ? value : most)),
  )
  const links = problem.terms.map(({ effect }) =>
    effect === 'forbidden' ? 0n : weigh((party) => effect[party] ?? 0n),
  )
  const helping = links.filter((value) => value > 0n)
  return (
    [...best, ...helping].reduce((sum, value) => sum + value, 0n) -
    weigh((party) => problem.sides[party]?.reservation ?? 0n)
  )
}

const fromFrontier = (problem: Problem, aim: Aim, points: readonly FrontierPoint[]): Solution | null => {
  const [first, ...others] = bestFor(problem, aim, points)
  if (!first) return null
  const { weights, proven } = searchBest(problem, aim, { known: [first.choice] })
  return {
    worth: first.worth,
    choice: first.choice,
    alsoAt: others.map(({ worth }) => worth),
    certificate: certified(problem, aim, weights),
    proof: proven ? 'proven' : 'frontier',
  }
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

const differences = (gains: readonly bigint[]): bigint =>
  gains
    .flatMap((a, i) => gains.slice(i + 1).map((b) => absolute(a - b)))
    .reduce((sum, each) => sum + each, 0n)

/** The points of the frontier at which the parties get most alike, in the figures of the case; whether in the zone or not. */
const leastDifferent = (problem: Problem, points: readonly FrontierPoint[]): Solution | null => {
  const { scale } = aimOf('egalitarian', problem, [])
  const apart = points.map(({ worth }) =>
    differences(worth.map((units, party) => units * (scale[party] ?? 1n))),
  )
  const least = apart.reduce((a, b) => (b < a ? b : a), apart[0] ?? 0n)
  const [first, ...others] = points.filter((_, i) => apart[i] === least)
  if (!first) return null
  return {
    worth: first.worth,
    choice: first.choice,
    alsoAt: others.map(({ worth }) => worth),
    proof: 'frontier',
  }
}

/** What is best in the zone for a party, by a search that may begin with what is known to be good. */
const idealFor = (problem: Problem, party: number, known: readonly Choice[]): Ideal | undefined => {
  const aim = aimFor(problem, party)
  const { choice, weights } = searchBest(problem, aim, { known })
  return choice && { choice, worth: worthOf(problem, choice), certificate: certified(problem, aim, weights) }
}

const idealsOf = (problem: Problem, known: readonly Choice[]): readonly Ideal[] | undefined => {
  const ideals = problem.sides.map((_, party) => idealFor(problem, party, known))
  return ideals.every((ideal) => ideal !== undefined) ? ideals : undefined
}

/** The most that each party can get in the zone. */
const mostOf = (ideals: readonly Ideal[]): readonly bigint[] =>
  ideals.map(({ worth }, party) => worth[party] ?? 0n)

const withIdeals = (solution: Solution | null, ideals: readonly Ideal[]): Solution | null =>
  solution && { ...solution, ideals }

/** For each party the point of the zone that gives it most: where a search for its ideal may begin. */
const bestForEach = (points: readonly FrontierPoint[], parties: number): readonly Choice[] =>
  Array.from(
    { length: parties },
    (_, party) =>
      points.reduce(
        (best, point) => ((point.worth[party] ?? 0n) > (best.worth[party] ?? 0n) ? point : best),
        points[0] as FrontierPoint,
      ).choice,
  )

const none: Solutions = {
  nash: null,
  kalaiSmorodinsky: null,
  egalitarian: null,
  welfare: null,
  leastDifference: null,
}

/** The named solutions, read off a complete frontier and certified by a search of their own. */
export const solutionsOn = (problem: Problem, frontier: readonly FrontierPoint[]): Solutions => {
  const zone = inZone(problem, frontier)
  const leastDifference = leastDifferent(problem, frontier)
  const ideals = zone.length === 0 ? undefined : idealsOf(problem, bestForEach(zone, problem.sides.length))
  if (!ideals) return { ...none, leastDifference }
  const solved = (name: Exclude<SolutionName, 'leastDifference'>): Solution | null =>
    fromFrontier(problem, aimOf(name, problem, mostOf(ideals)), zone)
  return {
    nash: solved('nash'),
    kalaiSmorodinsky: withIdeals(solved('kalaiSmorodinsky'), ideals),
    egalitarian: solved('egalitarian'),
    welfare: solved('welfare'),
    leastDifference,
  }
}

const searched = (problem: Problem, aim: Aim): Solution | null => {
  const { choice, weights, proven } = searchBest(problem, aim)
  if (!choice) return null
  const certificate = certified(problem, aim, weights)
  return {
    worth: worthOf(problem, choice),
    choice,
    alsoAt: [],
    certificate,
    proof: proven ? 'proven' : 'bounded',
  }
}

/** The named solutions without a frontier, for any number of parties; least difference is not among them. */
export const solutionsBySearch = (problem: Problem): Solutions => {
  const ideals = idealsOf(problem, [])
  if (!ideals) return none
  const solved = (name: Exclude<SolutionName, 'leastDifference'>): Solution | null =>
    searched(problem, aimOf(name, problem, mostOf(ideals)))
  return {
    nash: solved('nash'),
    kalaiSmorodinsky: withIdeals(solved('kalaiSmorodinsky'), ideals),
    egalitarian: solved('egalitarian'),
    welfare: solved('welfare'),
    leastDifference: null,
  }
}
