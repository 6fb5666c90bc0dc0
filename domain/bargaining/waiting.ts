/** What the mediator has put to a party and what waits for its word: computed from what the member may read anyway. */
import { mayPerform } from '#domain/parties/access.ts'
import type { Member } from '#domain/parties/member.ts'
import { type Process, partyOf, type Room, seatOf } from '#domain/parties/process.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Ballot } from './ballot.ts'
import type { Received } from './suggestion.ts'

/** What lies in the channels and the caucus of the reader. */
export interface Put {
  readonly ballots: readonly Kept<Ballot>[]
  readonly suggestions: readonly Kept<Received>[]
  /** The ballots that the reader's own party has answered, by id. */
  readonly answered: ReadonlySet<string>
}

/** One thing that waits for an answer. */
export interface Unanswered {
  readonly why: 'ballot' | 'suggestion'
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly at: string
}

interface Reader {
  readonly process: Process
  readonly member: Member
  readonly at: string
  readonly rooms: readonly Room[]
}

const may = ({ process, member, at }: Reader, act: string, room: Room | undefined): boolean => {
  const seat = seatOf(process, member.seat)
  return room !== undefined && seat !== undefined && mayPerform(member, seat.kind, act, room, at).ok
}

/** Ballots that the reader may answer at home and suggestions that the reader may answer in the channel, oldest first. */
export const unansweredFor = (reader: Reader, put: Put): readonly Unanswered[] => {
  const roomOf = (id: string): Room | undefined => reader.rooms.find((room) => room.id === id)
  const homeOf = (channel: Room | undefined): Room | undefined => {
    const party = channel && partyOf(reader.process, channel)
    return reader.rooms.find(
      (room) => room.kind === 'caucus' && partyOf(reader.process, room)?.key === party?.key,
    )
  }
  const line = (
    why: Unanswered['why'],
    { room, kind, object, state }: Kept<{ readonly at: string }>,
  ): Unanswered => ({
    why,
    room,
    kind,
    object,
    at: state.at,
  })
  const ballots = put.ballots.filter(
    ({ room, object, state }) =>
      state.standing === 'open' &&
      !put.answered.has(object) &&
      may(reader, 'answer.give', homeOf(roomOf(room))),
  )
  const suggestions = put.suggestions.filter(
    ({ room, state }) => !state.answered && may(reader, 'suggestion.answer', roomOf(room)),
  )
  return [
    ...ballots.map((kept) => line('ballot', kept)),
    ...suggestions.map((kept) => line('suggestion', kept)),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
}
