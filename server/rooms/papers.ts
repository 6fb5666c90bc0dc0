/** Papers: taking a file into a room, giving it out again, and reading a bilingual pair clause by clause. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { PaperReading, TakenFile } from '#contract/rooms.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type FileType, fileIn, type Paper } from '#domain/rooms/paper.ts'
import { readerInPlace, type SeatReader } from './reader.ts'

/** Takes a file into a room under the seat's role; the same bytes twice are one file. */
export const takeFile = async (
  pool: pg.Pool,
  room: string,
  bytes: Buffer,
  reader: SeatReader = readerInPlace,
): Promise<Outcome<TakenFile>> => {
  const examined = await reader.examine(bytes)
  if (!examined.ok) return examined
  const { type, names } = examined.value
  const file = createHash('sha256').update(bytes).digest('hex')
  await pool.query(
    `insert into parley.files (room_id, file, type, bytes, names, content) values ($1, $2, $3, $4, $5, $6)
     on conflict (room_id, file) do nothing`,
    [room, file, type, bytes.length, JSON.stringify(names), bytes],
  )
  return done({ file, type, bytes: bytes.length, names: [...names] })
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

/** The bytes of the one file that an object of this room names, as this role can read them; titled by the first twelve of its SHA-256. */
export const objectFile = async (
  pool: pg.Pool,
  room: string,
  kind: 'credentials' | 'evidence',
  object: string,
): Promise<{ readonly title: string; readonly type: FileType; readonly content: Buffer } | undefined> => {
  const { rows } = await pool.query<{ file: string; type: FileType; content: Buffer }>(
    `select f.file, f.type, f.content from parley.objects o
     join parley.files f on f.room_id = o.room_id and f.file = o.state #>> '{file,file}'
     where o.room_id = $1 and o.kind = $2 and o.object_id = $3`,
    [room, kind, object],
  )
  const [row] = rows
  return row && { title: row.file.slice(0, 12), type: row.type, content: row.content }
}

/** Which file of a paper is read in which language: the Akoma Ntoso ones that this role finds in the room. */
const writtenIn = async (
  pool: pg.Pool,
  room: string,
  paper: Paper,
  languages: readonly string[],
): Promise<readonly { readonly language: string; readonly file: string }[]> => {
  const wanted = languages.flatMap((language) => {
    const reference = fileIn(paper, language)
    return reference ? [{ language, file: reference.file }] : []
  })
  const { rows } = await pool.query<{ file: string }>(
    "select file from parley.files where room_id = $1 and file = any($2) and type = 'application/xml'",
    [room, wanted.map(({ file }) => file)],
  )
  const there = new Set(rows.map(({ file }) => file))
  return wanted.filter(({ file }) => there.has(file))
}

/**
 * A paper read clause by clause: every language beside the others, a clause without counterpart alone in its row.
 * Its files are found through the seat's own connection before anything that was read earlier is looked for.
 */
export const readPaper = async (
  pool: pg.Pool,
  room: string,
  paper: Paper,
  languages: readonly string[],
  reader: SeatReader,
): Promise<Outcome<PaperReading>> => {
  const files = await writtenIn(pool, room, paper, languages)
  if (files.length === 0) return refuse('paper.not-bilingual')
  const load = async () => {
    const loaded = []
    for (const { language, file } of files) {
      const { rows } = await pool.query<{ content: Buffer }>(
        'select content from parley.files where room_id = $1 and file = $2',
        [room, file],
      )
      if (rows[0]) loaded.push({ language, bytes: rows[0].content })
    }
    return loaded
  }
  return reader.read([room, ...files.flatMap(({ language, file }) => [language, file])], load)
}
