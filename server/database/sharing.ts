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
