/** Reading again what is on the screen: never twice at once, and never without the last that was told. */
import type { QueryClient } from '@tanstack/react-query'

interface UnderWay {
  /** The reading that is on its way. */
  readonly now: Promise<void>
  /** The one after it, for all who have asked meanwhile. */
  next: Promise<void> | undefined
}

const clients = new WeakMap<QueryClient, Map<string, UnderWay>>()

/**
 * Marks what stands under this key as out of date and reads again what of it is on the screen; kept when it is there.
 * While one reading is on its way, all who ask wait for one more after it: a reading that had begun may not hold what
 * they were told of, and one that is broken off again and again would never show anything.
 */
export const refresh = (client: QueryClient, queryKey: readonly string[]): Promise<void> => {
  const all = clients.get(client) ?? new Map<string, UnderWay>()
  clients.set(client, all)
  const name = JSON.stringify(queryKey)
  const begin = (): Promise<void> => {
    const now = client.invalidateQueries({ queryKey })
    const mine: UnderWay = { now, next: undefined }
    all.set(name, mine)
    const over = (): void => {
      if (!mine.next && all.get(name) === mine) all.delete(name)
    }
    void now.then(over, over)
    return now
  }
  const underWay = all.get(name)
  if (!underWay) return begin()
  underWay.next ??= underWay.now.then(begin, begin)
  return underWay.next
}
