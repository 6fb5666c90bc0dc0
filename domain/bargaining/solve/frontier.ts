/** The Pareto frontier of a problem: every point that no package improves on for all, without listing packages. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Choice, type Problem, worthOf } from '../problem.ts'
import { type Diagram, diagramOf, type Layer, nowhere } from './diagram.ts'
import { emptyPackage, Front, Trail } from './front.ts'
import { realPackages, shortfall } from './inner.ts'
import { inLanes, joinedAt, type Lanes, lanesOf, ofHighLane } from './lanes.ts'
import { loosened } from './loosen.ts'
import { issueOrder } from './order.ts'
import { join, type Moved, thin } from './sweep.ts'

/** One point of the frontier, and one package that comes to it. */
export interface FrontierPoint {
  /** What it is worth to each party, in that party's units. */
  readonly worth: readonly bigint[]
  readonly choice: Choice
  /** How many packages come to this point; absent where only some of them were counted. */
  readonly packages?: number | undefined
}

/** A frontier, by falling worth of the first party. */
export interface Frontier {
  readonly points: readonly FrontierPoint[]
  /**
   * Absent for a complete frontier. Otherwise in each party's units: no package is better for everyone than a point of
   * this frontier with so much added to it.
   */
  readonly error?: readonly bigint[] | undefined
}

/** How far a long run is. A watch that answers false ends it. */
export interface Progress {
  readonly step: number
  readonly steps: number
  /** Points kept so far at this step. */
  readonly points: number
}

/** What a run may use. */
export interface FrontierLimits {
  /** Beyond so many points at one step the frontier is rounded, and says by how much. */
  readonly points?: number
  /** Beyond so many combinations of half decided terms the frontier is only bounded, and says by how much. */
  readonly states?: number
  readonly watch?: (progress: Progress) => boolean
}

interface Run {
  readonly problem: Problem
  readonly lanes: Lanes
  readonly bases: readonly number[]
  readonly order: readonly number[]
  readonly trail: Trail
  readonly mostPoints: number
  /** What rounding has cost so far, in high lanes. */
  readonly error: number[]
}

const shiftOf = (run: Run, issue: number, option: number, link: readonly bigint[]): Float64Array => {
  const { depth, splits } = run.lanes
  const shift = new Float64Array(depth * splits.length)
  splits.forEach((split, party) => {
    const worth = (run.problem.worth[party]?.[issue]?.[option] ?? 0n) + (link[party] ?? 0n)
    shift.set(inLanes(split, depth, worth), party * depth)
  })
  return shift
}

/** What comes to each state of the next layer: the fronts of this one, each moved by an option and what it links. */
const movesOf = (
  run: Run,
  layer: Layer,
  fronts: readonly Front[],
  states: number,
): readonly (readonly Moved[])[] => {
  const { issue, options, to, link, links } = layer
  const shifts: (Float64Array | undefined)[] = []
  const moves: Moved[][] = Array.from({ length: states }, () => [])
  for (let at = 0; at < to.length; at++) {
    const target = to[at] ?? nowhere
    const front = fronts[Math.floor(at / options)]
    if (target === nowhere || !front) continue
    const option = at % options
    const brought = link[at] ?? 0
    shifts[brought * options + option] ??= shiftOf(run, issue, option, links[brought] ?? [])
    moves[target]?.push({ front, shift: shifts[brought * options + option] as Float64Array, option })
  }
  return moves
}

const sizeOf = (fronts: readonly Front[]): number => fronts.reduce((sum, front) => sum + front.size, 0)

const spread = (fronts: readonly Front[], highLane: number): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const front of fronts) {
    const lane = front.lanes[highLane] ?? new Float64Array()
    for (let i = 0; i < front.size; i++) {
      const value = lane[i] ?? 0
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  }
  return Math.max(0, most - least)
}

/** Rounds as little as brings the points under the limit: the slack doubles until it does. */
const rounded = (run: Run, fronts: readonly Front[]): readonly Front[] => {
  const widths = run.lanes.splits.map((_, party) => spread(fronts, party * run.lanes.depth))
  for (let share = 2 ** -16; share < 1; share *= 2) {
    const slack = widths.map((width, party) => (party === 0 ? 0 : Math.ceil(width * share)))
    const thinner = fronts.map((front) => thin(front, run.lanes.depth, slack))
    if (sizeOf(thinner) > run.mostPoints && share < 0.5) continue
    // What low lanes hold may count for one more of the high lane.
    slack.forEach((short, party) => {
      if (party > 0) run.error[party] = (run.error[party] ?? 0) + short + 1
    })
    return thinner
  }
  return fronts
}

const pointsOf = (run: Run, front: Front): readonly FrontierPoint[] => {
  const { depth, splits } = run.lanes
  return Array.from({ length: front.size }, (_, i) => {
    const choice = run.trail.choice(front.points[i] ?? 0, run.order)
    const worth = splits.map((split, party) => joinedAt(split, front.lanes, party * depth, depth, i))
    return { worth, choice, packages: front.counts[i] ?? 1 }
  })
}

/** Cuts worth off at the parties' ceilings, and lets go of what that leaves dominated. */
const underCeilings = (run: Run, points: readonly FrontierPoint[]): readonly FrontierPoint[] => {
  const { problem } = run
  const { depth, splits } = run.lanes
  const isCut = points.some(({ worth }) =>
    problem.sides.some(({ ceiling }, party) => ceiling !== undefined && (worth[party] ?? 0n) > ceiling),
  )
  if (!isCut) return points
  const falling = points
    .map(({ choice }): FrontierPoint => ({ choice, worth: worthOf(problem, choice) }))
    .sort((a, b) => byFallingWorth(a.worth, b.worth))
  const front = new Front(depth * splits.length, falling.length)
  front.size = falling.length
  falling.forEach(({ worth }, i) => {
    front.points[i] = i
    splits.forEach((split, party) => {
      inLanes(split, depth, worth[party] ?? 0n).forEach((value, lane) => {
        ;(front.lanes[party * depth + lane] ?? [])[i] = value
      })
    })
  })
  const kept = thin(
    front,
    depth,
    splits.map(() => 0),
  )
  const left = new Set(kept.points.subarray(0, kept.size))
  return falling.filter((_, i) => left.has(i))
}

/** Falling by the first party, then the second, and so on. */
export const byFallingWorth = (a: readonly bigint[], b: readonly bigint[]): number => {
  for (let party = 0; party < a.length; party++) {
    const difference = (b[party] ?? 0n) - (a[party] ?? 0n)
    if (difference !== 0n) return difference > 0n ? 1 : -1
  }
  return 0
}

const finished = (run: Run, front: Front): Frontier => {
  const isRounded = run.error.some((short) => short > 0)
  const points = underCeilings(run, pointsOf(run, front))
  if (!isRounded) return { points }
  const { depth, splits } = run.lanes
  const error = splits.map((split, party) => ofHighLane(split, depth, run.error[party] ?? 0))
  return { points: points.map(({ worth, choice }) => ({ worth, choice })), error }
}

const begin = (problem: Problem, order: readonly number[], limits: FrontierLimits): Run => {
  const lanes = lanesOf(problem)
  return {
    problem,
    lanes,
    bases: lanes.splits.map((split) => split.base),
    order,
    trail: new Trail(),
    mostPoints: limits.points ?? 2_000_000,
    error: lanes.splits.map(() => 0),
  }
}

const runThrough = (run: Run, diagram: Diagram, limits: FrontierLimits): Outcome<Frontier> => {
  const { depth, splits } = run.lanes
  let fronts: readonly Front[] = [emptyPackage(depth * splits.length)]
  for (const [step, layer] of diagram.layers.entries()) {
    const next = diagram.layers[step + 1]?.states ?? 1
    fronts = movesOf(run, layer, fronts, next).map((moved) => join(moved, run.bases, depth, run.trail))
    if (sizeOf(fronts) > run.mostPoints) fronts = rounded(run, fronts)
    const progress = { step: step + 1, steps: diagram.layers.length, points: sizeOf(fronts) }
    if (limits.watch?.(progress) === false) return refuse('bargaining.stopped')
  }
  const [front] = fronts
  return front ? done(finished(run, front)) : refuse('bargaining.impossible')
}

/** The frontier of an easier problem bounds the real one; real packages near it, and the distance, are what can be said. */
const bounded = (problem: Problem, limits: FrontierLimits): Outcome<Frontier> => {
  const easier = loosened(problem)
  if (!easier) return refuse('bargaining.too-entangled', { states: mostTried })
  const order = easier.diagram.layers.map(({ issue }) => issue)
  const outer = runThrough(begin(easier.problem, order, limits), easier.diagram, limits)
  if (!outer.ok) return outer
  const points = realPackages(
    problem,
    outer.value.points.map(({ choice }) => choice),
  )
  if (points.length === 0) return refuse('bargaining.too-entangled', { states: mostTried })
  const short = shortfall(problem, outer.value.points, points)
  const error = short.map((units, party) => units + (outer.value.error?.[party] ?? 0n))
  return done({ points: [...points].sort((a, b) => byFallingWorth(a.worth, b.worth)), error })
}

const mostTried = 100_000

/**
 * The frontier, by adding one issue at a time and keeping what is not dominated (Nemhauser and Ullmann 1969; with
 * constraints and links, state by state of the decision diagram). Complete unless `error` says otherwise: then there
 * were too many points, or too many terms are tied together, and `error` is by how much it may fall short. A party's
 * points are exact, ties are one point with the number of its packages.
 * Refusals: `bargaining.impossible` (constraints leave no package), `.too-entangled` (none was found), `.stopped`.
 */
export const paretoFrontier = (problem: Problem, limits: FrontierLimits = {}): Outcome<Frontier> => {
  const order = issueOrder(problem)
  const diagram = diagramOf(problem, order, limits.states ?? mostTried)
  if (diagram.ok) return runThrough(begin(problem, order, limits), diagram.value, limits)
  return diagram.refusal.code === 'bargaining.too-entangled' ? bounded(problem, limits) : diagram
}
