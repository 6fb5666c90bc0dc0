/** The sentence for what went wrong: what happened, that nothing was lost, and what to do. */
import { useIntl } from 'react-intl'
import english from '#contract/refusals.en.json'
import russian from '#contract/refusals.ru.json'
import { Refused } from './api.ts'
import { type InterfaceLanguage, usePreferences } from './preferences.tsx'
import { useSay } from './speech.tsx'

const sentences: Readonly<Record<InterfaceLanguage, Readonly<Record<string, string>>>> = {
  en: english,
  ru: russian,
}

/** Puts any trouble into the reader's language; a code without a sentence gets the general one. */
export const useTrouble = (): ((trouble: Error) => string) => {
  const say = useSay()
  const intl = useIntl()
  const { language } = usePreferences()
  return (trouble) => {
    if (!(trouble instanceof Refused)) return say('trouble.unreachable')
    if (trouble.code === 'act.stale') return say('trouble.stale')
    const sentence = sentences[language][trouble.code]
    if (sentence === undefined) return say('trouble.refused')
    return intl.formatMessage(
      { id: `refusal.${trouble.code}`, defaultMessage: sentence },
      trouble.facts as never,
    ) as string
  }
}
