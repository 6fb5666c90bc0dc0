/** Finds a name or a term in a passage, whatever its case or number. */

import type { Cited } from './finding.ts'
import { cite, type Passage, passageOf, type Token } from './passage.ts'

// The endings of Russian nouns and adjectives, longest first; what is left is compared.
const russianEnding =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|иях|ией|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ом|ем|ах|ях|ам|ям|ов|ев|ия|ию|ии|ью|а|я|о|е|ы|и|у|ю|ь|й)$/u
const englishEnding = /(?:ies|es|s|y|e)$/u

/** What stays of a word in all its forms; a short word stays whole, so that it is not taken for another. */
const stemOf = (language: Passage['language'], word: string): string => {
  const stem = word.replace(language === 'ru' ? russianEnding : englishEnding, '')
  return stem.length >= 3 ? stem : word
}

const follows = (passage: Passage, one: Token, other: Token): boolean =>
  /^[ -]+$/u.test(passage.lower.slice(one.to, other.at))

/** Where a name stands in a passage. Every word of it must be there, in order, each in some form; capitals stay capitals. */
export const findName = (passage: Passage, name: string): readonly Cited[] => {
  const { tokens, language, words } = passage
  const isAbbreviation = name === name.toUpperCase()
  const sought = passageOf(language, name).tokens.map(({ word }) => stemOf(language, word))
  const found: Cited[] = []
  for (let i = 0; sought.length > 0 && i + sought.length <= tokens.length; i += 1) {
    const here = tokens.slice(i, i + sought.length)
    const fits = here.every((token, k) => {
      const before = here[k - 1]
      const same = stemOf(language, token.word) === sought[k] && (!before || follows(passage, before, token))
      return same && (!isAbbreviation || words.slice(token.at, token.to) === token.word.toUpperCase())
    })
    const [first, last] = [here[0], here.at(-1)]
    if (fits && first && last) found.push(cite(passage, first.at, last.to))
  }
  return found
}
