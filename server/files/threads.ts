/** A few threads that serve the seats in turn. */
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type Asked, type Limits, makeThread, type Thread } from './thread.ts'
import { makeTurns } from './turns.ts'

/** Threads of one kind of work. Nothing passes from one seat to another. */
export interface Threads {
  /** Does this when it is the seat's turn; refuses with `installation.busy` when too much of that seat waits. */
  readonly run: (role: string, ask: () => Promise<Asked>) => Promise<Outcome<unknown>>
  /** Ends all work; what is under way is refused with `installation.busy`. */
  readonly close: () => Promise<void>
}

/** Opens so many threads of a module, given without an ending; of one seat at most `mostWaiting` tasks wait. */
export const openThreads = (module: URL, limits: Limits, atOnce: number, mostWaiting: number): Threads => {
  const threads = Array.from({ length: atOnce }, () => makeThread(module, limits))
  const free: Thread[] = [...threads]
  const turns = makeTurns(atOnce, mostWaiting)
  return {
    run: async (role, ask) => {
      const turn = turns.take(role, async () => {
        const asked = await ask()
        const thread = free.pop()
        if (!thread) throw new Error('more turns than threads')
        try {
          return await thread.run(asked)
        } finally {
          free.push(thread)
        }
      })
      return turn ?? refuse('installation.busy')
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}
