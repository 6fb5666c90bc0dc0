/** Checks an answer from the case and the packages alone: what every package is worth, that nothing is better, that nothing is missing. */
import type { Package } from '../agenda.ts'
import type { Answer, WrittenCertificate, WrittenOpening, WrittenPoint, WrittenSolution } from '../answer.ts'
import type { Certificate } from '../certificate.ts'
import { compileCase } from '../compile.ts'
import { compareExact, type Exact, exact, gcd, nearest, readExact, writeExact } from '../exact.ts'
import {
  type Choice,
  choiceOf,
  inFigures,
  isFeasible,
  isInZone,
  type Problem,
  packageCount,
  worthOf,
} from '../problem.ts'
import { plainly } from './complete.ts'
import { checkBest, highestSum, type Verdict } from './optimal.ts'
import { gains } from './weighing.ts'

/** What a claim of the answer came to. `undecided`: checking it would take more steps than are allowed. */
export interface Finding {
  /** Which claim, as `frontier` or `nash`. */
  readonly claim: string
  readonly verdict: Verdict
  /** Why it is refuted or undecided: a code with a sentence in the catalogues. */
  readonly why?: string | undefined
}

/** Points that are looked at in one step when a frontier is made again. */
const mostPoints = 400_000
/** More parties than two are compared pair by pair. */
const mostPairs = 60_000

const refuted = (claim: string, why: string): Finding => ({ claim, verdict: 'refuted', why })
const proven = (claim: string): Finding => ({ claim, verdict: 'proven' })
const undecided = (claim: string, why: string): Finding => ({ claim, verdict: 'undecided', why })

const wholeNumbers = (written: readonly string[]): readonly bigint[] | undefined =>
  written.every((each) => /^-?\d{1,4000}$/.test(each)) ? written.map(BigInt) : undefined

/** The certificate as numbers; undefined where it cannot be one: weights below zero, scales that are not positive. */
const readCertificate = (problem: Problem, written: WrittenCertificate): Certificate | undefined => {
  const [scale, weights, single] = [written.scale, written.weights, [written.total, written.bound]].map(
    wholeNumbers,
  )
  const [total, bound] = single ?? []
  const parties = problem.sides.length
  if (
    !scale ||
    !weights ||
    total === undefined ||
    bound === undefined ||
    scale.length !== parties ||
    weights.length !== parties
  )
    return undefined
  if (scale.some((each) => each <= 0n) || weights.some((each) => each < 0n)) return undefined
  if (written.of.some((party) => !Number.isInteger(party) || party < 0 || party >= parties)) return undefined
  if (weights.reduce((sum, weight) => sum + weight, 0n) !== total) return undefined
  return { by: written.by, scale, weights, total, of: written.of, bound }
}

/** The package as numbers, if it is one and nothing in it is forbidden. */
const feasible = (problem: Problem, chosen: Package): Choice | undefined => {
  const choice = choiceOf(problem, chosen)
  return choice && isFeasible(problem, choice) ? choice : undefined
}

/** Whether this is the number, written as we write it, however long, or in any other way that is read. */
const isSaidAs = (said: string | undefined, value: Exact): boolean => {
  if (said === undefined || said === writeExact(value)) return said !== undefined
  const read = readExact(said)
  return read !== undefined && compareExact(read, value) === 0
}

/** What is wrong with what is said of a point, if anything. */
const faultOf = (problem: Problem, point: WrittenPoint): string | undefined => {
  const choice = feasible(problem, point.package)
  if (!choice) return 'check.package'
  const worth = inFigures(problem, worthOf(problem, choice))
  const isSaid = worth.every((value, p) => {
    return isSaidAs(point.worth[p], value) && nearest(value) === point.utilities[p]
  })
  return isSaid && point.worth.length === worth.length ? undefined : 'check.worth'
}

const worthAt = (problem: Problem, point: WrittenPoint): readonly bigint[] => {
  const choice = choiceOf(problem, point.package)
  return choice ? worthOf(problem, choice) : []
}

const checkFrontier = (problem: Problem, frontier: NonNullable<Answer['frontier']>): Finding => {
  const fault = frontier.points.map((point) => faultOf(problem, point)).find((each) => each !== undefined)
  if (fault !== undefined) return refuted('frontier', fault)
  if (frontier.count !== frontier.points.length) return refuted('frontier', 'check.count')
  const said = new Set(frontier.points.map((point) => worthAt(problem, point).join()))
  if (said.size !== frontier.points.length) return refuted('frontier', 'check.twice')
  if (!frontier.complete) return undecided('frontier', 'check.rounded')
  if (problem.sides.length > 2 && said.size > mostPairs) return undecided('frontier', 'check.too-large')
  const again = plainly(problem, mostPoints)
  if (!again) return undecided('frontier', 'check.too-large')
  if (again.some((worth) => !said.has(worth.join()))) return refuted('frontier', 'check.incomplete')
  return again.length === said.size ? proven('frontier') : refuted('frontier', 'check.dominated')
}

/** Whether nothing is better than this package under this certificate. */
const isBest = (problem: Problem, choice: Choice, written: WrittenCertificate): Verdict | string => {
  const certificate = readCertificate(problem, written)
  if (!certificate) return 'check.certificate'
  const highest = highestSum(problem, certificate)
  if (highest === 'undecided') return highest
  if (highest !== certificate.bound) return 'check.bound'
  const worth = worthOf(problem, choice)
  if (!isInZone(problem, worth)) return 'check.zone'
  return checkBest(problem, certificate, gains(problem, certificate, worth))
}

const expectedBy = {
  nash: 'product',
  kalaiSmorodinsky: 'leximin',
  egalitarian: 'leximin',
  welfare: 'sum',
} as const

const isOfEverybody = (problem: Problem, { of }: Certificate): boolean =>
  of.join() === problem.sides.map((_, party) => party).join()

const isInLowestTerms = (scale: readonly bigint[]): boolean => scale.reduce(gcd, 0n) === 1n

/** Whether the scale turns each party's units into the same figures, in the smallest whole numbers that do. */
const isInFigures = (problem: Problem, { scale }: Certificate): boolean => {
  const figures = scale.map((each, p) => each * (problem.sides[p]?.unit ?? 1n))
  return figures.every((each) => each === figures[0]) && isInLowestTerms(scale)
}

/** Whether the certificate compares gains the way its name says: by figures of the case, or by shares of proven ideals. */
const isNamedSo = (
  problem: Problem,
  name: keyof typeof expectedBy,
  solution: WrittenSolution,
): Verdict | string => {
  const certificate = solution.certificate && readCertificate(problem, solution.certificate)
  if (!certificate || certificate.by !== expectedBy[name]) return 'check.certificate'
  if (name === 'kalaiSmorodinsky') return hasIdeals(problem, certificate, solution)
  // For a product the scale does not matter, and is 1.
  const isScaled =
    name === 'nash' ? certificate.scale.every((scale) => scale === 1n) : isInFigures(problem, certificate)
  return isScaled && isOfEverybody(problem, certificate) ? 'proven' : 'check.certificate'
}

const hasIdeals = (
  problem: Problem,
  certificate: Certificate,
  solution: WrittenSolution,
): Verdict | string => {
  const ranges: bigint[] = []
  for (const [party, side] of problem.sides.entries()) {
    const ideal = solution.ideals?.[party]
    const choice = ideal && feasible(problem, ideal.package)
    if (
      !ideal ||
      !choice ||
      ideal.certificate.by !== 'sum' ||
      ideal.certificate.of.join() !== `${party}` ||
      ideal.certificate.scale.some((scale) => scale !== '1')
    )
      return 'check.ideal'
    const verdict = isBest(problem, choice, ideal.certificate)
    if (verdict !== 'proven') return verdict === 'refuted' ? 'check.ideal' : verdict
    ranges.push((worthOf(problem, choice)[party] ?? 0n) - side.reservation)
  }
  const gaining = ranges.flatMap((range, party) => (range > 0n ? [party] : []))
  if (gaining.join() !== certificate.of.join()) return 'check.ideal'
  if (certificate.scale.some((scale, party) => !gaining.includes(party) && scale !== 1n))
    return 'check.certificate'
  const shares = gaining.map((party) => (certificate.scale[party] ?? 1n) * (ranges[party] ?? 0n))
  const isLowest =
    gaining.length === 0 || isInLowestTerms(gaining.map((party) => certificate.scale[party] ?? 0n))
  return shares.every((share) => share === shares[0]) && isLowest ? 'proven' : 'check.ideal'
}

const findingOf = (claim: string, verdict: Verdict | string): Finding => {
  if (verdict === 'proven') return proven(claim)
  if (verdict === 'refuted') return refuted(claim, 'check.better')
  return verdict === 'undecided' ? undecided(claim, 'check.too-large') : refuted(claim, verdict)
}

const checkNamed = (problem: Problem, name: keyof typeof expectedBy, solution: WrittenSolution): Finding => {
  const fault = faultOf(problem, solution)
  const choice = feasible(problem, solution.package)
  if (fault !== undefined || !choice) return refuted(name, fault ?? 'check.package')
  const named = isNamedSo(problem, name, solution)
  if (named !== 'proven') return findingOf(name, named)
  return findingOf(name, isBest(problem, choice, solution.certificate as WrittenCertificate))
}

const spreadOf = (utilities: readonly bigint[]): bigint =>
  utilities
    .flatMap((a, i) => utilities.slice(i + 1).map((b) => (a > b ? a - b : b - a)))
    .reduce((sum, each) => sum + each, 0n)

/** The least difference among the points of a frontier that is shown to be complete. */
const checkLeast = (
  problem: Problem,
  solution: WrittenSolution,
  frontier: Answer['frontier'],
  found: Finding | undefined,
): Finding => {
  const claim = 'leastDifference'
  const fault = faultOf(problem, solution)
  if (fault !== undefined) return refuted(claim, fault)
  if (!frontier) return undecided(claim, 'check.no-frontier')
  const all = problem.sides.reduce((product, { unit }) => product * unit, 1n)
  const alike = (point: WrittenPoint): bigint =>
    spreadOf(worthAt(problem, point).map((units, p) => units * (all / (problem.sides[p]?.unit ?? 1n))))
  const mine = alike(solution)
  const isListed = frontier.points.some((point) => point.worth.join() === solution.worth.join())
  if (!isListed || frontier.points.some((point) => alike(point) < mine)) return refuted(claim, 'check.better')
  return found?.verdict === 'proven' ? proven(claim) : undecided(claim, 'check.frontier-open')
}

/** Whether an opening really opens the zone. That no smaller one would is not claimed here. */
const isOpening = (problem: Problem, opening: WrittenOpening): boolean => {
  const choice = choiceOf(problem, opening.package)
  const party = problem.sides.findIndex(({ id }) => id === opening.party)
  if (!choice) return false
  const worth = worthOf(problem, choice)
  if (opening.by === 'term') {
    const term = problem.terms[opening.constraint]
    const without = { ...problem, terms: problem.terms.filter((_, at) => at !== opening.constraint) }
    const whose = term?.by === undefined ? undefined : problem.sides[term.by]?.id
    return (
      term?.effect === 'forbidden' &&
      whose === opening.party &&
      isFeasible(without, choice) &&
      isInZone(problem, worth)
    )
  }
  const side = problem.sides[party]
  if (!side || !isFeasible(problem, choice)) return false
  const others = problem.sides.every((each, p) => p === party || (worth[p] ?? 0n) >= each.reservation)
  return (
    others &&
    isSaidAs(opening.from, exact(side.reservation, side.unit)) &&
    isSaidAs(opening.to, exact(worth[party] ?? 0n, side.unit))
  )
}

/** What stands above the claims is that of the case: who takes part, with what reservation, on what. */
const checkHeading = (problem: Problem, { case: given, ...said }: Answer): Finding => {
  const heading = {
    name: given.name,
    parties: problem.sides.map(({ id, reservation, unit }) => [id, nearest(exact(reservation, unit))]),
    issues: problem.issues.map(({ id, options }) => [id, options.length]),
    outcomes: String(packageCount(problem)),
  }
  const read = {
    name: said.name,
    parties: said.parties.map(({ id, reservation }) => [id, reservation]),
    issues: said.issues.map(({ id, options }) => [id, options]),
    outcomes: said.outcomes,
  }
  return JSON.stringify(heading) === JSON.stringify(read) ? proven('case') : refuted('case', 'check.heading')
}

const checkZone = (problem: Problem, zone: Answer['zone']): Finding => {
  if (zone.exists) {
    const choice = feasible(problem, zone.package)
    return choice && isInZone(problem, worthOf(problem, choice))
      ? proven('zone')
      : refuted('zone', 'check.zone')
  }
  const certificate = readCertificate(problem, zone.certificate)
  const isPlain = certificate && isInFigures(problem, certificate) && isOfEverybody(problem, certificate)
  if (!isPlain || certificate.by !== 'leximin') return refuted('zone', 'check.certificate')
  const highest = highestSum(problem, certificate)
  if (highest === 'undecided') return findingOf('zone', highest)
  if (highest !== certificate.bound) return refuted('zone', 'check.bound')
  if (!zone.openings.every((opening) => isOpening(problem, opening))) return refuted('zone', 'check.opening')
  const verdict = checkBest(problem, certificate, undefined)
  return verdict === 'refuted' ? refuted('zone', 'check.in-zone') : findingOf('zone', verdict)
}

/** A solution that is missing because there is no zone is as good a claim as that there is none. */
const checkAbsent = (answer: Answer, name: string, zone: Finding): readonly Finding[] =>
  answer.zone.exists ? [] : [{ ...zone, claim: name }]

/**
 * Checks every claim of an answer. The case it holds is compiled anew; nothing of the solvers is used. How many packages
 * come to a point, where else a solution is as good, and by how much a rounded frontier may err are remarks, not claims.
 */
export const checkAnswer = (answer: Answer): readonly Finding[] => {
  const compiled = compileCase(answer.case)
  if (!compiled.ok) return [refuted('case', compiled.refusal.code)]
  const problem = compiled.value
  const zone = checkZone(problem, answer.zone)
  const named = (['nash', 'kalaiSmorodinsky', 'egalitarian', 'welfare'] as const).flatMap((name) => {
    const solution = answer.solutions[name]
    return solution ? [checkNamed(problem, name, solution)] : checkAbsent(answer, name, zone)
  })
  const least = answer.solutions.leastDifference
  const frontier = answer.frontier ? checkFrontier(problem, answer.frontier) : undefined
  return [
    checkHeading(problem, answer),
    zone,
    ...(frontier ? [frontier] : []),
    ...named,
    ...(least ? [checkLeast(problem, least, answer.frontier, frontier)] : []),
  ]
}
