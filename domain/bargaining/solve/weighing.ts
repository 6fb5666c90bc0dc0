/** A problem's gains in doubles, layer by layer, to guide a search. Doubles guide it; they decide nothing. */
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
  /** By party: what one unit of exact gain is in doubles. */
  readonly per: readonly number[]
  readonly layers: readonly WeighedLayer[]
  /** What each party has before anything is settled: minus its reservation. */
  readonly start: readonly number[]
}

const rangeOf = (problem: Problem, party: number): number =>
  (problem.worth[party] ?? []).reduce((sum, options) => {
    const values = options.map(Number)
    return sum + Math.max(...values) - Math.min(...values)
  }, 0)

/** The gains of an aim in doubles of about 1: for a product each party by itself, else all parties alike. */
export const weighedDiagram = (problem: Problem, diagram: Diagram, aim: Aim): Weighed => {
  const scale = aim.scale.map(Number)
  const ranges = scale.map((each, party) => each * rangeOf(problem, party) || 1)
  const widest = Math.max(...ranges)
  const per = ranges.map((range) => 1 / (aim.by === 'product' ? range : widest))
  const inGains = (units: readonly bigint[]): Float64Array =>
    Float64Array.from(units, (each, p) => (per[p] ?? 0) * (scale[p] ?? 0) * Number(each))
  return {
    parties: problem.sides.length,
    per,
    start: [...inGains(problem.sides.map((side) => -side.reservation))],
    layers: diagram.layers.map((layer) => ({
      layer,
      own: Array.from({ length: layer.options }, (_, option) =>
        inGains(problem.sides.map((_, p) => problem.worth[p]?.[layer.issue]?.[option] ?? 0n)),
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
