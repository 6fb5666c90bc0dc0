/** Where a frontier can only be bounded: real packages near the bound, and how far they may be from it. */
import { type Choice, isFeasible, type Problem, worthOf } from '../problem.ts'
import type { FrontierPoint } from './frontier.ts'

const dominates = (a: readonly bigint[], b: readonly bigint[]): boolean =>
  a.every((units, p) => units >= (b[p] ?? 0n))

/** Real packages, none of which is at most as good as another for everybody. */
class Best {
  points: FrontierPoint[] = []
  private readonly problem: Problem

  constructor(problem: Problem) {
    this.problem = problem
  }

  /** Takes a package in if nothing is at least as good for everybody. */
  take(choice: Choice): boolean {
    if (!isFeasible(this.problem, choice)) return false
    const worth = worthOf(this.problem, choice)
    if (this.points.some((point) => dominates(point.worth, worth))) return false
    this.points = [
      ...this.points.filter((point) => !dominates(worth, point.worth)),
      { worth, choice: [...choice] },
    ]
    return true
  }
}

function* neighbours(problem: Problem, choice: Choice): Generator<Choice> {
  for (const [issue, { options }] of problem.issues.entries())
    for (const option of options.keys())
      if (option !== choice[issue]) yield choice.map((kept, i) => (i === issue ? option : kept))
}

/** How often packages are looked at whose points were new the last time. */
const rounds = 12
/** How many new packages are gone on from in one round. */
const mostAtOnce = 200

/** Real packages found from these, by changing one issue at a time as long as something is new. */
export const realPackages = (problem: Problem, from: readonly Choice[]): readonly FrontierPoint[] => {
  const best = new Best(problem)
  let fresh = from.filter((choice) => best.take(choice))
  if (fresh.length === 0) fresh = from.slice(0, 1)
  for (let round = 0; round < rounds && fresh.length > 0; round++) {
    const next: Choice[] = []
    for (const choice of fresh.slice(0, mostAtOnce))
      for (const neighbour of neighbours(problem, choice)) if (best.take(neighbour)) next.push(neighbour)
    fresh = next
  }
  return best.points
}

/** In each party's units: how much better than the nearest real package a bound may be, at most. */
export const shortfall = (
  problem: Problem,
  bounds: readonly FrontierPoint[],
  real: readonly FrontierPoint[],
): readonly bigint[] => {
  const error = problem.sides.map(() => 0n)
  const inShare = (units: bigint, p: number): number => Number(units) / Number(problem.sides[p]?.unit ?? 1n)
  const missing = (bound: FrontierPoint, point: FrontierPoint): readonly bigint[] =>
    bound.worth.map((units, p) => {
      const short = units - (point.worth[p] ?? 0n)
      return short > 0n ? short : 0n
    })
  const worst = (short: readonly bigint[]): number => Math.max(...short.map(inShare))
  for (const bound of bounds) {
    const nearest = real.map((point) => missing(bound, point)).reduce((a, b) => (worst(b) < worst(a) ? b : a))
    nearest.forEach((short, p) => {
      if (short > (error[p] ?? 0n)) error[p] = short
    })
  }
  return error
}
