/** A stipulation on the table: drafted with the text, accepted by each party, in force with a version, then coded. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Quote } from './quote.ts'
import type { Level } from './scores/aggregate.ts'
import type { Terms } from './terms.ts'

/** What is entered: the words of the clause, and what follows from them. */
export interface EnterStipulation {
  readonly quote: Quote
  readonly terms: Terms
}

/** With which version, from which day (`YYYY-MM-DD`) and on which ground a stipulation binds. */
export interface InForce {
  readonly force: string
  readonly version: number
  readonly basis: 'entry-into-force' | 'provisional-application'
  readonly from: string
}

/** One implementation level, as the mission released it: `finding` is the released finding in the same room. */
export interface Coding {
  readonly finding: string
  readonly level: Level
  /** The day the level is of. */
  readonly asOf: string
  readonly at: string
}

/** A stipulation in a room. In force it is an obligation, and its terms do not change any more. */
export interface Stipulated extends EnterStipulation {
  readonly by: Actor
  readonly at: string
  /** The parties that accept these terms. */
  readonly accepted: readonly string[]
  readonly inForce?: InForce | undefined
  readonly codings: readonly Coding[]
  readonly withdrawnAt?: string | undefined
}

const open = (state: Stipulated): Outcome<Stipulated> => {
  if (state.withdrawnAt !== undefined) return refuse('stipulation.withdrawn')
  return state.inForce ? refuse('stipulation.in-force') : done(state)
}

/** A stipulation as it begins. */
export const enterStipulation = (entered: EnterStipulation, by: Actor, at: string): Stipulated => ({
  quote: entered.quote,
  terms: entered.terms,
  by,
  at,
  accepted: [],
  codings: [],
})

/** Other terms: whoever had accepted is asked again. */
export const changeStipulation = (
  state: Stipulated,
  entered: EnterStipulation,
  by: Actor,
  at: string,
): Outcome<Stipulated> => {
  const now = open(state)
  return now.ok ? done(enterStipulation(entered, by, at)) : now
}

/** Taken off the list; what was said of it stays in the record. */
export const withdrawStipulation = (state: Stipulated, at: string): Outcome<Stipulated> => {
  const now = open(state)
  return now.ok ? done({ ...now.value, withdrawnAt: at }) : now
}

/** A party accepts the terms as they stand. */
export const acceptStipulation = (state: Stipulated, party: string): Outcome<Stipulated> => {
  const now = open(state)
  if (!now.ok) return now
  return state.accepted.includes(party)
    ? refuse('stipulation.accepted-already')
    : done({ ...state, accepted: [...state.accepted, party] })
}

/** From now on it binds. */
export const bindStipulation = (state: Stipulated, inForce: InForce): Outcome<Stipulated> => {
  if (state.withdrawnAt !== undefined) return refuse('stipulation.withdrawn')
  // What was applied provisionally enters into force; what is in force stays so.
  if (state.inForce?.basis === 'entry-into-force') return refuse('stipulation.in-force')
  return done({ ...state, inForce })
}

/** A level that was released; of two for one day the later released one counts. */
export const codeStipulation = (state: Stipulated, coding: Coding): Outcome<Stipulated> => {
  if (!state.inForce) return refuse('finding.not-in-force')
  const codings = [...state.codings, coding].sort((a, b) =>
    a.asOf === b.asOf ? (a.at < b.at ? -1 : 1) : a.asOf < b.asOf ? -1 : 1,
  )
  return done({ ...state, codings })
}

/** The level on a day (`YYYY-MM-DD`), or null while nobody has coded it; without a day, the last one. */
export const levelOn = ({ codings }: Pick<Stipulated, 'codings'>, day?: string): Level | null =>
  codings.filter(({ asOf }) => day === undefined || asOf <= day).at(-1)?.level ?? null

/** The codings that lie below the one before: what had been done and was undone. */
export const reversalsOf = ({ codings }: Pick<Stipulated, 'codings'>): readonly Coding[] =>
  codings.filter((coding, i) => coding.level < (codings[i - 1]?.level ?? 0))
