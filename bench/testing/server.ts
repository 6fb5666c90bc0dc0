/** A real Parley in processes of its own, on a temporary data folder and a free port of this machine. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { root } from '#server/root.ts'
import { talks } from './talks.ts'

/** What the command that founds a process answers. */
export const Founded = z.object({
  process: z.string(),
  rooms: z.record(z.string(), z.string()),
  members: z.record(z.string(), z.string()),
})

/** A place to run servers in: the data folder with the talks already founded, and the ids their keys have become. */
export interface Site extends z.infer<typeof Founded> {
  readonly data: string
  readonly port: number
  readonly remove: () => Promise<void>
}

/** A server that answers. */
export interface Server {
  /** The process that was started: the server itself, or the script that keeps it alive. */
  readonly pid: number
  /** The last of what it has said, for the person who looks for a fault. */
  readonly said: () => string
  readonly stop: () => Promise<void>
}

/** The surroundings of a measured server: ours, without what would lead it to other data. */
export const environment = (): NodeJS.ProcessEnv => {
  const {
    DATABASE_URL: _url,
    PARLEY_DATA: _data,
    PARLEY_PORT: _port,
    PARLEY_ORIGIN: _origin,
    ...rest
  } = process.env
  // `start` makes the starting script leave by itself, should this measurement be killed.
  return {
    ...rest,
    PARLEY_ACTS_PER_MINUTE: '100000000',
    npm_lifecycle_event: 'start',
    NODE_ENV: 'production',
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

const running = new Set<ChildProcess>()

/** Founds the talks in a new data folder, with the same command a secretariat would use. */
const makeSite = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const data = join(folder, 'data')
    const file = join(folder, 'talks.json')
    await writeFile(file, JSON.stringify(talks))
    const create = ['build/cli/main.js', 'process', 'create', file, '--data', data, '--json']
    const { stdout } = await promisify(execFile)(process.execPath, create, { cwd: root, env: environment() })
    return { ...Founded.parse(JSON.parse(stdout)), data, port: await freePort(), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const stopChild = async (child: ChildProcess): Promise<void> => {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(late)
}

/** Does the work on a new site; afterwards, and when asked to stop half-way, nothing of it is left. */
export const onSite = async (work: (site: Site) => Promise<void>): Promise<void> => {
  const site = await makeSite()
  const clear = async (): Promise<void> => {
    await Promise.all([...running].map(stopChild))
    await site.remove()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => void clear().finally(() => process.exit(130)))
  try {
    await work(site)
  } finally {
    await clear()
  }
}

const listenTo = (child: ChildProcess): (() => string) => {
  let said = ''
  const hear = (data: Buffer): void => {
    said = (said + data.toString('utf8')).slice(-4_000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return () => said
}

const whenReady = (child: ChildProcess, said: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', () => said().includes('Parley is ready') && resolve())
    child.once('exit', () => reject(new Error(`the server ended before it was ready:\n${said()}`)))
  })

/** Starts a server on the site: `serve` is the server alone, `start` is what `npm start` runs and brings it back. */
export const startServer = async (site: Site, how: 'serve' | 'start'): Promise<Server> => {
  const program = how === 'serve' ? ['build/cli/main.js', 'serve'] : ['scripts/start.mjs']
  const args = [...program, '--no-example', '--data', site.data, '--port', String(site.port)]
  const more = process.env.BENCH_NODE_ARGS?.split(' ') ?? []
  const child = spawn(process.execPath, [...more, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The server alone leaves when we are gone; the starting script hands on its own number instead.
    env: { ...environment(), ...(how === 'serve' ? { PARLEY_PARENT: String(process.pid) } : {}) },
  })
  running.add(child)
  const said = listenTo(child)
  try {
    await whenReady(child, said)
  } catch (error) {
    await stopChild(child)
    throw error
  }
  return { pid: child.pid ?? 0, said, stop: () => stopChild(child) }
}
