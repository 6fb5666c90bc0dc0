/** The state of a room, computed anew from its acts and compared with what the folder says it is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { follow, refOf } from '#domain/acts.ts'
import type { Act } from '#domain/record/act.ts'
import { collateState } from '#domain/record/collation.ts'
import { parseState, type StateHashes, stateHash, statePath } from '#domain/record/folder.ts'
import type { Kept } from '#domain/record/rule.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Report } from './report.ts'

/** What came of a replay. */
export interface Replayed {
  readonly objects: number
  /** Whether the folder says what it should come to. */
  readonly isStated: boolean
}

/** The replay of a room, act by act. */
export interface Replay {
  readonly take: (act: Act) => void
  /** Compares; `isWhole` says that no act was missing, so that every object stated must come of them. */
  readonly compare: (isWhole: boolean) => Replayed
}

/** The object after an act; undefined if the act cannot follow what was before, for instance because one is missing. */
const after = (before: Kept | undefined, act: Act): Kept | undefined => {
  try {
    const next = follow(before, act)
    return next.ok ? next.value : undefined
  } catch {
    return undefined
  }
}

const readStated = (folder: string, path: string): string | undefined => {
  try {
    return readFileSync(join(folder, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const statedIn = (folder: string, path: string, report: Report): StateHashes | undefined => {
  const text = readStated(folder, path)
  const stated = text === undefined ? undefined : parseState(text, path)
  if (stated?.ok) return stated.value
  if (stated) report(path, stated.refusal)
  return undefined
}

/** Replays the acts of a room in a folder. */
export const openReplay = (folder: string, log: string, report: Report): Replay => {
  const objects = new Map<string, Kept | undefined>()
  return {
    take: (act) => {
      const { kind, object } = refOf(act)
      const key = `${kind}/${object}`
      const isBroken = objects.has(key) && objects.get(key) === undefined
      objects.set(key, isBroken ? undefined : after(objects.get(key), act))
    },
    compare: (isWhole) => {
      const path = statePath(log)
      const stated = statedIn(folder, path, report)
      const hashes = [...objects].map(
        ([key, kept]) => [key, kept && stateHash(kept, primitives.sha256)] as const,
      )
      for (const refusal of collateState(new Map(hashes), stated, isWhole)) report(path, refusal)
      return { objects: objects.size, isStated: stated !== undefined }
    },
  }
}
