/** An analysis as it is written down: for people, for other programs, and for whoever wants to check it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Opening, type Zone, zoneOf } from './advise/zone.ts'
import type { Package, Together } from './agenda.ts'
import type { BargainingCase } from './case.ts'
import type { Certificate } from './certificate.ts'
import { compileCase } from './compile.ts'
import { exact, nearest, writeExact } from './exact.ts'
import { type Choice, inFigures, type Problem, packageCount, packageOf } from './problem.ts'
import { type SolutionName, solutionNames } from './solve/aim.ts'
import { diagramOf } from './solve/diagram.ts'
import { type Frontier, type FrontierLimits, type FrontierPoint, paretoFrontier } from './solve/frontier.ts'
import type { Milp } from './solve/milp.ts'
import { issueOrder } from './solve/order.ts'
import {
  type Ideal,
  type Solution,
  type Solutions,
  solutionsBySearch,
  solutionsOn,
} from './solve/solutions.ts'

/** A certificate with its whole numbers as decimal strings. */
export interface WrittenCertificate {
  readonly by: Certificate['by']
  readonly scale: readonly string[]
  readonly of: readonly number[]
  readonly weights: readonly string[]
  readonly total: string
  readonly bound: string
}

/** A package, what it is worth (`utilities` as doubles, `worth` exactly), and how many packages come to the same. */
export interface WrittenPoint {
  readonly utilities: readonly number[]
  readonly worth: readonly string[]
  readonly package: Package
  readonly packages?: number | undefined
}

/** A named solution. */
export interface WrittenSolution extends WrittenPoint {
  readonly alsoAt: readonly (readonly string[])[]
  readonly proof: Solution['proof']
  readonly certificate: WrittenCertificate | null
  readonly ideals?:
    | readonly { readonly package: Package; readonly certificate: WrittenCertificate }[]
    | undefined
}

/** What would open the zone, in words of the case. */
export type WrittenOpening =
  | {
      readonly by: 'reservation'
      readonly party: string
      readonly from: string
      readonly to: string
      readonly package: Package
    }
  | {
      readonly by: 'term'
      readonly constraint: number
      /** What would no longer be forbidden, by issue. */
      readonly never: Together
      readonly party?: string | undefined
      readonly package: Package
    }

/** The whole answer. Amounts are in the figures of the case. */
export interface Answer {
  readonly name: string
  readonly parties: readonly { readonly id: string; readonly reservation: number }[]
  readonly issues: readonly { readonly id: string; readonly options: number }[]
  /** How many packages there are, in decimal; constraints left aside. */
  readonly outcomes: string
  readonly zone:
    | { readonly exists: true; readonly package: Package }
    | {
        readonly exists: false
        readonly proof: 'proven' | 'not-found'
        readonly certificate: WrittenCertificate
        readonly openings: readonly WrittenOpening[]
      }
  /** Null where there are too many parties or combinations for one; `why` says which. */
  readonly frontier: {
    readonly count: number
    readonly complete: boolean
    /** By party: what a package may be better by than any point here; absent for a complete frontier. */
    readonly error?: readonly number[] | undefined
    readonly points: readonly WrittenPoint[]
  } | null
  readonly why?: string | undefined
  readonly solutions: Readonly<Record<SolutionName, WrittenSolution | null>>
  readonly case: BargainingCase
}

export const writeCertificate = (certificate: Certificate): WrittenCertificate => ({
  by: certificate.by,
  scale: certificate.scale.map(String),
  of: certificate.of,
  weights: certificate.weights.map(String),
  total: String(certificate.total),
  bound: String(certificate.bound),
})

const writePoint = (
  problem: Problem,
  point: Pick<FrontierPoint, 'worth' | 'choice' | 'packages'>,
): WrittenPoint => {
  const worth = inFigures(problem, point.worth)
  return {
    utilities: worth.map(nearest),
    worth: worth.map(writeExact),
    package: packageOf(problem, point.choice),
    ...(point.packages === undefined ? {} : { packages: point.packages }),
  }
}

const writeIdeal = (problem: Problem, { choice, certificate }: Ideal) => ({
  package: packageOf(problem, choice),
  certificate: writeCertificate(certificate),
})

const writeSolution = (problem: Problem, solution: Solution | null): WrittenSolution | null =>
  solution && {
    ...writePoint(problem, solution),
    alsoAt: solution.alsoAt.map((worth) => inFigures(problem, worth).map(writeExact)),
    proof: solution.proof,
    certificate: solution.certificate ? writeCertificate(solution.certificate) : null,
    ...(solution.ideals ? { ideals: solution.ideals.map((ideal) => writeIdeal(problem, ideal)) } : {}),
  }

const inFigure = (problem: Problem, party: number, units: bigint): string =>
  writeExact(exact(units, problem.sides[party]?.unit ?? 1n))

const togetherOf = (problem: Problem, term: number): Together =>
  Object.fromEntries(
    (problem.terms[term]?.when ?? []).map(({ issue, options }) => {
      const known = problem.issues[issue]
      return [known?.id ?? '', options.flatMap((option) => known?.options[option] ?? [])]
    }),
  )

const writeOpening = (problem: Problem, opening: Opening): WrittenOpening => {
  const chosen = packageOf(problem, opening.choice)
  if (opening.by === 'term') {
    const party = opening.party === undefined ? undefined : problem.sides[opening.party]?.id
    return {
      by: 'term',
      constraint: opening.term,
      never: togetherOf(problem, opening.term),
      ...(party === undefined ? {} : { party }),
      package: chosen,
    }
  }
  const { party } = opening
  return {
    by: 'reservation',
    party: problem.sides[party]?.id ?? '',
    from: inFigure(problem, party, opening.from),
    to: inFigure(problem, party, opening.to),
    package: chosen,
  }
}

const writeZone = (problem: Problem, zone: Zone): Answer['zone'] =>
  zone.exists
    ? { exists: true, package: packageOf(problem, zone.choice) }
    : {
        exists: false,
        proof: zone.proof,
        certificate: writeCertificate(zone.certificate),
        openings: zone.openings.map((opening) => writeOpening(problem, opening)),
      }

const writeFrontier = (problem: Problem, frontier: Frontier): NonNullable<Answer['frontier']> => ({
  count: frontier.points.length,
  complete: frontier.error === undefined,
  ...(frontier.error
    ? { error: frontier.error.map((units, p) => nearest(exact(units, problem.sides[p]?.unit ?? 1n))) }
    : {}),
  points: frontier.points.map((point) => writePoint(problem, point)),
})

/** A point of the frontier in the zone, so that it need not be searched for. */
const zoneFrom = (problem: Problem, solutions: Solutions): Zone => {
  const choice: Choice | undefined = solutions.egalitarian?.choice
  return choice ? { exists: true, choice } : zoneOf(problem)
}

/** How many parties a frontier is made for; for more, only the named solutions. */
const mostOnFrontier = 3

/** Whether the constraints leave no package: for few parties the frontier says so. */
const isImpossible = (problem: Problem): boolean => {
  const diagram = diagramOf(problem, issueOrder(problem))
  return !diagram.ok && diagram.refusal.code === 'bargaining.impossible'
}

const onlyAsked = (asked: readonly SolutionName[], solutions: Solutions): Solutions =>
  Object.fromEntries(
    solutionNames.map((name) => [name, asked.includes(name) ? solutions[name] : null]),
  ) as Record<SolutionName, Solution | null>

/** What an analysis may use; `milp` is asked where nothing can be proven by searching. */
export interface AnalysisLimits extends FrontierLimits {
  readonly milp?: Milp
}

/** Analyses a case: zone, frontier, named solutions. Refusals: those of `compileCase`, `bargaining.impossible`, `.stopped`. */
export const analyse = (
  case_: BargainingCase,
  asked: readonly SolutionName[] = solutionNames,
  limits: AnalysisLimits = {},
): Outcome<Answer> => {
  const compiled = compileCase(case_)
  if (!compiled.ok) return compiled
  const problem = compiled.value
  const isMany = problem.sides.length > mostOnFrontier
  if (isMany && isImpossible(problem)) return refuse('bargaining.impossible')
  const frontier = isMany ? undefined : paretoFrontier(problem, limits)
  const isOver = frontier && !frontier.ok && frontier.refusal.code !== 'bargaining.too-entangled'
  if (isOver) return frontier
  const complete = frontier?.ok && frontier.value.error === undefined
  const solutions = complete
    ? solutionsOn(problem, frontier.value.points)
    : solutionsBySearch(problem, limits.milp)
  const why = frontier ? (frontier.ok ? undefined : frontier.refusal.code) : 'bargaining.many-parties'
  return done({
    name: case_.name,
    parties: problem.sides.map(({ id, reservation, unit }) => ({
      id,
      reservation: nearest(exact(reservation, unit)),
    })),
    issues: problem.issues.map(({ id, options }) => ({ id, options: options.length })),
    outcomes: String(packageCount(problem)),
    zone: writeZone(problem, zoneFrom(problem, solutions)),
    frontier: frontier?.ok ? writeFrontier(problem, frontier.value) : null,
    ...(why === undefined ? {} : { why }),
    solutions: mapSolutions(problem, onlyAsked(asked, solutions)),
    case: case_,
  })
}

const mapSolutions = (problem: Problem, solutions: Solutions): Answer['solutions'] => ({
  nash: writeSolution(problem, solutions.nash),
  kalaiSmorodinsky: writeSolution(problem, solutions.kalaiSmorodinsky),
  egalitarian: writeSolution(problem, solutions.egalitarian),
  welfare: writeSolution(problem, solutions.welfare),
  leastDifference: writeSolution(problem, solutions.leastDifference),
})
