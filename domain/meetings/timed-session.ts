/** A session as the search for conflicts sees it: moments as numbers, people as ids, parties instead of seats. */
import type { Language } from '#domain/parties/localised.ts'
import { type Process, seatOf } from '#domain/parties/process.ts'
import type { Interpreter, SessionPlan } from './session.ts'

/** A party comes by an entrance at a moment. */
export interface Coming {
  readonly party: string
  readonly entrance: string
  readonly at: number
}

/** A session with its moments in milliseconds since 1970 (UTC). `id` is unique among those that are looked at together. */
export interface TimedSession {
  readonly id: string
  readonly begin: number
  readonly end: number
  readonly venue: string | null
  /** Everybody who is wanted there, interpreters included, each once. */
  readonly people: readonly string[]
  readonly comings: readonly Coming[]
  readonly languages: readonly Language[]
  readonly interpreters: readonly Interpreter[]
  /** To whom a venue may be allotted in which it meets; undefined where nobody asks: it is over, or its room is not known. */
  readonly venuesOf?: readonly string[] | undefined
}

/** The session so; only parties are kept apart at an entrance, so that other seats' arrivals are left out. */
export const timedSession = (
  id: string,
  plan: SessionPlan,
  process: Pick<Process, 'seats'>,
  venuesOf?: readonly string[] | undefined,
): TimedSession => ({
  id,
  begin: Date.parse(plan.begin),
  end: Date.parse(plan.end),
  venue: plan.venue,
  people: [...new Set([...plan.attends, ...plan.interpreters.map(({ member }) => member)])],
  comings: plan.arrivals.flatMap(({ seat, entrance, at }) => {
    const party = seatOf(process, seat)?.party
    return party === undefined ? [] : [{ party, entrance, at: Date.parse(at) }]
  }),
  languages: plan.languages,
  interpreters: plan.interpreters,
  venuesOf,
})
