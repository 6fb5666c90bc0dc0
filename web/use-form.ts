/**
 * What is being written in a form: kept in this tab as it is typed, so that a lost connection or a reload loses nothing,
 * and kept with the revision on which it was begun, so that nobody's change is overwritten unseen.
 */
import { useCallback, useEffect, useMemo } from 'react'
import {
  adopted,
  type Begun,
  isOvertaken,
  laidOver,
  newWords,
  readBegun,
  remainder,
  shown,
  unsent,
  written,
} from './begun.ts'
import { keptDraft, useDraft } from './drafts.ts'
import { useProcess } from './process.tsx'

/** A form being written. */
export interface Form<T> {
  readonly value: T
  /** The revision on which it was begun, which an act must name; 0 where there was nothing. */
  readonly base: number
  /** Whether anything is written that is not sent. */
  readonly isChanged: boolean
  /** Whether what it was begun on has changed meanwhile: it is then settled before it is sent. */
  readonly isOvertaken: boolean
  /** Wordings that stand now and did not when it was begun. */
  readonly news: readonly Readonly<Record<string, string>>[]
  readonly write: (part: Partial<T>) => void
  /** Forgets what is written, or sent: the form begins again from what stands now. What was written since then stays. */
  readonly clear: () => void
  /** Lays what is written over what stands now, and goes on from there. */
  readonly goOn: () => void
}

/** What a form is begun on. `ofPart`: the form shows a part of the object, and only a change of that part concerns it. */
export interface On {
  readonly revision: number
  readonly ofPart?: boolean
}

/**
 * The form of this name, for this member alone. It begins with `initial`, which is what stands in the revision `on`, and
 * follows it until something is written; from then on it stays on what it was begun on.
 */
export const useForm = <T extends object>(
  name: string,
  initial: T,
  { revision, ofPart }: On = { revision: 0 },
): Form<T> => {
  const { me, id, process } = useProcess()
  const key = `${id}/${me.id}/${name}`
  const [words, keep] = useDraft(key)
  const beginning = JSON.stringify(initial)
  const stands = useMemo(
    () => ({ revision, initial: JSON.parse(beginning) as T, ofPart }),
    [revision, beginning, ofPart],
  )
  const draft = useMemo(() => unsent(adopted(readBegun<T>(words), stands), stands), [words, stands])
  // What stands by now is not left to rise again when others change it.
  useEffect(() => {
    if (words !== '' && draft === undefined) keep('')
  }, [words, draft, keep])
  const value = useMemo(() => shown(draft, stands), [stands, draft])
  const over = draft !== undefined && isOvertaken(draft, stands)
  const store = useCallback((next: Begun<T>) => keep(JSON.stringify(next)), [keep])
  return {
    value,
    base: draft && (over || ofPart !== true) ? draft.base : revision,
    isChanged: draft !== undefined,
    isOvertaken: over,
    news: over ? newWords(draft, stands, process.languages) : [],
    write: useCallback((part: Partial<T>) => store(written(draft, stands, part)), [store, draft, stands]),
    clear: useCallback(() => {
      const left = remainder(readBegun<T>(keptDraft(key)), stands, value)
      keep(left ? JSON.stringify(left) : '')
    }, [key, keep, stands, value]),
    goOn: useCallback(() => draft && store(laidOver(draft, stands)), [store, draft, stands]),
  }
}
