/** The sentence for what went wrong: what happened, that nothing was lost, and what to do. */
import { useIntl } from 'react-intl'
import english from '#contract/refusals.en.json'
import russian from '#contract/refusals.ru.json'
import { authorities } from '#domain/parties/member.ts'
import { Refused } from './api.ts'
import { dayInWords, locale } from './clock.ts'
import { type InterfaceLanguage, usePreferences } from './preferences.tsx'
import { useListing, useSay } from './speech.tsx'

const sentences: Readonly<Record<InterfaceLanguage, Readonly<Record<string, string>>>> = {
  en: english,
  ru: russian,
}

/** A day, or a moment with its hour in UTC: the reader may stand at the door, where no seat has a time zone yet. */
const sinceIn = (language: InterfaceLanguage, since: string): string =>
  since.length <= 10
    ? dayInWords(language, since)
    : new Intl.DateTimeFormat(locale(language), {
        ...{ timeZone: 'UTC', timeZoneName: 'short' },
        ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      }).format(new Date(since))

/** The facts of a refusal in words: the authority that was held, and since when. */
const useFacts = (): ((facts: Refused['facts']) => Record<string, string | number>) => {
  const say = useSay()
  const listing = useListing()
  const { language } = usePreferences()
  return (facts = {}) => {
    const { held, since } = facts
    const kept = String(held ?? '').split(' ')
    const named = authorities.filter((each) => kept.includes(each)).map((each) => say(`authority.${each}`))
    return {
      ...facts,
      ...(held === undefined ? {} : { held: named.length > 0 ? listing(named) : say('authority.none') }),
      ...(typeof since === 'string' && since !== '' ? { since: sinceIn(language, since) } : {}),
    }
  }
}

/** Puts any trouble into the reader's language; a code without a sentence gets the general one. */
export const useTrouble = (): ((trouble: Error) => string) => {
  const say = useSay()
  const intl = useIntl()
  const factsOf = useFacts()
  const { language } = usePreferences()
  return (trouble) => {
    if (!(trouble instanceof Refused)) return say('trouble.unreachable')
    if (trouble.code === 'act.stale') return say('trouble.stale')
    const sentence = sentences[language][trouble.code]
    if (sentence === undefined) return say('trouble.refused')
    return intl.formatMessage(
      { id: `refusal.${trouble.code}`, defaultMessage: sentence },
      factsOf(trouble.facts),
    ) as string
  }
}
