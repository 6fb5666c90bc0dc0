/** Findings in lines for a person: the sentence, and both passages around the words it is about. */
import { createIntl, createIntlCache } from '@formatjs/intl'
import en from '#contract/findings.en.json' with { type: 'json' }
import ru from '#contract/findings.ru.json' with { type: 'json' }
import type { LanguagePair } from '#domain/language/concordance/check.ts'
import { excerptOf } from '#domain/language/concordance/excerpt.ts'
import type { Cited, Finding } from '#domain/language/concordance/finding.ts'

const cache = createIntlCache()
const voices = {
  en: createIntl({ locale: 'en', messages: en }, cache),
  ru: createIntl({ locale: 'ru', messages: ru }, cache),
}

/** A language in which findings are explained. */
export type Voice = keyof typeof voices

/** The sentence of a finding. */
export const explain = (voice: Voice, { code, facts }: Finding): string =>
  String(voices[voice].formatMessage({ id: code }, { ...facts }))

const around = 70

/** The passage around the words cited, which stand in ⟦ ⟧. */
const excerpt = (words: string, place: Cited | null): string => {
  const { before, cited, after } = excerptOf(words, place, around)
  return `${before}${place ? `⟦${cited}⟧` : ''}${after}`
}

/** A finding in three lines; `place` says which clause. */
export const findingLines = (
  voice: Voice,
  place: string,
  pair: LanguagePair,
  finding: Finding,
): readonly string[] => [
  `${place}  ${finding.severity}, ${finding.check}: ${explain(voice, finding)}`,
  `    en  ${excerpt(pair.en, finding.en)}`,
  `    ru  ${excerpt(pair.ru, finding.ru)}`,
]
