/** The names of languages, in the reader's own. */
import { usePreferences } from '../preferences.tsx'

/** "Russian", «русский»: the name of a language as the reader calls it. */
export const useLanguageName = (): ((language: string) => string) => {
  const { language: reader } = usePreferences()
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  return (language) => names.of(language) ?? language
}

/** The same with a capital, to stand at the head of a column. */
export const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
