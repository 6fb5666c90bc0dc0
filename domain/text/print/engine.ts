/** What sets a text on paper or in a Word file: handed in from outside, for it needs libraries. */
import type { Outcome } from '#domain/outcome.ts'
import type { PrintedText } from './printed.ts'

/** Makes the bytes of a file of one kind. The same text gives the same words, whatever the engine. */
export type PrintEngine = (printed: PrintedText) => Promise<Outcome<Uint8Array>>

/** No text is longer than this, in clauses and in characters over all languages; more is refused and not printed. */
export const longestPrint = { clauses: 5_000, characters: 3_000_000 } as const

const charactersIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + charactersIn(each), 0)
  return typeof value === 'object' && value !== null ? charactersIn(Object.values(value)) : 0
}

/** Whether a text is too long to be printed at once. */
export const isTooLong = ({ rows }: Pick<PrintedText, 'rows'>): boolean =>
  rows.length > longestPrint.clauses || charactersIn(rows) > longestPrint.characters
