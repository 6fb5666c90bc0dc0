/** A text as plain lines: the reading of one side, in one language. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause } from './clause.ts'
import type { Content } from './content.ts'
import { numbersOf } from './numbering.ts'
import { type Choice, choiceOf, inReadingOrder, resolved, type Text } from './text.ts'

/** One clause as it is read: its number, and its words without brackets. */
export interface Line {
  readonly clause: string
  readonly number: string | null
  readonly words: string
}

/** The words of a content whose brackets are resolved: references as numbers, placeholders in brackets, no footnotes. */
export const plainWords = (content: Content, numbers: ReadonlyMap<string, string>): string =>
  content
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('placeholder' in piece) return `[${piece.placeholder}]`
      if ('reference' in piece) return (numbers.get(piece.reference) ?? '').replace(/\.$/u, '')
      return 'term' in piece ? piece.words : ''
    })
    .join('')

/** The lines of a text when every bracket is resolved by a choice; a clause of which nothing is left has none. */
export const linesOf = (
  text: Text,
  language: Language,
  choose: Choice,
  order?: readonly string[],
): readonly Line[] => {
  const numbers = numbersOf(text, language)
  const known = new Map(text.clauses.map((clause) => [clause.id, clause]))
  const clauses: readonly Clause[] = order
    ? order.flatMap((id) => known.get(id) ?? [])
    : inReadingOrder(text).map(({ clause }) => clause)
  return clauses.flatMap((clause) => {
    const content = clause.passage[language]
    if (!content) return []
    const left = resolved(content, clause.brackets, language, choose)
    const isOut = left.length === 0 && content.length > 0
    return isOut
      ? []
      : [{ clause: clause.id, number: numbers.get(clause.id) ?? null, words: plainWords(left, numbers) }]
  })
}

/** The reading of one side: its own alternatives, in its own order where the text was compiled from its draft. */
export const sideReading = (
  text: Text,
  party: string,
  language: Language,
  order?: readonly string[],
): readonly Line[] => linesOf(text, language, choiceOf(party), order)
