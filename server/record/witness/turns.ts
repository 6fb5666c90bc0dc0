/** One thing at a time under each name; under different names side by side. */

/** Who waits for whom. */
export interface Turns {
  /** Does the work once all that was asked for earlier under this name has ended, well or badly. */
  readonly take: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing is left to do. */
  readonly ended: () => Promise<void>
}

/** Nobody waits yet. */
export const openTurns = (): Turns => {
  const last = new Map<string, Promise<void>>()
  return {
    take: (name, work) => {
      const result = (last.get(name) ?? Promise.resolve()).then(work)
      const end: Promise<void> = result
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          if (last.get(name) === end) last.delete(name)
        })
      last.set(name, end)
      return result
    },
    ended: async () => {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
