/** Brackets and quotation marks: what opens closes, and square brackets stand in both languages. */
import { type Finding, newFinding } from './finding.ts'
import { cite, type Passage } from './passage.ts'

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '»': '«', '”': '“' }

// The bracket after the letter or number of an item, as in «а)» and "1)", closes nothing.
const itemMark = /(?<![\p{L}\d(])(?:\p{Ll}|[ivx]{2,5}|\d{1,3})\)/gu

/** Where a bracket stands alone, or null when all are in pairs. In Russian „ and “ are the inner pair. */
const unpaired = ({ words, language }: Passage): number | null => {
  const bare = language === 'ru' ? words.replace(/„([^„“”]*)[“”]/gu, '·$1·') : words
  const open: number[] = []
  let items = [...bare.matchAll(itemMark)].length
  for (const { index, 0: character } of bare.matchAll(/[()[\]{}«»“”]/gu)) {
    const partner = closes[character]
    if (partner === undefined) open.push(index)
    else if (bare[open.at(-1) ?? -1] === partner) open.pop()
    else if (character === ')' && items > 0) items -= 1
    else return index
  }
  return open[0] ?? null
}

// Square brackets around round ones are only the outer pair of a citation.
const squares = ({ words }: Passage): number => [...words.matchAll(/\[[^\]()]*(?:\]|$)/gu)].length

const alone = (passage: Passage, at: number): Finding => {
  const cited = cite(passage, at, at + 1)
  const facts = { mark: cited.words }
  return passage.language === 'en'
    ? newFinding('brackets.unpaired-en', 'doubt', { en: cited }, facts)
    : newFinding('brackets.unpaired-ru', 'doubt', { ru: cited }, facts)
}

/** Findings on brackets. Where both languages leave one open, as in a passage that quotes on, there is none. */
export const bracketFindings = (en: Passage, ru: Passage): readonly Finding[] => {
  const [left, right] = [unpaired(en), unpaired(ru)]
  const single =
    left === null ? (right === null ? [] : [alone(ru, right)]) : right === null ? [alone(en, left)] : []
  const [inEnglish, inRussian] = [squares(en), squares(ru)]
  if (inEnglish === inRussian) return single
  const facts = { en: inEnglish, ru: inRussian }
  return [...single, newFinding('brackets.count', 'divergence', {}, facts)]
}
