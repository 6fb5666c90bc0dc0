/** What the reader is at, clause by clause: which one they are on, and what is open under it. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Picked } from './picking.ts'

/** Something open under a clause. */
export type Doing =
  | { readonly what: 'propose'; readonly picked?: Picked | undefined; readonly out?: boolean }
  | { readonly what: 'bracket'; readonly bracket: string }
  | { readonly what: 'comment' | 'ask'; readonly picked?: Picked | undefined }
  | { readonly what: 'translate'; readonly language: string; readonly alternative?: string | undefined }
  | {
      readonly what: 'new' | 'place' | 'number' | 'split' | 'merge' | 'link' | 'history' | 'settled'
    }

/** Keeps what is open, and tells the rows that are concerned. */
export interface Desk {
  readonly current: () => string | null
  readonly doingOf: (clause: string) => Doing | null
  readonly turnTo: (clause: string | null) => void
  readonly open: (clause: string, doing: Doing | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** An empty desk. */
export const createDesk = (): Desk => {
  let current: string | null = null
  const doings = new Map<string, Doing>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    current: () => current,
    doingOf: (clause) => doings.get(clause) ?? null,
    turnTo: (clause) => {
      if (clause === current) return
      current = clause
      tell()
    },
    open: (clause, doing) => {
      if (doing) doings.set(clause, doing)
      else doings.delete(clause)
      if (doing) current = clause
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What is open under a clause, and whether the reader is on it; drawn again only when that changes. */
export const useDesk = (
  desk: Desk,
  clause: string,
): { readonly doing: Doing | null; readonly isCurrent: boolean } => {
  const doing = useSyncExternalStore(
    desk.subscribe,
    useCallback(() => desk.doingOf(clause), [desk, clause]),
  )
  const isCurrent = useSyncExternalStore(
    desk.subscribe,
    useCallback(() => desk.current() === clause, [desk, clause]),
  )
  return { doing, isCurrent }
}
