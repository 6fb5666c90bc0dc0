/** The room around an entry, and what the reader may do in it. */
import { createContext, useContext } from 'react'
import type { RoomView } from '#contract/rooms.ts'
import type { Reference } from '#domain/rooms/message.ts'

/** What the composer is asked to answer, or to be about. */
export interface Reply {
  readonly answers?: string | undefined
  readonly about?: Reference | undefined
}

interface InRoom {
  readonly view: RoomView
  /** Turns the composer to something; absent where there is no composer. */
  readonly reply?: (reply: Reply) => void
}

const Context = createContext<InRoom | null>(null)

export const RoomProvider = Context.Provider

/** The room in which an entry stands. */
export const useRoom = (): InRoom => {
  const found = useContext(Context)
  if (!found) throw new Error('no room around this entry')
  return found
}
