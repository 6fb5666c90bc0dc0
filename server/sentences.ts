/** The sentence of a refusal, in the reader's language. */
import { createIntl, createIntlCache } from '@formatjs/intl'
import en from '#contract/refusals.en.json' with { type: 'json' }
import ru from '#contract/refusals.ru.json' with { type: 'json' }
import type { Refusal } from '#domain/outcome.ts'

const cache = createIntlCache()
const voices = {
  en: createIntl({ locale: 'en', messages: en }, cache),
  ru: createIntl({ locale: 'ru', messages: ru }, cache),
}

/** What a person is told; a code without a sentence is shown as it is. */
export const sentence = (language: keyof typeof voices, refusal: Refusal): string =>
  refusal.code in en
    ? String(voices[language].formatMessage({ id: refusal.code }, { ...refusal.facts }))
    : refusal.code
