/** A list of stipulations as a whole: its order in time, its scores for each theme and side, and how they have moved. */
import { type Aggregate, aggregateOf } from './scores/aggregate.ts'
import { levelOn, type Stipulated } from './stipulated.ts'
import type { Stipulation } from './stipulation.ts'
import type { Terms, Theme } from './terms.ts'

/** What is needed of one stipulation of the list. */
export interface Listed extends Pick<Stipulated, 'codings' | 'inForce'> {
  readonly object: string
  readonly number?: string | null
  readonly terms: Pick<Terms, 'name' | 'bound' | 'begins' | 'due' | 'conditions' | 'openConditions' | 'theme'>
}

/** The list as `sequence/` reads it. */
export const inOrder = (list: readonly Listed[]): readonly Stipulation[] =>
  list.map(({ object, number, terms }) => {
    const { name, bound, begins, due, conditions, openConditions } = terms
    return {
      ...{ id: object, name, bound, due, conditions },
      ...(number ? { clause: number } : {}),
      ...(begins ? { begins } : {}),
      ...(openConditions ? { openConditions } : {}),
    }
  })

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
