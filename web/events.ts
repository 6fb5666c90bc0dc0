/** What the server tells while a page is open: that a room has grown, and that the reader has left. Nothing else. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RoomEvent } from '#contract/acts.ts'
import type { ProcessView } from '#contract/parties.ts'

/** Marks as out of date what the reader's screen shows of a room. */
export const refreshRoom = async (client: QueryClient, process: string, room: string): Promise<void> => {
  const view = client.getQueryData<ProcessView>(['process', process, 'itself'])
  const kind = view?.rooms.find((each) => each.id === room)?.kind
  const holdsCards = kind === undefined || kind === 'plenary' || kind === 'caucus' || kind === 'gallery'
  await Promise.all([
    client.invalidateQueries({ queryKey: ['process', process, 'room', room] }),
    // A proposal in a channel is shown beside the common text, and a text asks only for what has changed.
    client.invalidateQueries({ queryKey: ['process', process, 'text'] }),
    client.invalidateQueries({ queryKey: ['process', process, 'table'] }),
    client.invalidateQueries({ queryKey: ['process', process, 'desk'] }),
    holdsCards ? client.invalidateQueries({ queryKey: ['process', process, 'itself'] }) : undefined,
  ])
}

const roomOf = (event: Event): string | undefined => {
  try {
    return (JSON.parse((event as MessageEvent<string>).data) as RoomEvent).room
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
      const room = roomOf(event)
      if (room) void refreshRoom(client, process, room)
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
