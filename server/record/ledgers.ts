/** The rows of the logs: what the sequencer reads of rooms, and what it publishes of each log. */
import type pg from 'pg'
import { formatBundle } from '#domain/record/bundle.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { parseTilePath, type ReadTile, type Tile, tileWidth, withTiles } from '#domain/record/tiles.ts'

/** A log of a process: a room's, or the anchor. */
export interface LogRow {
  readonly log: string
  readonly kind: string
  readonly seats: readonly string[]
  /** Entries there are; for the anchor, those that were signed. */
  readonly size: number
  /** The signed head; null before the first. */
  readonly head: { readonly size: number; readonly note: string; readonly policy: string } | null
}

/** The logs of a process, as they stand in this transaction; the anchor is the last. */
export const readLogs = async (client: pg.ClientBase, process: string): Promise<readonly LogRow[]> => {
  const { rows } = await client.query<{
    log: string
    kind: string
    seats: readonly string[]
    size: number | null
    head: number | null
    note: string
    policy: string
  }>({
    name: 'logs',
    text: `select r.room_id as log, r.kind, r.seats, l.size, h.size as head, h.note, h.policy
           from parley.rooms r left join parley.logs l using (room_id) left join parley.heads h using (room_id)
           where r.process_id = $1 order by r.kind = 'anchor', r.room_id`,
    values: [process],
  })
  return rows.map(({ log, kind, seats, size, head, note, policy }) => ({
    log,
    kind,
    seats,
    size: size ?? head ?? 0,
    head: head === null ? null : { size: head, note, policy },
  }))
}

/** The leaves of a log from one place to before another, as many as are there one after the other without a gap. */
export const readLeaves = async (
  client: Pick<pg.ClientBase, 'query'>,
  log: string,
  from: number,
  to: number,
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ index: number; leaf: string }>({
    name: 'leaves',
    text: `select index, leaf from parley.acts where room_id = $1 and index >= $2 and index < $3
           union all select index, leaf from parley.entries where room_id = $1 and index >= $2 and index < $3
           order by index`,
    values: [log, from, to],
  })
  const gap = rows.findIndex(({ index }, i) => index !== from + i)
  return (gap < 0 ? rows : rows.slice(0, gap)).map(({ leaf }) => leaf)
}

/** A tile of hashes as it is stored: at least as wide as asked, cut to the width asked. */
export const readStoredTile = async (
  client: Pick<pg.ClientBase, 'query'>,
  log: string,
  { level, index, width }: Tile,
): Promise<Uint8Array | undefined> => {
  const { rows } = await client.query<{ bytes: Buffer }>({
    name: 'tile',
    text: 'select substring(bytes for $4) as bytes from parley.tiles where room_id = $1 and level = $2 and index = $3',
    values: [log, level, index, width * 32],
  })
  const bytes = rows[0]?.bytes
  return bytes?.length === width * 32 ? new Uint8Array(bytes) : undefined
}

/** Does pure work that reads a log's tiles, fetching from the database what it asks for. */
export const withStoredTiles = <T>(
  client: Pick<pg.ClientBase, 'query'>,
  log: string,
  work: (readTile: ReadTile) => T,
): Promise<T> =>
  withTiles(async (path) => {
    const tile = parseTilePath(path)
    return tile.ok ? readStoredTile(client, log, tile.value) : undefined
  }, work)

/** Tiles to be stored: full ones, and the last of each level as far as it has come. */
export const writeTiles = async (
  client: pg.ClientBase,
  log: string,
  tiles: readonly { readonly tile: Tile; readonly bytes: Uint8Array }[],
): Promise<void> => {
  await client.query({
    name: 'write-tiles',
    text: `insert into parley.tiles (room_id, level, index, bytes) select $1, * from unnest($2::smallint[], $3::bigint[], $4::bytea[])
           on conflict (room_id, level, index) do update set bytes = excluded.bytes`,
    values: [
      log,
      tiles.map(({ tile }) => tile.level),
      tiles.map(({ tile }) => tile.index),
      tiles.map(({ bytes }) => bytes),
    ],
  })
}

/** Somebody else has signed a head of this log since it was read: two servers work on one database. */
export class HeadMoved extends Error {}

/**
 * Signs in a new head in place of the one that was read; throws `HeadMoved` if that is not the head any more.
 * What was vouched for under another policy is not vouched for any more.
 */
export const swapHead = async (
  client: pg.ClientBase,
  row: LogRow,
  next: { readonly size: number; readonly note: string; readonly policy: string },
): Promise<void> => {
  const { rowCount } = await client.query({
    name: 'swap-head',
    text: `insert into parley.heads (room_id, size, note, policy) values ($1, $2, $3, $4)
           on conflict (room_id) do update set size = excluded.size, note = excluded.note, policy = excluded.policy,
             vouched = case when heads.policy = excluded.policy then heads.vouched end,
             vouched_size = case when heads.policy = excluded.policy then heads.vouched_size end,
             vouched_at = case when heads.policy = excluded.policy then heads.vouched_at end
           where heads.size = $5 and heads.note = $6`,
    values: [row.log, next.size, next.note, next.policy, row.head?.size ?? -1, row.head?.note ?? ''],
  })
  if (rowCount !== 1) throw new HeadMoved(`the head of a log was signed by another server`)
}

/** A bundle's entries as one file, from the leaves of a log; undefined where there are not so many. */
export const readBundle = async (
  client: Pick<pg.ClientBase, 'query'>,
  log: string,
  { index, width }: Tile,
): Promise<Uint8Array | undefined> => {
  const from = index * tileWidth
  const leaves = await readLeaves(client, log, from, from + width)
  if (leaves.length < width) return undefined
  return formatBundle(leaves.map(toUtf8))
}
