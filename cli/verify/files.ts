/** The papers of a room in a folder: each is named by the hash of its bytes. */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileRefusals } from '#domain/record/collation.ts'
import { filePath, filesPath } from '#domain/record/folder.ts'
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

/** Compares every file with its name, and says how many there were. */
export const verifyFiles = async (folder: string, log: string, report: Report): Promise<number> => {
  const names = namesIn(join(folder, filesPath(log)))
  for (const name of names) {
    const path = filePath(log, name)
    if (!/^[0-9a-f]{64}$/.test(name)) report(path, fileRefusals.stray(path))
    else if ((await hashOf(join(folder, path))) !== name) report(path, fileRefusals.differs(path))
  }
  return names.length
}
