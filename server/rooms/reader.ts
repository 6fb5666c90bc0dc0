/** Reads the files of seats apart from the server's own thread: fairly, within bounds, and each paper once. */
import type { PaperReading } from '#contract/rooms.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Limits } from '../files/thread.ts'
import { openThreads } from '../files/threads.ts'
import { makeMemory } from './reader-memory.ts'
import { type Examined, tasks, type WrittenIn } from './reader-work.ts'
import type { Asked } from './reader-worker.ts'

/** The reader as one seat has it. */
export interface SeatReader {
  /** Says what a file is and whom it names. */
  readonly examine: (bytes: Uint8Array) => Promise<Outcome<Examined>>
  /**
   * Reads a paper in all its languages. `address` says which one, by its room and the hashes of its files: what was
   * read is remembered for this seat under it, so the caller first makes sure that the seat may read these files.
   * `load` fetches them when it is their turn.
   */
  readonly read: (
    address: readonly string[],
    load: () => Promise<readonly WrittenIn[]>,
  ) => Promise<Outcome<PaperReading>>
}

/** The reader of a running server. Nothing passes from one seat to another. */
export interface Reader {
  /** The reader of the seat with this database role. */
  readonly of: (role: string) => SeatReader
  /** Ends all reading; what is under way is refused with `installation.busy`. */
  readonly close: () => Promise<void>
}

const usual: Limits = { seconds: 10, megabytes: 512 }
const worker = new URL('./reader-worker', import.meta.url)
const threadsAtMost = 2
const mostWaiting = 16
const remembered = { entries: 200, bytes: 64 * 1024 * 1024 }
// What was too heavy may have been so because the machine was busy; it is tried again after this time.
const rest = 5 * 60_000

/** Roughly what a reading takes in memory. */
const sizeOf = (reading: PaperReading): number =>
  reading.clauses.reduce(
    (sum, { cells }) =>
      Object.values(cells).reduce(
        (inRow, { words, notes }) =>
          inRow + 200 + 2 * (words.length + notes.reduce((all, note) => all + note.length, 0)),
        sum + 200,
      ),
    0,
  )

/** Reads in place, without a bound of time: for files that come with the program, when no server runs. */
export const readerInPlace: SeatReader = {
  examine: tasks.examine,
  read: async (_, load) => tasks.read(await load()),
}

/** Opens a reader; its threads start when they are first needed. */
export const openReader = (limits: Limits = usual): Reader => {
  const threads = openThreads(worker, limits, threadsAtMost, mostWaiting)
  const memory = makeMemory<Outcome<PaperReading>>(remembered.entries, remembered.bytes)
  const underWay = new Map<string, Promise<Outcome<PaperReading>>>()

  const readOnce = async (role: string, key: string, load: () => Promise<readonly WrittenIn[]>) => {
    const asked = async (): Promise<Asked> => ({ name: 'read', input: await load() })
    const outcome = (await threads.run(role, asked)) as Outcome<PaperReading>
    if (outcome.ok) memory.set(key, outcome, sizeOf(outcome.value))
    else if (outcome.refusal.code === 'paper.too-heavy') memory.set(key, outcome, 200, rest)
    else if (outcome.refusal.code !== 'installation.busy') memory.set(key, outcome, 200)
    return outcome
  }

  const of = (role: string): SeatReader => ({
    examine: async (bytes) => {
      const asked = async (): Promise<Asked> => ({ name: 'examine', input: bytes })
      return (await threads.run(role, asked)) as Outcome<Examined>
    },
    read: async (address, load) => {
      const key = JSON.stringify([role, ...address])
      const known = memory.get(key) ?? underWay.get(key)
      if (known) return known
      const reading = readOnce(role, key, load).finally(() => underWay.delete(key))
      underWay.set(key, reading)
      return reading
    },
  })
  return {
    of,
    close: threads.close,
  }
}
