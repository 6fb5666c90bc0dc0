/** What of the background and of confidence waits for a party's word: computed from what the member may read anyway. */
import type { BackgroundEvent } from '#domain/background/event.ts'
import { mayPerform } from '#domain/parties/access.ts'
import type { Member } from '#domain/parties/member.ts'
import { type Process, type Room, seatOf } from '#domain/parties/process.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Measure } from './measure.ts'

/** What lies in the plenary and is not agreed by all. */
export interface Proposed {
  readonly events: readonly Kept<Pick<BackgroundEvent, 'proposed' | 'withdrawnAt'>>[]
  readonly measures: readonly Kept<Measure>[]
}

/** One thing that waits: a line of facts, or a confidence-building measure. */
export interface Awaited {
  readonly why: 'facts' | 'measure'
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

const acts = { facts: 'event.accept-facts', measure: 'measure.accept' } as const

/** What this member may accept for their party, oldest first. */
export const awaitedFrom = (reader: Reader, { events, measures }: Proposed): readonly Awaited[] => {
  const { process, member, at, rooms } = reader
  const seat = seatOf(process, member.seat)
  const party = seat?.party
  if (!seat || party === undefined) return []
  const may = ({ why, room }: Awaited): boolean => {
    const found = rooms.find(({ id }) => id === room)
    return found !== undefined && mayPerform(member, seat.kind, acts[why], found, at).ok
  }
  const facts = events.flatMap(({ room, kind, object, state: { proposed, withdrawnAt } }): Awaited[] =>
    proposed && withdrawnAt === undefined && !proposed.accepted.includes(party)
      ? [{ why: 'facts', room, kind, object, at: proposed.at }]
      : [],
  )
  const waiting = measures.flatMap(({ room, kind, object, state }): Awaited[] => {
    const isOpen = state.agreed === undefined && state.ended === undefined && state.due >= at.slice(0, 10)
    return isOpen && !state.accepted.some((each) => each.party === party)
      ? [{ why: 'measure', room, kind, object, at: state.at }]
      : []
  })
  return [...facts, ...waiting].filter(may).sort((a, b) => (a.at < b.at ? -1 : 1))
}
