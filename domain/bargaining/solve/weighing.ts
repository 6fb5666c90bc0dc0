/** A problem's gains in doubles, layer by layer, to guide a search. Doubles guide it; they decide nothing. */
import { bits } from '../exact.ts'
import type { Problem } from '../problem.ts'
import type { Aim } from './aim.ts'
import { type Diagram, type Layer, nowhere } from './diagram.ts'

/** One layer with what its options and links bring to each party, in doubles. */
export interface WeighedLayer {
  readonly layer: Layer
  /** `own[option][party]`. */
  readonly own: readonly Float64Array[]
  /** `brought[link][party]`. */
  readonly brought: readonly Float64Array[]
}

/** A diagram in doubles. */
export interface Weighed {
  readonly parties: number
  /** By party: the exact gain that is 1 in doubles. */
  readonly one: readonly bigint[]
  /** A party's exact gain in doubles. */
  readonly gainOf: (party: number, gain: bigint) => number
  readonly layers: readonly WeighedLayer[]
  /** What each party has before anything is settled: the least of every issue, less its reservation. */
  readonly start: readonly number[]
}

/** Beyond this a gain is only far away. */
const far = 1e200

/** A quotient in doubles, also where both parts are too long for one. */
const ratio = (of: bigint, over: bigint): number => {
  const excess = BigInt(Math.max(0, bits(over) - 1_000))
  const quotient = Number(of >> excess) / Number(over >> excess)
  return Math.max(-far, Math.min(far, quotient))
}

const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a), values[0] ?? 0n)
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b > a ? b : a), values[0] ?? 0n)
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** How far apart two packages can be for a party, in its units; 1 where nothing makes a difference. */
const rangeOf = (problem: Problem, party: number): bigint => {
  const own = (problem.worth[party] ?? []).map((options) => most(options) - least(options))
  const linked = problem.terms.map(({ effect }) =>
    effect === 'forbidden' ? 0n : magnitude(effect[party] ?? 0n),
  )
  return [...own, ...linked].reduce((a, b) => a + b, 0n) || 1n
}

/**
 * The gains of an aim in doubles of about 1: for a product each party by itself, else all parties alike. What a party gets
 * whatever is chosen goes into the start, so that no difference between options is lost in large figures.
 */
export const weighedDiagram = (problem: Problem, diagram: Diagram, aim: Aim): Weighed => {
  const ranges = problem.sides.map((_, party) => (aim.scale[party] ?? 1n) * rangeOf(problem, party))
  const widest = most(ranges)
  const one = ranges.map((range) => (aim.by === 'product' ? range : widest))
  const gainOf = (party: number, gain: bigint): number => ratio(gain, one[party] ?? 1n)
  const inGains = (units: readonly bigint[]): Float64Array =>
    Float64Array.from(units, (each, p) => gainOf(p, (aim.scale[p] ?? 1n) * each))
  const sure = problem.worth.map((issues) => issues.map(least))
  return {
    parties: problem.sides.length,
    one,
    gainOf,
    start: [
      ...inGains(
        problem.sides.map(({ reservation }, p) => (sure[p] ?? []).reduce((a, b) => a + b, -reservation)),
      ),
    ],
    layers: diagram.layers.map((layer) => ({
      layer,
      own: Array.from({ length: layer.options }, (_, option) =>
        inGains(
          problem.worth.map(
            (issues, p) => (issues[layer.issue]?.[option] ?? 0n) - (sure[p]?.[layer.issue] ?? 0n),
          ),
        ),
      ),
      brought: layer.links.map(inGains),
    })),
  }
}

const weigh = (weights: readonly number[], gains: Float64Array): number => {
  let sum = 0
  for (let p = 0; p < gains.length; p++) sum += (weights[p] ?? 0) * (gains[p] ?? 0)
  return sum
}

/** What is still to come at best from every state of every layer: `ahead[step][state]`; one layer more than there are issues. */
export const aheadOf = (weighed: Weighed, weights: readonly number[]): readonly Float64Array[] => {
  const ahead: Float64Array[] = [Float64Array.of(0)]
  for (let step = weighed.layers.length - 1; step >= 0; step--) {
    const { layer, own, brought } = weighed.layers[step] as WeighedLayer
    const after = ahead[0] as Float64Array
    const here = new Float64Array(layer.states).fill(Number.NEGATIVE_INFINITY)
    const mine = own.map((gains) => weigh(weights, gains))
    const linked = brought.map((gains) => weigh(weights, gains))
    for (let state = 0, at = 0; state < layer.states; state++)
      for (let option = 0; option < layer.options; option++, at++) {
        const target = layer.to[at] as number
        if (target === nowhere) continue
        const value =
          (mine[option] as number) + (linked[layer.link[at] as number] as number) + (after[target] as number)
        if (value > (here[state] as number)) here[state] = value
      }
    ahead.unshift(here)
  }
  return ahead
}

/** Without links and constraints every layer is settled by itself. */
const isPlain = (weighed: Weighed): boolean =>
  weighed.layers.every(({ layer, brought }) => layer.states === 1 && brought.length === 1)

const plainly = (weighed: Weighed, weights: readonly number[]): number => {
  let sum = weigh(weights, Float64Array.from(weighed.start))
  for (const { own, layer } of weighed.layers) {
    let most = Number.NEGATIVE_INFINITY
    for (let option = 0; option < own.length; option++)
      if (layer.to[option] !== nowhere) most = Math.max(most, weigh(weights, own[option] as Float64Array))
    sum += most
  }
  return sum
}

/** The weighted sum of gains that no package exceeds. */
export const highestOf = (weighed: Weighed, weights: readonly number[]): number =>
  isPlain(weighed)
    ? plainly(weighed, weights)
    : (aheadOf(weighed, weights)[0]?.[0] ?? 0) + weigh(weights, Float64Array.from(weighed.start))

/** The package with the highest weighted sum, as options by layer, and what each party gains from it. */
export const bestUnder = (
  weighed: Weighed,
  weights: readonly number[],
): { readonly path: readonly number[]; readonly gains: readonly number[] } => {
  const ahead = aheadOf(weighed, weights)
  const gains = [...weighed.start]
  let state = 0
  const path = weighed.layers.map(({ layer, own, brought }, step) => {
    let [best, most] = [0, Number.NEGATIVE_INFINITY]
    for (let option = 0; option < layer.options; option++) {
      const at = state * layer.options + option
      const target = layer.to[at] as number
      if (target === nowhere) continue
      const value =
        weigh(weights, own[option] as Float64Array) +
        weigh(weights, brought[layer.link[at] as number] as Float64Array) +
        (ahead[step + 1]?.[target] ?? 0)
      if (value > most) [best, most] = [option, value]
    }
    const at = state * layer.options + best
    for (let p = 0; p < gains.length; p++)
      gains[p] = (gains[p] ?? 0) + (own[best]?.[p] ?? 0) + (brought[layer.link[at] as number]?.[p] ?? 0)
    state = layer.to[at] as number
    return best
  })
  return { path, gains }
}

/** How many additions one look at the whole diagram takes. */
export const effortOf = (weighed: Weighed): number =>
  weighed.layers.reduce((sum, { layer }) => sum + layer.states * layer.options, 0)
