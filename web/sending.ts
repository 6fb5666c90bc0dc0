/** Acts that wait for a connection: what of a store is one, and how they are sent, each once. */
import type { ActDone, PostedAct } from '#contract/acts.ts'
import { Refused } from './api.ts'

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

/** What waits without the act of this id. */
export const without = (store: Store, id: string): readonly WaitingAct[] =>
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
