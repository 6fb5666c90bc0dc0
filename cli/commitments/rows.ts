/** Reads a table in CSV as rows of cells with their lines, in either of the encodings that spreadsheet programs write. */
import type { Row } from '#domain/commitments/scores/table.ts'
import { readRecords } from '../bargain/sheet.ts'
import { BadUsage } from '../command.ts'
import { bytesOf, sentence } from '../text/read.ts'

/** UTF-8, or else the Windows-1252 that older spreadsheet programs write. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The longest table, in characters: a collection of events of a whole continent. */
const longest = 128 * 1024 * 1024

/** The rows of the file. A file that is no CSV is told with its place. */
export const readRows = async (path: string): Promise<readonly Row[]> => {
  const rows = readRecords(path, decoded(await bytesOf(path)), longest)
  if (!rows.ok) throw new BadUsage(sentence(rows.refusal))
  return rows.value
}
