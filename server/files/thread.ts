/** A thread of its own for reading files: bounded in memory and time, ended when it exceeds either, and started anew. */
import { Worker } from 'node:worker_threads'
import { type Outcome, refuse } from '#domain/outcome.ts'

/** What a worker is asked: one of its tasks by name, and what that task is given. */
export interface Asked {
  readonly name: string
  readonly input: unknown
}

/** What one task may take, and how what takes more is refused: `paper.too-heavy` unless another code is given. */
export interface Limits {
  readonly seconds: number
  readonly megabytes: number
  readonly refusal?: string
}

/** A place where one task at a time is done. */
export interface Thread {
  /**
   * Does one task; only one at a time. Refuses with {seconds, megabytes} what exceeds the limits,
   * with `installation.busy` what is under way when the thread is closed; rejects for a fault of ours.
   */
  readonly run: (asked: Asked) => Promise<Outcome<unknown>>
  /** Ends what is under way. */
  readonly close: () => Promise<void>
}

// Built, the program is its own file; from source it needs tsx, which a thread has to call for itself.
const isSource = import.meta.url.endsWith('.ts')
const sourceOf = (worker: URL): string => `import('tsx/esm/api')
  .then(({ register }) => { register() })
  .then(() => import(${JSON.stringify(`${worker.href}.ts`)}))`
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
const start = async (module: URL, megabytes: number): Promise<Worker> => {
  const worker = new Worker(isSource ? sourceOf(module) : new URL(`${module.href}.js`), {
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

/** Files lie no deeper than this in what a task is given. */
const deepestFile = 3

/** Copies the bytes of a task into memory of their own, which then moves to the worker instead of being copied again. */
const moving = (asked: Asked): { readonly asked: Asked; readonly moved: ArrayBuffer[] } => {
  const moved: ArrayBuffer[] = []
  const own = (value: unknown, depth: number): unknown => {
    if (value instanceof Uint8Array) {
      const copy = new Uint8Array(value)
      moved.push(copy.buffer)
      return copy
    }
    if (depth === 0 || typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((each) => own(each, depth - 1))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, own(each, depth - 1)]))
  }
  return { asked: { name: asked.name, input: own(asked.input, deepestFile) }, moved }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Makes a thread that runs a module, given by its address without an ending; its worker starts with the first task and
 * keeps no process alive while it has none.
 */
export const makeThread = (module: URL, limits: Limits): Thread => {
  let starting: Promise<Worker> | undefined
  let closed = false
  const end = async (): Promise<void> => {
    const ending = starting
    starting = undefined
    await (await ending?.catch(() => undefined))?.terminate()
  }
  const run = async (asked: Asked): Promise<Outcome<unknown>> => {
    if (closed) return refuse('installation.busy')
    const begun = starting ?? start(module, limits.megabytes)
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
    return refuse(limits.refusal ?? 'paper.too-heavy', {
      seconds: limits.seconds,
      megabytes: limits.megabytes,
    })
  }
  return {
    run,
    close: async () => {
      closed = true
      await end()
    },
  }
}
