/** What a backup consists of, file by file, written down beside it so that a changed or missing one can be named. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { BackupRefused } from './refused.ts'

const Path = z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\0]+(?:\/[^/\0]+)*$/)
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const KeptFile = z.strictObject({ path: Path, bytes: z.int().nonnegative(), sha256: Hash })
/** A file of a backup: its path in the backup's folder, its length and its SHA-256 in hex. */
export type KeptFile = z.infer<typeof KeptFile>

const KeptLog = z.strictObject({
  log: z.uuid(),
  size: z.int().nonnegative(),
  /** The last head that was signed, as a note; null before the first. */
  head: z.string().nullable(),
})
/** How long a log was when the backup began: the backup holds at least so much of it. */
export type KeptLog = z.infer<typeof KeptLog>

const Manifest = z.strictObject({
  format: z.literal('parley backup 1'),
  at: z.iso.datetime(),
  parley: z.string(),
  postgres: z.string(),
  /** PostgreSQL's number for this database, the same in all its copies. */
  system: z.string(),
  logs: z.array(KeptLog).readonly(),
  folders: z.array(Path).readonly(),
  files: z.array(KeptFile).readonly(),
})
/** The manifest of a backup. */
export type Manifest = z.infer<typeof Manifest>

const Sealed = Manifest.extend({ sha256: Hash })

/** The name of the manifest in a backup's folder. */
export const manifestName = 'manifest.json'

/** SHA-256 over the canonical JSON of a manifest: its last line, and the name of this backup among others. */
export const sealOf = (manifest: Manifest): string =>
  createHash('sha256')
    .update(canonical(manifest as unknown as Json))
    .digest('hex')

/** The text of a manifest, one file to a line, with its seal. */
export const formatManifest = (manifest: Manifest): string => {
  const { files, ...rest } = manifest
  const lines = files.map((file) => `    ${JSON.stringify(file)}`).join(',\n')
  const head = JSON.stringify(rest, null, 2).slice(0, -2)
  return `${head},\n  "files": [\n${lines}\n  ],\n  "sha256": "${sealOf(manifest)}"\n}\n`
}

/** Reads the manifest of a backup; refuses a folder that is none, and a manifest that was changed. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(
      error.code === 'ENOENT'
        ? `${folder} is no backup: it holds no ${manifestName}`
        : `the backup ${folder} cannot be read: ${error.message}`,
    )
  })
  const read = Sealed.safeParse(parsed(text))
  if (!read.success) throw new BackupRefused(`${join(folder, manifestName)} is not the manifest of a backup`)
  const { sha256, ...manifest } = read.data
  if (sealOf(manifest) !== sha256)
    throw new BackupRefused(`${join(folder, manifestName)} was changed: it does not agree with its own sum`)
  return manifest
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
