/** Reads tables in CSV as rows of cells with their lines, at a terminal and in a browser alike. */
import { CsvError, parse } from 'csv-parse/sync'
import { broken, reading } from '#domain/bargaining/formats/misread.ts'
import type { Outcome } from '#domain/outcome.ts'

/** A record of a CSV file and the line on which it ends, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** The longest table, in characters: a collection of events of a whole continent. */
export const longestTable = 128 * 1024 * 1024

/** UTF-8, or else the Windows-1252 that older spreadsheet programs write. */
export const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A comma, a semicolon (where the comma is the decimal sign) or a tab: whichever the first line has most of. */
const delimiterOf = (characters: string): string => {
  const [line = ''] = characters.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const parsed = (file: string, characters: string): readonly Parsed[] => {
  try {
    return parse(characters, {
      bom: true,
      delimiter: delimiterOf(characters),
      relax_column_count: true,
      info: true,
      max_record_size: 1_000_000,
    }) as unknown as readonly Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const [line, column] = [Number(error.lines) || 1, Number(error.column)]
    throw broken({ file, line, column: Number.isInteger(column) ? column + 1 : 1 }, error.message)
  }
}

/** The records of a CSV file of at most this many characters (RFC 4180). Refusals: `bargaining.file-broken`. */
export const readRecords = (
  file: string,
  characters: string,
  longest: number,
): Outcome<readonly CsvRecord[]> =>
  reading(() => {
    if (characters.length > longest)
      throw broken({ file, line: 1, column: 1 }, `larger than ${longest / 1024 / 1024} MB`)
    return parsed(file, characters).map(({ record, info }) => ({ line: info.lines, cells: record }))
  })
