/** Papers: taking a file into a room, giving it out again, and reading a bilingual pair clause by clause. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { PaperReading, TakenFile } from '#contract/rooms.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type FileType, fileIn, type Paper } from '#domain/rooms/paper.ts'
import { readAkoma } from '#domain/text/akoma.ts'
import { alignReadings } from '#domain/text/alignment.ts'
import type { DocumentReading, PrintedClause } from '#domain/text/reading.ts'
import { parseXml } from '../xml.ts'
import { namesInside } from './authorship.ts'
import { sniffType } from './filetype.ts'

/** Takes a file into a room under the seat's role; the same bytes twice are one file. */
export const takeFile = async (pool: pg.Pool, room: string, bytes: Buffer): Promise<Outcome<TakenFile>> => {
  const type = sniffType(bytes)
  if (!type.ok) return type
  const names = await namesInside(bytes, type.value)
  const file = createHash('sha256').update(bytes).digest('hex')
  await pool.query(
    `insert into parley.files (room_id, file, type, bytes, names, content) values ($1, $2, $3, $4, $5, $6)
     on conflict (room_id, file) do nothing`,
    [room, file, type.value, bytes.length, JSON.stringify(names), bytes],
  )
  return done({ file, type: type.value, bytes: bytes.length, names: [...names] })
}

/** A paper of a room this role can read. */
export const findPaper = async (pool: pg.Pool, room: string, paper: string): Promise<Paper | undefined> => {
  const { rows } = await pool.query<{ state: Paper }>(
    "select state from parley.objects where room_id = $1 and kind = 'paper' and object_id = $2",
    [room, paper],
  )
  return rows[0]?.state
}

/** The bytes of a paper in one language. */
export const readFile = async (
  pool: pg.Pool,
  room: string,
  paper: Paper,
  language: string,
): Promise<{ readonly type: FileType; readonly content: Buffer } | undefined> => {
  const reference = fileIn(paper, language)
  if (!reference) return undefined
  const { rows } = await pool.query<{ type: FileType; content: Buffer }>(
    'select type, content from parley.files where room_id = $1 and file = $2',
    [room, reference.file],
  )
  return rows[0]
}

const readings = async (
  pool: pg.Pool,
  room: string,
  paper: Paper,
  languages: readonly string[],
): Promise<Outcome<readonly { readonly language: string; readonly reading: DocumentReading }[]>> => {
  const found = []
  for (const language of languages) {
    const file = await readFile(pool, room, paper, language)
    if (file?.type !== 'application/xml') continue
    const tree = parseXml(file.content)
    if (!tree.ok) return tree
    const reading = readAkoma(tree.value)
    if (!reading.ok) return reading
    found.push({ language, reading: reading.value })
  }
  return found.length > 0 ? done(found) : refuse('paper.not-bilingual')
}

type Row = PaperReading['clauses'][number]

const cell = (clause: PrintedClause): Row['cells'][string] => ({
  number: clause.number,
  words: clause.words,
  notes: clause.footnotes.map((note) => (note.mark ? `${note.mark} ${note.words}` : note.words)),
})

const row = (cells: readonly (readonly [string, PrintedClause | null])[]): readonly Row[] => {
  const there = cells.filter((each): each is [string, PrintedClause] => each[1] !== null)
  const lead = there[0]?.[1]
  if (!lead) return []
  const { key, kind, level } = lead
  return [
    {
      key,
      kind,
      level,
      cells: Object.fromEntries(there.map(([language, clause]) => [language, cell(clause)])),
    },
  ]
}

/** A paper read clause by clause: every language beside the others, a clause without counterpart alone in its row. */
export const readPaper = async (
  pool: pg.Pool,
  room: string,
  paper: Paper,
  languages: readonly string[],
): Promise<Outcome<PaperReading>> => {
  const read = await readings(pool, room, paper, languages)
  if (!read.ok) return read
  const [one, two] = read.value
  if (!one) return refuse('paper.not-bilingual')
  const clauses = two
    ? alignReadings(one.reading, two.reading).flatMap(({ en, ru }) =>
        row([
          [one.language, en],
          [two.language, ru],
        ]),
      )
    : one.reading.clauses.flatMap((clause) => row([[one.language, clause]]))
  return done({
    symbol: one.reading.symbol,
    languages: read.value.map(({ language }) => language),
    clauses: clauses.filter(({ kind }) => kind !== 'cover'),
  })
}
