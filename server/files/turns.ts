/** Whose turn it is where few can be served at once: one at a time for each seat, and the seats in rotation. */

/** Gives turns. */
export interface Turns {
  /** Does this when it is the seat's turn; undefined when too much of that seat waits already. */
  readonly take: <T>(seat: string, work: () => Promise<T>) => Promise<T> | undefined
}

/** At most `atOnce` turns at a time, of as many seats; of one seat at most `mostWaiting` wait. */
export const makeTurns = (atOnce: number, mostWaiting: number): Turns => {
  const waiting = new Map<string, (() => Promise<void>)[]>()
  const served = new Set<string>()
  /** A seat that was served lets every other go first. */
  const goToTheEnd = (seat: string): void => {
    const queue = waiting.get(seat)
    if (queue === undefined) return
    waiting.delete(seat)
    waiting.set(seat, queue)
  }
  const next = (): void => {
    if (served.size >= atOnce) return
    const seat = [...waiting.keys()].find((each) => !served.has(each))
    const queue = seat === undefined ? undefined : waiting.get(seat)
    const turn = queue?.shift()
    if (seat === undefined || queue === undefined || turn === undefined) return
    if (queue.length === 0) waiting.delete(seat)
    served.add(seat)
    void turn().then(() => {
      served.delete(seat)
      goToTheEnd(seat)
      next()
    })
    next()
  }
  const take = <T>(seat: string, work: () => Promise<T>): Promise<T> | undefined => {
    const queue = waiting.get(seat) ?? []
    if (queue.length >= mostWaiting) return undefined
    return new Promise<T>((settle, fail) => {
      queue.push(() => work().then(settle, fail))
      waiting.set(seat, queue)
      next()
    })
  }
  return { take }
}
