/** The points of a frontier as the pictures and tables show them. */
import type { Agenda, Package } from '#domain/bargaining/agenda.ts'
import type { Answer } from '#domain/bargaining/answer.ts'
import { passesAt, type Ratification } from '#domain/bargaining/ratification.ts'
import { type SolutionName, solutionNames } from '#domain/bargaining/solve/aim.ts'

/** One point: what it is worth to each party, which named solutions are there, and whether it passes at home. */
export interface Point {
  readonly worth: readonly number[]
  readonly package: Package
  readonly packages: number | undefined
  readonly named: readonly SolutionName[]
  /** Better than no agreement for every party. */
  readonly isInZone: boolean
  /** Parties of which it passes every body, of those that have shown any. */
  readonly passes: readonly string[]
}

/** The parties whose bodies all pass a package, of those that have shown bodies. */
export const passesAtHome = (
  ratifications: Readonly<Record<string, Ratification>>,
  chosen: Package,
): readonly string[] =>
  Object.entries(ratifications).flatMap(([party, { bodies }]) =>
    bodies.every((body) => passesAt(body, chosen).passes) ? [party] : [],
  )

/** Whether two packages take the same option on every issue. */
export const isSamePackage = (agenda: Agenda, one: Package, other: Package | null | undefined): boolean =>
  !!other && agenda.issues.every(({ id }) => one[id] === other[id])

/** The points to show: the frontier, or, where there is none, the named solutions alone. */
export const pointsOf = (
  answer: Answer,
  ratifications: Readonly<Record<string, Ratification>>,
): readonly Point[] => {
  const solutions = solutionNames.flatMap((name) => {
    const solution = answer.solutions[name]
    return solution ? [{ name, solution }] : []
  })
  const all = answer.frontier?.points ?? solutions.map(({ solution }) => solution)
  const seen = new Set<string>()
  return all.flatMap(({ utilities, worth, package: chosen, packages }): readonly Point[] => {
    const key = worth.join()
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        worth: utilities,
        package: chosen,
        packages,
        named: solutions.filter(({ solution }) => solution.worth.join() === key).map(({ name }) => name),
        isInZone: answer.parties.every(({ reservation }, party) => (utilities[party] ?? 0) >= reservation),
        passes: passesAtHome(ratifications, chosen),
      },
    ]
  })
}
