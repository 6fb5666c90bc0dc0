/** One Parley per data folder: a numbered lock that a dead holder cannot keep and two newcomers cannot both take. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startedAt, whereabouts } from './processes.ts'

/** The data folder is in use; names the process that uses it and, once that process has said so, its address. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly folder: string
  readonly pid: number
  readonly url: string | undefined

  constructor(folder: string, holder: { readonly pid: number; readonly url?: string }) {
    const where = holder.url === undefined ? '' : ` at ${holder.url}`
    super(`Parley is already running${where}: process ${holder.pid} uses the data folder ${folder}.`)
    this.folder = folder
    this.pid = holder.pid
    this.url = holder.url
  }
}

/** A held lock. It ends with `release` or with the process, however that ends. */
export interface Lock {
  /** Writes down the address at which this Parley answers, for whoever tries to start a second one. */
  note(url: string): void
  release(): void
}

interface Holder {
  readonly pid: number
  readonly started: string | null
  readonly whereabouts: string
  readonly url?: string
  readonly free?: true
}

const heartbeat = 2_000

const pathOf = (folder: string, generation: number): string => join(folder, `lock.${generation}`)

const newestGeneration = (folder: string): number =>
  Math.max(0, ...readdirSync(folder).map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0)))

const write = (folder: string, holder: Holder): string => {
  const path = join(folder, `lock-${randomBytes(6).toString('hex')}`)
  writeFileSync(path, JSON.stringify(holder), { flag: 'wx' })
  // Root and the folder's owner may take turns: each must be able to see that the other is there.
  chmodSync(path, 0o644)
  return path
}

const isHolder = (found: unknown): found is Holder =>
  typeof found === 'object' && found !== null && 'pid' in found && 'whereabouts' in found

/** Who is written in a lock; null for one that has just vanished or is damaged. One that we may not read is an error. */
const read = (path: string): Holder | null => {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(found) ? found : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') throw error
    return null
  }
}

/** Whether somebody on another machine or in another container, whose processes we cannot see, still touches the file. */
const isBeating = async (path: string): Promise<boolean> => {
  const touched = (): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const first = touched()
  if (Math.abs(Date.now() - first) > 60_000) return false
  for (let waited = 0; waited < 3 * heartbeat; waited += 250) {
    await sleep(250)
    if (touched() !== first) return true
  }
  return false
}

const isHeld = async (path: string, holder: Holder): Promise<boolean> => {
  if (holder.free) return false
  if (holder.whereabouts !== whereabouts()) return isBeating(path)
  const started = startedAt(holder.pid)
  return started !== null && started === holder.started
}

/**
 * Takes the next generation, which only one can. The newest generation is never deleted, only marked free,
 * so whoever decided on an older view of the folder fails here and looks again.
 */
const claim = (folder: string, generation: number, holder: Holder): boolean => {
  const draft = write(folder, holder)
  try {
    linkSync(draft, pathOf(folder, generation))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  if (newestGeneration(folder) === generation) return true
  rmSync(pathOf(folder, generation), { force: true })
  return false
}

/** Deletes older generations, and drafts that a killed process left: a fresh one may be somebody's at this moment. */
const sweep = (folder: string, generation: number): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const older = /^lock\.(\d+)$/.exec(name)?.[1]
    const isOld = older !== undefined && Number(older) < generation
    const touched = (): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    const isLeft = /^lock-[0-9a-f]{12}$/.test(name) && Date.now() - touched() > 60_000
    if (isOld || isLeft) rmSync(path, { force: true })
  }
}

const hold = (folder: string, generation: number, holder: Holder): Lock => {
  const path = pathOf(folder, generation)
  const replace = (next: Holder): void => {
    if (read(path)?.pid === holder.pid) renameSync(write(folder, next), path)
  }
  const beat = (): void => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // The folder was deleted under us; PostgreSQL will say so.
    }
  }
  const timer = setInterval(beat, heartbeat).unref()
  return {
    note: (url) => replace({ ...holder, url }),
    release: () => {
      clearInterval(timer)
      try {
        replace({ ...holder, free: true })
      } catch {
        // A full disk or a vanished folder: the lock ends with the process all the same.
      }
    },
  }
}

/** Takes the lock of an existing folder, or throws `FolderInUse`; a lock whose holder is gone is taken over. */
export const takeLock = async (folder: string): Promise<Lock> => {
  const holder: Holder = { pid: process.pid, started: startedAt(process.pid), whereabouts: whereabouts() }
  for (;;) {
    const newest = newestGeneration(folder)
    const path = pathOf(folder, newest)
    const other = newest === 0 ? null : read(path)
    if (other !== null && (await isHeld(path, other))) throw new FolderInUse(folder, other)
    if (!claim(folder, newest + 1, holder)) continue
    sweep(folder, newest + 1)
    return hold(folder, newest + 1, holder)
  }
}
