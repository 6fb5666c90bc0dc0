/** Reading a file of events in the browser: a table or JSON, by what is in it. */
import { readBackgroundFile } from '#contract/background-file.ts'
import { decoded, longestTable, readRecords } from '#contract/csv.ts'
import { readEventTable } from '#domain/background/event-table.ts'
import type { Listed } from '#domain/background/listed.ts'
import type { Outcome } from '#domain/outcome.ts'

/** The events of a file; refused with the line and column, or the place, of the first thing that is wrong. */
export const readEvents = async (
  file: File,
  languages: readonly string[],
): Promise<Outcome<readonly Listed[]>> => {
  const text = decoded(new Uint8Array(await file.arrayBuffer()))
  if (/^\uFEFF?\s*[{[]/.test(text)) return readBackgroundFile(text)
  const rows = readRecords(file.name, text, longestTable)
  return rows.ok ? readEventTable(rows.value, languages) : rows
}
