/** The server from start to stop: installation, context, clock, HTTP; and everything in reverse. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openAvailability } from './availability.ts'
import { startClock } from './clock.ts'
import type { Config } from './config.ts'
import { type Context, makeContext } from './context.ts'
import { watchDisk } from './database/disk.ts'
import { loadExercise } from './exercise/exercise.ts'
import { buildApp, type LogLine } from './http/app.ts'
import { CannotOpen, type Installation, openInstallation } from './installation.ts'
import { startTicks } from './record/recorder.ts'
import { root } from './root.ts'

/** A server that is listening. */
export interface Serving {
  /** The address to open. */
  readonly url: string
  readonly context: Context
  readonly app: FastifyInstance
  readonly stop: () => Promise<void>
}

/** How to start a server. */
export interface ServeOptions {
  readonly config: Config
  readonly onProgress: (line: string) => void
  readonly log?: LogLine
  readonly clock?: () => Date
  /** Whether the example is loaded into an installation that holds no process yet. */
  readonly example: boolean
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Ports that every browser refuses to open (WHATWG fetch, "bad port"), of those above 1024. */
const refusedByBrowsers = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

const choosePort = async ({ port, portAsked }: Config, tell: (line: string) => void): Promise<number> => {
  if (refusedByBrowsers.has(port))
    throw new CannotOpen(`browsers refuse to open port ${port}; choose another with --port`)
  if (await isFree(port)) return port
  if (portAsked)
    throw new CannotOpen(`port ${port} is busy: something else listens on it; choose another with --port`)
  for (let next = port + 1; next < port + 50; next += 1) {
    if (refusedByBrowsers.has(next) || !(await isFree(next))) continue
    tell(`port ${port} is busy; using ${next}`)
    return next
  }
  throw new CannotOpen(`no free port from ${port} to ${port + 49}; choose one with --port`)
}

const loadExampleOnce = async (
  installation: Installation,
  clock: () => Date,
  tell: (line: string) => void,
) => {
  const { rows } = await installation.door.query('select from door.processes where ready limit 1')
  if (rows.length > 0) return
  const started = Date.now()
  tell('loading the example, talks on strategic risk reduction')
  const founded = await loadExercise(installation, join(root, 'cases', 'risk-reduction'), clock())
  tell(`loaded ${Object.keys(founded.rooms).length} rooms in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** Below this the server stops writing, before PostgreSQL has to. */
const leastFree = 512 * 1024 * 1024

const guardDisk = (context: Context, folder: string, tell: (line: string) => void): (() => void) =>
  watchDisk({
    folder,
    minimumBytes: leastFree,
    everyMs: 5_000,
    onChange: (state) => {
      context.disk.readOnly = state === 'nearly full'
      if (state === 'fine') context.availability.reopened()
      tell(
        state === 'nearly full'
          ? 'the disk is nearly full: everything can be read, nothing can be written until there is room'
          : 'there is room on the disk again: writing goes on',
      )
    },
  })

/** So long answers that are under way may take when the server stops, in milliseconds. */
const patienceAtEnd = 5_000

const originsOf = (config: Config, port: number): readonly string[] =>
  config.origin ? [config.origin] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`]

/** Starts everything, in order. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const { config, onProgress } = options
  const clock = options.clock ?? (() => new Date())
  const port = await choosePort(config, onProgress)
  const installation = await openInstallation({ ...config, folder: config.data, onProgress })
  try {
    if (options.example) await loadExampleOnce(installation, clock, onProgress)
    const origins = originsOf(config, port)
    const url = origins[0] ?? ''
    const context = makeContext(installation, {
      availability: await openAvailability(config.data, clock),
      clock,
      relyingParty: { id: new URL(url).hostname, origins },
      loopback: config.origin === undefined,
      actsPerMinute: config.actsPerMinute,
      tickSeconds: config.tickSeconds,
      witnessHosts: config.witnessHosts,
      tell: onProgress,
    })
    const app = await buildApp(context, options.log)
    await app.listen({ host: '127.0.0.1', port })
    installation.note(url)
    return { url, context, app, stop: stopper(context, app, config, onProgress) }
  } catch (error) {
    await installation.stop()
    throw error
  }
}

const stopper = (context: Context, app: FastifyInstance, config: Config, tell: (line: string) => void) => {
  const stopClock = startClock(context, () => tell('a tick of the clock failed; it is tried again'))
  const stopTicks = startTicks(context.recorder, config.tickSeconds, () =>
    tell('a tick of the record failed; it is tried again'),
  )
  const stopDisk = guardDisk(context, config.data, tell)
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    stopDisk()
    await Promise.all([stopClock(), stopTicks()])
    context.announcer.endAll()
    // Whoever does not take delivery of what they asked for keeps nobody from stopping.
    const impatience = setTimeout(() => app.server.closeAllConnections(), patienceAtEnd)
    await app.close()
    clearTimeout(impatience)
    await context.close()
    await context.installation.stop()
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}
