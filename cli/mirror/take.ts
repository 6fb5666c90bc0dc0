/** Takes a head that is ready: from the moment its checkpoint is replaced, it is the one held. */
import { createHash } from 'node:crypto'
import { checkpointPath, policyPath, statePath } from '#domain/record/folder.ts'
import { bundleOf, partialTiles, tilePath, tileWidth } from '#domain/record/tiles.ts'
import type { Disk } from './disk.ts'
import type { Held } from './held.ts'
import type { Ready } from './ready.ts'

/** The partial tiles and the partial bundle of a log of this size. */
const partialPaths = (log: string, size: number): readonly string[] => {
  const width = size % tileWidth
  const bundle = bundleOf({ level: 0, index: Math.floor(size / tileWidth), width })
  const partial = width === 0 ? partialTiles(size) : [bundle, ...partialTiles(size)]
  return partial.map((tile) => `${log}/${tilePath(tile)}`)
}

/** Takes away the partial tiles that wider ones have replaced. */
const dropReplaced = async (disk: Disk, log: string, from: number, to: number): Promise<void> => {
  const kept = new Set(partialPaths(log, to))
  for (const path of partialPaths(log, from)) if (!kept.has(path)) await disk.remove(path)
}

/** Takes the head. What belongs to it has been settled on the disk before. */
export const takeHead = async (disk: Disk, { held, head, lines }: Ready): Promise<Held> => {
  const { log } = held
  const { checkpoint, note, policy } = head
  const from = held.head?.size ?? 0
  // A folder that was an export states what its acts came to; that is not so any more.
  if (checkpoint.size !== from) await disk.remove(statePath(log))
  if (policy !== held.policy) await disk.replace(policyPath(log), policy)
  if (note !== held.head?.note) await disk.replace(checkpointPath(log), note)
  await dropReplaced(disk, log, from, checkpoint.size)
  return { log, key: head.key, policy, head: checkpoint, lines }
}

const hashOf = (note: string): string => {
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  return createHash('sha256').update(text).digest('hex')
}

/** So many heads of one log that contradict each other are proof enough. */
const mostKept = 100

/** Keeps two signed heads that contradict each other, each under the hash of its text; gives the folder they are in. */
export const keepContradiction = async (
  disk: Disk,
  log: string,
  notes: readonly string[],
): Promise<string> => {
  const place = `${log}/contradictions`
  const known = new Set(await disk.below(place))
  for (const note of notes) {
    const path = `${place}/${hashOf(note)}`
    if (known.has(path) || known.size >= mostKept) continue
    known.add(path)
    await disk.replace(path, note)
  }
  return `${disk.folder}/${place}`
}
