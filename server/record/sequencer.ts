/** The sequencer: at every tick it signs the head of each room's log, and anchors all of them in the anchor log. */
import type pg from 'pg'
import { anchorLeaf } from '#domain/record/anchor.ts'
import { fromBase64, toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import {
  emptyFrontier,
  type Frontier,
  frontierRoot,
  grow,
  partialTileBytes,
  readFrontier,
  type TileBytes,
} from '#domain/record/frontier.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import { leafHash } from '#domain/record/tree.ts'
import type { RecordKeys } from './keys.ts'
import { type LogRow, readLeaves, readLogs, swapHead, withStoredTiles, writeTiles } from './ledgers.ts'
import { primitives } from './primitives.ts'
import type { Appointed } from './roster.ts'

const { sha256 } = primitives

/** A log's newest head, signed by its log alone. */
export interface SignedHead {
  readonly log: string
  readonly seats: readonly string[]
  readonly size: number
  readonly root: Uint8Array
  /** The text of the checkpoint. */
  readonly text: string
  /** The line of the log's signature, and the note it makes of the text. */
  readonly signature: string
  readonly note: string
  readonly policy: string
}

/** What the sequencer stands on. */
export interface SequencerOptions {
  /** The connection of the sequencer's own role. */
  readonly pool: pg.Pool
  readonly keys: RecordKeys
  /** Told of a log that cannot go on, because entries or tiles it should have are not there, and after how many entries. */
  readonly onGap?: (log: string, index: number) => void
}

/** Signs heads; keeps the growing edge of each log between two ticks. */
export interface Sequencer {
  /** Signs and anchors everything of one process at this tick (ISO 8601); the anchor's head is the last. */
  readonly sign: (process: string, roster: readonly Appointed[], at: string) => Promise<readonly SignedHead[]>
}

/** Leaves that are read and hashed at once. */
const stretch = 16_384

/** The witnesses of a log: those whose seats may read it. */
export const witnessesOf = (seats: readonly string[], roster: readonly Appointed[]): readonly Appointed[] =>
  roster.filter(({ seat }) => seats.includes(seat))

interface Grown {
  readonly frontier: Frontier
  readonly tiles: readonly TileBytes[]
}

const append = (before: Grown, leaves: readonly string[]): Grown => {
  const hashes = leaves.map((leaf) => leafHash(toUtf8(leaf), sha256))
  const { frontier, full } = grow(before.frontier, hashes, sha256)
  return { frontier, tiles: [...before.tiles, ...full] }
}

/** The tiles of a log are not what was signed: it can be shown as it is, and cannot go on. */
class TilesDamaged extends Error {}

/** The edge of a log as it was last signed, read back from its tiles after a start. */
const storedFrontier = async (client: pg.ClientBase, row: LogRow): Promise<Frontier> => {
  const size = row.head?.size ?? 0
  if (size === 0) return emptyFrontier
  const read = await withStoredTiles(client, row.log, (readTile) => readFrontier(size, readTile, sha256))
  if (!read.ok) throw new TilesDamaged(read.refusal.code)
  return read.value
}

const readGrowth = async (
  client: pg.ClientBase,
  row: LogRow,
  frontier: Frontier,
  onGap: SequencerOptions['onGap'],
): Promise<Grown> => {
  let grown: Grown = { frontier, tiles: [] }
  while (grown.frontier.size < row.size) {
    const { size } = grown.frontier
    const leaves = await readLeaves(client, row.log, size, Math.min(size + stretch, row.size))
    grown = append(grown, leaves)
    if (grown.frontier.size < Math.min(size + stretch, row.size)) {
      // What is missing cannot be made up: the log stays at the last entry it has, and receipts tell the rest.
      onGap?.(row.log, grown.frontier.size)
      return grown
    }
  }
  return grown
}

/** One tick at work: its transaction, its moment, and the edges that are kept from tick to tick. */
interface Work {
  readonly client: pg.ClientBase
  readonly options: SequencerOptions
  readonly edges: Map<string, Frontier>
  readonly roster: readonly Appointed[]
  readonly at: string
}

const edgeOf = async ({ client, edges }: Work, row: LogRow): Promise<Frontier> => {
  const known = edges.get(row.log)
  return known && known.size === (row.head?.size ?? 0) ? known : storedFrontier(client, row)
}

const signHead = async (work: Work, row: LogRow, { frontier, tiles }: Grown): Promise<SignedHead> => {
  const { client, options, roster, edges } = work
  const { key, sign } = options.keys.log(row.log)
  const { size } = frontier
  const root = frontierRoot(frontier, sha256)
  const text = formatCheckpoint({ origin: key.name, size, root })
  const signature = signatureLine(key, sign(toUtf8(text)))
  const note = formatNote(text, [signature])
  const witnesses = witnessesOf(row.seats, roster)
  const policy = formatPolicy(
    key,
    witnesses.map((each) => ({ name: each.seat, key: each.key })),
  )
  const hasGrown = size !== row.head?.size
  if (hasGrown && size > 0) await writeTiles(client, row.log, [...tiles, ...partialTileBytes(frontier)])
  if (hasGrown || policy !== row.head?.policy) await swapHead(client, row, { size, note, policy })
  edges.set(row.log, frontier)
  return { log: row.log, seats: row.seats, size, root, text, signature, note, policy }
}

const writeAnchorings = `
  with leaves as (insert into parley.entries (room_id, index, leaf) select $1, * from unnest($2::bigint[], $3::text[]))
  insert into parley.anchorings (room_id, index, at, size, root, salt)
  select room, index, $4, size, root, salt
  from unnest($5::uuid[], $2::bigint[], $6::bigint[], $7::bytea[], $8::bytea[]) m (room, index, size, root, salt)`

/**
 * Of a head that has not grown only the first anchoring and the newest are kept. What no reader has been shown yet
 * does not count: until it is given out, the newest is the one before.
 */
const dropIdle = `
  delete from parley.anchorings a where room_id = any($1::uuid[])
    and exists (select from parley.anchorings b where b.room_id = a.room_id and b.size = a.size and b.index < a.index)
    and exists (select from parley.anchorings c where c.room_id = a.room_id and c.index > a.index
      and c.index < (select split_part(shown, E'\\n', 2)::bigint from parley.heads where room_id = $2))`

/** The leaves of one tick, from the first on, each with the room's head it stands for and its salt. */
export const anchorLeaves = <H extends Pick<SignedHead, 'log' | 'text'>>(
  keys: RecordKeys,
  heads: readonly H[],
  first: number,
  at: string,
): readonly { readonly head: H; readonly salt: Uint8Array; readonly leaf: string }[] => {
  const made = heads.map((head) => {
    const salt = keys.anchorSalt(head.log, first)
    return { head, salt, leaf: anchorLeaf(head.text, at, salt, sha256) }
  })
  // By their commitments, which are as good as random: the order says nothing of the rooms.
  return made.sort((a, b) => (a.leaf < b.leaf ? -1 : 1))
}

const anchor = async (work: Work, row: LogRow, heads: readonly SignedHead[]): Promise<Grown> => {
  const made = anchorLeaves(work.options.keys, heads, row.size, work.at)
  await work.client.query(dropIdle, [heads.map(({ log }) => log), row.log])
  await work.client.query({
    name: 'anchor',
    text: writeAnchorings,
    values: [
      row.log,
      made.map((_, i) => row.size + i),
      made.map(({ leaf }) => leaf),
      work.at,
      made.map(({ head }) => head.log),
      made.map(({ head }) => head.size),
      made.map(({ head }) => head.root),
      made.map(({ salt }) => salt),
    ],
  })
  const leaves = made.map(({ leaf }) => leaf)
  return append({ frontier: await edgeOf(work, row), tiles: [] }, leaves)
}

/** A head as it was signed before, for a log that cannot go on. */
const headBefore = ({ log, seats, head }: LogRow): readonly SignedHead[] => {
  if (!head) return []
  const [text = '', signature = ''] = head.note.split('\n\n')
  const root = fromBase64(text.split('\n')[2] ?? '') ?? new Uint8Array(32)
  const { size, note, policy } = head
  return [{ log, seats, size, root, text: `${text}\n`, signature: signature.trimEnd(), note, policy }]
}

/** Signs the head of one room's log; a damaged one stays as it is, and keeps none of the others from going on. */
const signRoom = async (work: Work, row: LogRow): Promise<readonly SignedHead[]> => {
  try {
    const grown = await readGrowth(work.client, row, await edgeOf(work, row), work.options.onGap)
    return [await signHead(work, row, grown)]
  } catch (error) {
    if (!(error instanceof TilesDamaged)) throw error
    work.options.onGap?.(row.log, row.head?.size ?? 0)
    return headBefore(row)
  }
}

const signAll = async (work: Work, process: string): Promise<readonly SignedHead[]> => {
  const logs = await readLogs(work.client, process)
  const heads: SignedHead[] = []
  for (const row of logs.filter(({ kind }) => kind !== 'anchor')) heads.push(...(await signRoom(work, row)))
  const last = logs.find(({ kind }) => kind === 'anchor')
  if (!last) throw new Error('a process without an anchor log')
  return [...heads, await signHead(work, last, await anchor(work, last, heads))]
}

/** Opens the sequencer of this installation. */
export const openSequencer = (options: SequencerOptions): Sequencer => {
  const edges = new Map<string, Frontier>()
  return {
    sign: async (process, roster, at) => {
      const client = await options.pool.connect()
      let broken = true
      try {
        await client.query('begin isolation level repeatable read')
        const heads = await signAll({ client, options, edges, roster, at }, process)
        await client.query('commit')
        broken = false
        return heads
      } catch (error) {
        edges.clear()
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}
