/** The folder of a mirror on the disk: what is new is written first, and what is replaced is replaced whole. */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '#server/database/folder.ts'

/** The disk does not do as it is told; the message says what went wrong, in a sentence. */
export class DiskTrouble extends Error {}

/** A folder on the disk. Paths are those of the record's folder; every step but `settle` may be the last before a power cut. */
export interface Disk {
  readonly folder: string
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** The bytes of a file, piece by piece; none where there is no file. */
  readonly pieces: (path: string) => AsyncIterable<Buffer>
  /** How many bytes a file has; undefined where there is none. */
  readonly length: (path: string) => Promise<number | undefined>
  /** The paths of all files below a path. */
  readonly below: (path: string) => Promise<readonly string[]>
  /** Writes a file on which nothing depends yet. */
  readonly add: (path: string, bytes: Uint8Array) => Promise<void>
  readonly append: (path: string, text: string) => Promise<void>
  /** Shortens a file to so many bytes. */
  readonly cut: (path: string, length: number) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** Resolves when everything that was written so far would survive a power cut. */
  readonly settle: () => Promise<void>
  /** Puts a whole file in the place of another, so that there is always the one or the other. */
  readonly replace: (path: string, content: string | Uint8Array) => Promise<void>
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EACCES: 'permission is denied',
  EROFS: 'the disk is read-only',
  EIO: 'the disk is failing',
}

const plainly = (error: unknown): never => {
  const { code, message, path } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  const why = reasons[code]
  throw new DiskTrouble(why === undefined ? message : `${why}${path === undefined ? '' : ` (${path})`}`)
}

const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (!isAbsent(error)) throw error
  })
  await file?.sync().finally(() => file.close())
}

const above = (folder: string, path: string): readonly string[] => {
  const found: string[] = []
  for (let at = dirname(path); at.length >= folder.length; at = dirname(at)) found.push(at)
  return found
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Buffer
  } catch (error) {
    if (!isAbsent(error)) plainly(error)
  }
}

/** The name under which a file is written before it takes its place. */
const draftOf = (place: string): string => `${place}.${randomBytes(6).toString('hex')}`

/** Whether a path is that of a file which never took its place. */
export const isDraft = (path: string): boolean => /\.[0-9a-f]{12}$/.test(path)

const replaceWhole = async (place: string, content: string | Uint8Array): Promise<void> => {
  const draft = draftOf(place)
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx', flush: true })
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  syncFolder(dirname(place))
}

/** The folder at this absolute path, which is there. */
export const openDisk = (folder: string): Disk => {
  const [files, folders] = [new Set<string>(), new Set<string>()]
  const noted = async (path: string): Promise<string> => {
    const place = join(folder, path)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    for (const each of above(folder, place)) folders.add(each)
    return place
  }
  const written = async (path: string, write: (place: string) => Promise<void>): Promise<void> => {
    const place = await noted(path)
    await write(place)
    files.add(place)
  }
  return {
    folder,
    read: (path) =>
      readFile(join(folder, path)).catch((error: unknown) => (isAbsent(error) ? undefined : plainly(error))),
    pieces: (path) => piecesOf(join(folder, path)),
    length: (path) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        (error: unknown) => (isAbsent(error) ? undefined : plainly(error)),
      ),
    below: async (path) => {
      const found = await readdir(join(folder, path), { recursive: true, withFileTypes: true }).catch(
        () => [],
      )
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    },
    add: (path, bytes) => written(path, (place) => writeFile(place, bytes, { mode: 0o600 })).catch(plainly),
    append: (path, text) => written(path, (place) => appendFile(place, text, { mode: 0o600 })).catch(plainly),
    cut: (path, length) => written(path, (place) => truncate(place, length)).catch(plainly),
    remove: async (path) => {
      const place = join(folder, path)
      await rm(place, { force: true }).catch(plainly)
      // The folder of partial tiles, where this was the last; any other is not empty, and stays.
      await rmdir(dirname(place)).catch(() => undefined)
    },
    settle: async () => {
      try {
        for (const file of files) await syncFile(file)
        for (const each of folders) syncFolder(each)
        files.clear()
        folders.clear()
      } catch (error) {
        plainly(error)
      }
    },
    replace: async (path, content) => replaceWhole(await noted(path).catch(plainly), content).catch(plainly),
  }
}
