/** The words of a clause on which a stipulation stands, and whether they still stand there. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause } from '#domain/text/clause.ts'
import type { Content } from '#domain/text/content.ts'
import type { Leaf, LeafWords } from '#domain/text/version/leaf.ts'

/** The span of a clause that a stipulation is drawn from: its words in each language, at this wording of the clause. */
export interface Quote {
  readonly clause: string
  readonly wording: number
  readonly words: Readonly<Record<Language, string>>
}

/** How the words stand: as they were read; the clause has other words, but these too; or no longer. */
export type QuoteStanding = 'same' | 'moved' | 'changed' | 'gone'

/** In the place of a bracket, a placeholder, a reference or a note: what stands among words and is no word. */
const markChar = '\uFFFC'

/** The words of a clause or of a leaf in plain characters, each mark that is no word as one `\uFFFC`. */
export const quotable = (content: Content | LeafWords): string =>
  content
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return 'term' in piece && typeof piece.words === 'string' ? piece.words : markChar
    })
    .join('')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')

/** A quote as it is compared: spaces alike. */
const spaced = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

const holds = (words: string | undefined, quoted: string | undefined): boolean =>
  words !== undefined && quoted !== undefined && spaced(quoted) !== '' && words.includes(spaced(quoted))

/** The languages of a clause in which the quoted words are not to be found, or nothing is quoted. */
export const unquoted = (clause: Pick<Clause, 'passage'>, quote: Quote): readonly Language[] =>
  Object.entries(clause.passage).flatMap(([language, content]) =>
    content === null || holds(quotable(content), quote.words[language]) ? [] : [language],
  )

/** How a quote stands in the clause as it is now; without a clause its words are gone. */
export const standingOfQuote = (
  quote: Quote,
  clause: Pick<Clause, 'wording' | 'passage' | 'standing'> | undefined,
): QuoteStanding => {
  if (clause?.standing !== 'in') return 'gone'
  if (clause.wording === quote.wording) return 'same'
  return unquoted(clause, quote).length === 0 ? 'moved' : 'changed'
}

/** The languages of a version in which the quoted words do not stand in their clause. */
export const missingIn = (
  leaves: Readonly<Record<Language, readonly Leaf[]>>,
  quote: Quote,
): readonly Language[] =>
  Object.entries(leaves).flatMap(([language, own]) => {
    const leaf = own.find(({ clause }) => clause === quote.clause)
    return leaf?.words && holds(quotable(leaf.words), quote.words[language]) ? [] : [language]
  })
