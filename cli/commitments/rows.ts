/** Reads a table in CSV as rows of cells with their lines, in either of the encodings that spreadsheet programs write. */
import { decoded, longestTable, readRecords } from '#contract/csv.ts'
import type { Row } from '#domain/commitments/scores/table.ts'
import { BadUsage } from '../command.ts'
import { bytesOf, sentence } from '../input.ts'

/** The rows of the file. A file that is no CSV is told with its place. */
export const readRows = async (path: string): Promise<readonly Row[]> => {
  const rows = readRecords(path, decoded(await bytesOf(path)), longestTable)
  if (!rows.ok) throw new BadUsage(sentence(rows.refusal))
  return rows.value
}
