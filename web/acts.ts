/** Doing something: one act is posted, its receipt kept, its rooms are read again, and the reader is told how it went. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type { ActDone, ActKind, PostedAct } from '#contract/acts.ts'
import { post, Refused } from './api.ts'
import { refreshRoom } from './events.ts'
import { useProcess } from './process.tsx'
import { keepReceipt } from './receipts.ts'

/** An act before it has an id. Without `object` it opens a new one. */
export type AskedAct = {
  [K in ActKind]: {
    readonly kind: K
    readonly object?: string
    readonly base: number | null
    readonly payload: Extract<PostedAct, { kind: K }>['payload']
  }
}[ActKind]

/** How posting stands: at rest, under way, done, or in trouble. */
export interface Acting {
  readonly busy: boolean
  readonly trouble: Error | null
  readonly last: ActDone | null
  readonly act: (asked: AskedAct) => Promise<ActDone | null>
  readonly clear: () => void
}

let underWay = 0
const listeners = new Set<() => void>()
const count = (by: number): void => {
  underWay += by
  for (const heard of listeners) heard()
}
const listen = (heard: () => void): (() => void) => {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** Whether an act of the reader is under way, here or elsewhere on the page: what changes meanwhile may be its own doing. */
export const useIsActing = (): boolean => useSyncExternalStore(listen, () => underWay > 0)

/**
 * Posts acts to a room. After a network failure the same act keeps its ids, so that trying again cannot do it twice.
 * Resolves to null when it was not done; `trouble` then says why and nothing the reader typed is lost. It resolves when the
 * room has been read again; with `atOnce` as soon as it is done, for a form in which the reader goes on writing.
 */
export const useAct = (room: string, { atOnce = false } = {}): Acting => {
  const { id: process, me } = useProcess()
  const client = useQueryClient()
  const [state, setState] = useState<Pick<Acting, 'busy' | 'trouble' | 'last'>>({
    busy: false,
    trouble: null,
    last: null,
  })
  const unanswered = useRef<{ readonly asked: string; readonly id: string; readonly object: string } | null>(
    null,
  )

  const act = useCallback(
    async (asked: AskedAct): Promise<ActDone | null> => {
      const fingerprint = JSON.stringify([room, asked])
      const ids =
        unanswered.current?.asked === fingerprint
          ? unanswered.current
          : {
              asked: fingerprint,
              id: crypto.randomUUID(),
              object: asked.object ?? crypto.randomUUID(),
            }
      unanswered.current = ids
      setState({ busy: true, trouble: null, last: null })
      count(1)
      try {
        const done = await post<ActDone>(`/processes/${process}/acts`, {
          ...asked,
          id: ids.id,
          room,
          object: ids.object,
        })
        unanswered.current = null
        keepReceipt(me.id, done)
        const reading = refreshRoom(client, process, room)
        if (!atOnce) await reading
        setState({ busy: false, trouble: null, last: done })
        return done
      } catch (trouble) {
        if (trouble instanceof Refused && trouble.status < 500) {
          unanswered.current = null
          void refreshRoom(client, process, room)
        }
        setState({ busy: false, trouble: trouble as Error, last: null })
        return null
      } finally {
        // After whoever waits for the act has forgotten what was sent.
        setTimeout(() => count(-1))
      }
    },
    [client, process, room, me.id, atOnce],
  )
  const clear = useCallback(() => setState({ busy: false, trouble: null, last: null }), [])
  return { ...state, act, clear }
}
