/** What is being written in a form: kept in this tab as it is typed, so that a lost connection or a reload loses nothing. */
import { useCallback, useMemo } from 'react'
import { useDraft } from './drafts.ts'
import { useProcess } from './process.tsx'

/** A form being written. */
export interface Form<T> {
  readonly value: T
  readonly write: (part: Partial<T>) => void
  readonly clear: () => void
}

const parsed = <T>(words: string, initial: T): T => {
  try {
    return words === '' ? initial : { ...initial, ...(JSON.parse(words) as Partial<T>) }
  } catch {
    return initial
  }
}

/** The form of this name, for this member alone; it begins with `initial`. */
export const useForm = <T extends object>(name: string, initial: T): Form<T> => {
  const { me, id } = useProcess()
  const [words, keep] = useDraft(`${id}/${me.id}/${name}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with does not change under one name.
  const value = useMemo(() => parsed(words, initial), [words, name])
  const write = useCallback((part: Partial<T>) => keep(JSON.stringify({ ...value, ...part })), [keep, value])
  const clear = useCallback(() => keep(''), [keep])
  return { value, write, clear }
}
