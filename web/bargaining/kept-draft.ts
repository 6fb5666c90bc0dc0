/** What is being written about one object of a room: kept in this tab until it is saved, and never over a colleague's. */
import { useCallback, useMemo } from 'react'
import { useDraft } from '../drafts.ts'
import { useProcess } from '../process.tsx'

interface Kept<T> {
  readonly base: number
  readonly value: T
}

/** A value that is being written. */
export interface KeptDraft<T> {
  readonly value: T
  /** The revision it was begun from, which an act must name; 0 where there was nothing. */
  readonly base: number
  /** Whether anything was changed that is not saved. */
  readonly isChanged: boolean
  /** Whether somebody has saved another meanwhile. */
  readonly isOvertaken: boolean
  readonly write: (value: T) => void
  /** Goes on with what is written here, in place of what was saved meanwhile. */
  readonly keep: () => void
  /** Forgets what is written here. */
  readonly forget: () => void
}

const parsed = <T>(words: string): Kept<T> | undefined => {
  try {
    return words === '' ? undefined : (JSON.parse(words) as Kept<T>)
  } catch {
    return undefined
  }
}

/** The draft of an object; `saved` is what the room holds of it, `empty` what one begins with. */
export const useKeptDraft = <T>(
  room: string,
  what: string,
  saved: { readonly revision: number; readonly state: T } | null,
  empty: T,
): KeptDraft<T> => {
  const { me } = useProcess()
  const [words, keepWords] = useDraft(`${room}/${me.id}/bargaining/${what}`)
  const draft = useMemo(() => parsed<T>(words), [words])
  const revision = saved?.revision ?? 0
  const value = draft ? draft.value : (saved?.state ?? empty)
  const base = draft ? draft.base : revision
  const write = useCallback(
    (next: T) => keepWords(JSON.stringify({ base, value: next } satisfies Kept<T>)),
    [keepWords, base],
  )
  return {
    value,
    base,
    isChanged: draft !== undefined && JSON.stringify(draft.value) !== JSON.stringify(saved?.state ?? empty),
    isOvertaken: draft !== undefined && draft.base < revision,
    write,
    keep: () => keepWords(JSON.stringify({ base: revision, value } satisfies Kept<T>)),
    forget: () => keepWords(''),
  }
}
