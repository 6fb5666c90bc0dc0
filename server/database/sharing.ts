/** One question to the database for all who ask the same at about the same time. */
import type pg from 'pg'

interface UnderWay {
  readonly now: Promise<unknown>
  /** The question after this one, for all who have come meanwhile. */
  next: Promise<unknown> | undefined
}

const pools = new WeakMap<pg.Pool, Map<string, UnderWay>>()

/**
 * Asks under this pool's own role, and shares the answer with all who ask the same under the same pool: never with
 * another seat. Whoever comes while a question is on its way waits for one more after it, so that an answer is never
 * older than the asking. The key must name everything that the question depends on.
 */
export const shared = <T>(pool: pg.Pool, key: string, ask: () => Promise<T>): Promise<T> => {
  const all = pools.get(pool) ?? new Map<string, UnderWay>()
  pools.set(pool, all)
  const begin = (): Promise<T> => {
    const now = ask()
    const mine: UnderWay = { now, next: undefined }
    all.set(key, mine)
    const over = (): void => {
      if (!mine.next && all.get(key) === mine) all.delete(key)
    }
    now.then(over, over)
    return now
  }
  const underWay = all.get(key)
  if (!underWay) return begin()
  underWay.next ??= underWay.now.then(begin, begin)
  return underWay.next as Promise<T>
}

const isWaiting = (pool: pg.Pool, key: string): boolean => pools.get(pool)?.get(key)?.next !== undefined

interface Gathering<T> {
  readonly ids: Set<string>
  readonly answer: Promise<ReadonlyMap<string, T>>
}

const gatherings = new WeakMap<pg.Pool, Map<string, Gathering<unknown>>>()

/**
 * Asks after one of many things of a kind, such as a member's card, together with all who ask after others meanwhile:
 * while one question is on its way, the next one gathers. The answer is never older than the asking.
 */
export const gathered = async <T>(
  pool: pg.Pool,
  key: string,
  id: string,
  ask: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<T | undefined> => {
  const all = gatherings.get(pool) ?? new Map<string, Gathering<unknown>>()
  gatherings.set(pool, all)
  const open = all.get(key) as Gathering<T> | undefined
  if (open) {
    open.ids.add(id)
    return (await open.answer).get(id)
  }
  const ids = new Set([id])
  const answer = shared(pool, key, () => {
    all.delete(key)
    return ask([...ids])
  })
  // Already asked when nothing was on its way; otherwise it gathers until the question before it is answered.
  if (isWaiting(pool, key)) all.set(key, { ids, answer })
  return (await answer).get(id)
}
