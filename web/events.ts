/** What the server tells while a page is open: that a room has grown, and that the reader has left. Nothing else. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RoomEvent } from '#contract/acts.ts'
import type { ProcessView } from '#contract/parties.ts'
import { refresh } from './refreshing.ts'

/**
 * Marks as out of date what the reader's screen shows of a room. `table`: whether the members at the table, too, may be
 * others now; the whole table read by everybody after each act would keep them all from reading the text.
 */
export const refreshRoom = async (
  client: QueryClient,
  process: string,
  room: string,
  table = true,
): Promise<void> => {
  const view = client.getQueryData<ProcessView>(['process', process, 'itself'])
  const kind = view?.rooms.find((each) => each.id === room)?.kind
  const holdsCards = kind === undefined || kind === 'plenary' || kind === 'caucus' || kind === 'gallery'
  await Promise.all([
    refresh(client, ['process', process, 'room', room]),
    // A proposal in a channel is shown beside the common text, and a text asks only for what has changed.
    refresh(client, ['process', process, 'text']),
    refresh(client, ['process', process, 'table']),
    refresh(client, ['process', process, 'desk']),
    refresh(client, ['process', process, 'leadership']),
    refresh(client, ['process', process, 'bargaining']),
    refresh(client, ['process', process, 'commitments']),
    refresh(client, ['process', process, 'background']),
    refresh(client, ['process', process, 'confidence']),
    refresh(client, ['process', process, 'symmetry']),
    refresh(client, ['process', process, 'standing']),
    refresh(client, ['process', process, 'meetings']),
    table && holdsCards ? refresh(client, ['process', process, 'itself']) : undefined,
  ])
}

const eventOf = (event: Event): RoomEvent | undefined => {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as RoomEvent
  } catch {
    return undefined
  }
}

/** Listens while the process is open; `left` is called when the server says that the session has ended. */
export const useEvents = (process: string, left: () => void): void => {
  const client = useQueryClient()
  useEffect(() => {
    const stream = new EventSource(`/api/processes/${process}/events`)
    let opened = false
    const heard = (event: Event) => {
      const told = eventOf(event)
      if (told?.room) void refreshRoom(client, process, told.room, told.table === true)
    }
    stream.addEventListener('open', () => {
      // After a break something may have been missed.
      if (opened) void client.invalidateQueries({ queryKey: ['process', process] })
      opened = true
    })
    stream.addEventListener('message', heard)
    stream.addEventListener('room', heard)
    stream.addEventListener('left', left)
    return () => stream.close()
  }, [client, process, left])
}
