/** Restores a backup: copies it, checks its record, and opens the new data folder if nobody has seen more. */
import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Installation, openInstallation } from '../installation.ts'
import { openLines } from '../record/lines.ts'
import type { LineOf } from '../record/recorder.ts'
import type { LineOptions } from '../record/witness/line.ts'
import { type Checked, type CheckOptions, checkRestored } from './check.ts'
import { type CopyOptions, copyBackup, removeMark } from './copy.ts'
import { openHeld, readHeldFile } from './held.ts'
import type { Manifest } from './manifest.ts'
import { openMirror } from './mirror.ts'
import { BackupRefused, plainly } from './refused.ts'

/** What is to be restored, whereto, and who may know more than the backup. */
export interface RestoreOptions
  extends CopyOptions,
    Pick<CheckOptions, 'examine' | 'without' | 'clock' | 'tickSeconds'> {
  /** The folders of mirrors. */
  readonly mirrors: readonly string[]
  /** Files with checkpoints of the anchor log that somebody holds. */
  readonly held: readonly string[]
  /** The folder of the witnesses that the lost server played itself, if it is left. */
  readonly played?: string | undefined
  /** Where witnesses may be asked. */
  readonly network: LineOptions
}

/** A restored backup; its folder is open when there is no finding. */
export interface Restored extends Checked {
  readonly manifest: Manifest
}

const mute = { ask: async () => ({ kind: 'silent', why: 'unreachable' }) as const }

/** A witness that begins with an empty folder would agree to anything: one whose folder is not there says nothing. */
const playedOrMute =
  (lineOf: LineOf, played: string | undefined): LineOf =>
  (process, witness, heads) => {
    const isThere = played !== undefined && existsSync(join(played, process, witness.seat, 'held'))
    return witness.url === null && !isThere ? mute : lineOf(process, witness, heads)
  }

/** The witnesses that the server played go on where they were. */
const keepPlayed = async (played: string, to: string): Promise<void> => {
  const filter = (path: string): boolean => !basename(path).startsWith('lock')
  await cp(played, join(to, 'witnesses'), { recursive: true, filter }).catch((error: unknown) => {
    throw plainly(error, `the witnesses in ${played} cannot be copied`)
  })
}

/** Opens the restored folder in spite of its mark; nobody else can. */
const openClosed = (folder: string, onProgress: (line: string) => void): Promise<Installation> =>
  openInstallation({ folder, unchecked: true, onProgress }).catch((error: Error) => {
    throw new BackupRefused(`the restored database in ${folder} cannot be opened: ${error.message}`)
  })

const check = async (options: RestoreOptions): Promise<Checked> => {
  const { to, played, network, clock, onProgress } = options
  const mirrors = await Promise.all(options.mirrors.map(openMirror))
  const held = await Promise.all(options.held.map(readHeldFile))
  const installation = await openClosed(to, onProgress)
  const { keys } = installation
  const lines = openLines({ ...network, keys, clock, folder: played ?? join(to, 'witnesses') })
  try {
    return await checkRestored({
      ...options,
      mirrors,
      held,
      installation,
      heldBy: openHeld(network, played),
      lineOf: playedOrMute(lines.of, played),
    })
  } finally {
    await lines.close()
    await installation.stop()
  }
}

/** Restores a backup; may be called again with more mirrors until nothing is missing. Throws `BackupRefused`. */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const { to, played } = options
  for (const folder of options.mirrors) await openMirror(folder)
  for (const file of options.held) await readHeldFile(file)
  const manifest = await copyBackup(options)
  const checked = await check(options)
  if (checked.findings.length > 0) return { ...checked, manifest }
  if (played !== undefined) await keepPlayed(played, to)
  removeMark(to)
  return { ...checked, manifest }
}
