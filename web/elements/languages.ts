/** The names of languages, in the reader's own. */
import { usePreferences } from '../preferences.tsx'

const known = new Map<string, Intl.DisplayNames>()

/** Made once for each reader's language: making one takes time, and every row of a text asks. */
const namesFor = (reader: string): Intl.DisplayNames => {
  const names = known.get(reader) ?? new Intl.DisplayNames([reader], { type: 'language' })
  known.set(reader, names)
  return names
}

/** "Russian", «русский»: the name of a language as the reader calls it. */
export const useLanguageName = (): ((language: string) => string) => {
  const { language: reader } = usePreferences()
  return (language) => namesFor(reader).of(language) ?? language
}

/** The same with a capital, to stand at the head of a column. */
export const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
