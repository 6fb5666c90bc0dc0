/** Reading documents of tests back, as a server would. */
import type { Text } from '../../text.ts'
import type { XmlElement } from '../../xml.ts'
import { cellText, wordCell } from '../cell.ts'
import { readWordParts } from '../read.ts'
import type { WordReturn } from '../return.ts'
import { wordReturn } from '../word-return.ts'
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
