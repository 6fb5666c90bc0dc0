/** The open brackets of a text as a table for spreadsheet programs: a row for each alternative. */
import { isMediators } from '../bracket.ts'
import { writeContent } from '../notation/write.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder } from '../text.ts'
import { type Exported, partyName } from './about.ts'
import { asCsv } from './cells.ts'
import { addedWords } from './words.ts'

/**
 * The alternatives of all open brackets, those inside others too, in the order of reading (RFC 4180, lines end in CR LF,
 * UTF-8 with a byte order mark, by which spreadsheet programs know it). Words are in plain notation; words that are not
 * yet translated are an empty cell, a proposal to delete is `[ ]`. No cell can act as a formula.
 */
export const bracketsAsCsv = (exported: Exported): string => {
  const { text } = exported
  const [lead = 'en'] = text.languages
  const numbers = numbersOf(text, lead)
  const names = (keys: readonly string[]): string =>
    keys.map((key) => partyName(exported, key, lead)).join('; ')
  const heads = ['clause number', 'clause', 'bracket', 'alternative', 'sponsors', 'supporters', 'status']
  const rows = inReadingOrder(text).flatMap(({ clause }) =>
    Object.values(clause.brackets).flatMap((bracket) =>
      bracket.alternatives.map(({ id, passage, sponsors, supporters, status, ...how }) => [
        numbers.get(clause.id) ?? '',
        clause.id,
        bracket.id,
        id,
        [
          ...(isMediators(how) ? [addedWords(lead).mediator] : []),
          ...(sponsors.length > 0 ? [names(sponsors)] : []),
        ].join('; '),
        names(supporters),
        status,
        ...text.languages.map((language) => {
          const content = passage[language] ?? null
          if (content === null) return ''
          return content.length === 0 ? '[ ]' : writeContent(content, clause.brackets, language, numbers)
        }),
      ]),
    ),
  )
  return asCsv([[...heads, ...text.languages.map((language) => `words ${language}`)], ...rows])
}
