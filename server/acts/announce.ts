/** Live events: after an act is durable, every seat of its room is told how far the log is now, and nothing else. */
import type { RoomEvent } from '#contract/acts.ts'
import { isSame, type Whom } from '../seats.ts'

/** One open event stream. */
export interface Listener {
  readonly role: string
  readonly whom: Whom
  /** The token of the session it was opened with. */
  readonly session: string
  readonly rooms: ReadonlySet<string>
  /** Tells the member how far this room's log is now. */
  readonly tell: (event: RoomEvent) => void
  /** Ends the stream: the member has left or was removed. */
  readonly end: () => void
  /** Whether the seat has its quiet hours now; what other seats do waits until they are over. */
  readonly isQuiet: () => boolean
}

/** Where acts are announced and streams listen. */
export interface Announcer {
  /** With `ownOnly`, no other seat hears of it. */
  readonly announce: (event: RoomEvent, byRole: string, ownOnly?: boolean) => void
  readonly listen: (listener: Listener) => () => void
  readonly endMember: (whom: Whom) => void
  readonly countOf: (whom: Whom) => number
  readonly endSession: (session: string) => void
  readonly endAll: () => void
  /** Gives out what waited for the end of quiet hours. */
  readonly flush: () => void
}

/** Makes the place where acts are announced. Everything is in memory: a stream that breaks asks anew for what it may read. */
export const makeAnnouncer = (): Announcer => {
  const listeners = new Map<Listener, Map<string, RoomEvent>>()
  return {
    announce: (event, byRole, ownOnly = false) => {
      const { room } = event
      for (const [listener, held] of listeners) {
        if (!listener.rooms.has(room) || (ownOnly && listener.role !== byRole)) continue
        if (listener.role !== byRole && listener.isQuiet())
          held.set(room, held.get(room)?.table ? { ...event, table: true } : event)
        else listener.tell(event)
      }
    },
    listen: (listener) => {
      listeners.set(listener, new Map())
      return () => void listeners.delete(listener)
    },
    endMember: (whom) => {
      for (const listener of [...listeners.keys()]) if (isSame(listener.whom, whom)) listener.end()
    },
    endSession: (session) => {
      for (const listener of [...listeners.keys()]) if (listener.session === session) listener.end()
    },
    countOf: (whom) => [...listeners.keys()].filter((listener) => isSame(listener.whom, whom)).length,
    endAll: () => {
      for (const listener of [...listeners.keys()]) listener.end()
    },
    flush: () => {
      for (const [listener, held] of listeners) {
        if (held.size === 0 || listener.isQuiet()) continue
        for (const event of held.values()) listener.tell(event)
        held.clear()
      }
    },
  }
}
