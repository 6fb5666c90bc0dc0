/** Latin and Cyrillic letters in one word: they look alike, and a search, a glossary and a hash tell them apart. */
import { type Finding, newFinding } from './finding.ts'
import { cite, type Passage } from './passage.ts'

const word = /[\p{L}\p{M}]+/gu
const symbol = /(?<![\p{L}\d])\p{Lu}+(?:\.\d+)?(?:\/[\p{L}\d.-]*\d[\p{L}\d.-]*)+/gu
const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u

// «бо́льший» is often printed with a Latin ó to show the stress.
const stressed = /[áéíóúý]/giu

/** The mark of a footnote sticks to the last word of both languages, as in a table: "Questionsc", «вопросамc». */
const isNoteMark = (words: string, passage: Passage, other: Passage): boolean => {
  const mark = words.at(-1) ?? ''
  return (
    /^[a-z]$/u.test(mark) &&
    !latin.test(words.slice(0, -1)) &&
    passage.words.endsWith(words) &&
    other.words.endsWith(mark)
  )
}

const mixedIn = (passage: Passage, other: Passage): readonly Finding[] => {
  if (!latin.test(passage.words) || !cyrillic.test(passage.words)) return []
  const found = [...passage.words.matchAll(word), ...passage.words.matchAll(symbol)].filter(
    ([words]) =>
      cyrillic.test(words) && latin.test(words.replace(stressed, '')) && !isNoteMark(words, passage, other),
  )
  return found.map((match) => {
    const cited = cite(passage, match.index, match.index + match[0].length)
    const facts = { words: cited.words }
    return passage.language === 'en'
      ? newFinding('letters.mixed-en', 'divergence', { en: cited }, facts)
      : newFinding('letters.mixed-ru', 'divergence', { ru: cited }, facts)
  })
}

/** Findings on words and symbols that mix two alphabets. */
export const letterFindings = (en: Passage, ru: Passage): readonly Finding[] => [
  ...mixedIn(en, ru),
  ...mixedIn(ru, en),
]
