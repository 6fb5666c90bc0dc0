/** Which processes run on this machine, told apart even when the system has given an old number to a new one. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const onLinux = process.platform === 'linux'

/** What the kernel says of one process: `started` differs between two processes that had the same number. */
interface Sighting {
  readonly parent: number
  readonly started: string
}

const sightOnLinux = (pid: number): Sighting | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name is in brackets and may itself hold brackets and spaces: read on from the last one.
    const [state, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return null
    return { parent: Number(parent), started: rest[17] ?? '' }
  } catch {
    return null
  }
}

const sightElsewhere = (pid: number): Sighting | null => {
  try {
    const text = execFileSync('ps', ['-o', 'ppid=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const [parent, ...started] = text.split(/\s+/)
    return parent === undefined || parent === ''
      ? null
      : { parent: Number(parent), started: started.join(' ') }
  } catch {
    return null
  }
}

const sight = (pid: number): Sighting | null => (onLinux ? sightOnLinux(pid) : sightElsewhere(pid))

/** When a process started, in the system's own words; null when there is none, or only its unburied shell. */
export const startedAt = (pid: number): string | null => sight(pid)?.started ?? null

/** Where process numbers mean the same thing: this boot of this machine, this container. */
export const whereabouts = (): string => {
  if (!onLinux) return hostname()
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
}

const isPostgresIn = (pid: number, folder: { dev: number; ino: number }): boolean => {
  try {
    const here = statSync(`/proc/${pid}/cwd`)
    if (here.ino !== folder.ino || here.dev !== folder.dev) return false
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

const foundOnLinux = (database: string): readonly number[] => {
  const folder = statSync(database)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(pid, folder))
}

const foundElsewhere = (database: string): readonly number[] => {
  const pid = notedPostmaster(database)
  if (pid === null) return []
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(database) ? [pid] : []
  } catch {
    return []
  }
}

/** The number that PostgreSQL's own pid file names, true or stale; null when there is no such file. */
const notedPostmaster = (database: string): number | null => {
  try {
    const pid = Number.parseInt(readFileSync(join(database, 'postmaster.pid'), 'utf8'), 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

/** The PostgreSQL processes that really work in this database folder now, whatever its pid file says. */
export const postgresIn = (database: string): readonly number[] => {
  try {
    return onLinux ? foundOnLinux(database) : foundElsewhere(database)
  } catch {
    return []
  }
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, which is what a signal to stop is for.
  }
}

const isEmptyWithin = async (database: string, milliseconds: number): Promise<boolean> => {
  const end = Date.now() + milliseconds
  while (postgresIn(database).length > 0) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}

/**
 * Leaves no PostgreSQL process in the folder: a whole server is asked to shut down, remains of a dead one are killed.
 * Throws when something cannot be ended, because a second server on the same files would destroy them.
 */
export const clearPostgres = async (database: string): Promise<void> => {
  const found = postgresIn(database)
  if (found.length === 0) return
  const postmaster = notedPostmaster(database)
  if (postmaster !== null && found.includes(postmaster)) {
    // One that was suspended would hear of it only when somebody wakes it.
    signal(postmaster, 'SIGCONT')
    signal(postmaster, 'SIGINT')
    if (await isEmptyWithin(database, 10_000)) return
    signal(postmaster, 'SIGQUIT')
    if (await isEmptyWithin(database, 3_000)) return
  }
  for (const pid of postgresIn(database)) signal(pid, 'SIGKILL')
  if (await isEmptyWithin(database, 3_000)) return
  throw new Error(
    `PostgreSQL is still running in ${database} (process ${postgresIn(database).join(', ')}) and cannot be stopped.`,
  )
}
