/** What is done with files of a text: setting a PDF, writing a Word file, reading one back. Plain work, wherever it runs. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { isTooLong, longestPrint } from '#domain/text/print/engine.ts'
import { type PrintedText, type Printing, printedText } from '#domain/text/print/printed.ts'
import type { Text } from '#domain/text/text.ts'
import type { WordReturn } from '#domain/text/word/return.ts'
import { wordReturn } from '#domain/text/word/word-return.ts'
import { wordFile } from './word-file.ts'
import { readWordFile } from './word-parts.ts'

/** A text to be written as a Word file, and the moment it is written. */
export interface ToWord {
  readonly printed: PrintedText
  /** ISO 8601. */
  readonly at: string
}

/** A Word file that came back, and the text it is read against. */
export interface FromWord {
  readonly bytes: Uint8Array
  readonly text: Text
  readonly printing: Omit<Printing, 'mode'>
}

// Typst is large; a thread that only reads Word files does not load it.
const pdf = async (printed: PrintedText): Promise<Outcome<Uint8Array>> =>
  (await import('./pdf.ts')).pdfFile(printed)

const docx = async ({ printed, at }: ToWord): Promise<Outcome<Uint8Array>> =>
  isTooLong(printed)
    ? refuse('print.too-long', { most: longestPrint.clauses })
    : done(await wordFile(printed, new Date(at)))

/** Nobody looks through more. */
const mostInReturn = 5_000

/**
 * Reads a Word file against a text; refuses with `word.other-text` one in which no clause of it is found, with
 * `word.too-many` {most} one with more changes than anybody would look through.
 */
const word = async ({ bytes, text, printing }: FromWord): Promise<Outcome<WordReturn>> => {
  const document = readWordFile(bytes)
  if (!document.ok) return document
  const printed = printedText(text, { ...printing, mode: 'bracketed' })
  if (!printed.ok) return printed
  const read = wordReturn(text, printed.value, document.value)
  if (read.found === 0) return refuse('word.other-text')
  const count = read.proposals.length + read.unplaced.length
  return count > mostInReturn ? refuse('word.too-many', { most: mostInReturn }) : done(read)
}

/** Every kind of work, by name. It throws only for a fault of ours. */
export const tasks = { pdf, docx, word }
