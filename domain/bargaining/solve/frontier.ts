/** The Pareto frontier of a problem: every point that no package improves on for all, without listing packages. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Choice, type Problem, worthOf } from '../problem.ts'
import { emptyPackage, Front, Trail } from './front.ts'
import { inLanes, joined, type Lanes, lanesOf } from './lanes.ts'
import { issueOrder } from './order.ts'
import { Pending } from './pending.ts'
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
  /** Beyond so many combinations of half decided terms the run is given up. */
  readonly states?: number
  readonly watch?: (progress: Progress) => boolean
}

interface State {
  readonly alive: readonly number[]
  readonly front: Front
}

interface Run {
  readonly problem: Problem
  readonly lanes: Lanes
  readonly bases: readonly number[]
  readonly order: readonly number[]
  readonly pending: Pending
  readonly trail: Trail
  readonly mostPoints: number
  /** What rounding has cost so far, in high lanes. */
  readonly error: number[]
}

const shiftOf = (run: Run, issue: number, option: number, completed: readonly number[]): Float64Array => {
  const { depth, splits } = run.lanes
  const shift = new Float64Array(depth * splits.length)
  splits.forEach((split, party) => {
    const linked = completed.reduce((sum, term) => {
      const effect = run.problem.terms[term]?.effect
      return effect === undefined || effect === 'forbidden' ? sum : sum + (effect[party] ?? 0n)
    }, 0n)
    const worth = (run.problem.worth[party]?.[issue]?.[option] ?? 0n) + linked
    shift.set(inLanes(split, depth, worth), party * depth)
  })
  return shift
}

const isForbidden = (run: Run, completed: readonly number[]): boolean =>
  completed.some((term) => run.problem.terms[term]?.effect === 'forbidden')

/** Where each state goes by each option of the next issue, by what is alive afterwards. */
const movesOf = (
  run: Run,
  step: number,
  states: readonly State[],
): ReadonlyMap<string, [readonly number[], Moved[]]> => {
  const issue = run.order[step] ?? 0
  const byAlive = new Map<string, [readonly number[], Moved[]]>()
  const plain = (run.problem.issues[issue]?.options ?? []).map((_, option) => shiftOf(run, issue, option, []))
  for (const { alive, front } of states)
    plain.forEach((without, option) => {
      const passage = run.pending.take(step, option, alive)
      if (isForbidden(run, passage.completed)) return
      const shift = passage.completed.length === 0 ? without : shiftOf(run, issue, option, passage.completed)
      const key = passage.alive.join()
      const group = byAlive.get(key)
      if (group) group[1].push({ front, shift, option })
      else byAlive.set(key, [passage.alive, [{ front, shift, option }]])
    })
  return byAlive
}

const sizeOf = (states: readonly State[]): number => states.reduce((sum, { front }) => sum + front.size, 0)

const spread = (states: readonly State[], highLane: number): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { front } of states) {
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
const rounded = (run: Run, states: readonly State[]): readonly State[] => {
  const widths = run.lanes.splits.map((_, party) => spread(states, party * run.lanes.depth))
  for (let share = 2 ** -16; share < 1; share *= 2) {
    const slack = widths.map((width, party) => (party === 0 ? 0 : Math.ceil(width * share)))
    const thinner = states.map(({ alive, front }) => ({ alive, front: thin(front, run.lanes.depth, slack) }))
    if (sizeOf(thinner) > run.mostPoints && share < 0.5) continue
    // What low lanes hold may count for one more of the high lane.
    slack.forEach((short, party) => {
      if (party > 0) run.error[party] = (run.error[party] ?? 0) + short + 1
    })
    return thinner
  }
  return states
}

const pointsOf = (run: Run, front: Front): readonly FrontierPoint[] => {
  const { depth, splits } = run.lanes
  return Array.from({ length: front.size }, (_, i) => {
    const choice = run.trail.choice(front.points[i] ?? 0, run.order)
    const worth = splits.map((split, party) =>
      joined(
        split,
        front.lanes.slice(party * depth, (party + 1) * depth).map((lane) => lane[i] ?? 0),
      ),
    )
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
  const error = splits.map((split, party) =>
    joined(split, [run.error[party] ?? 0, ...Array.from({ length: depth - 1 }, () => 0)]),
  )
  return { points: points.map(({ worth, choice }) => ({ worth, choice })), error }
}

const begin = (problem: Problem, limits: FrontierLimits): Run => {
  const lanes = lanesOf(problem)
  const order = issueOrder(problem)
  return {
    problem,
    lanes,
    bases: lanes.splits.map((split) => split.base),
    order,
    pending: new Pending(problem, order),
    trail: new Trail(),
    mostPoints: limits.points ?? 2_000_000,
    error: lanes.splits.map(() => 0),
  }
}

/**
 * The frontier, by adding one issue at a time and keeping what is not dominated (Nemhauser and Ullmann 1969; for
 * constraints by bucket elimination, Dechter 1999: points are kept apart by the terms that are still half decided).
 * Complete unless `error` says otherwise. A party's points are exact, ties are one point with the number of its packages.
 * Refusals: `bargaining.impossible` (constraints leave no package), `.too-entangled`, `.stopped`.
 */
export const paretoFrontier = (problem: Problem, limits: FrontierLimits = {}): Outcome<Frontier> => {
  const run = begin(problem, limits)
  const { depth, splits } = run.lanes
  let states: readonly State[] = [{ alive: [], front: emptyPackage(depth * splits.length) }]
  for (let step = 0; step < run.order.length; step++) {
    const moves = movesOf(run, step, states)
    if (moves.size === 0) return refuse('bargaining.impossible')
    if (moves.size > (limits.states ?? 200_000))
      return refuse('bargaining.too-entangled', { states: moves.size })
    states = [...moves.values()].map(([alive, moved]) => ({
      alive,
      front: join(moved, run.bases, depth, run.trail),
    }))
    if (sizeOf(states) > run.mostPoints) states = rounded(run, states)
    const going = limits.watch?.({ step: step + 1, steps: run.order.length, points: sizeOf(states) }) ?? true
    if (!going) return refuse('bargaining.stopped')
  }
  const front = states[0]?.front
  return front ? done(finished(run, front)) : refuse('bargaining.impossible')
}
