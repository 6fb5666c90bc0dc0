/** Tables in CSV as rows of cells with places, and written as CSV and XLSX. */
import writeExcelFile from 'write-excel-file/node'
import { type CsvRecord, readRecords } from '#contract/csv.ts'
import type { Cell } from '#domain/bargaining/formats/table-words.ts'
import { done, type Outcome } from '#domain/outcome.ts'

type Rows = readonly (readonly Cell[])[]

const longestCsv = 8 * 1024 * 1024

/** The cells of a CSV file; the column of a place is the number of the cell. */
export const readCsv = (file: string, characters: string): Outcome<Rows> => {
  const records = readRecords(file, characters, longestCsv)
  if (!records.ok) return records
  const cellsOf = ({ line, cells }: CsvRecord) =>
    cells.map((text, i) => ({ text, at: { file, line, column: i + 1 } }))
  return done(records.value.map(cellsOf))
}

const cell = (words: string): string =>
  /[",\r\n;]|^\s|\s$/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words

/** A CSV file (RFC 4180, UTF-8 with a byte order mark, by which spreadsheet programs know it). */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/** Figures that a spreadsheet holds as they are become numbers, everything else stays words. */
const typed = (words: string): string | number | null => {
  if (words === '') return null
  return /^-?\d/.test(words) && String(Number(words)) === words ? Number(words) : words
}

/** A workbook with one sheet, its first row and first column kept in view. */
export const writeXlsx = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const [head = [], ...rest] = rows
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rest.map((row) => row.map((words, i) => (i < 2 ? words || null : typed(words)))),
  ]
  return writeExcelFile(data, {
    stickyRowsCount: 1,
    columns: head.map((_, i) => ({ width: i < 2 ? 32 : 14 })),
  }).toBuffer()
}
