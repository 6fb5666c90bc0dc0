/** The papers of a room: each is fetched once, and kept if it is what its name says. */
import { createHash } from 'node:crypto'
import { filePath } from '#domain/record/folder.ts'
import type { Disk } from './disk.ts'
import type { Server } from './server.ts'

/** A paper that could not be had: the server gave nothing, or other bytes. */
export interface PaperNotHad {
  readonly file: string
  readonly given: boolean
}

const fetchPaper = async (
  disk: Disk,
  server: Pick<Server, 'paper'>,
  room: string,
  file: string,
): Promise<PaperNotHad | undefined> => {
  const path = filePath(room, file)
  if ((await disk.length(path)) !== undefined) return undefined
  const bytes = await server.paper(room, file)
  if (!bytes) return { file, given: false }
  if (createHash('sha256').update(bytes).digest('hex') !== file) return { file, given: true }
  await disk.replace(path, bytes)
  return undefined
}

/** Fetches the papers that are lacking, and says which are lacking still. */
export const fetchPapers = async (
  disk: Disk,
  server: Pick<Server, 'paper'>,
  room: string,
  lacking: ReadonlySet<string>,
): Promise<readonly PaperNotHad[]> => {
  const notHad: PaperNotHad[] = []
  for (const file of lacking) {
    const why = await fetchPaper(disk, server, room, file)
    if (why) notHad.push(why)
  }
  return notHad
}
