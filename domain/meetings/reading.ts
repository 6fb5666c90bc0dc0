/** A reader's meetings as a timetable: only what was read is on it, and what was called off takes nobody's time. */
import type { Process, Room } from '#domain/parties/process.ts'
import type { Arrangements } from './arrangements.ts'
import { type Timetable, timetableOf } from './conflicts.ts'
import { allotmentsOpenTo, type Session } from './session.ts'
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

/** When the reader read, and the rooms in which they sit: what the venues of sessions are compared with. */
export interface Reader {
  readonly at: string
  readonly rooms: readonly Pick<Room, 'id' | 'seats'>[]
}

/** To whom a venue may be allotted that a session of this room can book; undefined for a room that is not the reader's. */
export const venuesOf = (
  room: string,
  { rooms }: Pick<Reader, 'rooms'>,
  { seats }: Pick<Process, 'seats'>,
): readonly string[] | undefined => {
  const found = rooms.find(({ id }) => id === room)
  return found && allotmentsOpenTo(found, seats.find(({ kind }) => kind === 'mediator')?.key ?? '')
}

/**
 * The reader's timetable. Ids of sessions are UUIDs and unique among the rooms of one reader. A venue that was allotted
 * anew concerns nobody whose session is over; without a reader, as in a file, nobody asks.
 */
export const timetableIn = (
  { arrangements, sessions }: Read,
  process: Pick<Process, 'seats'>,
  reader?: Reader,
): Timetable =>
  timetableOf(
    arrangements.state,
    sessions
      .filter(({ state }) => !state.cancelled)
      .map(({ room, object, state }) => {
        const isAhead = reader !== undefined && state.end > reader.at
        return timedSession(object, state, process, isAhead ? venuesOf(room, reader, process) : undefined)
      }),
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
