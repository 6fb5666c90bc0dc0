/** What waits on a member, in whatever part of the talks: computed from what the member may read anyway. */
import type { Kept } from '#domain/record/rule.ts'
import { mayPerform } from './access.ts'
import type { Member } from './member.ts'
import { type Process, type Room, seatOf } from './process.ts'

/** Who asks, and when. */
export interface Asker {
  readonly process: Process
  readonly member: Member
  /** The moment of asking, in ISO 8601. */
  readonly at: string
}

/** Who asks, with the rooms that they sit in. */
export interface Reader extends Asker {
  readonly rooms: readonly Room[]
}

/** One thing that waits, and why. */
export interface Waits<Why extends string> {
  readonly why: Why
  readonly room: string
  readonly kind: string
  readonly object: string
  /** Since when, in ISO 8601. */
  readonly at: string
}

/** Whether the member may do this act in this room at the moment of asking. */
export const mayAct = ({ process, member, at }: Asker, act: string, room: Room | undefined): boolean => {
  const seat = seatOf(process, member.seat)
  return room !== undefined && seat !== undefined && mayPerform(member, seat.kind, act, room, at).ok
}

/** The object as one thing that waits since `at`. */
export const waits = <Why extends string>(
  why: Why,
  { room, kind, object }: Pick<Kept, 'room' | 'kind' | 'object'>,
  at: string,
): Waits<Why> => ({ why, room, kind, object, at })

/** The longest waiting comes first. */
export const oldestFirst = <T extends { readonly at: string }>(waiting: readonly T[]): readonly T[] =>
  waiting.toSorted((one, other) => (one.at < other.at ? -1 : 1))

/**
 * What waits for the word of the reader's party and the reader may answer, oldest first. `acts` names for each reason the act
 * that answers it; `found` tells what lies open for this party. Who sits for no party has nothing that waits.
 */
export const waitsForParty = <Why extends string>(
  reader: Reader,
  acts: Readonly<Record<Why, string>>,
  found: (party: string) => readonly Waits<Why>[],
): readonly Waits<Why>[] => {
  const party = seatOf(reader.process, reader.member.seat)?.party
  if (party === undefined) return []
  const roomOf = (id: string): Room | undefined => reader.rooms.find((room) => room.id === id)
  return oldestFirst(found(party).filter(({ why, room }) => mayAct(reader, acts[why], roomOf(room))))
}
