/** What a witness holds: for each log the last checkpoint it cosigned, in a file of its own that no power cut undoes. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fromBase64 } from '#domain/record/bytes.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { openNote } from '#domain/record/note.ts'
import { type Head, isSize } from '#domain/record/tree.ts'
import { FolderInUse, type Lock, takeLock } from '../../database/lock.ts'
import { primitives } from '../primitives.ts'

/** A witness cannot work on this folder; the message says why, and what to do. */
export class CannotWitness extends Error {}

/** The last checkpoint of a log that was cosigned, and when, in seconds since 1970. */
export interface Held {
  readonly head: Head
  readonly time: number
}

/** The folder of one witness. Nobody else works on it until it is closed. */
export interface Store {
  readonly of: (origin: string) => Held | undefined
  /** The note that is held of a log. */
  readonly note: (origin: string) => Promise<string | undefined>
  /** Resolves when the note, which holds the witness's own signature, is on disk; holds it from then on. */
  readonly keep: (origin: string, held: Held, note: string) => Promise<void>
  /** Keeps the first note that contradicts what is held of a log, as proof of it; the path, if it is the first. */
  readonly keepContradiction: (origin: string, note: string) => Promise<string | undefined>
  readonly close: () => void
}

/** What a log is called in file names and addresses: its own name may hold anything. SHA-256 of it, in hex. */
export const nameOf = (origin: string): string => createHash('sha256').update(origin).digest('hex')

/** What a system says that knows no such promise for folders; a disk that fails says something else. */
const noPromise = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES'])

/** Makes the names in a folder survive a power cut, where the file system can promise that. */
const syncNames = async (folder: string): Promise<void> => {
  try {
    const file = await open(folder, 'r')
    await file.sync().finally(() => file.close())
  } catch (error) {
    if (!noPromise.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

const writeThrough = async (folder: string, name: string, content: string): Promise<void> => {
  const path = join(folder, name)
  await writeFile(`${path}.draft`, content, { mode: 0o600, flush: true })
  await rename(`${path}.draft`, path)
  await syncNames(folder)
}

/** What a file of ours says; undefined unless the witness's own signature stands under it and the name fits. */
const readHeld = (
  note: Uint8Array,
  name: string,
  key: VerifierKey,
): (Held & { origin: string }) | undefined => {
  const opened = openNote(note, [key], primitives)
  const time = opened.ok ? opened.value.signatures[0]?.time : undefined
  if (!opened.ok || time === undefined) return undefined
  const [origin = '', size = '', encoded = ''] = opened.value.text.split('\n')
  const root = fromBase64(encoded)
  if (nameOf(origin) !== name || !isSize(Number(size)) || root?.length !== 32) return undefined
  return { origin, head: { size: Number(size), root }, time }
}

const readAll = async (folder: string, key: VerifierKey): Promise<Map<string, Held>> => {
  for (const made of [dirname(folder), dirname(dirname(folder))]) await syncNames(made)
  const all = new Map<string, Held>()
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue
    const path = join(folder, name)
    const held = readHeld(await readFile(path), name, key)
    if (!held)
      throw new CannotWitness(
        `${path} is damaged, or another key made it. A witness must not forget what it cosigned: begin again with a new key in an empty folder.`,
      )
    all.set(held.origin, held)
  }
  return all
}

const takeOnly = async (folder: string): Promise<Lock> => {
  try {
    return await takeLock(folder)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new CannotWitness(`The folder ${folder} is in use: process ${error.pid} works on it.`)
  }
}

/** Makes the folder of a witness if it is missing. Throws `CannotWitness` where there can be none. */
export const makeFolder = (folder: string): string => {
  const path = resolve(folder)
  try {
    mkdirSync(join(path, 'held'), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new CannotWitness(`The folder ${path} cannot be used: ${(error as Error).message}`)
  }
  return path
}

/**
 * Opens the folder of the witness that has this key. Throws `CannotWitness` when it is in use, or when something in it
 * is not as the witness left it.
 */
export const openStore = async (folder: string, key: VerifierKey): Promise<Store> => {
  const path = makeFolder(folder)
  const places = join(path, 'held')
  const lock = await takeOnly(path)
  const all = await readAll(places, key).catch((error: unknown) => {
    lock.release()
    throw error
  })
  return {
    of: (origin) => all.get(origin),
    note: async (origin) =>
      all.has(origin) ? await readFile(join(places, nameOf(origin)), 'utf8') : undefined,
    keep: async (origin, next, note) => {
      await writeThrough(places, nameOf(origin), note)
      all.set(origin, next)
    },
    keepContradiction: async (origin, note) => {
      const name = `${nameOf(origin)}.contradiction`
      if ((await readdir(places)).includes(name)) return undefined
      await writeThrough(places, name, note)
      return join(places, name)
    },
    close: () => lock.release(),
  }
}
