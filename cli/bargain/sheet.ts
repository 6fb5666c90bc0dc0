/** Reads tables in CSV as rows of cells with places, and writes them in CSV and XLSX. */
import { CsvError, parse } from 'csv-parse/sync'
import writeExcelFile from 'write-excel-file/node'
import { broken, reading } from '#domain/bargaining/formats/misread.ts'
import type { Cell } from '#domain/bargaining/formats/table-words.ts'
import { done, type Outcome } from '#domain/outcome.ts'

type Rows = readonly (readonly Cell[])[]

const longestCsv = 8 * 1024 * 1024

/** A comma, a semicolon (where the comma is the decimal sign) or a tab: whichever the first line has most of. */
const delimiterOf = (characters: string): string => {
  const [line = ''] = characters.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

interface CsvRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const parsedCsv = (file: string, characters: string): readonly CsvRow[] => {
  try {
    return parse(characters, {
      bom: true,
      delimiter: delimiterOf(characters),
      relax_column_count: true,
      info: true,
      max_record_size: 1_000_000,
    }) as unknown as readonly CsvRow[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const [line, column] = [Number(error.lines) || 1, Number(error.column)]
    throw broken({ file, line, column: Number.isInteger(column) ? column + 1 : 1 }, error.message)
  }
}

/** A record of a CSV file and its line. */
interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** The records of a CSV file of at most this many characters. */
export const readRecords = (
  file: string,
  characters: string,
  longest: number,
): Outcome<readonly CsvRecord[]> =>
  reading(() => {
    if (characters.length > longest)
      throw broken({ file, line: 1, column: 1 }, `larger than ${longest / 1024 / 1024} MB`)
    return parsedCsv(file, characters).map(({ record, info }) => ({ line: info.lines, cells: record }))
  })

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
