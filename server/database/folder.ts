/** What lies in a data folder: the database, its log, the secret, the lock, and a note of where the socket is. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { giveTo, type Runner } from './runner.ts'

/** The places in one data folder, all absolute. */
export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly log: string
  readonly secretFile: string
  readonly socketNote: string
}

/** Makes a folder and those above it, one by one: made all at once, some places never answer. True if it was missing. */
const makeFolders = (path: string): boolean => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false
  if (dirname(path) !== path) makeFolders(dirname(path))
  mkdirSync(path, { mode: 0o700 })
  return true
}

/** Makes the data folder if it is missing. Root's may be passed through by PostgreSQL's user, but not listed. */
export const openDataFolder = (folder: string): DataFolder => {
  const wanted = resolve(folder)
  if (makeFolders(wanted)) chmodSync(wanted, process.getuid?.() === 0 ? 0o711 : 0o700)
  const path = realpathSync(wanted)
  return {
    path,
    database: join(path, 'postgres'),
    log: join(path, 'postgres.log'),
    secretFile: join(path, 'secret'),
    socketNote: join(path, 'socket'),
  }
}

/** There while a data folder is a restored backup of which nobody has checked yet that it forgets nothing. */
export const restoredMark = (folder: string): string => join(resolve(folder), 'restored')

/** Makes the names in a folder survive a power cut, where the file system can promise that. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } catch {
    // Some file systems know no such promise for folders.
  } finally {
    closeSync(folder)
  }
}

/** Writes a small file so that after a power cut it is there whole or not at all; never follows a planted link. */
export const writeWhole = (path: string, content: string, mode: number): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', mode)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/**
 * The installation's secret, 64 hexadecimal digits, made at the very first start. It is never made again for a
 * database that exists: every password in that database comes from the old one.
 */
export const keepSecret = (folder: DataFolder): string => {
  if (!existsSync(folder.secretFile)) {
    if (existsSync(folder.database)) {
      throw new Error(
        `The file ${folder.secretFile} is missing; bring it back from a copy, the database opens only with it.`,
      )
    }
    writeWhole(folder.secretFile, `${randomBytes(32).toString('hex')}\n`, 0o600)
  }
  const secret = readFileSync(folder.secretFile, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(secret)) {
    throw new Error(
      `The file ${folder.secretFile} is damaged; bring it back from a copy, the database opens only with it.`,
    )
  }
  if ((statSync(folder.secretFile).mode & 0o077) !== 0) chmodSync(folder.secretFile, 0o600)
  return secret
}

/** The password of the installation's owner in PostgreSQL, derived from the secret and told to nobody. */
export const ownerPassword = (secret: string): string =>
  createHmac('sha256', secret).update('parley_owner').digest('hex')

// Systems allow 103 bytes for the whole name of a socket or more; PostgreSQL and we add some thirty.
const longestSocketFolder = 60

const makeBelow = (shelf: string): string | null => {
  try {
    return mkdtempSync(join(shelf, 'parley-'))
  } catch {
    return null
  }
}

/** A fresh folder for the socket with a short name, which nobody but the runner and root may enter. */
const makeSocketFolder = (runner: Runner): string => {
  const shelves = runner === null ? [] : ['/run']
  for (const shelf of [...shelves, tmpdir(), '/tmp', '/var/tmp']) {
    const made = shelf.length > longestSocketFolder ? null : makeBelow(resolve(shelf))
    if (made === null) continue
    chmodSync(made, 0o700)
    giveTo(runner, made)
    return made
  }
  throw new Error('There is no folder for the socket of PostgreSQL: /tmp cannot be written.')
}

/** Deletes a socket folder that an earlier Parley left behind, if it is one. */
const forgetSocketFolder = (folder: DataFolder): void => {
  const noted = existsSync(folder.socketNote) ? readFileSync(folder.socketNote, 'utf8').trim() : ''
  if (!/^parley-[A-Za-z0-9]{6}$/.test(basename(noted))) return
  if (lstatSync(noted, { throwIfNoEntry: false })?.isDirectory())
    rmSync(noted, { recursive: true, force: true })
}

/** Replaces the socket folder of the last start by a new, empty one and notes its name in the data folder. */
export const renewSocketFolder = (folder: DataFolder, runner: Runner): string => {
  forgetSocketFolder(folder)
  const made = makeSocketFolder(runner)
  writeWhole(folder.socketNote, `${made}\n`, 0o600)
  return made
}

/** Leaves no socket folder behind after a stop. */
export const removeSocketFolder = (folder: DataFolder): void => {
  forgetSocketFolder(folder)
  rmSync(folder.socketNote, { force: true })
}

const largestLog = 4 * 1024 * 1024

/** Opens the log for one run of PostgreSQL; a long one is set aside first, and one older is kept. */
export const openLog = (folder: DataFolder): { readonly file: number; readonly from: number } => {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(folder.log, `${folder.log}.1`)
  return { file: openSync(folder.log, 'a', 0o600), from: size > largestLog ? 0 : size }
}

/** The last lines that were written to the log since this byte, for an error that a person reads. */
export const logTail = (folder: DataFolder, from: number): string => {
  try {
    const file = openSync(folder.log, 'r')
    const start = Math.max(from, statSync(folder.log).size - 4096)
    const bytes = Buffer.alloc(4096)
    const length = readSync(file, bytes, 0, bytes.length, start)
    closeSync(file)
    return bytes.subarray(0, length).toString('utf8').trim().split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}
