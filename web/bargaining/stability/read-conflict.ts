/** Reading a conflict from a file of the reader's own: our JSON or `.gmcr`; it stays in this browser. */
import { ConflictFile } from '#contract/conflict-file.ts'
import { conflictOfFile } from '#domain/bargaining/formats/conflict-file.ts'
import { looksLikeGmcr, readGmcr } from '#domain/bargaining/formats/gmcr.ts'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'

/** A conflict as it was read; parts of a `.gmcr` file that are not taken into account are named. */
export interface LoadedConflict {
  readonly conflict: Conflict
  readonly unread: readonly ('coalitions' | 'misperceptions')[]
}

/** Larger files are not read. */
export const largestConflict = 8_000_000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Refusals: those of both formats, and `bargaining.file-broken`, `.file-kind`. */
export const readConflict = (name: string, text: string): Outcome<LoadedConflict> => {
  const value = parsed(text)
  if (/\.gmcr$/i.test(name) || looksLikeGmcr(value)) return readGmcr(text)
  if (value === undefined) return refuse('bargaining.file-kind')
  const shaped = ConflictFile.safeParse(value)
  if (!shaped.success) {
    const [issue] = shaped.error.issues
    return refuse('bargaining.file-broken', { reason: `/${issue?.path.join('/') ?? ''}` })
  }
  const conflict = conflictOfFile(shaped.data)
  return conflict.ok ? done({ conflict: conflict.value, unread: [] }) : conflict
}
