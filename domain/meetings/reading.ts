/** A reader's meetings as a timetable: only what was read is on it, and what was called off takes nobody's time. */
import type { Process } from '#domain/parties/process.ts'
import type { Arrangements } from './arrangements.ts'
import { type Timetable, timetableOf } from './conflicts.ts'
import type { Session } from './session.ts'
import { timedSession } from './timed-session.ts'

/** What a reader has read: the arrangements, and the sessions of the rooms in which they sit. */
export interface Read {
  readonly arrangements: { readonly state: Arrangements }
  readonly sessions: readonly {
    readonly room: string
    readonly object: string
    readonly state: Session
  }[]
}

/** The reader's timetable. Ids of sessions are UUIDs and unique among the rooms of one reader. */
export const timetableIn = ({ arrangements, sessions }: Read, process: Pick<Process, 'seats'>): Timetable =>
  timetableOf(
    arrangements.state,
    sessions
      .filter(({ state }) => !state.cancelled)
      .map(({ object, state }) => timedSession(object, state, process)),
  )

/** The session time that each party was offered with the mediator alone, in minutes, and whether it is even enough. */
export interface TimeParity {
  readonly counts: readonly { readonly party: string; readonly minutes: number }[]
  readonly isEven: boolean
}

/**
 * Parity of session time between two moments (ISO 8601, the second excluded): the sessions of the channels that begin
 * between them and stand. Undefined for a reader who does not sit in the channels of all parties and cannot compare.
 */
export const timeParity = (
  { arrangements, sessions }: Read,
  { parties }: Pick<Process, 'parties'>,
  channels: ReadonlyMap<string, string>,
  from: string,
  until: string,
): TimeParity | undefined => {
  const known = [...channels.values()]
  if (parties.length < 2 || parties.some(({ key }) => !known.includes(key))) return undefined
  const counts = parties.map(({ key }) => ({
    party: key,
    minutes: sessions
      .filter(({ room, state }) => channels.get(room) === key && !state.cancelled)
      .filter(({ state }) => from <= state.begin && state.begin < until)
      .reduce((all, { state }) => all + (Date.parse(state.end) - Date.parse(state.begin)) / 60_000, 0),
  }))
  const minutes = counts.map((each) => each.minutes)
  return {
    counts,
    isEven: Math.max(...minutes) - Math.min(...minutes) <= arrangements.state.parityMinutes,
  }
}
