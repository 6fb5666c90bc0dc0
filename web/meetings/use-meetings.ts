/** Reading meetings: the sessions of the reader's rooms as a timetable, with what does not go together on it. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MeetingsAsked, MeetingsView } from '#contract/meetings-views.ts'
import type { Timetable } from '#domain/meetings/conflicts.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { timetableIn } from '#domain/meetings/reading.ts'
import { alternat, partyOf, type Room } from '#domain/parties/process.ts'
import { useProcess } from '../process.tsx'
import { meetingsQuery } from '../queries.ts'

/** A session as it was read. */
export type ReadSession = MeetingsView['sessions'][number]

/** What the reader may read of the meetings of these weeks; of this week where none are asked for. */
export const useMeetings = (asked: MeetingsAsked = {}): UseQueryResult<MeetingsView, Error> =>
  useQuery(meetingsQuery(useProcess().id, asked))

/** The reader's timetable. */
export const useTimetable = (view: MeetingsView): Timetable => {
  const { process, rooms } = useProcess()
  return useMemo(() => timetableIn(view, process, { at: view.at, rooms }), [view, process, rooms])
}

/** The sessions that begin on one of these days by the clocks of the talks, in order of time. */
export const sessionsOn = (view: MeetingsView, days: readonly string[]): readonly ReadSession[] => {
  const { timeZone } = view.arrangements.state
  return view.sessions
    .filter(({ state }) => days.includes(localTime(timeZone, Date.parse(state.begin)).day))
    .toSorted((a, b) => (a.state.begin < b.state.begin ? -1 : a.state.begin > b.state.begin ? 1 : 0))
}

/** The channels in which the reader sits, by room, with the party of each. */
export const useChannels = (): ReadonlyMap<string, string> => {
  const { rooms, process } = useProcess()
  return useMemo(
    () =>
      new Map(
        rooms.flatMap((room) => {
          const party = room.kind === 'channel' ? partyOf(process, room)?.key : undefined
          return party === undefined ? [] : [[room.id, party] as const]
        }),
      ),
    [rooms, process],
  )
}

/** The seats of a room as the reader sees them: their own side first, for everybody else by the alternat of the day. */
export const useSeatsOf = (room: Pick<Room, 'seats'> | undefined): readonly string[] => {
  const { process, me, at } = useProcess()
  return useMemo(() => {
    const seats = process.seats.filter(({ key }) => room?.seats.includes(key))
    const parties = alternat(process, me.seat, at).flatMap(({ key }) =>
      seats.filter(({ party }) => party === key),
    )
    return [...parties, ...seats.filter(({ party }) => party === undefined)].map(({ key }) => key)
  }, [process, me.seat, at, room])
}
