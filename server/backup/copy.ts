/** Copies a backup into a new data folder and marks it as one that stays closed until its record has been checked. */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { freeBytes } from '../database/disk.ts'
import { openDataFolder, restoredMark, syncFolder, writeWhole } from '../database/folder.ts'
import { copyFile, each } from './disk.ts'
import { type KeptFile, type Manifest, readManifest, sealOf } from './manifest.ts'
import { BackupRefused, plainly } from './refused.ts'

/** Which backup, into which folder, and who wants to know how far it has come. */
export interface CopyOptions {
  readonly backup: string
  readonly to: string
  readonly onProgress: (line: string) => void
}

/** What the mark in a restored folder says. */
const Mark = z.object({
  /** The seal of the backup. */
  backup: z.string(),
  /** Whether all of it was copied. */
  whole: z.boolean(),
})

const readMark = (folder: string): z.infer<typeof Mark> | undefined => {
  try {
    return Mark.parse(JSON.parse(readFileSync(restoredMark(folder), 'utf8')))
  } catch {
    return undefined
  }
}

const writeMark = (folder: string, mark: z.infer<typeof Mark>): void =>
  writeWhole(restoredMark(folder), `${JSON.stringify(mark)}\n`, 0o600)

/** Opens a restored folder for everybody: its record has been checked. */
export const removeMark = (folder: string): void => {
  rmSync(restoredMark(folder), { force: true })
  syncFolder(folder)
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

const tellFault = (backup: string, faults: readonly string[]): BackupRefused => {
  const few = faults.slice(0, 20)
  const rest = faults.length - few.length
  const lines = [...few, ...(rest > 0 ? [`and ${rest} more`] : [])].map((line) => `\n  ${line}`)
  return new BackupRefused(`the backup ${backup} is damaged, and nothing was restored:${lines.join('')}`)
}

/** Copies one file and says what is wrong with it, if anything is. */
const copyChecked = async (backup: string, to: string, file: KeptFile): Promise<string | undefined> => {
  const from = join(backup, file.path)
  if (!existsSync(from)) return `${file.path} is missing`
  const copied = await copyFile(from, join(to, file.path))
  if (copied.bytes !== file.bytes) return `${file.path} has ${copied.bytes} bytes instead of ${file.bytes}`
  return copied.sha256 === file.sha256 ? undefined : `${file.path} was changed`
}

const copyAll = async (backup: string, to: string, manifest: Manifest): Promise<void> => {
  const faults: string[] = []
  for (const folder of manifest.folders) await mkdir(join(to, folder), { recursive: true, mode: 0o700 })
  await each(manifest.files, async (file) => {
    const fault = await copyChecked(backup, to, file)
    if (fault !== undefined) faults.push(fault)
  })
  if (faults.length > 0) throw tellFault(backup, faults.toSorted())
  for (const folder of manifest.folders) syncFolder(join(to, folder))
}

/** Nobody could act here since the backup was made: no deadline runs out on that account (`server/availability.ts`). */
const leaveSignOfLife = (folder: string, { at }: Manifest): void => {
  const sign = join(folder, 'alive')
  writeFileSync(sign, '')
  utimesSync(sign, new Date(at), new Date(at))
}

const checkRoom = async (to: string, { files }: Manifest): Promise<void> => {
  const needed = files.reduce((all, { bytes }) => all + bytes, 0)
  if ((await freeBytes(to)) < needed) throw new BackupRefused(`the disk of ${to} is too full for the backup`)
}

const begin = (to: string): string => {
  try {
    return openDataFolder(to).path
  } catch (error) {
    throw plainly(error, `${to} cannot be made`)
  }
}

/** Leaves a folder as it was found: empty, or not there. */
const clear = (folder: string, wasThere: boolean): void => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, maxRetries: 5 })
  if (!wasThere) rmdirSync(folder)
}

/** What the mark in a folder says of this very backup: it waits for its check, its copying was broken off, or nothing. */
const earlier = (to: string, manifest: Manifest): 'waiting' | 'broken off' | undefined => {
  const mark = readMark(to)
  if (mark?.backup !== sealOf(manifest)) return undefined
  return mark.whole ? 'waiting' : 'broken off'
}

/**
 * Copies a backup into a new or empty folder, checking every byte, and leaves the mark that keeps it closed.
 * A folder in which the same backup waits for its check is left as it is; a copy that was broken off begins anew.
 * Throws `BackupRefused`.
 */
export const copyBackup = async ({ backup, to, onProgress }: CopyOptions): Promise<Manifest> => {
  const manifest = await readManifest(resolve(backup))
  const before = earlier(to, manifest)
  if (before === 'waiting') return manifest
  if (before === 'broken off') clear(to, true)
  if (!isEmpty(to))
    throw new BackupRefused(`${to} is not empty: a backup is restored into a new folder, over nothing`)
  const wasThere = existsSync(to)
  const folder = begin(to)
  try {
    writeMark(folder, { backup: sealOf(manifest), whole: false })
    await checkRoom(folder, manifest)
    onProgress(`copying ${manifest.files.length} files`)
    await copyAll(resolve(backup), folder, manifest)
    leaveSignOfLife(folder, manifest)
    writeMark(folder, { backup: sealOf(manifest), whole: true })
    return manifest
  } catch (error) {
    clear(folder, wasThere)
    throw plainly(error, `the backup could not be restored to ${to}, and nothing of it is left there`)
  }
}
