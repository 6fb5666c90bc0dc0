/** Makes a backup: the database as it stands, the secret that opens it, and a manifest of every file. */
import { mkdirSync, readFileSync } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { freeBytes } from '../database/disk.ts'
import { openDataFolder, ownerPassword, syncFolder, writeWhole } from '../database/folder.ts'
import type { Installation } from '../installation.ts'
import { root } from '../root.ts'
import { takeBaseBackup, type Written } from './base.ts'
import { copyFile, each, syncFile } from './disk.ts'
import { formatManifest, type KeptLog, type Manifest, manifestName } from './manifest.ts'
import { BackupRefused, plainly } from './refused.ts'

/** What is to be backed up, whereto, and who wants to know how far it has come. */
export interface BackupOptions {
  readonly installation: Installation
  /** The folder of the backup; it must not be there yet. */
  readonly folder: string
  readonly onProgress: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/** How the database says what a backup of it holds. */
interface Nature {
  readonly postgres: string
  readonly system: string
  readonly bytes: number
  readonly logs: readonly KeptLog[]
}

const natureOf = async (installation: Installation): Promise<Nature> => {
  const owner = await installation.owner()
  try {
    const { rows } = await owner.query<Omit<Nature, 'logs'>>(
      `select current_setting('server_version') as postgres, system_identifier::text as system,
              (select sum(pg_database_size(oid))::bigint from pg_database) as bytes from pg_control_system()`,
    )
    const logs = await owner.query<KeptLog>(
      `select r.room_id as log, coalesce(l.size, h.size, 0) as size, h.note as head
       from parley.rooms r left join parley.logs l using (room_id) left join parley.heads h using (room_id)
       order by r.room_id`,
    )
    const [nature] = rows
    if (!nature) throw new Error('PostgreSQL does not say what it is')
    return { ...nature, logs: logs.rows }
  } finally {
    await owner.end()
  }
}

const ourVersion = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

const isWithin = (path: string, folder: string): boolean => !/^\.\.(?:\/|$)/.test(relative(folder, path))

/** Where the backup is made, under another name until it is whole. */
const makeDraft = async (folder: string, data: string): Promise<string> => {
  const shelf = await realpath(dirname(folder)).catch((error: unknown) => {
    throw plainly(error, `the folder ${dirname(folder)}, which shall hold the backup, cannot be used`)
  })
  if (isWithin(shelf, await realpath(data)))
    throw new BackupRefused(`${folder} lies in the data folder: a backup there is lost with it`)
  const draft = `${folder}.unfinished`
  if (await stat(folder).catch(() => undefined))
    throw new BackupRefused(`${folder} is there already: a backup is written into a new folder`)
  try {
    mkdirSync(draft, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw plainly(error, `no folder can be made in ${dirname(folder)}`)
    throw new BackupRefused(
      `${draft} is there: another backup is being made, or one was broken off; then delete that folder`,
    )
  }
  return draft
}

const checkRoom = async (draft: string, { bytes }: Nature): Promise<void> => {
  const free = await freeBytes(draft)
  if (free < bytes)
    throw new BackupRefused(
      `the disk of ${dirname(draft)} has ${mebibytes(free)} free, and the backup needs ${mebibytes(bytes)}`,
    )
}

/** A length for a person. */
const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`

/** Says how much has come, at most once in two seconds. */
const sayingHowMuch = (tell: (line: string) => void, { bytes: all }: Nature): ((bytes: number) => void) => {
  let told = Date.now()
  return (bytes) => {
    if (Date.now() - told < 2_000) return
    told = Date.now()
    tell(`${mebibytes(bytes)} of about ${mebibytes(all)}`)
  }
}

const copyAll = async (options: BackupOptions, draft: string): Promise<Manifest> => {
  const { installation, onProgress, signal } = options
  const nature = await natureOf(installation)
  await checkRoom(draft, nature)
  onProgress(`copying the database, about ${mebibytes(nature.bytes)}, and its journal`)
  const at = new Date().toISOString()
  const { host, port } = installation.address
  const base: Written = await takeBaseBackup({
    owner: { host, port, user: installation.names.owner, password: ownerPassword(installation.secret) },
    folder: join(draft, 'postgres'),
    onBytes: sayingHowMuch(onProgress, nature),
    signal,
  })
  const below = (name: string): string => `postgres/${name}`
  const secret = await copyFile(openDataFolder(installation.folder).secretFile, join(draft, 'secret'))
  return {
    format: 'parley backup 1',
    at,
    parley: ourVersion(),
    postgres: nature.postgres,
    system: nature.system,
    logs: nature.logs,
    folders: ['postgres', ...base.folders.map(below)],
    files: [
      { path: 'secret', ...secret },
      ...base.files.map((file) => ({ ...file, path: below(file.path) })),
    ],
  }
}

/** Nothing gets the backup's name before everything it holds would survive a power cut. */
const finish = async (
  draft: string,
  folder: string,
  manifest: Manifest,
  signal: AbortSignal | undefined,
): Promise<void> => {
  await each(manifest.files, ({ path }) => syncFile(join(draft, path)))
  for (const path of manifest.folders) syncFolder(join(draft, path))
  signal?.throwIfAborted()
  writeWhole(join(draft, manifestName), formatManifest(manifest), 0o600)
  await rename(draft, folder)
  syncFolder(dirname(folder))
}

/**
 * Makes a backup of an installation with a PostgreSQL of our own, whether a server is using it or not.
 * Every act that was confirmed before is in it. Throws `BackupRefused`; then nothing is left behind.
 */
export const makeBackup = async (options: BackupOptions): Promise<Manifest> => {
  const folder = resolve(options.folder)
  const draft = await makeDraft(folder, options.installation.folder)
  try {
    const manifest = await copyAll(options, draft)
    await finish(draft, folder, manifest, options.signal)
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 })
    throw plainly(error, `the backup ${folder} could not be made, and nothing of it is left behind`)
  }
}

/** How much a backup holds, for a person. */
export const sizeOf = ({ files }: Manifest): string =>
  mebibytes(files.reduce((all, { bytes }) => all + bytes, 0))
