/** What is being written in a form of the text: kept until it is sent or let go, also over a reload of the page. */
import { useCallback, useMemo } from 'react'
import { useDraft } from '../drafts.ts'
import { useProcess } from '../process.tsx'
import { useText } from './text-context.tsx'

const parsed = <T>(kept: string, initial: T): T => {
  if (kept === '') return initial
  try {
    return JSON.parse(kept) as T
  } catch {
    return initial
  }
}

/** A value that is kept under the reader, the room and a name of its own; `clear` forgets it. */
export const useKept = <T>(
  name: string,
  initial: T,
): {
  readonly value: T
  readonly set: (value: T) => void
  readonly clear: () => void
  readonly isKept: boolean
} => {
  const { me } = useProcess()
  const { room } = useText()
  const [kept, write] = useDraft(`${me.id}.${room.id}.text.${name}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is asked once.
  const value = useMemo(() => parsed(kept, initial), [kept])
  const set = useCallback((next: T) => write(JSON.stringify(next)), [write])
  const clear = useCallback(() => write(''), [write])
  return { value, set, clear, isKept: kept !== '' }
}

/** Words by language, as they are typed. */
export type WordsByLanguage = Readonly<Record<string, string>>

/** Typed words as a passage: one space between words, NFC; null where nothing was typed. */
export const passageOf = (
  words: WordsByLanguage,
  languages: readonly string[],
): Readonly<Record<string, readonly string[] | null>> =>
  Object.fromEntries(
    languages.map((language) => {
      const said = words[language]?.replace(/\s+/gu, ' ').trim() ?? ''
      return [language, said === '' ? null : [said.normalize('NFC')]]
    }),
  )
