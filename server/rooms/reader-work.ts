/** What is done with the bytes of files: looking into one, and reading a paper clause by clause. Plain work, wherever it runs. */
import type { PaperReading } from '#contract/rooms.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { FileType } from '#domain/rooms/paper.ts'
import { readAkoma } from '#domain/text/akoma.ts'
import { type AlignedRow, alignAll } from '#domain/text/alignment.ts'
import type { DocumentReading, PrintedClause } from '#domain/text/reading.ts'
import { sniffType } from '../files/filetype.ts'
import { parseXml } from '../xml.ts'
import { namesInside } from './authorship.ts'
import type { NameInside } from './naming.ts'

/** What a file is, and the names in its properties. */
export interface Examined {
  readonly type: FileType
  readonly names: readonly NameInside[]
}

/** One language of a paper: the bytes of its Akoma Ntoso. */
export interface WrittenIn {
  readonly language: string
  readonly bytes: Uint8Array
}

/** A paper of more clauses is not read clause by clause; the longest treaties have a third of them. */
export const mostClauses = 5_000

/** The clauses of an Akoma Ntoso file; refuses with `paper.too-long` {clauses, most} more than five thousand. */
const readClauses = (bytes: Uint8Array): Outcome<DocumentReading> => {
  const tree = parseXml(bytes)
  if (!tree.ok) return tree
  const reading = readAkoma(tree.value)
  if (!reading.ok) return reading
  const clauses = reading.value.clauses.length
  return clauses > mostClauses ? refuse('paper.too-long', { clauses, most: mostClauses }) : reading
}

/** Says what a file is and whom it names; refuses a type that no room takes, and a paper that is too long to be read. */
const examine = async (bytes: Uint8Array): Promise<Outcome<Examined>> => {
  const type = sniffType(bytes)
  if (!type.ok) return type
  if (type.value === 'application/xml') {
    const reading = readClauses(bytes)
    if (!reading.ok) return reading
  }
  return done({ type: type.value, names: await namesInside(bytes, type.value) })
}

type Row = PaperReading['clauses'][number]

const cell = (clause: PrintedClause): Row['cells'][string] => ({
  number: clause.number,
  words: clause.words,
  notes: clause.footnotes.map((note) => (note.mark ? `${note.mark} ${note.words}` : note.words)),
})

/** The row as it is shown, under the key of the first language that has it. */
const shownRow = (row: AlignedRow, languages: readonly string[]): readonly Row[] => {
  const at = row.findIndex((clause) => clause !== null)
  const lead = row[at]
  if (!lead || lead.kind === 'cover') return []
  const cells = row.flatMap((clause, i) => (clause ? [[languages[i] ?? '', cell(clause)] as const] : []))
  // Identifiers are unique in one language only.
  const key = at === 0 ? lead.key : `${languages[at]}:${lead.key}`
  return [{ key, kind: lead.kind, level: lead.level, cells: Object.fromEntries(cells) }]
}

/** Reads a paper in all its languages side by side; the further ones are aligned to the first. */
const read = async (files: readonly WrittenIn[]): Promise<Outcome<PaperReading>> => {
  const readings: DocumentReading[] = []
  for (const { bytes } of files) {
    const reading = readClauses(bytes)
    if (!reading.ok) return reading
    readings.push(reading.value)
  }
  const [first] = readings
  if (!first) return refuse('paper.not-bilingual')
  const languages = files.map(({ language }) => language)
  const clauses = alignAll(readings).flatMap((row) => shownRow(row, languages))
  return done({ symbol: first.symbol, languages, clauses })
}

/** Every kind of work, by name. It throws only for a fault of ours. */
export const tasks = { examine, read }
export type Tasks = typeof tasks
