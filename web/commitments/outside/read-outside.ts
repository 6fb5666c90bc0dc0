/** Reading a chosen file of outside coding in this browser; nothing of it goes anywhere before somebody loads it. */
import { decoded, readRecords } from '#contract/csv.ts'
import { type OutsideFile, readOutsideFile } from '#domain/commitments/outside/outside-file.ts'
import type { Outcome } from '#domain/outcome.ts'
import { fingerprintOf } from '../../elements/fingerprint.ts'

/** The longest file that is read in a browser, in characters; the command line reads longer ones. */
const longest = 48 * 1024 * 1024

/** A file that was read, with the name and the hash by which it is known again. */
export interface ReadFile {
  readonly name: string
  readonly sha256: string
  readonly file: OutsideFile
}

/** Reads it. Refusals: those of the readers, with line and column. */
export const readOutside = async (chosen: File): Promise<Outcome<ReadFile>> => {
  const bytes = await chosen.arrayBuffer()
  const rows = readRecords(chosen.name, decoded(new Uint8Array(bytes)), longest)
  if (!rows.ok) return rows
  const file = readOutsideFile(rows.value)
  if (!file.ok) return file
  return {
    ok: true,
    value: { name: chosen.name.slice(-200), sha256: await fingerprintOf(bytes), file: file.value },
  }
}
