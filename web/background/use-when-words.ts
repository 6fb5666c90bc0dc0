/** Times in the words of whoever reads. */
import { useMemo } from 'react'
import { usePreferences } from '../preferences.tsx'
import { useSay } from '../speech.tsx'
import { whenInWords } from './when-words.ts'

export const useWhenWords = (): ((written: string) => string) => {
  const say = useSay()
  const { language } = usePreferences()
  return useMemo(() => (written) => whenInWords(language, say, written), [language, say])
}
