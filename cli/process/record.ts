/** The record a seat took home, read for its acts alone: that they are the ones that were signed `parley verify log` says. */
import { join } from 'node:path'
import type { Process, Room } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type About,
  aboutPath,
  actsPath,
  checkpointPath,
  parseAbout,
  parseActLine,
} from '#domain/record/folder.ts'
import { BadUsage } from '../command.ts'
import { bytesOf } from '../input.ts'
import { orBadInput } from '../verify/input.ts'

/** The acts of a room, up to a size of its log. */
export interface RoomLog {
  readonly room: Room
  readonly size: number
  readonly acts: readonly Act[]
}

/** What a folder says of a process. */
export interface HomeRecord {
  readonly about: About
  readonly process: Process
  readonly logs: readonly RoomLog[]
}

const readSize = async (folder: string, log: string): Promise<number> => {
  const path = join(folder, checkpointPath(log))
  const size = Number((await bytesOf(path)).toString('utf8').split('\n')[1])
  if (!Number.isSafeInteger(size) || size < 0) throw new BadUsage(`${path} is not the head of a log`)
  return size
}

const readActs = async (folder: string, log: string, size: number): Promise<readonly Act[]> => {
  const path = actsPath(log)
  const lines = (await bytesOf(join(folder, path))).toString('utf8').split('\n')
  if (lines.pop() !== '') throw new BadUsage(`${join(folder, path)}: the last line has no end`)
  return lines.flatMap((text, i) => {
    const { act, index } = orBadInput(parseActLine(text, path, i + 1), folder)
    return index < size ? [act] : []
  })
}

const foundedIn = (folder: string, logs: readonly RoomLog[]): Process => {
  const found = logs.flatMap(({ acts }) => acts.filter(({ kind }) => kind === 'process.found'))[0]
  if (!found) throw new BadUsage(`${folder}: no room of this folder says what process it is of`)
  return found.payload as Process
}

/**
 * Reads a folder. `sizes` says how much of each room's log counts; without it all that is signed does.
 * Throws `BadUsage` for a folder that cannot be read, or that ends before those sizes.
 */
export const readHomeRecord = async (
  folder: string,
  sizes: ReadonlyMap<string, number> | undefined,
): Promise<HomeRecord> => {
  const about = orBadInput(parseAbout((await bytesOf(join(folder, aboutPath))).toString('utf8')), folder)
  const logs: RoomLog[] = []
  for (const log of about.logs) {
    if (log.kind !== 'room') continue
    const signed = await readSize(folder, log.log)
    const size = sizes?.get(log.log) ?? signed
    if (size > signed)
      throw new BadUsage(`${folder} holds ${signed} acts of ${log.room.key}, and not ${size}`)
    logs.push({ room: log.room, size, acts: await readActs(folder, log.log, size) })
  }
  return { about, process: foundedIn(folder, logs), logs }
}
