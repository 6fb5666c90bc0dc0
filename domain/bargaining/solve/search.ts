/** The best package for an aim, whatever the number of parties: branch and bound with Lagrangian bounds. */
import { type Choice, isFeasible, isInZone, type Problem, worthOf } from '../problem.ts'
import { type Aim, compareGains, gainsOf } from './aim.ts'
import { type Relaxation, relax } from './relaxation.ts'

/** What a search found. */
export interface Found {
  /** Absent where no package was found in the zone. */
  readonly choice?: Choice | undefined
  /** Weights on the gains, for the certificate. */
  readonly weights: readonly bigint[]
  /** Whether everything that could be better was looked at. */
  readonly proven: boolean
  readonly nodes: number
}

/** Where a search begins and when it gives up. */
export interface SearchLimits {
  readonly nodes?: number
  /** Packages that are good already, from a frontier or from before. */
  readonly known?: readonly Choice[]
}

interface Best {
  choice: Choice | undefined
  gains: readonly bigint[]
  /** The weighted sum, as a double, that a better package must reach. */
  floor: number
}

const consider = (problem: Problem, aim: Aim, relaxed: Relaxation, best: Best, choice: Choice): boolean => {
  if (!isFeasible(problem, choice)) return false
  const worth = worthOf(problem, choice)
  if (!isInZone(problem, worth)) return false
  const gains = gainsOf(problem, aim, worth)
  if (best.choice && compareGains(aim, gains, best.gains) <= 0) return false
  best.choice = [...choice]
  best.gains = gains
  best.floor = relaxed.floorOf(gains)
  return true
}

/** Changes one issue, or two, as long as that makes it better. */
const improve = (problem: Problem, aim: Aim, relaxed: Relaxation, best: Best, from: Choice): void => {
  const choice = [...from]
  consider(problem, aim, relaxed, best, choice)
  const pairs = relaxed.nearTies()
  for (let again = true; again; ) {
    again = false
    for (const [issue, option] of pairs) {
      const kept = choice[issue] ?? 0
      if (kept === option) continue
      choice[issue] = option
      if (consider(problem, aim, relaxed, best, choice)) again = true
      else choice[issue] = kept
    }
  }
}

/** One walk over all packages whose loss under the weights is small enough to be better. */
class Walk {
  nodes = 0
  stopped = false
  private readonly choice: number[]
  private readonly sums: Float64Array
  private readonly problem: Problem
  private readonly aim: Aim
  private readonly relaxed: Relaxation
  private readonly best: Best
  private readonly most: number

  constructor(problem: Problem, aim: Aim, relaxed: Relaxation, best: Best, most: number) {
    this.problem = problem
    this.aim = aim
    this.relaxed = relaxed
    this.best = best
    this.most = most
    this.choice = problem.issues.map(() => 0)
    this.sums = new Float64Array((problem.issues.length + 1) * problem.sides.length)
  }

  /** Goes on from a step, with so much lost so far. */
  go(step: number, lost: number): void {
    const { relaxed, best } = this
    if (step === relaxed.order.length) {
      consider(this.problem, this.aim, relaxed, best, this.choice)
      return
    }
    if (++this.nodes > this.most) {
      this.stopped = true
      return
    }
    const parties = this.problem.sides.length
    for (const option of relaxed.optionsAt(step)) {
      const loss = lost + option.loss
      if (relaxed.highest - loss < best.floor - relaxed.tolerance) return
      for (let p = 0; p < parties; p++)
        this.sums[(step + 1) * parties + p] = (this.sums[step * parties + p] ?? 0) + (option.gains[p] ?? 0)
      if (!relaxed.canReach(this.sums, step + 1, best.floor)) continue
      this.choice[relaxed.order[step] ?? 0] = option.option
      this.go(step + 1, loss)
      if (this.stopped) return
    }
  }
}

/** Searches the best package in the zone for the aim. */
export const searchBest = (problem: Problem, aim: Aim, limits: SearchLimits = {}): Found => {
  const relaxed = relax(problem, aim)
  const best: Best = { choice: undefined, gains: [], floor: relaxed.lowest }
  for (const choice of limits.known ?? []) consider(problem, aim, relaxed, best, choice)
  improve(problem, aim, relaxed, best, best.choice ?? relaxed.bestChoice)
  const walk = new Walk(problem, aim, relaxed, best, limits.nodes ?? 3_000_000)
  walk.go(0, 0)
  return { choice: best.choice, weights: relaxed.weights, proven: !walk.stopped, nodes: walk.nodes }
}
