/** The words on the screen, from its own catalogues, so that a journey says what it means and not how it is worded. */
import { createIntl } from '@formatjs/intl'
import refusalsEn from '../../contract/refusals.en.json' with { type: 'json' }
import refusalsRu from '../../contract/refusals.ru.json' with { type: 'json' }
import english from '../../web/catalogue/en.json' with { type: 'json' }
import russian from '../../web/catalogue/ru.json' with { type: 'json' }

/** A language of the interface. */
export type Language = 'en' | 'ru'

/** The id of a phrase of the screen. */
export type Phrase = keyof typeof english

type Facts = Readonly<Record<string, string | number>>

const speaking = (language: Language, messages: Record<string, string>) =>
  createIntl({ locale: language, messages, onError: () => {} })

const screens = { en: speaking('en', english), ru: speaking('ru', russian) }
const refusals = { en: speaking('en', refusalsEn), ru: speaking('ru', refusalsRu) }

/** A phrase of the screen in a language; one that the catalogue does not hold is a broken journey. */
export const phrase = (language: Language, id: Phrase, facts: Facts = {}): string => {
  if (!(id in english) || !(id in russian)) throw new Error(`the catalogues have no phrase ${id}`)
  return String(screens[language].formatMessage({ id }, facts))
}

/** The sentence for a refusal in a language. */
export const refusal = (language: Language, code: keyof typeof refusalsEn, facts: Facts = {}): string =>
  String(refusals[language].formatMessage({ id: code }, facts))

/** What a language is called by a reader of another: "Russian", «русский». */
export const languageName = (reader: Language, language: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
