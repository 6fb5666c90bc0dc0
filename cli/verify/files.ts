/** The papers of a room in a folder: each is named by the hash of its bytes. */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Act } from '#domain/record/act.ts'
import { collateFiles, fileRefusals } from '#domain/record/collation.ts'
import { filePath, filesPath } from '#domain/record/folder.ts'
import { filesBrought } from '#domain/rooms/paper.ts'
import type { Report } from './report.ts'

/** Names in a part of the folder; none where it is not there. Hidden files are the computer's own. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The hashes of the files that an act brings into its room; undefined for an act of which nothing can be made. */
export const filesNamed = (act: Act): readonly string[] | undefined => {
  try {
    const hashes = filesBrought(act).map(({ file }) => file)
    return hashes.every(isHash) ? hashes : undefined
  } catch {
    return undefined
  }
}

const isHash = (name: unknown): boolean => typeof name === 'string' && /^[0-9a-f]{64}$/.test(name)

/**
 * Compares every file with its name, and all with those that the acts name, where these are known; says how many there
 * were.
 */
export const verifyFiles = async (
  folder: string,
  log: string,
  named: ReadonlySet<string> | undefined,
  report: Report,
): Promise<number> => {
  const names = namesIn(join(folder, filesPath(log)))
  for (const name of names) {
    const path = filePath(log, name)
    if (!isHash(name)) report(path, fileRefusals.stray(path))
    else if ((await hashOf(join(folder, path))) !== name) report(path, fileRefusals.differs(path))
  }
  const there = new Set(names.filter(isHash))
  const pathOf = (hash: string): string => filePath(log, hash)
  for (const refusal of named ? collateFiles(named, there, pathOf) : [])
    report(`${refusal.facts?.path}`, refusal)
  return names.length
}
