/** A session: people of one room meet at a time and in a venue. It is an object of that room, so only who sits there knows of it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language, Localised } from '#domain/parties/localised.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Actor } from '#domain/record/act.ts'
import { common, type Venue } from './arrangements.ts'

/** When a delegation comes, and by which entrance. */
export interface Arrival {
  readonly seat: string
  readonly entrance: string
  readonly at: string
}

/** What is on the agenda of a session, with the papers of the room that it is about. */
export interface SessionItem {
  readonly title: Localised
  readonly papers: readonly string[]
}

/** An interpreter of a session, and the languages between which they work in it. */
export interface Interpreter {
  readonly member: string
  readonly languages: readonly Language[]
}

/** What `session.convene` and `session.change` say. Moments in UTC; `venue` is a key of the arrangements, null while none is fixed. */
export interface SessionPlan {
  readonly title: Localised
  readonly begin: string
  readonly end: string
  readonly venue: string | null
  /** The members who attend. */
  readonly attends: readonly string[]
  readonly arrivals: readonly Arrival[]
  readonly agenda: readonly SessionItem[]
  /** The languages spoken; interpretation is wanted when there are more than one. */
  readonly languages: readonly Language[]
  readonly interpreters: readonly Interpreter[]
}

/** A session as it stands. `changes` counts what was altered since it was convened: SEQUENCE of RFC 5545, 3.8.7.4. */
export interface Session extends SessionPlan {
  readonly by: Actor
  readonly at: string
  readonly changes: number
  readonly cancelled?:
    | { readonly by: Actor; readonly at: string; readonly words?: Localised | undefined }
    | undefined
}

/** The longest session, in minutes. */
export const longestSession = 720

/** How many days ahead a session can begin: two years. */
export const horizonDays = 731

/** How long a session is, in minutes. */
export const minutesOf = ({ begin, end }: Pick<SessionPlan, 'begin' | 'end'>): number =>
  (Date.parse(end) - Date.parse(begin)) / 60_000

/**
 * To whom a venue may be allotted that a session of this room can book. One seat reads every booking of a venue and sees
 * every clash: a common one is for rooms in which the mediator sits, a seat's own for rooms in which that seat sits.
 */
export const allotmentsOpenTo = ({ seats }: Pick<Room, 'seats'>, mediator: string): readonly string[] => [
  ...seats,
  ...(seats.includes(mediator) ? [common] : []),
]

/** Whether a venue can be booked for a session of this room. */
export const isOpenTo = (
  { allotted }: Pick<Venue, 'allotted'>,
  room: Pick<Room, 'seats'>,
  mediator: string,
): boolean => allotmentsOpenTo(room, mediator).includes(allotted)

const stands = (session: Session): Outcome<Session> =>
  session.cancelled ? refuse('session.cancelled') : done(session)

/** Puts another plan in the place of the one that stood; a session that was cancelled is convened anew, not changed. */
export const changeSession = (session: Session, plan: SessionPlan): Outcome<Session> => {
  const now = stands(session)
  return now.ok ? done({ ...session, ...plan, changes: session.changes + 1 }) : now
}

/** Calls the session off; it stays on the timetable of those who knew of it, as cancelled. */
export const cancelSession = (
  session: Session,
  cancelled: NonNullable<Session['cancelled']>,
): Outcome<Session> => {
  const now = stands(session)
  return now.ok ? done({ ...session, cancelled, changes: session.changes + 1 }) : now
}
