/** The best package for an aim, whatever the number of parties: branch and bound with Lagrangian bounds. */
import { type Choice, isFeasible, isInZone, type Problem, worthOf } from '../problem.ts'
import { type Aim, compareGains, gainsOf } from './aim.ts'
import { type Diagram, diagramOf, nowhere } from './diagram.ts'
import { loosened } from './loosen.ts'
import { issueOrder } from './order.ts'
import { type Floor, type Relaxation, relax } from './relaxation.ts'

/** What a search found. */
export interface Found {
  /** Absent where no package was found in the zone. */
  readonly choice?: Choice | undefined
  /** Weights on the gains, for the certificate. */
  readonly weights: readonly bigint[]
  /** The weighted sum of gains that no package exceeds, exactly. */
  readonly bound: bigint
  /** Whether everything that could be better was looked at. */
  readonly proven: boolean
  readonly nodes: number
}

/** Where a search begins and when it gives up. */
export interface SearchLimits {
  readonly nodes?: number
  /** Packages that are good already, from a frontier or from before. */
  readonly known?: readonly Choice[]
  /** The diagram of the problem, where it has been made already. */
  readonly diagram?: Diagram | undefined
}

interface Best {
  choice: Choice | undefined
  gains: readonly bigint[]
  /** What a better package must reach; every package in the zone reaches nothing. */
  floor: Floor
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

/** Changes one issue at a time as long as that makes it better. */
const improve = (problem: Problem, aim: Aim, relaxed: Relaxation, best: Best, from: Choice): void => {
  const choice = [...from]
  consider(problem, aim, relaxed, best, choice)
  for (let again = true; again; ) {
    again = false
    for (const [issue, { options }] of problem.issues.entries())
      for (const option of options.keys()) {
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

  /** Goes on from a state of a step, with so much lost so far. */
  go(step: number, state: number, lost: number): void {
    const { relaxed, best, sums } = this
    if (step === relaxed.order.length) {
      consider(this.problem, this.aim, relaxed, best, this.choice)
      return
    }
    if (++this.nodes > this.most) {
      this.stopped = true
      return
    }
    const parties = this.problem.sides.length
    for (const { option, to, loss, gains } of relaxed.arcsAt(step, state)) {
      if (relaxed.highest - lost - loss < best.floor.sum - relaxed.tolerance) return
      for (let p = 0; p < parties; p++)
        sums[(step + 1) * parties + p] = (sums[step * parties + p] ?? 0) + (gains[p] ?? 0)
      if (!relaxed.canReach(sums, step + 1, to, best.floor.each)) continue
      this.choice[relaxed.order[step] ?? 0] = option
      this.go(step + 1, to, lost + loss)
      if (this.stopped) return
    }
  }
}

/** Without terms the issues may come in any order: those first where another option costs most. */
const byRegret = (problem: Problem, aim: Aim, diagram: Diagram): Relaxation => {
  const relaxed = relax(problem, diagram, aim)
  if (problem.terms.length > 0) return relaxed
  const regret = diagram.layers.map((_, step) => relaxed.arcsAt(step, 0)[1]?.loss ?? Number.POSITIVE_INFINITY)
  const order = diagram.layers.map((_, step) => step).sort((a, b) => (regret[b] ?? 0) - (regret[a] ?? 0))
  return relax(
    problem,
    { layers: order.flatMap((step) => diagram.layers[step] ?? []) },
    aim,
    relaxed.multipliers,
  )
}

const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b > a ? b : a))

/** The weighted sum of gains that no package exceeds, exactly. */
const highestExactly = (
  problem: Problem,
  { layers }: Diagram,
  aim: Aim,
  weights: readonly bigint[],
): bigint => {
  const weigh = (units: readonly bigint[]): bigint =>
    units.reduce((sum, each, p) => sum + (weights[p] ?? 0n) * (aim.scale[p] ?? 0n) * each, 0n)
  let ahead: readonly (bigint | undefined)[] = [0n]
  for (const layer of [...layers].reverse()) {
    const own = Array.from({ length: layer.options }, (_, option) =>
      weigh(problem.worth.map((each) => each[layer.issue]?.[option] ?? 0n)),
    )
    const linked = layer.links.map(weigh)
    const after = ahead
    ahead = Array.from({ length: layer.states }, (_, state) => {
      const values = own.flatMap((mine, option): readonly bigint[] => {
        const at = state * layer.options + option
        const next = layer.to[at] === nowhere ? undefined : after[layer.to[at] ?? 0]
        return next === undefined ? [] : [mine + (linked[layer.link[at] ?? 0] ?? 0n) + next]
      })
      return values.length === 0 ? undefined : most(values)
    })
  }
  return (ahead[0] ?? 0n) - weigh(problem.sides.map((side) => side.reservation))
}

/** How many nodes are looked at unless more or fewer are wanted. */
const usualNodes = 3_000_000

/** The diagram of the problem or, where it is too entangled, one that flatters it; undefined where nothing is possible. */
export const searchable = (problem: Problem): Diagram | undefined => {
  const made = diagramOf(problem, issueOrder(problem))
  if (made.ok) return made.value
  return made.refusal.code === 'bargaining.impossible' ? undefined : loosened(problem)?.diagram
}

/** Searches the best package in the zone for the aim. Where a problem is too entangled the bound may not be reached. */
export const searchBest = (problem: Problem, aim: Aim, limits: SearchLimits = {}): Found => {
  const diagram = limits.diagram ?? searchable(problem)
  if (!diagram) return { weights: problem.sides.map(() => 1n), bound: 0n, proven: true, nodes: 0 }
  const relaxed = byRegret(problem, aim, diagram)
  const best: Best = { choice: undefined, gains: [], floor: { sum: 0, each: 0 } }
  for (const choice of limits.known ?? []) consider(problem, aim, relaxed, best, choice)
  improve(problem, aim, relaxed, best, best.choice ?? relaxed.bestChoice)
  const walk = new Walk(problem, aim, relaxed, best, limits.nodes ?? usualNodes)
  walk.go(0, 0, 0)
  const bound = highestExactly(problem, diagram, aim, relaxed.weights)
  return { choice: best.choice, weights: relaxed.weights, bound, proven: !walk.stopped, nodes: walk.nodes }
}
