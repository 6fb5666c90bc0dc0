/** Reading documents of tests back, as a server would. */
import type { Text } from '../../text.ts'
import type { XmlElement } from '../../xml.ts'
import { cellText, wordCell } from '../cell.ts'
import type { Edit } from '../edits.ts'
import { readWordParts } from '../read.ts'
import type { WordReturn } from '../return.ts'
import { wordReturn } from '../word-return.ts'
import type { EditsOf } from './marked-up.ts'
import { printedOf } from './texts.ts'

/** What a document brings back to a text. */
export const back = (text: Text, document: XmlElement, comments?: XmlElement): WordReturn =>
  wordReturn(text, printedOf(text), readWordParts({ document, comments }))

/** What the cell of a clause prints in a language. */
export const cellOf = (text: Text, clause: string, language: string): string => {
  const printed = printedOf(text)
  const found = printed.rows.find((each) => each.clause === clause)
  return cellText(wordCell(printed, found?.cells[language] ?? { number: null, runs: null }, language))
}

/** The edit that puts other words in the place of some in a cell. */
const change = (of: Text, id: string, language: string, stood: string, words: string): Edit => {
  const from = cellOf(of, id, language).indexOf(stood)
  if (from < 0) throw new Error(`${stood} is not in ${cellOf(of, id, language)}`)
  return { from, to: from + stood.length, words }
}

/** Other words in a cell in the place of some. */
export type Wish = readonly [id: string, language: string, stood: string, words: string]

/** The edits that these wishes make. */
export const wished = (of: Text, wishes: readonly Wish[]): EditsOf => {
  const edits = new Map<string, Edit[]>()
  for (const wish of wishes) {
    const key = `${wish[0]}/${wish[1]}`
    edits.set(key, [...(edits.get(key) ?? []), change(of, ...wish)])
  }
  return (id, language) => edits.get(`${id}/${language}`) ?? []
}
