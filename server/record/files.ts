/** The files of a log (C2SP tlog-tiles): checkpoint, tiles, bundles; and the proofs that are made from them. */
import type pg from 'pg'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { formatProof } from '#domain/record/proof.ts'
import { fromTiles, parseTilePath, tileWidth } from '#domain/record/tiles.ts'
import { inclusionProof } from '#domain/record/tree.ts'
import { readBundle, readStoredTile, withStoredTiles } from './ledgers.ts'
import { primitives } from './primitives.ts'
import { readHead } from './views.ts'

/** A file of a log. */
export interface LogFile {
  readonly type: string
  readonly bytes: Uint8Array | string
}

const notes = 'text/plain; charset=utf-8'

/** The file at a path beneath a log's prefix, if there is one and this role may read the log. */
export const readLogFile = async (pool: pg.Pool, log: string, path: string): Promise<LogFile | undefined> => {
  const head = await readHead(pool, log)
  if (!head) return undefined
  if (path === 'checkpoint') return head.shown === null ? undefined : { type: notes, bytes: head.shown }
  if (path === 'policy') return { type: notes, bytes: head.policy }
  const tile = parseTilePath(path)
  if (!tile.ok) return undefined
  const { level, index, width } = tile.value
  const covers = level === 'entries' ? 1 : tileWidth ** level
  if ((index * tileWidth + width) * covers > head.size) return undefined
  const bytes = await (level === 'entries' ? readBundle : readStoredTile)(pool, log, tile.value)
  return bytes && { type: 'application/octet-stream', bytes }
}

/**
 * The proof (C2SP tlog-proof) that an entry stands in a log: under the last checkpoint that every witness cosigned,
 * or, for an entry after it, under the newest one with the cosignatures that it has.
 * Refusals: `unknown`, `record.not-yet` for an entry that no signed head holds.
 */
export const makeProof = async (pool: pg.Pool, log: string, index: number): Promise<Outcome<string>> => {
  const head = await readHead(pool, log)
  const vouches = head?.vouched_size !== null && head !== undefined && index < head.vouched_size
  const note = (vouches ? head.vouched : head?.shown) ?? undefined
  if (note === undefined) return refuse('record.not-yet')
  const size = Number(note.split('\n')[1])
  if (!(index < size)) return refuse('record.not-yet')
  const path = await withStoredTiles(pool, log, (readTile) =>
    fromTiles(size, readTile, primitives.sha256, (read) =>
      inclusionProof(index, size, read, primitives.sha256),
    ),
  )
  return path.ok ? { ok: true, value: formatProof({ index, path: path.value, checkpoint: note }) } : path
}

/** A paper's file by its hash, if an act in this room has brought it; one that was only handed in is nobody's to read. */
export const readPaperFile = async (
  pool: pg.Pool,
  room: string,
  file: string,
): Promise<Buffer | undefined> => {
  if (!/^[0-9a-f]{64}$/.test(file)) return undefined
  const { rows } = await pool.query<{ content: Buffer }>(
    `select content from parley.files f where room_id = $1 and file = $2 and exists (
       select from parley.acts a where a.room_id = $1 and (a.kind = 'paper.submit' or a.kind like '%.translate')
         and strpos(a.payload::text, $2) > 0)`,
    [room, file],
  )
  return rows[0]?.content
}
