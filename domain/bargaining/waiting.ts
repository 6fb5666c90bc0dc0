/** What the mediator has put to a party and what waits for its word: computed from what the member may read anyway. */
import { partyOf, type Room } from '#domain/parties/process.ts'
import { mayAct, oldestFirst, type Reader, type Waits, waits } from '#domain/parties/waiting.ts'
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
export type Unanswered = Waits<'ballot' | 'suggestion'>

/** Ballots that the reader may answer at home and suggestions that the reader may answer in the channel, oldest first. */
export const unansweredFor = (reader: Reader, put: Put): readonly Unanswered[] => {
  const roomOf = (id: string): Room | undefined => reader.rooms.find((room) => room.id === id)
  const homeOf = (channel: Room | undefined): Room | undefined => {
    const party = channel && partyOf(reader.process, channel)
    return reader.rooms.find(
      (room) => room.kind === 'caucus' && partyOf(reader.process, room)?.key === party?.key,
    )
  }
  const ballots = put.ballots.filter(
    ({ room, object, state }) =>
      state.standing === 'open' &&
      !put.answered.has(object) &&
      mayAct(reader, 'answer.give', homeOf(roomOf(room))),
  )
  const suggestions = put.suggestions.filter(
    ({ room, state }) => !state.answered && mayAct(reader, 'suggestion.answer', roomOf(room)),
  )
  return oldestFirst([
    ...ballots.map((kept) => waits('ballot', kept, kept.state.at)),
    ...suggestions.map((kept) => waits('suggestion', kept, kept.state.at)),
  ])
}
