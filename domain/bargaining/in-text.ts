/** Where a package stands in the common text: which options the text has taken already, and which alternatives one would take. */
import { isLive } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { type Agenda, optionsOf, type Package, type Place } from './agenda.ts'

type Clauses = ReadonlyMap<string, Clause>

/** How an alternative of the text stands: adopted, open and to be adopted, over, or not there. */
export type PlaceStanding = 'adopted' | 'open' | 'over' | 'gone'

/** How the alternative that an option stands for stands in the text. */
export const standingAt = (clauses: Clauses, { clause, bracket, alternative }: Place): PlaceStanding => {
  const found = clauses.get(clause)
  const open = found?.brackets[bracket]?.alternatives.find(({ id }) => id === alternative)
  if (open) return isLive(open) ? 'open' : 'over'
  const closed = found?.settled
    .filter((each) => each.bracket.id === bracket)
    .flatMap((each) => each.bracket.alternatives)
    .findLast(({ id }) => id === alternative)
  if (!closed) return 'gone'
  return closed.status === 'adopted' ? 'adopted' : 'over'
}

/** The text's clauses by id, as the other functions ask for them. */
export const clausesById = (clauses: readonly Clause[]): Clauses =>
  new Map(clauses.map((clause) => [clause.id, clause]))

/** The options that the text has taken: those whose every alternative is adopted. Other issues are not named. */
export const packageInText = (agenda: Agenda, clauses: Clauses): Package =>
  Object.fromEntries(
    agenda.issues.flatMap(({ id, options }) => {
      const taken = options.find(
        ({ closes = [] }) =>
          closes.length > 0 && closes.every((place) => standingAt(clauses, place) === 'adopted'),
      )
      return taken ? [[id, taken.id] as const] : []
    }),
  )

/** A package for every issue: what is given, else what the text has taken, else the first option. */
export const wholePackage = (agenda: Agenda, ...given: readonly Package[]): Package =>
  Object.fromEntries(
    agenda.issues.map((issue) => {
      const known = optionsOf(issue)
      const said = given
        .map((each) => each[issue.id])
        .find((each) => each !== undefined && known.includes(each))
      return [issue.id, said ?? known[0] ?? '']
    }),
  )

/** The issues on which two packages differ, in the order of the agenda. */
export const differing = (agenda: Agenda, one: Package, other: Package): readonly string[] =>
  agenda.issues.map(({ id }) => id).filter((id) => one[id] !== other[id])

const placesOf = (agenda: Agenda, chosen: Package): readonly Place[] =>
  agenda.issues.flatMap(({ id, options }) => options.find((option) => option.id === chosen[id])?.closes ?? [])

/** The clauses in which a package takes other alternatives of open brackets than another package does. */
export const clausesChanged = (
  agenda: Agenda,
  clauses: Clauses,
  from: Package,
  to: Package,
): readonly string[] => {
  const before = new Set(placesOf(agenda, from).map(({ alternative }) => alternative))
  const changed = placesOf(agenda, to).filter(({ alternative }) => !before.has(alternative))
  return [...new Set(changed.map(({ clause }) => clause))].filter((clause) => clauses.has(clause))
}
