/** The zone of agreement: whether any package is better for everybody than no agreement, and what would open it. */
import type { Certificate } from '../certificate.ts'
import { type Choice, isFeasible, isInZone, type Problem, type Side, worthOf } from '../problem.ts'
import { aimOf } from '../solve/aim.ts'
import { searchBest } from '../solve/search.ts'
import { certified } from '../solve/solutions.ts'

/** One thing that, changed alone, would open the zone. */
export type Opening =
  /** The party would have to do with less: its reservation `from`, and the highest `to` at which the zone opens, in units. */
  | {
      readonly by: 'reservation'
      readonly party: number
      readonly from: bigint
      readonly to: bigint
      readonly choice: Choice
    }
  /** A red line or constraint, by its number among the terms, whose it is if it is somebody's. */
  | {
      readonly by: 'term'
      readonly term: number
      readonly party?: number | undefined
      readonly choice: Choice
    }

/** Whether there is a zone, with a package in it or the proof that there is none. */
export type Zone =
  | { readonly exists: true; readonly choice: Choice }
  | {
      readonly exists: false
      /** `proven`, or `not-found` within the limits of the search. */
      readonly proof: 'proven' | 'not-found'
      readonly certificate: Certificate
      readonly openings: readonly Opening[]
    }

const withSides = (problem: Problem, change: (side: Side, party: number) => Side): Problem => ({
  ...problem,
  sides: problem.sides.map(change),
})

/** A bound below anything a party could get. */
const nothing = (problem: Problem, party: number): bigint => {
  const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a), 0n)
  const links = problem.terms.map(({ effect }) => (effect === 'forbidden' ? 0n : (effect[party] ?? 0n)))
  return [...(problem.worth[party] ?? []).map(least), ...links.filter((each) => each < 0n)].reduce(
    (a, b) => a + b,
    0n,
  )
}

/** The most this party can get while all others are in the zone, its own reservation left aside. */
const mostFor = (problem: Problem, party: number): Choice | undefined => {
  const willing = withSides(problem, (side, p) =>
    p === party ? { ...side, reservation: nothing(problem, p) } : side,
  )
  return searchBest(willing, { by: 'sum', scale: problem.sides.map(() => 1n), of: [party] }).choice
}

const byLessReserve = (problem: Problem): readonly Opening[] =>
  problem.sides.flatMap((side, party): readonly Opening[] => {
    const choice = mostFor(problem, party)
    const to = choice && worthOf(problem, choice)[party]
    return !choice || to === undefined
      ? []
      : [{ by: 'reservation', party, from: side.reservation, to, choice }]
  })

const inZoneOf = (problem: Problem): Choice | undefined =>
  searchBest(problem, aimOf('egalitarian', problem, [])).choice

const byDropping = (problem: Problem): readonly Opening[] =>
  problem.terms.flatMap((term, at): readonly Opening[] => {
    if (term.effect !== 'forbidden') return []
    const choice = inZoneOf({ ...problem, terms: problem.terms.filter((_, other) => other !== at) })
    return choice ? [{ by: 'term', term: at, party: term.by, choice }] : []
  })

/** Whether there is a zone of agreement; if not, why not and every single change that would open it. */
export const zoneOf = (problem: Problem): Zone => {
  const aim = aimOf('egalitarian', problem, [])
  const found = searchBest(problem, aim)
  if (found.choice) return { exists: true, choice: found.choice }
  return {
    exists: false,
    proof: found.proven ? 'proven' : 'not-found',
    certificate: certified(aim, found),
    openings: [...byLessReserve(problem), ...byDropping(problem)],
  }
}

/** How one package stands: what each party gains over its reservation, in units, and what forbids it. */
export interface Standing {
  readonly gains: readonly bigint[]
  readonly isInZone: boolean
  readonly forbiddenBy: readonly number[]
}

/** How a package stands with everybody. */
export const standingOf = (problem: Problem, choice: Choice): Standing => {
  const worth = worthOf(problem, choice)
  const forbiddenBy = problem.terms.flatMap((term, at) =>
    term.effect === 'forbidden' && !isFeasible({ ...problem, terms: [term] }, choice) ? [at] : [],
  )
  return {
    gains: problem.sides.map((side, party) => (worth[party] ?? 0n) - side.reservation),
    isInZone: forbiddenBy.length === 0 && isInZone(problem, worth),
    forbiddenBy,
  }
}

/** The same problem with this package as what everybody has already: what is found now is a post-settlement settlement (Raiffa 1985). */
export const afterSettling = (problem: Problem, settled: Choice): Problem => {
  const worth = worthOf(problem, settled)
  return withSides(problem, (side, party) => ({ ...side, reservation: worth[party] ?? side.reservation }))
}
