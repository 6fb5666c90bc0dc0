/** One run of PostgreSQL, from its start until it is ready, and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { commandLine } from './binaries.ts'
import { logTail, openLog } from './folder.ts'
import { type Footing, writeSettings } from './initialise.ts'
import { clearPostgres } from './processes.ts'
import { giveTo, plainEnvironment, reachFolder } from './runner.ts'

/** The port is only a part of the socket's name: PostgreSQL listens on no network. */
const port = 5432

/** A PostgreSQL that accepts connections. */
export interface Postmaster {
  /** Settles when it has ended, for whatever reason, with the end of its log. */
  readonly ended: Promise<string>
  /** Asks for an orderly end, then a quick one, then takes it away; settles when no process is left. */
  stop(): Promise<void>
}

/** The socket itself, in its folder. */
export const socketOf = ({ socket }: Footing): string => join(socket, `.s.PGSQL.${port}`)

/** How the owner connects to one of the databases. */
export const ownerOf = ({ socket, password }: Footing, database: string) =>
  ({ host: socket, port, database, user: 'parley_owner', password }) as const

const clearGround = async (footing: Footing): Promise<void> => {
  await clearPostgres(footing.folder.database)
  // Nobody runs here now, so these are stale, even if the number in them has been given to another process.
  rmSync(join(footing.folder.database, 'postmaster.pid'), { force: true })
  if (!existsSync(footing.socket)) {
    mkdirSync(footing.socket, { mode: 0o700 })
    giveTo(footing.runner, footing.socket)
  }
  for (const name of readdirSync(footing.socket)) rmSync(join(footing.socket, name), { force: true })
}

const spawnPostgres = (footing: Footing): { child: ChildProcess; tail: () => string } => {
  const log = openLog(footing.folder)
  const reach = reachFolder(footing.runner, footing.folder.database)
  const [command, ...args] = commandLine(footing.binaries, 'postgres', 'INT')
  const places = ['-D', reach.name, '-p', String(port), '-c', `unix_socket_directories=${footing.socket}`]
  const child = spawn(command, [...args, ...places], {
    cwd: '/',
    env: plainEnvironment(),
    stdio: ['ignore', log.file, log.file, reach.handle],
    // A session of its own: Ctrl-C in a terminal must reach the server first and PostgreSQL last.
    detached: true,
    ...footing.runner,
  })
  reach.close()
  closeSync(log.file)
  return { child, tail: () => logTail(footing.folder, log.from) }
}

const whenEnded = (child: ChildProcess, tail: () => string): Promise<string> =>
  new Promise((settle) => {
    child.once('error', (error) => settle(error.message))
    child.once('exit', () => settle(tail()))
  })

/** Where there is no setpriv: a shell that waits for our end of a pipe to close, as it does however we die. */
const guard = (postmaster: ChildProcess): ChildProcess => {
  const script = 'read -r line; [ "$line" = rest ] || kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(postmaster.pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  shell.stdin?.on('error', () => undefined)
  postmaster.once('exit', () => shell.stdin?.end('rest\n'))
  return shell
}

/** What PostgreSQL itself says in its pid file: asking there, not at the door, fills no log with refusals. */
const saysReady = ({ folder }: Footing): boolean => {
  try {
    return readFileSync(join(folder.database, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

const knock = async (footing: Footing): Promise<'ready' | 'not yet'> => {
  const client = new Client({ ...ownerOf(footing, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01')
      throw new Error(
        'The database does not open with the secret in its folder: they do not belong together.',
      )
    return 'not yet'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Waits as long as PostgreSQL lives: after a power cut it may read its journal for minutes before it accepts. */
const waitUntilReady = async (
  footing: Footing,
  ended: Promise<string>,
  onProgress: (line: string) => void,
  given: AbortSignal,
): Promise<void> => {
  let log: string | undefined
  void ended.then((tail) => {
    log = tail
  })
  const begun = Date.now()
  let told = begun
  while (log === undefined) {
    given.throwIfAborted()
    if (saysReady(footing) && (await knock(footing)) === 'ready') return
    await sleep(15)
    if (Date.now() - told < 5_000) continue
    told = Date.now()
    onProgress(`PostgreSQL is getting ready: ${Math.round((told - begun) / 1000)} s`)
  }
  throw new Error(`PostgreSQL ended before it was ready. The end of ${footing.folder.log}:\n${log}`)
}

const endWithin = async (ended: Promise<string>, milliseconds: number): Promise<boolean> => {
  const late = new AbortController()
  const timeout = sleep(milliseconds, false, { signal: late.signal }).catch(() => false)
  const inTime = await Promise.race([ended.then(() => true), timeout])
  late.abort()
  return inTime
}

const stopPostgres = async (footing: Footing, child: ChildProcess, ended: Promise<string>): Promise<void> => {
  child.kill('SIGCONT')
  const ways = [
    ['SIGINT', 8_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 3_000],
  ] as const
  for (const [name, patience] of ways) {
    child.kill(name)
    if (await endWithin(ended, patience)) break
  }
  await clearPostgres(footing.folder.database)
}

/** Starts PostgreSQL on a folder that nobody else may be using (the lock sees to that) and waits until it is ready or given up. */
export const startPostmaster = async (
  footing: Footing,
  onProgress: (line: string) => void,
  given: AbortSignal,
): Promise<Postmaster> => {
  await clearGround(footing)
  writeSettings(footing)
  const { child, tail } = spawnPostgres(footing)
  const ended = whenEnded(child, tail)
  if (!footing.binaries.setpriv && child.pid !== undefined) guard(child)
  const stop = (): Promise<void> => stopPostgres(footing, child, ended)
  try {
    await waitUntilReady(footing, ended, onProgress, given)
  } catch (error) {
    await stop()
    throw error
  }
  return { ended, stop }
}
