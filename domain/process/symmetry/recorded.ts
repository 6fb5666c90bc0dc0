/** What the symmetry of a process is worked out from: its parties, the rooms they share with the mediator, and the acts there. */

import type { Process, Room } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { isShared } from './rooms.ts'

/** The record as far as one seat reads it, up to a moment (ISO 8601, UTC). */
export interface Recorded {
  readonly process: Pick<Process, 'languages' | 'parties' | 'seats'>
  readonly rooms: readonly Room[]
  readonly acts: readonly Act[]
  readonly at: string
}

/** The acts of the rooms that one party shares with the mediator, found by their kind and by what they are about. */
export interface PartyRecord {
  readonly party: string
  readonly languages: readonly string[]
  readonly rooms: readonly Room[]
  readonly at: string
  /** Acts of this kind, oldest first; in the channel, at the table, or in both. */
  readonly of: (kind: string, where?: Where) => readonly Act[]
  /** The acts of these kinds on the object of that act, oldest first. */
  readonly on: (act: Pick<Act, 'room' | 'object'>, ...kinds: readonly string[]) => readonly Act[]
  /** Whether an act was done by a seat of the party. A non-paper was done by nobody. */
  readonly isOwn: (act: Act) => boolean
}

/** In the channel, or in a room with others: the plenary or a working group. */
export type Where = 'channel' | 'table'

const whereIs = (room: Room | undefined): Where => (room?.kind === 'channel' ? 'channel' : 'table')

/** Acts by kind, and by what they are about; each list in the order in which the acts were given. */
const indexed = (acts: readonly Act[], key: (act: Act) => string): ReadonlyMap<string, readonly Act[]> => {
  const found = new Map<string, Act[]>()
  for (const act of acts) {
    const there = found.get(key(act))
    if (there) there.push(act)
    else found.set(key(act), [act])
  }
  return found
}

/** The part of the record that bears on one party: nothing in it comes from a room in which the party does not sit. */
export const partyRecord = (recorded: Recorded, party: string): PartyRecord => {
  const { process, at } = recorded
  const seats = new Set(process.seats.flatMap((seat) => (seat.party === party ? [seat.key] : [])))
  const rooms = recorded.rooms.filter((room) => isShared(room) && room.seats.some((key) => seats.has(key)))
  const known = new Map(rooms.map((room) => [room.id, room]))
  const acts = recorded.acts.filter((act) => known.has(act.room) && act.at <= at)
  const byKind = indexed(acts, ({ kind }) => kind)
  const byObject = indexed(acts, ({ room, object }) => `${room}/${object}`)
  return {
    ...{ party, rooms, at, languages: process.languages },
    of: (kind, where) =>
      (byKind.get(kind) ?? []).filter(
        ({ room }) => where === undefined || whereIs(known.get(room)) === where,
      ),
    on: ({ room, object }, ...kinds) =>
      (byObject.get(`${room}/${object}`) ?? []).filter(({ kind }) => kinds.includes(kind)),
    isOwn: ({ by }) => by !== null && seats.has(by.seat),
  }
}
