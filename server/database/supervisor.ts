/** Stays with PostgreSQL from the first start to the last stop, and brings it back when it dies. */
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Footing } from './initialise.ts'
import { type Postmaster, socketOf, startPostmaster } from './postmaster.ts'

const manyDeaths = 5
const settledMilliseconds = 1_000

/** One end of PostgreSQL: whether it had been ready before, and what its log said last. */
interface Death {
  readonly wasReady: boolean
  readonly log: string
}

/**
 * How long to wait before the next attempt: not at all, then longer each time. One that becomes ready and dies
 * again is back within seconds, always; one that cannot even start is left alone for half a minute in the end.
 */
const pause = (inARow: number, wasReady: boolean): number => {
  if (inARow <= 1) return 0
  if (wasReady) return Math.min(100 * 2 ** inARow, 2_000)
  return inARow >= manyDeaths ? 30_000 : 100 * 2 ** inARow
}

/** The one that stays with PostgreSQL from the first start to the last stop. */
export class Supervisor {
  readonly #footing: Footing
  readonly #onProgress: (line: string) => void
  readonly #atEnd: () => void
  readonly #listeners: (() => void)[] = []
  #running: Postmaster | null = null
  #inARow = 0
  #stopping: Promise<void> | null = null
  #return: Promise<void> = Promise.resolve()
  readonly #given = new AbortController()
  readonly #watch: NodeJS.Timeout

  /** `atEnd` is called once, when PostgreSQL has been stopped for good. */
  constructor(footing: Footing, onProgress: (line: string) => void, atEnd: () => void) {
    this.#footing = footing
    this.#onProgress = onProgress
    this.#atEnd = atEnd
    this.#watch = setInterval(() => this.#mindSocket(), 1_000).unref()
  }

  /** True while PostgreSQL accepts connections. */
  get ready(): boolean {
    return this.#running !== null
  }

  /** Calls back whenever PostgreSQL has died and is ready again. */
  onRestart(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Starts PostgreSQL and from then on brings it back. */
  async start(): Promise<void> {
    const postmaster = await startPostmaster(this.#footing, this.#onProgress, this.#given.signal)
    const since = Date.now()
    this.#running = postmaster
    void postmaster.ended.then((log) => {
      this.#running = null
      if (Date.now() - since > settledMilliseconds) this.#inARow = 0
      if (this.#stopping === null) this.#return = this.#bringBack({ wasReady: true, log })
    })
  }

  /** The end of everything: also of an attempt to bring PostgreSQL back that is under way. */
  stop(): Promise<void> {
    this.#stopping ??= this.#end()
    return this.#stopping
  }

  async #end(): Promise<void> {
    // The field that says we are stopping is set when this first waits.
    await Promise.resolve()
    clearInterval(this.#watch)
    this.#given.abort()
    await this.#return
    try {
      await this.#running?.stop()
    } finally {
      this.#atEnd()
    }
  }

  async #bringBack(first: Death): Promise<void> {
    let death = first
    while (this.#stopping === null) {
      await sleep(this.#countDeath(death), undefined, { signal: this.#given.signal }).catch(() => undefined)
      if (this.#stopping !== null) return
      try {
        await this.start()
        return this.#tell()
      } catch (error) {
        death = { wasReady: false, log: error instanceof Error ? error.message : String(error) }
      }
    }
  }

  /** Tells everybody who waits; a listener that throws is our own mistake and must not look like a failed start. */
  #tell(): void {
    this.#onProgress('PostgreSQL is back')
    for (const listener of this.#listeners) queueMicrotask(listener)
  }

  #countDeath({ wasReady, log }: Death): number {
    this.#inARow += 1
    const wait = pause(this.#inARow, wasReady)
    if (wait < 30_000) this.#onProgress('PostgreSQL ended unexpectedly and is being brought back')
    else {
      this.#onProgress(
        `PostgreSQL died ${this.#inARow} times in a row and does not start; the next attempt is in 30 s. ` +
          `Nothing that was confirmed is lost. ${log}`,
      )
    }
    return wait
  }

  /** A tidier of temporary folders may have taken the socket: PostgreSQL lives but nobody can reach it. */
  #mindSocket(): void {
    if (this.#running === null || existsSync(socketOf(this.#footing))) return
    this.#running.stop().catch((error: unknown) => this.#onProgress(String(error)))
  }
}
