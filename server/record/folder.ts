/** The folder that a seat takes home: everything of the record that it may read, in one consistent moment. */
import type pg from 'pg'
import { readByOwnSeat } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Json } from '#domain/record/canonical.ts'
import {
  type About,
  type AboutLog,
  type ActLine,
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
} from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatProof } from '#domain/record/proof.ts'
import { bundleOf, fromTiles, type Tile, tilePath, tilesOf, tileWidth } from '#domain/record/tiles.ts'
import { inclusionProof } from '#domain/record/tree.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'
import { aboutPage } from './about.ts'
import { readSaltedActs } from './acts.ts'
import { readAnchorings } from './anchorings.ts'
import { readBundle, readStoredTile } from './ledgers.ts'
import { primitives } from './primitives.ts'
import { findAnchor, readHead } from './views.ts'

/** One file of the folder. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array | string
}

/** A log at the moment that is exported. */
interface Moment {
  readonly client: pg.ClientBase
  readonly log: string
  readonly note: string
  readonly policy: string
  readonly size: number
  /** The tiles that have been read, by their paths: the proofs are made from them. */
  readonly tiles: Map<string, Uint8Array>
}

const momentOf = async (client: pg.ClientBase, log: string): Promise<Moment | undefined> => {
  const head = await readHead(client, log)
  if (!head || head.shown === null) return undefined
  const size = Number(head.shown.split('\n')[1])
  return { client, log, note: head.shown, policy: head.policy, size, tiles: new Map() }
}

const bundlesOf = (size: number): readonly Tile[] =>
  Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) =>
    bundleOf({ level: 0, index, width: Math.min(tileWidth, size - index * tileWidth) }),
  )

const hashesAndEntries = async function* ({ client, log, size, tiles }: Moment): AsyncGenerator<FolderFile> {
  // What is missing is left out, so that whoever verifies the folder finds the very file.
  for (const tile of tilesOf(size)) {
    const bytes = await readStoredTile(client, log, tile)
    if (!bytes) continue
    tiles.set(tilePath(tile), bytes)
    yield { path: `${log}/${tilePath(tile)}`, bytes }
  }
  for (const bundle of bundlesOf(size)) {
    const bytes = await readBundle(client, log, bundle)
    if (bytes) yield { path: `${log}/${tilePath(bundle)}`, bytes }
  }
}

/** Acts that are read at once. */
const stretch = 5_000

const actsOf = async ({ client, log, size }: Moment, seat: string): Promise<readonly ActLine[]> => {
  const all: ActLine[] = []
  for (let from = 0; from < size; from += stretch) {
    const before = Math.min(from + stretch, size)
    all.push(...(await readSaltedActs(client, { room: log, seat, from, before, most: stretch })))
  }
  return all
}

const anchoringLines = async ({ client, log, size }: Moment, before: number): Promise<string> => {
  const most = Number.MAX_SAFE_INTEGER
  const lines = await readAnchorings(client, { room: log, from: 0, before, size, most })
  return lines.map(formatAnchoringLine).join('')
}

/** What the acts of a room amount to; only when nothing was done after the moment, for objects are not kept for earlier ones. */
const stateOf = async ({ client, log, size }: Moment): Promise<string | undefined> => {
  const now = await client.query<{ size: number }>('select size from parley.logs where room_id = $1', [log])
  if (now.rows[0]?.size !== size) return undefined
  const { rows } = await client.query<{ kind: string; object: string; revision: number; state: Json }>(
    `select kind, object_id as object, revision, state from parley.objects
     where room_id = $1 and kind <> all($2)`,
    [log, readByOwnSeat.map((act) => act.slice(0, act.indexOf('.')))],
  )
  return formatState(
    new Map(rows.map((row) => [`${row.kind}/${row.object}`, stateHash(row, primitives.sha256)])),
  )
}

const proofsOf = function* (
  { log, note, size, tiles }: Moment,
  indexes: readonly number[],
): Generator<FolderFile> {
  const { sha256 } = primitives
  for (const index of indexes) {
    const path = fromTiles(
      size,
      (tile) => tiles.get(tilePath(tile)),
      sha256,
      (read) => inclusionProof(index, size, read, sha256),
    )
    if (path.ok)
      yield { path: proofPath(log, index), bytes: formatProof({ index, path: path.value, checkpoint: note }) }
  }
}

const papersOf = async function* ({ client, log }: Moment): AsyncGenerator<FolderFile> {
  const { rows } = await client.query<{ file: string }>('select file from parley.files where room_id = $1', [
    log,
  ])
  for (const { file } of rows) {
    const found = await client.query<{ content: Buffer }>(
      'select content from parley.files where room_id = $1 and file = $2',
      [log, file],
    )
    if (found.rows[0]) yield { path: filePath(log, file), bytes: found.rows[0].content }
  }
}

const ofRoom = async function* (
  moment: Moment,
  anchorSize: number,
  seat: string,
): AsyncGenerator<FolderFile> {
  const { log } = moment
  const acts = await actsOf(moment, seat)
  yield { path: actsPath(log), bytes: acts.map(formatActLine).join('') }
  yield { path: anchoringsPath(log), bytes: await anchoringLines(moment, anchorSize) }
  const state = await stateOf(moment)
  if (state !== undefined) yield { path: statePath(log), bytes: state }
  yield* papersOf(moment)
  yield* proofsOf(
    moment,
    acts.map(({ index }) => index),
  )
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

/** Every file of the folder, one after the other, read in one transaction under the seat's own role. */
export const folderFiles = async function* (context: Context, who: Asking): AsyncGenerator<FolderFile> {
  const { process, rooms } = await context.houseOf(who.identity.role)
  const client = await context.poolOf(who.identity.role).connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const anchor = await findAnchor(client)
    const anchored = anchor === undefined ? undefined : await momentOf(client, anchor)
    if (anchor === undefined || !anchored) return
    const signed: Room[] = []
    for (const room of rooms) {
      const moment = await momentOf(client, room.id)
      if (!moment) continue
      signed.push(room)
      yield* ofLog(moment)
      yield* ofRoom(moment, anchored.size, who.member.seat)
    }
    yield* ofLog(anchored)
    const about = aboutOf(context, who, { ...process, id: who.identity.process }, anchor, signed)
    yield { path: aboutPath, bytes: formatAbout(about) }
    yield { path: aboutPagePath, bytes: aboutPage(about) }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

const ofLog = async function* (moment: Moment): AsyncGenerator<FolderFile> {
  yield { path: checkpointPath(moment.log), bytes: moment.note }
  yield { path: policyPath(moment.log), bytes: moment.policy }
  yield* hashesAndEntries(moment)
}
