/** The symmetry report in the reader's words. */
import { useMemo } from 'react'
import { createIntl } from 'react-intl'
import en from '#contract/symmetry.en.json' with { type: 'json' }
import ru from '#contract/symmetry.ru.json' with { type: 'json' }
import { type SymmetryTeller, symmetryTellerOf } from '#contract/symmetry-words.ts'
import { named } from '#domain/parties/localised.ts'
import { locale } from '../clock.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'

/** A teller in the reader's language, in which parties are called by their short names. */
export const useSymmetryWords = (): SymmetryTeller => {
  const { language } = usePreferences()
  const { process } = useProcess()
  return useMemo(() => {
    const intl = createIntl({ locale: locale(language), messages: language === 'ru' ? ru : en })
    const languages = new Intl.DisplayNames(language, { type: 'language' })
    return symmetryTellerOf((code, facts) => String(intl.formatMessage({ id: code }, { ...facts })), {
      party: (key) => named(process.parties.find((each) => each.key === key)?.short ?? {}, language),
      language: (tag) => languages.of(tag) ?? tag,
    })
  }, [language, process])
}
