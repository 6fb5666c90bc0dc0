/** A thread of its own for reading files: bounded in memory and time, ended when it exceeds either, and started anew. */
import { Worker } from 'node:worker_threads'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Asked } from './reader-worker.ts'

/** What one task may take. */
export interface Limits {
  readonly seconds: number
  readonly megabytes: number
}

/** A place where one task at a time is done. */
export interface Thread {
  /**
   * Does one task; only one at a time. Refuses with `paper.too-heavy` {seconds, megabytes} what exceeds the limits,
   * with `installation.busy` what is under way when the thread is closed; rejects for a fault of ours.
   */
  readonly run: (asked: Asked) => Promise<Outcome<unknown>>
  /** Ends what is under way. */
  readonly close: () => Promise<void>
}

// Built, the program is its own file; from source it needs tsx, which a thread has to call for itself.
const isSource = import.meta.url.endsWith('.ts')
const built = new URL('./reader-worker.js', import.meta.url)
const source = `import('tsx/esm/api')
  .then(({ register }) => { register() })
  .then(() => import(${JSON.stringify(new URL('./reader-worker.ts', import.meta.url).href)}))`
const patienceAtStart = 60_000

/** A settled message, or how the worker ended instead. */
type Heard = { readonly message: unknown } | { readonly ended: Error | null } | 'late'

/** Waits for one message, the end of the worker, or the end of the time. */
const hear = (worker: Worker, milliseconds: number): Promise<Heard> =>
  new Promise((settle) => {
    const heard = (what: Heard): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle(what)
    }
    const onMessage = (message: unknown): void => heard({ message })
    const onError = (error: Error): void => heard({ ended: error })
    const onExit = (): void => heard({ ended: null })
    const timer = setTimeout(() => heard('late'), milliseconds)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })

/** Starts a worker and waits until it can be asked; it knows nothing of the server's environment. */
const start = async (megabytes: number): Promise<Worker> => {
  const worker = new Worker(isSource ? source : built, {
    eval: isSource,
    execArgv: isSource ? ['--conditions=source'] : [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // A worker that fails while nobody listens must not end the server.
  worker.on('error', () => undefined)
  const heard = await hear(worker, patienceAtStart)
  if (heard !== 'late' && 'message' in heard) return worker
  await worker.terminate()
  throw heard !== 'late' && heard.ended ? heard.ended : new Error('the reader of files did not start')
}

/** Copies the bytes of a task into memory of their own, which then moves to the worker instead of being copied again. */
const moving = (asked: Asked): { readonly asked: Asked; readonly moved: ArrayBuffer[] } => {
  const moved: ArrayBuffer[] = []
  const own = (bytes: Uint8Array): Uint8Array => {
    const copy = new Uint8Array(bytes)
    moved.push(copy.buffer)
    return copy
  }
  if (asked.name === 'examine') return { asked: { name: asked.name, input: own(asked.input) }, moved }
  const input = asked.input.map(({ language, bytes }) => ({ language, bytes: own(bytes) }))
  return { asked: { name: asked.name, input }, moved }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Makes a thread; its worker starts with the first task and keeps no process alive while it has none. */
export const makeThread = (limits: Limits): Thread => {
  let starting: Promise<Worker> | undefined
  let closed = false
  const end = async (): Promise<void> => {
    const ending = starting
    starting = undefined
    await (await ending?.catch(() => undefined))?.terminate()
  }
  const run = async (asked: Asked): Promise<Outcome<unknown>> => {
    if (closed) return refuse('installation.busy')
    const begun = starting ?? start(limits.megabytes)
    starting = begun
    const worker = await begun.catch(async (error: unknown) => {
      await end()
      throw error
    })
    if (closed) return refuse('installation.busy')
    // One that died at rest is replaced; it is not asked.
    if (worker.threadId < 0) {
      await end()
      return run(asked)
    }
    worker.ref()
    const { asked: sent, moved } = moving(asked)
    worker.postMessage(sent, moved)
    const heard = await hear(worker, limits.seconds * 1000)
    worker.unref()
    // The worker answers with the outcome of the task it was asked for.
    if (heard !== 'late' && 'message' in heard) return heard.message as Outcome<unknown>
    await end()
    if (closed) return refuse('installation.busy')
    if (heard !== 'late' && heard.ended && !isOutOfMemory(heard.ended)) throw heard.ended
    return refuse('paper.too-heavy', { seconds: limits.seconds, megabytes: limits.megabytes })
  }
  return {
    run,
    close: async () => {
      closed = true
      await end()
    },
  }
}
