/** Acts that are finished and wait for a connection: kept like drafts, sent each once, and gone when the reader leaves. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ActDone, PostedAct } from '#contract/acts.ts'
import { post, Refused } from './api.ts'
import { heardDrafts, keepDraft, keptDraft } from './drafts.ts'
import { refreshRoom } from './events.ts'
import { useProcess } from './process.tsx'
import { keepReceipt } from './receipts.ts'
import { type Store, sendWaiting, type WaitingAct, waitingIn, without } from './sending.ts'

/** How it went: done; kept, and waiting for an answer; not even kept, as a browser without a store keeps nothing; refused. */
export type Sent = 'done' | 'waiting' | 'unkept' | Refused

const keyOf = (process: string, member: string): string => `${process}/${member}/waiting`

const storeOf = (key: string): Store => ({
  read: () => waitingIn(keptDraft(key)),
  write: (waiting) => keepDraft(key, waiting.length === 0 ? '' : JSON.stringify(waiting)),
})

const underWay = new Map<string, Promise<void>>()

/** One sending at a time; who asks meanwhile waits for one more after it. */
const inTurn = (key: string, send: () => Promise<void>): Promise<void> => {
  const next = (underWay.get(key) ?? Promise.resolve()).then(send)
  underWay.set(key, next)
  return next
}

/** What waits, and what can be done with it. */
export interface Waiting {
  readonly acts: readonly WaitingAct[]
  /** Keeps an act and tries to send it at once. */
  readonly hand: (waiting: WaitingAct) => Promise<Sent>
  /** Takes an act out of what waits: it is not sent any more. */
  readonly drop: (id: string) => void
  readonly send: () => Promise<void>
}

/** The acts of this member that wait in this tab. */
export const useWaiting = (): Waiting => {
  const { id: process, me } = useProcess()
  const client = useQueryClient()
  const key = keyOf(process, me.id)
  const kept = useSyncExternalStore(
    heardDrafts,
    useCallback(() => keptDraft(key), [key]),
  )
  const send = useCallback(() => {
    const store = storeOf(key)
    const toDoor = (act: PostedAct) => post<ActDone>(`/processes/${process}/acts`, act)
    const note = (done: ActDone) => {
      keepReceipt(me.id, done)
      void refreshRoom(client, process, done.room)
    }
    return inTurn(key, () => sendWaiting(store, toDoor, note))
  }, [client, process, me.id, key])
  const drop = useCallback((id: string) => storeOf(key).write(without(storeOf(key), id)), [key])
  const hand = useCallback(
    async (waiting: WaitingAct): Promise<Sent> => {
      const store = storeOf(key)
      store.write([...store.read(), waiting])
      if (!store.read().some(({ act }) => act.id === waiting.act.id)) return 'unkept'
      if (navigator.onLine) await send()
      const left = store.read().find(({ act }) => act.id === waiting.act.id)
      if (!left) return 'done'
      if (!left.refusal) return 'waiting'
      // Said at once, where the reader still has the form: it need not wait.
      drop(waiting.act.id)
      return new Refused(left.refusal.status, left.refusal.code, left.refusal.facts)
    },
    [key, send, drop],
  )
  return { acts: waitingIn(kept), hand, drop, send }
}

/** How often it is tried while something waits, in milliseconds: a browser does not always know that it is online again. */
const patience = 20_000

/** Sends what waits when the connection is back, from whatever page the reader is on. */
export const useSending = ({ acts, send }: Waiting): void => {
  const waits = acts.some(({ refusal }) => !refusal)
  useEffect(() => {
    if (!waits) return
    const attempt = () => {
      if (navigator.onLine) void send()
    }
    attempt()
    const timer = setInterval(attempt, patience)
    addEventListener('online', attempt)
    return () => {
      clearInterval(timer)
      removeEventListener('online', attempt)
    }
  }, [waits, send])
}
