/** Acts that are finished and wait for a connection: kept like drafts, sent each once, and gone when the reader leaves. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ActDone, PostedAct } from '#contract/acts.ts'
import { post, Refused } from './api.ts'
import { heardDrafts, keepDraft, keptDraft } from './drafts.ts'
import { refreshRoom } from './events.ts'
import { useProcess } from './process.tsx'
import { keepReceipt } from './receipts.ts'

/** An act with the ids that it is sent under, again and again until it is answered: so it is done once. */
export interface WaitingAct {
  readonly act: PostedAct
  /** When the reader was done with it. */
  readonly at: string
  /** What was written in the form, to be put back into it. */
  readonly form: string
  /** Why it was not taken. */
  readonly refusal?: Pick<Refused, 'status' | 'code' | 'facts'>
}

/** How it went: done; kept, and waiting for an answer; not even kept, as a browser without a store keeps nothing; refused. */
export type Sent = 'done' | 'waiting' | 'unkept' | Refused

const isWaitingAct = (value: unknown): value is WaitingAct => {
  const { act, at, form } = (value ?? {}) as Partial<Record<keyof WaitingAct, unknown>>
  return typeof act === 'object' && act !== null && typeof at === 'string' && typeof form === 'string'
}

/** What a store holds, oldest first; anything that is no waiting act is passed over. */
export const waitingIn = (kept: string): readonly WaitingAct[] => {
  try {
    const read: unknown = kept === '' ? [] : JSON.parse(kept)
    return Array.isArray(read) ? read.filter(isWaitingAct) : []
  } catch {
    return []
  }
}

/** Whether an answer is about the act itself. A session that ended and a door that is too busy say nothing of it. */
const isAboutAct = ({ status }: Refused): boolean =>
  status < 500 && status !== 401 && status !== 408 && status !== 429

/** What the acts wait in. */
export interface Store {
  readonly read: () => readonly WaitingAct[]
  readonly write: (waiting: readonly WaitingAct[]) => void
}

const without = (store: Store, id: string): readonly WaitingAct[] =>
  store.read().filter(({ act }) => act.id !== id)

/**
 * Sends what waits, oldest first and one after the other, until one gets no answer. What is done is taken out before the
 * next is sent; what is refused stays with its refusal, and is not sent again by itself.
 */
export const sendWaiting = async (
  store: Store,
  send: (act: PostedAct) => Promise<ActDone>,
  done: (act: ActDone) => void,
): Promise<void> => {
  const tried = new Set<string>()
  for (;;) {
    const next = store.read().find(({ act, refusal }) => !refusal && !tried.has(act.id))
    if (!next) return
    tried.add(next.act.id)
    try {
      const answer = await send(next.act)
      store.write(without(store, next.act.id))
      done(answer)
    } catch (trouble) {
      if (!(trouble instanceof Refused) || !isAboutAct(trouble)) return
      const { status, code, facts } = trouble
      const refused = { ...next, refusal: { status, code, facts } }
      store.write(store.read().map((each) => (each.act.id === next.act.id ? refused : each)))
    }
  }
}

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
