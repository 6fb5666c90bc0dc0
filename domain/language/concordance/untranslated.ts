/** Words that were left in the other language. */
import { type Cited, type Finding, newFinding } from './finding.ts'
import { cite, type Passage } from './passage.ts'

// Latin that every language of the law keeps, and what citations are made of.
const kept =
  /^(?:ad|referendum|hoc|mutatis|mutandis|inter|alia|prima|facie|de|facto|jure|lege|ferenda|lata|pacta|sunt|servanda|jus|ius|cogens|erga|omnes|bona|fide|ex|officio|post|ante|proprio|motu|status|quo|sine|qua|non|die|per|se|pro|rata|et|al|ibid|idem|op|cit|vis|a|force|majeure|note|verbale|persona|grata|res|judicata|ultra|vires|in|absentia|situ|vitro|toto|extenso|corr|add|rev|vol|vols|no|nos|part|parts|sales|annex)$/iu

/** English words that stand in sentences and hardly in names. */
const ofSentences =
  /^(?:the|shall|should|must|may|will|is|are|was|were|be|been|has|have|had|that|this|these|those|which|who|with|by|from|to|its|their|it|they|as|or|not|all|any|each|on|at|of|and|for)$/u

const latinRun =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*(?:[ ,]+(?:\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*))*/gu
const cyrillicRun =
  /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}-]*(?:[ ,]+\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}-]*)*/gu

const quoted = /["‘][^"]*"|“[^”]*”|«[^»]*»|\([^()]*\)|\[[^\]]*\]/gu
const treaties = /(?:United Nations|League of Nations|Ibid\.?),? Treaty Series[^;»"]{0,60}/giu

/** The passage with quotations, brackets and treaty series blanked out: a title is cited in its own language. */
const ownWords = ({ plain }: Passage): string =>
  [treaties, quoted].reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    plain,
  )

const wordsOf = (run: string): readonly string[] => run.split(/[ ,]+/u)

/** A name or a title is capitalised word for word and keeps its language; a sentence has small words of its own. */
const isSentence = (run: string): boolean => {
  const words = wordsOf(run)
  const own = words.filter((word) => !kept.test(word))
  const plain = own.filter((word) => /^\p{Ll}{4,}/u.test(word) && !ofSentences.test(word))
  return words.length >= 2 && own.some((word) => ofSentences.test(word)) && plain.length > 0
}

const isRussian = (run: string): boolean => wordsOf(run).some((word) => word.length > 3)

/** True where the translation follows in brackets and quotation marks, as after the title of a report. */
const isGlossed = ({ plain }: Passage, end: number): boolean =>
  /^[^;"]{0,80}? \("/u.test(plain.slice(end, end + 90))

const runs = (passage: Passage): readonly Cited[] => {
  const [pattern, counts] =
    passage.language === 'en' ? ([cyrillicRun, isRussian] as const) : ([latinRun, isSentence] as const)
  return [...ownWords(passage).matchAll(pattern)]
    .filter((match) => counts(match[0]) && !isGlossed(passage, match.index + match[0].length))
    .map((match) => cite(passage, match.index, match.index + match[0].length))
}

const noRussianAtAll = (en: Passage, ru: Passage): boolean =>
  !/\p{Script=Cyrillic}/u.test(ru.plain) &&
  en.tokens.filter(({ word }) => /^[a-z]{3}/u.test(word)).length >= 4 &&
  /[a-z]{3} [a-z]{3}/u.test(ru.plain)

/** Findings on runs of words in the other language. */
export const untranslatedFindings = (en: Passage, ru: Passage): readonly Finding[] => {
  const make = (language: 'en' | 'ru', cited: Cited): Finding => {
    const severity = wordsOf(cited.words).length >= 3 ? 'divergence' : 'doubt'
    return newFinding(`untranslated.in-${language}`, severity, { [language]: cited }, { words: cited.words })
  }
  if (noRussianAtAll(en, ru)) return [make('ru', cite(ru, 0, ru.words.length))]
  return [...runs(en).map((cited) => make('en', cited)), ...runs(ru).map((cited) => make('ru', cited))]
}
