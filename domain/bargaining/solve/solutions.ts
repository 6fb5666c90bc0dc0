/** The named solutions of a problem, each with every point that is equally good and the certificate that none is better. */
import type { Certificate } from '../certificate.ts'
import { type Choice, isInZone, type Problem, worthOf } from '../problem.ts'
import { type Aim, aimFor, aimOf, compareGains, gainsOf, type SolutionName } from './aim.ts'
import type { Diagram } from './diagram.ts'
import type { FrontierPoint } from './frontier.ts'
import { choiceByMilp, type Milp } from './milp.ts'
import { type Found, searchable, searchBest } from './search.ts'

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
  /**
   * `proven`: nothing is better. `frontier`: the best on a complete frontier. `numerical`: a solver with tolerances found
   * nothing better. `bounded`: nothing is better than the certificate's bound allows.
   */
  readonly proof: 'proven' | 'frontier' | 'numerical' | 'bounded'
}

/** What is best in the zone for one party, and why nothing is better. */
export interface Ideal {
  readonly choice: Choice
  readonly worth: readonly bigint[]
  readonly certificate: Certificate
  /** Whether everything that could be better was looked at. */
  readonly proven: boolean
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

/** The certificate that a search leaves behind. */
export const certified = (aim: Aim, { weights, bound }: Pick<Found, 'weights' | 'bound'>): Certificate => ({
  ...aim,
  weights,
  total: weights.reduce((sum, weight) => sum + weight, 0n),
  bound,
})

/** The best is known from the frontier; so many nodes are spent on showing it without the frontier. */
const certifyingNodes = 400_000

const fromFrontier = (
  problem: Problem,
  aim: Aim,
  points: readonly FrontierPoint[],
  diagram: Diagram | undefined,
): Solution | null => {
  const [first, ...others] = bestFor(problem, aim, points)
  if (!first) return null
  const found = searchBest(problem, aim, { known: [first.choice], diagram, nodes: certifyingNodes })
  return {
    worth: first.worth,
    choice: first.choice,
    alsoAt: others.map(({ worth }) => worth),
    certificate: certified(aim, found),
    proof: found.proven ? 'proven' : 'frontier',
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
const idealFor = (
  problem: Problem,
  party: number,
  known: readonly Choice[],
  diagram: Diagram | undefined,
  nodes: number,
): Ideal | undefined => {
  const aim = aimFor(problem, party)
  const found = searchBest(problem, aim, { known, diagram, nodes })
  const { choice } = found
  if (!choice) return undefined
  return { choice, worth: worthOf(problem, choice), certificate: certified(aim, found), proven: found.proven }
}

const idealsOf = (
  problem: Problem,
  known: readonly Choice[],
  diagram: Diagram | undefined,
  nodes = certifyingNodes,
): readonly Ideal[] | undefined => {
  const ideals = problem.sides.map((_, party) => idealFor(problem, party, known, diagram, nodes))
  return ideals.every((ideal) => ideal !== undefined) ? ideals : undefined
}

/** The most that each party can get in the zone. */
const mostOf = (ideals: readonly Ideal[]): readonly bigint[] =>
  ideals.map(({ worth }, party) => worth[party] ?? 0n)

/** Shares of ideals that are not proven are not proven either; on a frontier they are known all the same. */
const withIdeals = (
  solution: Solution | null,
  ideals: readonly Ideal[],
  otherwise: Solution['proof'],
): Solution | null =>
  solution && {
    ...solution,
    ideals,
    proof: ideals.every(({ proven }) => proven) ? solution.proof : otherwise,
  }

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
  const diagram = searchable(problem)
  const leastDifference = leastDifferent(problem, frontier)
  const ideals =
    zone.length === 0 ? undefined : idealsOf(problem, bestForEach(zone, problem.sides.length), diagram)
  if (!ideals) return { ...none, leastDifference }
  const solved = (name: Exclude<SolutionName, 'leastDifference'>): Solution | null =>
    fromFrontier(problem, aimOf(name, problem, mostOf(ideals)), zone, diagram)
  return {
    nash: solved('nash'),
    kalaiSmorodinsky: withIdeals(solved('kalaiSmorodinsky'), ideals, 'frontier'),
    egalitarian: solved('egalitarian'),
    welfare: solved('welfare'),
    leastDifference,
  }
}

/** How many nodes are looked at before a solver that was handed in is asked. */
const nodesBeforeMilp = 50_000

/** A package near the largest product: the largest sum of gains, each weighed by what was gained before, time and again. */
const nearLargestProduct = (problem: Problem, aim: Aim, milp: Milp, from: Choice): Choice => {
  let best = from
  for (let round = 0; round < 4; round++) {
    const gains = gainsOf(problem, aim, worthOf(problem, best))
    const most = gains.reduce((a, b) => (b > a ? b : a), 1n)
    const scale = gains.map((gain) => (most * 1_000n) / (gain > 0n ? gain : 1n))
    const next = choiceByMilp(problem, { ...aim, by: 'sum', scale }, milp)
    if (!next || compareGains(aim, gainsOf(problem, aim, worthOf(problem, next)), gains) <= 0) return best
    best = next
  }
  return best
}

/** What the solver that was handed in finds for an aim, improved as far as changing one issue goes. */
const secondOpinion = (
  problem: Problem,
  aim: Aim,
  milp: Milp,
  found: Found,
  diagram: Diagram | undefined,
): Found => {
  const linear = aim.by === 'product' ? aimOf('egalitarian', problem, []) : aim
  const first = choiceByMilp(problem, linear, milp)
  const choice = first && aim.by === 'product' ? nearLargestProduct(problem, aim, milp, first) : first
  const known = [...(choice ? [choice] : []), ...(found.choice ? [found.choice] : [])]
  return searchBest(problem, aim, { known, diagram, nodes: 1 })
}

const searched = (
  problem: Problem,
  aim: Aim,
  diagram: Diagram | undefined,
  milp: Milp | undefined,
): Solution | null => {
  const first = searchBest(problem, aim, { diagram, ...(milp ? { nodes: nodesBeforeMilp } : {}) })
  const found = milp && !first.proven ? secondOpinion(problem, aim, milp, first, diagram) : first
  const { choice } = found
  if (!choice) return null
  const opinion = milp && aim.by !== 'product' ? 'numerical' : 'bounded'
  const proof = first.proven ? 'proven' : opinion
  return { worth: worthOf(problem, choice), choice, alsoAt: [], certificate: certified(aim, found), proof }
}

/**
 * Where somebody has nothing to gain every product is zero, and a package that leaves something on the table is as good as
 * any for it. The egalitarian one leaves nothing.
 */
const efficient = (
  problem: Problem,
  nash: Solution | null,
  egalitarian: Solution | null,
): Solution | null => {
  const isEmpty = nash?.worth.some((units, party) => units === problem.sides[party]?.reservation)
  return nash && egalitarian && isEmpty
    ? { ...nash, worth: egalitarian.worth, choice: egalitarian.choice }
    : nash
}

/** For each party what the solver finds best for it; the search for ideals may begin there. */
const bestByMilp = (problem: Problem, milp: Milp | undefined): readonly Choice[] =>
  problem.sides.flatMap((_, party) => {
    const choice = milp && choiceByMilp(problem, aimFor(problem, party), milp)
    return choice ? [choice] : []
  })

/**
 * The named solutions without a frontier, for any number of parties; least difference is not among them. A solver of mixed
 * integer programs, if one is handed in, is asked where the search does not come to an end.
 */
export const solutionsBySearch = (problem: Problem, milp?: Milp): Solutions => {
  const diagram = searchable(problem)
  const ideals = idealsOf(
    problem,
    bestByMilp(problem, milp),
    diagram,
    milp ? nodesBeforeMilp : certifyingNodes,
  )
  if (!ideals) return none
  const solved = (name: Exclude<SolutionName, 'leastDifference'>): Solution | null =>
    searched(problem, aimOf(name, problem, mostOf(ideals)), diagram, milp)
  const egalitarian = solved('egalitarian')
  return {
    nash: efficient(problem, solved('nash'), egalitarian),
    kalaiSmorodinsky: withIdeals(solved('kalaiSmorodinsky'), ideals, 'bounded'),
    egalitarian,
    welfare: solved('welfare'),
    leastDifference: null,
  }
}
