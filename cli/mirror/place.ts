/** The place of a mirror: a folder of its own, in which no second mirror works. */
import { mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { aboutPath } from '#domain/record/folder.ts'
import { FolderInUse, type Lock, takeLock } from '#server/database/lock.ts'
import { BadUsage } from '../command.ts'
import { isDraft } from './disk.ts'

/** A folder that is ours until it is let go of. */
export interface Place {
  readonly folder: string
  readonly release: () => void
}

/** What a mirror that was stopped in its very first round may have left. */
const isOurs = (name: string): boolean => /^lock[.-]|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)

const makeFolder = (wanted: string): string => {
  try {
    mkdirSync(resolve(wanted), { recursive: true, mode: 0o700 })
    return realpathSync(wanted)
  } catch (error) {
    throw new BadUsage(`the folder ${wanted} cannot be used: ${(error as Error).message}`)
  }
}

/** Throws `BadUsage` for a folder that holds something else than a mirror; takes away what never got its name. */
const checkNames = (folder: string): void => {
  const names = readdirSync(folder)
  for (const name of names.filter(isDraft)) rmSync(join(folder, name), { force: true })
  const stranger = names.find((name) => !isOurs(name) && !isDraft(name))
  if (!names.includes(aboutPath) && stranger !== undefined)
    throw new BadUsage(`${folder} is no mirror, and not empty: there is ${stranger} in it`)
}

const lock = async (folder: string): Promise<Lock> => {
  try {
    return await takeLock(folder)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new BadUsage(`${folder} is in use: process ${error.pid} mirrors into it`)
  }
}

/** Takes the folder of a mirror, and makes it if it is missing. Throws `BadUsage` where that cannot be. */
export const takePlace = async (wanted: string): Promise<Place> => {
  const folder = makeFolder(wanted)
  const held = await lock(folder)
  try {
    checkNames(folder)
  } catch (error) {
    held.release()
    throw error
  }
  return { folder, release: () => held.release() }
}
