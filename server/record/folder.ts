/** The folder that a seat takes home: everything of the record that it may read, in one consistent moment. */
import type pg from 'pg'
import { readByOwnSeat } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Json } from '#domain/record/canonical.ts'
import {
  type About,
  type AboutLog,
  aboutPagePath,
  aboutPath,
  actsPath,
  anchoringsPath,
  checkpointPath,
  filePath,
  formatAbout,
  formatActLine,
  formatAnchoringLine,
  formatState,
  policyPath,
  proofPath,
  stateHash,
  statePath,
  vouchedPath,
} from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatProof } from '#domain/record/proof.ts'
import { bundleOf, fromTiles, type Tile, tilePath, tilesOf, tileWidth } from '#domain/record/tiles.ts'
import { inclusionProof } from '#domain/record/tree.ts'
import { filesBrought } from '#domain/rooms/paper.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'
import { aboutPage } from './about.ts'
import { readSaltedActs } from './acts.ts'
import { readAnchorings } from './anchorings.ts'
import { readBundle, readStoredTile } from './ledgers.ts'
import { primitives } from './primitives.ts'
import { findAnchor } from './views.ts'

/** One file of the folder; a long one comes in several pieces, one after the other under the same path. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array | string
}

/** With more acts than this the proofs are left out: they can be made from the tiles, and an archive has no room for so many files. */
const mostProofs = 20_000

/** A log at the moment that is exported. Nothing below its size ever changes, so it needs no transaction to be read. */
interface Moment {
  readonly log: string
  readonly note: string
  readonly policy: string
  readonly size: number
  /** The last head that every witness cosigned, where that is not the newest. */
  readonly vouched: { readonly note: string; readonly size: number } | undefined
  /** The tiles that have been read, by their paths, and the hashes found in them: the proofs are made from these. */
  readonly tiles: Map<string, Uint8Array>
  readonly nodes: Map<string, Uint8Array>
}

/** What an export reads with: the seat's own pool, one short question after the other. */
type Reader = Pick<pg.Pool, 'query'>

interface HeadRow {
  readonly log: string
  readonly note: string
  readonly policy: string
  readonly vouched: string | null
}

const sizeOf = (note: string): number => Number(note.split('\n')[1])

const momentOf = ({ log, note, policy, vouched }: HeadRow): Moment => ({
  log,
  note,
  policy,
  size: sizeOf(note),
  vouched: vouched === null || vouched === note ? undefined : { note: vouched, size: sizeOf(vouched) },
  tiles: new Map(),
  nodes: new Map(),
})

/** All logs this seat may read, at one moment: what is given out changes for all of them at once. */
const readMoments = async (reader: Reader): Promise<ReadonlyMap<string, Moment>> => {
  const { rows } = await reader.query<HeadRow>(
    'select room_id as log, shown as note, shown_policy as policy, vouched from parley.heads where shown is not null',
  )
  return new Map(rows.map((row) => [row.log, momentOf(row)]))
}

const bundlesOf = (size: number): readonly Tile[] =>
  Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) =>
    bundleOf({ level: 0, index, width: Math.min(tileWidth, size - index * tileWidth) }),
  )

const hashesAndEntries = async function* (
  reader: Reader,
  { log, size, tiles }: Moment,
): AsyncGenerator<FolderFile> {
  // What is missing is left out, so that whoever verifies the folder finds the very file.
  for (const tile of tilesOf(size)) {
    const bytes = await readStoredTile(reader, log, tile)
    if (!bytes) continue
    tiles.set(tilePath(tile), bytes)
    yield { path: `${log}/${tilePath(tile)}`, bytes }
  }
  for (const bundle of bundlesOf(size)) {
    const bytes = await readBundle(reader, log, bundle)
    if (bytes) yield { path: `${log}/${tilePath(bundle)}`, bytes }
  }
}

/** Acts that are read at once. */
const stretch = 1_000

/** The acts this seat may read, in stretches; notes their places, and the papers they name. */
const actsOf = async function* (
  reader: Reader,
  { log, size }: Moment,
  seat: string,
  seen: { readonly indexes: number[]; readonly papers: Set<string> },
): AsyncGenerator<FolderFile> {
  yield { path: actsPath(log), bytes: '' }
  for (let from = 0; from < size; from += stretch) {
    const before = Math.min(from + stretch, size)
    const acts = await readSaltedActs(reader, { room: log, seat, from, before, most: stretch })
    for (const { index, act } of acts) {
      seen.indexes.push(index)
      for (const { file } of filesBrought(act)) seen.papers.add(file)
    }
    yield { path: actsPath(log), bytes: acts.map(formatActLine).join('') }
  }
}

const anchoringLines = async (reader: Reader, { log, size }: Moment, before: number): Promise<string> => {
  const most = Number.MAX_SAFE_INTEGER
  const lines = await readAnchorings(reader, { room: log, from: 0, before, size, most })
  return lines.map(formatAnchoringLine).join('')
}

/** What the acts of a room amount to; only when nothing was done after the moment, for objects are not kept for earlier ones. */
const stateOf = async (reader: Reader, { log, size }: Moment): Promise<string | undefined> => {
  const { rows } = await reader.query<{ kind: string; object: string; revision: number; state: Json }>(
    `select o.kind, o.object_id as object, o.revision, o.state
     from parley.logs l left join parley.objects o on o.room_id = l.room_id and o.kind <> all($3)
     where l.room_id = $1 and l.size = $2`,
    [log, size, readByOwnSeat.map((act) => act.slice(0, act.indexOf('.')))],
  )
  if (rows.length === 0) return undefined
  const there = rows.filter(({ kind }) => kind !== null)
  return formatState(
    new Map(there.map((row) => [`${row.kind}/${row.object}`, stateHash(row, primitives.sha256)])),
  )
}

const proofsOf = function* (moment: Moment, indexes: readonly number[]): Generator<FolderFile> {
  const { log, note, size, tiles, nodes, vouched } = moment
  const { sha256 } = primitives
  for (const index of indexes) {
    const head = vouched && index < vouched.size ? vouched : { note, size }
    const path = fromTiles(
      head.size,
      (tile) => cut(tiles, tile, size),
      sha256,
      (read) =>
        inclusionProof(
          index,
          head.size,
          (node) => kept(nodes, `${head.size}/${node.level}/${node.index}`, () => read(node)),
          sha256,
        ),
    )
    if (path.ok)
      yield {
        path: proofPath(log, index),
        bytes: formatProof({ index, path: path.value, checkpoint: head.note }),
      }
  }
}

const kept = (nodes: Map<string, Uint8Array>, name: string, make: () => Uint8Array): Uint8Array => {
  const found = nodes.get(name)
  if (found) return found
  const made = make()
  nodes.set(name, made)
  return made
}

/** A tile of an earlier head: the beginning of the one that stands in its place now. */
const cut = (tiles: ReadonlyMap<string, Uint8Array>, tile: Tile, size: number): Uint8Array | undefined => {
  const width = Math.min(
    tileWidth,
    Math.floor(size / tileWidth ** Number(tile.level)) - tile.index * tileWidth,
  )
  return tiles.get(tilePath({ ...tile, width }))?.subarray(0, tile.width * 32)
}

/** The papers that acts this seat may read have brought; a file that was handed in and never submitted is nobody's to read. */
const papersOf = async function* (
  reader: Reader,
  log: string,
  papers: ReadonlySet<string>,
): AsyncGenerator<FolderFile> {
  for (const file of papers) {
    const { rows } = await reader.query<{ content: Buffer }>(
      'select content from parley.files where room_id = $1 and file = $2',
      [log, file],
    )
    if (rows[0]) yield { path: filePath(log, file), bytes: rows[0].content }
  }
}

const ofRoom = async function* (
  reader: Reader,
  moment: Moment,
  anchorSize: number,
  seat: string,
): AsyncGenerator<FolderFile> {
  const { log } = moment
  const seen = { indexes: [], papers: new Set<string>() }
  yield { path: anchoringsPath(log), bytes: await anchoringLines(reader, moment, anchorSize) }
  const state = await stateOf(reader, moment)
  if (state !== undefined) yield { path: statePath(log), bytes: state }
  yield* actsOf(reader, moment, seat, seen)
  yield* papersOf(reader, log, seen.papers)
  if (seen.indexes.length <= mostProofs) yield* proofsOf(moment, seen.indexes)
}

const aboutOf = (
  context: Context,
  who: Asking,
  process: About['process'],
  anchor: string,
  rooms: readonly Room[],
): About => {
  const { id, key, name, exercise, languages } = process
  const ofRooms: readonly AboutLog[] = rooms.map((room) => ({
    log: room.id,
    origin: originOf(room.id),
    kind: 'room',
    room,
  }))
  return {
    process: { id, key, name, exercise, languages },
    seat: who.member.seat,
    at: context.clock().toISOString(),
    anchor,
    logs: [...ofRooms, { log: anchor, origin: originOf(anchor), kind: 'anchor' }],
  }
}

/** Every file of the folder, one after the other, of one moment, read under the seat's own role. */
export const folderFiles = async function* (context: Context, who: Asking): AsyncGenerator<FolderFile> {
  const { process, rooms } = await context.houseOf(who.identity.role)
  const reader = context.poolOf(who.identity.role)
  const anchor = await findAnchor(reader)
  const moments = await readMoments(reader)
  const anchored = moments.get(anchor ?? '')
  if (anchor === undefined || !anchored) return
  const signed = rooms.filter(({ id }) => moments.has(id))
  const about = aboutOf(context, who, { ...process, id: who.identity.process }, anchor, signed)
  yield { path: aboutPath, bytes: formatAbout(about) }
  yield { path: aboutPagePath, bytes: aboutPage(about) }
  for (const { id } of signed) {
    const moment = moments.get(id)
    if (!moment) continue
    yield* ofLog(reader, moment)
    yield* ofRoom(reader, moment, anchored.size, who.member.seat)
  }
  yield* ofLog(reader, anchored)
}

const ofLog = async function* (reader: Reader, moment: Moment): AsyncGenerator<FolderFile> {
  yield { path: checkpointPath(moment.log), bytes: moment.note }
  if (moment.vouched) yield { path: vouchedPath(moment.log), bytes: moment.vouched.note }
  yield { path: policyPath(moment.log), bytes: moment.policy }
  yield* hashesAndEntries(reader, moment)
}
