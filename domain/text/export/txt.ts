/** A text in plain characters, one clause on a line; `readPapers` reads it again. */
import type { Language } from '#domain/parties/localised.ts'
import { notationOf } from '../notation/clause.ts'
import { typedClauses } from '../notation/lines.ts'
import { writeNotation } from '../notation/write.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder } from '../text.ts'
import { type Exported, partyName } from './about.ts'

/** A line that begins like a number without having one, or is no whole line, is told apart by `\&`. */
const guarded = (number: string | null, words: string): string => {
  const [read, ...rest] = typedClauses(words)
  const begins = number === null && (read?.number ?? null) !== null
  return begins || rest.length > 0 || words === '' ? `\\&${words}` : words
}

/**
 * A text in one language: number and words with their brackets, one clause on a line, footnotes after the last as
 * `[^1]: …`. The names of parties are those of the process in this language.
 */
export const textAsPlain = (exported: Exported, language: Language): string => {
  const numbers = numbersOf(exported.text, language)
  const notes: string[] = []
  let mark = 0
  const lines = inReadingOrder(exported.text).map(({ clause, depth }) => {
    const marks = new Map(
      Object.keys(clause.notes).map((id) => {
        mark += 1
        const words = clause.notes[id]?.[language]
        const said = words ? writeNotation(notationOf(words, {}, language, { numbers })) : '…'
        notes.push(`[^${mark}]: ${said.replace(/\s+/gu, ' ')}`)
        return [id, `${mark}`] as const
      }),
    )
    const content = clause.passage[language]
    const name = (key: string): string => partyName(exported, key, language)
    const line = content ? notationOf(content, clause.brackets, language, { numbers, marks, name }) : null
    const words = writeNotation(line, { parties: exported.parties.map(({ key }) => name(key)) })
    const number = numbers.get(clause.id) ?? null
    return `${'  '.repeat(depth)}${number === null ? '' : `${number} `}${guarded(number, words.replace(/[\r\n\u2028\u2029]+/gu, ' '))}`
  })
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : []), ''].join('\n')
}
