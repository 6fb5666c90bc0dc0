/** Lists that are given out piece by piece, in the order of their indices. */
import { Unanswered } from './line.ts'

/** A list that is fetched as far as it is wanted. */
export interface Pages<T> {
  /** The next items for which this holds, up to the first for which it does not. */
  readonly takeWhile: (wanted: (item: T) => boolean) => Promise<readonly T[]>
}

/** The list from an index on; `ask` gives its next items from an index on, none at its end. */
export const pagesFrom = <T extends { readonly index: number }>(
  from: number,
  ask: (from: number) => Promise<readonly T[]>,
): Pages<T> => {
  let [next, isEnded] = [from, false]
  let ready: T[] = []
  const fetchMore = async (): Promise<void> => {
    const page = await ask(next)
    for (const { index } of page) {
      if (index < next) throw new Unanswered('the server gives out a list that is not in order')
      next = index + 1
    }
    ready = [...page]
    isEnded = page.length === 0
  }
  return {
    takeWhile: async (wanted) => {
      const taken: T[] = []
      for (;;) {
        if (ready.length === 0 && !isEnded) await fetchMore()
        const [first] = ready
        if (first === undefined || !wanted(first)) return taken
        const stop = ready.findIndex((item) => !wanted(item))
        taken.push(...ready.splice(0, stop < 0 ? ready.length : stop))
      }
    },
  }
}
