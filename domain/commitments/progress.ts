/** A list of stipulations as a whole: its order in time, its scores for each theme and side, and how they have moved. */
import { type Aggregate, aggregateOf } from './scores/aggregate.ts'
import { dayNumber, dayOf } from './sequence/calendar.ts'
import { levelOn, type Stipulated } from './stipulated.ts'
import type { Stipulation, Term } from './stipulation.ts'
import { namedIn, type Terms, type Theme } from './terms.ts'

/** What is needed of one stipulation of the list. */
export interface Listed extends Pick<Stipulated, 'codings' | 'inForce'> {
  readonly object: string
  readonly number?: string | null
  readonly terms: Pick<Terms, 'name' | 'bound' | 'begins' | 'due' | 'conditions' | 'openConditions' | 'theme'>
}

/** A stipulation that names another one that is not on the list any more. */
export interface Lost {
  readonly object: string
  readonly names: string
}

/** What a list names and does not hold: the other stipulation was withdrawn, or is on another list. */
export const lostIn = (list: readonly Listed[]): readonly Lost[] => {
  const known = new Set(list.map(({ object }) => object))
  return list.flatMap(({ object, terms }) =>
    namedIn(terms)
      .filter((names) => !known.has(names))
      .map((names) => ({ object, names })),
  )
}

const countedFrom = (term: Term): string | undefined =>
  term.kind === 'after' && term.from !== 'force' ? term.from.stipulation : undefined

/** A term as a day where the entry into force it is counted from is known; none where it is counted from what is lost. */
const settled = <T extends Term>(term: T, from: string | undefined, known: ReadonlySet<string>): T | Term => {
  const other = countedFrom(term)
  if (other !== undefined) return known.has(other) ? term : { kind: 'none' }
  const begins = term.kind === 'after' && from !== undefined ? dayNumber(from) : null
  const date = begins === null || term.kind !== 'after' ? null : dayOf(begins + term.days)
  return date === null ? term : { kind: 'date', date }
}

/**
 * The list as `sequence/` reads it. Terms counted from the entry into force are days where one is known, as not
 * everything need enter into force at once; what names a stipulation that is lost is left out, see `lostIn`.
 */
export const inOrder = (list: readonly Listed[]): readonly Stipulation[] => {
  const known = new Set(list.map(({ object }) => object))
  return list.map(({ object, number, terms, inForce }) => {
    const { name, bound, begins, due, conditions, openConditions } = terms
    const begun = begins && settled(begins, inForce?.from, known)
    return {
      ...{ id: object, name, bound, due: settled(due, inForce?.from, known) },
      conditions: conditions.filter(({ of }) => known.has(of.stipulation)),
      ...(number ? { clause: number } : {}),
      ...(begun && begun.kind !== 'standing' ? { begins: begun } : {}),
      ...(openConditions ? { openConditions } : {}),
    }
  })
}

/** The first day (`YYYY-MM-DD`) on which anything of a list is in force; undefined before that. */
export const firstForce = (list: readonly Listed[]): string | undefined =>
  list.flatMap(({ inForce }) => (inForce ? [inForce.from] : [])).sort()[0]

/** What is scored: everything, one theme, or what binds one party. */
export interface Part {
  readonly theme?: Theme
  readonly party?: string
}

/**
 * The aggregate of the obligations in force on a day (`YYYY-MM-DD`), by the arithmetic of the Peace Accords Matrix: each
 * obligation is a slot, present when it is coded. So `lenient` counts what is coded, and `strict` what is owed.
 */
export const scoreOn = (list: readonly Listed[], day: string, part: Part = {}): Aggregate =>
  aggregateOf(
    list
      .filter(({ inForce }) => inForce !== undefined && inForce.from <= day)
      .filter(({ terms }) => part.theme === undefined || terms.theme === part.theme)
      .filter(({ terms }) => part.party === undefined || terms.bound.includes(part.party))
      .map((each) => levelOn(each, day))
      .map((level) => ({ present: level !== null, level })),
  )

/** The days on which the score of a list can have changed, in order: entries into force and levels. */
export const daysOfChange = (list: readonly Listed[]): readonly string[] =>
  [
    ...new Set(
      list.flatMap(({ inForce, codings }) => [
        ...(inForce ? [inForce.from] : []),
        ...codings.map(({ asOf }) => asOf),
      ]),
    ),
  ].sort()
