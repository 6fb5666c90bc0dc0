/** The relaxed problem of an aim: only a weighted sum of gains counts. What it cannot reach need not be looked at. */
import type { Choice, Problem } from '../problem.ts'
import type { Aim } from './aim.ts'
import { type Diagram, nowhere } from './diagram.ts'
import { bestMultipliers } from './multipliers.ts'
import {
  aheadOf,
  bestUnder,
  effortOf,
  highestOf,
  type Weighed,
  type WeighedLayer,
  weighedDiagram,
} from './weighing.ts'

/** An option that might be taken in a state: where it leads, how much of the weighted sum it gives up, what it brings. */
export interface Arc {
  readonly option: number
  readonly to: number
  readonly loss: number
  readonly gains: readonly number[]
}

/** What a package must reach to be better than another: as a weighted sum, and for each party that counts. */
export interface Floor {
  readonly sum: number
  readonly each: number
}

/** Everything a search needs to know of the relaxed problem, in doubles. */
export interface Relaxation {
  /** The weights in doubles, adding up to 1. */
  readonly multipliers: readonly number[]
  /** Whole weights on the exact gains, as near as need be to those used here. */
  readonly weights: readonly bigint[]
  /** The weighted sum of gains that no package exceeds. */
  readonly highest: number
  /** What rounding of doubles may amount to. */
  readonly tolerance: number
  /** The issue of each step. */
  readonly order: readonly number[]
  readonly bestChoice: Choice
  /** The options of a state that lead anywhere, those first that give up least. */
  readonly arcsAt: (step: number, state: number) => readonly Arc[]
  /** Whether the zone, and this gain for everybody who counts, can still be reached from sums of the first steps in this state. */
  readonly canReach: (sums: Float64Array, step: number, state: number, each: number) => boolean
  /** What packages better than these exact gains must reach. */
  readonly floorOf: (gains: readonly bigint[]) => Floor
}

const dualOf = (aim: Aim, sum: number, all: readonly number[]): number => {
  const weights = aim.of.map((party) => all[party] ?? 0)
  // Below the zone: the more so, the better the proof.
  if (sum <= 0 || aim.of.length === 0) return sum - 1e9
  const least = aim.by === 'sum' ? Math.min(...weights) : weights.reduce((a, b) => a + b, 0)
  if (aim.by !== 'product') return Math.log(sum) - Math.log(least)
  return weights.length * Math.log(sum) - weights.reduce((logs, weight) => logs + Math.log(weight), 0)
}

/** Looks at the diagram are dear when it is large: fewer of them are taken then. */
const mostEffort = 60_000_000

const multipliers = (weighed: Weighed, aim: Aim): readonly number[] =>
  bestMultipliers(
    (weights) => dualOf(aim, highestOf(weighed, weights), weights),
    (weights) => bestUnder(weighed, weights).gains,
    weighed.parties,
    mostEffort / effortOf(weighed),
  )

const fineness = 2 ** 30

const wholeWeights = (weighed: Weighed, weights: readonly number[]): readonly bigint[] => {
  const widest = weighed.one.reduce((a, b) => (b > a ? b : a), 1n)
  return weights.map((weight, party) => {
    const whole = (BigInt(Math.round(weight * fineness)) * widest) / (weighed.one[party] ?? 1n)
    return whole > 0n ? whole : 1n
  })
}

/** An arc to the same state that gives nobody more than another need not be looked at. */
const isSuperfluous = (arcs: readonly Arc[], at: number): boolean => {
  const mine = arcs[at]
  return arcs.some((other, o) => {
    if (!mine || o === at || other.to !== mine.to) return false
    const noMore = mine.gains.every((gain, p) => gain <= (other.gains[p] ?? 0))
    const isSame = mine.gains.every((gain, p) => gain === other.gains[p])
    return noMore && (!isSame || o < at)
  })
}

/** Beyond so many arcs, as wide ranges have them, comparing each with each takes longer than looking at some too many. */
const mostCompared = 400

/** The arcs of each state, made when they are first asked for. */
const arcsOf = (
  weighed: Weighed,
  weights: readonly number[],
  ahead: readonly Float64Array[],
): Relaxation['arcsAt'] => {
  const known: (readonly Arc[])[][] = weighed.layers.map(() => [])
  const make = (step: number, state: number): readonly Arc[] => {
    const { layer, own, brought } = weighed.layers[step] as WeighedLayer
    const arcs: Arc[] = []
    for (let option = 0; option < layer.options; option++) {
      const at = state * layer.options + option
      const to = layer.to[at] ?? nowhere
      if (to === nowhere) continue
      const link = brought[layer.link[at] ?? 0]
      const gains = [...(own[option] ?? [])].map((gain, p) => gain + (link?.[p] ?? 0))
      const value = gains.reduce((sum, gain, p) => sum + gain * (weights[p] ?? 0), ahead[step + 1]?.[to] ?? 0)
      arcs.push({ option, to, gains, loss: Math.max(0, (ahead[step]?.[state] ?? 0) - value) })
    }
    const needed = arcs.length > mostCompared ? arcs : arcs.filter((_, at) => !isSuperfluous(arcs, at))
    return needed.sort((a, b) => a.loss - b.loss)
  }
  return (step, state) => {
    const layer = known[step] as (readonly Arc[])[]
    layer[state] ??= make(step, state)
    return layer[state] as readonly Arc[]
  }
}

const product = (values: readonly number[]): number => values.reduce((a, b) => a * b, 1)

const floorFor = (
  aim: Aim,
  weighed: Weighed,
  weights: readonly number[],
  exact: readonly bigint[],
): Floor => {
  const gains = aim.of.map((party) => weighed.gainOf(party, exact[party] ?? 0n))
  const mine = aim.of.map((party) => weights[party] ?? 0)
  const all = mine.reduce((a, b) => a + b, 0)
  if (aim.of.length === 0) return { sum: Number.POSITIVE_INFINITY, each: 0 }
  if (aim.by === 'sum') return { sum: Math.min(...mine) * gains.reduce((a, b) => a + b, 0), each: 0 }
  if (aim.by === 'leximin') return { sum: Math.min(...gains) * all, each: Math.min(...gains) }
  // Gains are whole numbers: a product above nothing takes one of every party.
  const ones = aim.of.map((party, i) => (mine[i] ?? 0) * weighed.gainOf(party, 1n))
  const mean = product(gains.map((gain, i) => (gain * (mine[i] ?? 0)) ** (1 / gains.length)))
  return {
    sum: Math.max(
      gains.length * mean,
      ones.reduce((a, b) => a + b, 0),
    ),
    each: 0,
  }
}

/** What each party alone could still get from a state: by party, then step, then state. */
const restOf = (weighed: Weighed): readonly (readonly Float64Array[])[] =>
  weighed.start.map((_, party) =>
    aheadOf(
      weighed,
      weighed.start.map((_, other) => (other === party ? 1 : 0)),
    ),
  )

/** The relaxed problem on a diagram, under the weights given or, if none are, under those that say most. */
export const relax = (
  problem: Problem,
  diagram: Diagram,
  aim: Aim,
  given?: readonly number[],
): Relaxation => {
  const weighed = weighedDiagram(problem, diagram, aim)
  const weights = given ?? multipliers(weighed, aim)
  const ahead = aheadOf(weighed, weights)
  const rest = restOf(weighed)
  const highest = highestOf(weighed, weights)
  const order = diagram.layers.map(({ issue }) => issue)
  const choice = new Array<number>(order.length).fill(0)
  bestUnder(weighed, weights).path.forEach((option, step) => {
    choice[order[step] ?? 0] = option
  })
  const tolerance = 1e-12 * weighed.start.reduce((sum, each) => sum + 1 + Math.abs(each), 0)
  const { parties, start } = weighed
  return {
    multipliers: weights,
    weights: wholeWeights(weighed, weights),
    highest,
    tolerance,
    order,
    bestChoice: choice,
    arcsAt: arcsOf(weighed, weights, ahead),
    canReach: (sums, step, state, each) => {
      for (let p = 0; p < parties; p++) {
        const most = (sums[step * parties + p] ?? 0) + (start[p] ?? 0) + (rest[p]?.[step]?.[state] ?? 0)
        if (most < (aim.of.includes(p) ? each : 0) - tolerance) return false
      }
      return true
    },
    floorOf: (gains) => floorFor(aim, weighed, weights, gains),
  }
}
