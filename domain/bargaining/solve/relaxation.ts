/** The relaxed problem of an aim, in doubles: only a weighted sum of gains counts, and every issue is settled by itself. */
import type { Choice, Problem } from '../problem.ts'
import type { Aim } from './aim.ts'
import { bestMultipliers } from './multipliers.ts'

/** An option that might be taken: how much of the weighted sum it gives up, and what each party gains. */
export interface WeighedOption {
  readonly option: number
  readonly loss: number
  readonly gains: readonly number[]
}

/** Everything a search needs to know of the relaxed problem. Doubles guide it; they decide nothing. */
export interface Relaxation {
  /** Whole weights on the exact gains, as near as need be to those used here. */
  readonly weights: readonly bigint[]
  /** The weighted sum of gains that no package exceeds. */
  readonly highest: number
  /** The weighted sum that every package in the zone reaches. */
  readonly lowest: number
  /** What rounding of doubles may amount to. */
  readonly tolerance: number
  /** Issues, first those where another option costs most. */
  readonly order: readonly number[]
  readonly bestChoice: Choice
  readonly optionsAt: (step: number) => readonly WeighedOption[]
  /** Whether the zone, and the aim's floor, can still be reached from sums of the first steps. */
  readonly canReach: (sums: Float64Array, step: number, floor: number) => boolean
  /** The weighted sum that packages better than these exact gains must reach. */
  readonly floorOf: (gains: readonly bigint[]) => number
  /** Options other than the best, those that cost least first. */
  readonly nearTies: () => readonly (readonly [number, number])[]
}

interface Scaled {
  readonly parties: number
  /** By party: what one unit of exact gain is in doubles. */
  readonly per: readonly number[]
  /** `gains[issue][option][party]`. */
  readonly gains: readonly (readonly (readonly number[])[])[]
  /** What each party has before anything is settled: minus its reservation. */
  readonly start: readonly number[]
  /** By term: what it adds to each party; empty for what is forbidden. */
  readonly links: readonly (readonly number[])[]
}

const rangeOf = (problem: Problem, party: number): number =>
  (problem.worth[party] ?? []).reduce((sum, options) => {
    const values = options.map(Number)
    return sum + Math.max(...values) - Math.min(...values)
  }, 0)

const scaled = (problem: Problem, aim: Aim): Scaled => {
  const scale = aim.scale.map(Number)
  const ranges = scale.map((each, party) => each * rangeOf(problem, party) || 1)
  const widest = Math.max(...ranges)
  const per = ranges.map((range) => 1 / (aim.by === 'product' ? range : widest))
  const inGains = (party: number, units: bigint): number =>
    (per[party] ?? 0) * (scale[party] ?? 0) * Number(units)
  const parties = problem.sides.map((_, party) => party)
  return {
    parties: parties.length,
    per,
    gains: problem.issues.map((issue, i) =>
      issue.options.map((_, option) => parties.map((p) => inGains(p, problem.worth[p]?.[i]?.[option] ?? 0n))),
    ),
    start: problem.sides.map((side, p) => -inGains(p, side.reservation)),
    links: problem.terms.map(({ effect }) =>
      effect === 'forbidden' ? [] : effect.map((units, p) => inGains(p, units)),
    ),
  }
}

const weighed = (weights: readonly number[], gains: readonly number[]): number => {
  let sum = 0
  for (let p = 0; p < gains.length; p++) sum += (weights[p] ?? 0) * (gains[p] ?? 0)
  return sum
}

/** The best option of every issue under weights, and the weighted sum they come to with every link that helps. */
const settled = (
  problem: Scaled,
  weights: readonly number[],
): { readonly sum: number; readonly choice: number[] } => {
  let sum = weighed(weights, problem.start)
  const choice = problem.gains.map((options) => {
    let [best, most] = [0, Number.NEGATIVE_INFINITY]
    for (let option = 0; option < options.length; option++) {
      const value = weighed(weights, options[option] ?? [])
      if (value > most) [best, most] = [option, value]
    }
    sum += most
    return best
  })
  for (const link of problem.links) sum += Math.max(0, weighed(weights, link))
  return { sum, choice }
}

const dualOf = (aim: Aim, sum: number, all: readonly number[]): number => {
  const weights = aim.of.map((party) => all[party] ?? 0)
  // Below the zone: the more so, the better the proof.
  if (sum <= 0 || aim.of.length === 0) return sum - 1e9
  const least = aim.by === 'sum' ? Math.min(...weights) : weights.reduce((a, b) => a + b, 0)
  if (aim.by !== 'product') return Math.log(sum) - Math.log(least)
  return weights.length * Math.log(sum) - weights.reduce((logs, weight) => logs + Math.log(weight), 0)
}

const multipliers = (problem: Scaled, aim: Aim): readonly number[] => {
  const dual = (weights: readonly number[]): number => dualOf(aim, settled(problem, weights).sum, weights)
  const gains = (weights: readonly number[]): readonly number[] => {
    const { choice } = settled(problem, weights)
    return problem.start.map((start, party) =>
      choice.reduce((sum, option, issue) => sum + (problem.gains[issue]?.[option]?.[party] ?? 0), start),
    )
  }
  return bestMultipliers(dual, gains, problem.parties)
}

const fineness = 2 ** 30

const wholeWeights = (problem: Scaled, weights: readonly number[]): readonly bigint[] => {
  const smallest = Math.min(...problem.per)
  return weights.map((weight, party) =>
    BigInt(Math.max(1, Math.round((weight * fineness * (problem.per[party] ?? 1)) / smallest))),
  )
}

/** An option that gives nobody more than another of the issue, and is in no term, need not be looked at. */
const isSuperfluous = (options: readonly WeighedOption[], at: number): boolean => {
  const mine = options[at]
  return options.some((other, o) => {
    if (!mine || o === at) return false
    const noMore = mine.gains.every((gain, p) => gain <= (other.gains[p] ?? 0))
    const isSame = mine.gains.every((gain, p) => gain === other.gains[p])
    return noMore && (!isSame || o < at)
  })
}

const weighedOptions = (
  problem: Scaled,
  weights: readonly number[],
  isTied: (issue: number) => boolean,
): readonly (readonly WeighedOption[])[] =>
  problem.gains.map((options, issue) => {
    const values = options.map((gains) => weighed(weights, gains))
    const most = Math.max(...values)
    const all = options.map((gains, option) => ({ option, gains, loss: most - (values[option] ?? 0) }))
    const needed = isTied(issue) ? all : all.filter((_, at) => !isSuperfluous(all, at))
    return needed.sort((a, b) => a.loss - b.loss)
  })

/** What each party could still get from the steps to come: `rest[step * parties + party]`. */
const restOf = (problem: Scaled, order: readonly number[]): Float64Array => {
  const { parties } = problem
  const rest = new Float64Array((order.length + 1) * parties)
  for (let p = 0; p < parties; p++) {
    rest[order.length * parties + p] =
      (problem.start[p] ?? 0) + problem.links.reduce((sum, link) => sum + Math.max(0, link[p] ?? 0), 0)
    for (let step = order.length - 1; step >= 0; step--) {
      const most = Math.max(...(problem.gains[order[step] ?? 0] ?? []).map((gains) => gains[p] ?? 0))
      rest[step * parties + p] = (rest[(step + 1) * parties + p] ?? 0) + most
    }
  }
  return rest
}

const floorFor = (
  aim: Aim,
  problem: Scaled,
  weights: readonly number[],
  exact: readonly bigint[],
): number => {
  const gains = aim.of.map((party) => Number(exact[party]) * (problem.per[party] ?? 1))
  const mine = aim.of.map((party) => weights[party] ?? 0)
  if (aim.of.length === 0) return Number.POSITIVE_INFINITY
  if (aim.by === 'sum') return Math.min(...mine) * gains.reduce((a, b) => a + b, 0)
  if (aim.by === 'leximin') return Math.min(...gains) * mine.reduce((a, b) => a + b, 0)
  const logs = gains.map((gain, i) => Math.log(gain) + Math.log(mine[i] ?? 0))
  return gains.length * Math.exp(logs.reduce((a, b) => a + b, 0) / gains.length)
}

/** The relaxed problem under the weights that say most. */
export const relax = (problem: Problem, aim: Aim): Relaxation => {
  const inDoubles = scaled(problem, aim)
  const weights = multipliers(inDoubles, aim)
  const tied = new Set(problem.terms.flatMap((term) => term.when.map(({ issue }) => issue)))
  const options = weighedOptions(inDoubles, weights, (issue) => tied.has(issue))
  const regret = (issue: number): number => options[issue]?.[1]?.loss ?? Number.POSITIVE_INFINITY
  const order = problem.issues.map((_, issue) => issue).sort((a, b) => regret(b) - regret(a))
  const rest = restOf(inDoubles, order)
  const { sum, choice } = settled(inDoubles, weights)
  const total = aim.of.reduce((sum, party) => sum + (weights[party] ?? 0), 0) || 1
  const tolerance = 1e-12 * (1 + Math.abs(sum))
  const { parties } = inDoubles
  return {
    weights: wholeWeights(inDoubles, weights),
    highest: sum,
    lowest: 0,
    tolerance,
    order,
    bestChoice: choice,
    optionsAt: (step) => options[order[step] ?? 0] ?? [],
    canReach: (sums, step, floor) => {
      const shared = aim.by === 'leximin' ? Math.max(0, floor / total) : 0
      for (let p = 0; p < parties; p++) {
        const needed = (aim.of.includes(p) ? shared : 0) - tolerance
        if ((sums[step * parties + p] ?? 0) + (rest[step * parties + p] ?? 0) < needed) return false
      }
      return true
    },
    floorOf: (gains) => floorFor(aim, inDoubles, weights, gains),
    nearTies: () =>
      options
        .flatMap((each, issue) => each.map(({ option, loss }) => ({ issue, option, loss })))
        .sort((a, b) => a.loss - b.loss)
        .map(({ issue, option }) => [issue, option] as const),
  }
}
