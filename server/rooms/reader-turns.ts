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
  const next = (): void => {
    if (served.size >= atOnce) return
    const seat = [...waiting.keys()].find((each) => !served.has(each))
    const queue = seat === undefined ? undefined : waiting.get(seat)
    const turn = queue?.shift()
    if (seat === undefined || queue === undefined || turn === undefined) return
    // A seat that was served goes to the end of the line.
    waiting.delete(seat)
    if (queue.length > 0) waiting.set(seat, queue)
    served.add(seat)
    void turn().then(() => {
      served.delete(seat)
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
