/** What the record shows: heads, cosignatures, acts with their salts, anchorings; read under the asking seat's own role. */
import type pg from 'pg'
import type { Anchoring, Cosigner, LogView, RecordIndex, RecordView, SaltedAct } from '#contract/record.ts'
import type { Room } from '#domain/parties/process.ts'
import { toBase64, toHex } from '#domain/record/bytes.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'
import { readSizes } from '../shown.ts'
import { readSaltedActs } from './acts.ts'
import { readAnchorings } from './anchorings.ts'
import { promisedWithin } from './keys.ts'
import { readAppointments } from './roster.ts'

const poolOf = (context: Context, who: Asking): pg.Pool => context.poolOf(who.identity.role)

interface HeadRow {
  readonly size: number
  readonly policy: string
  readonly shown: string | null
  readonly shown_at: string | null
  readonly vouched: string | null
  readonly vouched_size: number | null
  readonly vouched_at: string | null
}

const shownAs = (note: string | null, size: number | null, at: string | null) =>
  note === null || size === null || at === null ? null : { note, size, at }

/** Where a witness answers is said in the plenary; who does not sit there knows it by the name of its key. */
const placeFor = ({ place, key }: Cosigner, sitsInPlenary: boolean): string | null =>
  place === null || sitsInPlenary ? place : (key.split('+')[0] ?? '')

const readCosigners = async (
  pool: pg.Pool,
  log: string,
  sitsInPlenary: boolean,
): Promise<readonly Cosigner[]> => {
  const { rows } = await pool.query<Cosigner>(
    `select seat, key, place, size, at, missing_since as "missingSince", trouble
     from parley.cosignatures where room_id = $1 order by seat`,
    [log],
  )
  return rows.map((each) => ({ ...each, place: placeFor(each, sitsInPlenary) }))
}

/** The head of a log as it was last given out. */
export const readHead = async (
  pool: Pick<pg.ClientBase, 'query'>,
  log: string,
): Promise<HeadRow | undefined> => {
  const { rows } = await pool.query<HeadRow>(
    `select size, coalesce(shown_policy, policy) as policy, shown, shown_at, vouched, vouched_size, vouched_at
     from parley.heads where room_id = $1`,
    [log],
  )
  return rows[0]
}

/** How one log stands. */
const logView = async (context: Context, who: Asking, log: string): Promise<LogView> => {
  const pool = poolOf(context, who)
  const { rooms } = await context.houseOf(who.identity.role)
  const sitsInPlenary = rooms.some(({ kind }) => kind === 'plenary')
  const [head, witnesses] = await Promise.all([readHead(pool, log), readCosigners(pool, log, sitsInPlenary)])
  const { key } = context.keys.log(log)
  return {
    log,
    origin: originOf(log),
    key: formatVerifierKey(key),
    policy: head?.policy ?? formatPolicy(key, []),
    checkpoint: head ? shownAs(head.shown, sizeOf(head.shown), head.shown_at) : null,
    vouched: head ? shownAs(head.vouched, head.vouched_size, head.vouched_at) : null,
    witnesses,
  }
}

/** The size a checkpoint of our own states: its second line. */
const sizeOf = (note: string | null): number | null => (note === null ? null : Number(note.split('\n')[1]))

/** The record of one room. */
export const recordView = async (context: Context, who: Asking, room: Room): Promise<RecordView> => {
  const [log, sizes] = await Promise.all([logView(context, who, room.id), readSizes(poolOf(context, who))])
  return {
    log,
    size: sizes.get(room.id) ?? 0,
    tickSeconds: context.tickSeconds,
    within: promisedWithin,
    at: context.clock().toISOString(),
  }
}

/** The id of the anchor log of the process in which this seat sits. */
export const findAnchor = async (pool: Pick<pg.ClientBase, 'query'>): Promise<string | undefined> => {
  const { rows } = await pool.query<{ id: string }>(
    "select room_id as id from parley.rooms where kind = 'anchor'",
  )
  return rows[0]?.id
}

/** The record of the process as this seat sees it. */
export const recordIndex = async (context: Context, who: Asking): Promise<RecordIndex> => {
  const pool = poolOf(context, who)
  const { process, rooms } = await context.houseOf(who.identity.role)
  const anchor = await findAnchor(pool)
  if (!anchor) throw new Error('a process without an anchor log')
  const [view, sizes, appointments, mirrors] = await Promise.all([
    logView(context, who, anchor),
    readSizes(pool),
    readAppointments(pool),
    context.mirrors.of(who.identity),
  ])
  const kind = process.seats.find(({ key }) => key === who.member.seat)?.kind
  const { key } = context.keys.exerciseWitness(who.identity.process, who.member.seat)
  return {
    process: { ...process, id: who.identity.process },
    seat: who.member.seat,
    anchor: view,
    rooms,
    logs: rooms.map(({ id }) => ({
      room: id,
      log: id,
      origin: originOf(id),
      key: formatVerifierKey(context.keys.log(id).key),
      size: sizes.get(id) ?? 0,
    })),
    appointed: appointments.map(({ revision, witness }) => ({
      seat: witness.seat,
      revision,
      key: witness.dismissedAt ? null : witness.key,
      url: witness.dismissedAt ? null : witness.url,
    })),
    mirrors,
    ownWitness: process.exercise && (kind === 'party' || kind === 'mediator') ? formatVerifierKey(key) : null,
    tickSeconds: context.tickSeconds,
    at: context.clock().toISOString(),
  }
}

/** At most so many acts or anchorings are given out at once. */
const most = 500

/** The acts of a room from this place on that this seat may read, whole, with the salts that show their leaves. */
export const saltedActs = async (
  context: Context,
  who: Asking,
  room: string,
  from: number,
): Promise<readonly SaltedAct[]> => {
  const asked = { room, seat: who.member.seat, from, before: Number.MAX_SAFE_INTEGER, most }
  const acts = await readSaltedActs(poolOf(context, who), asked)
  return acts.map(({ salt, ...line }) => ({ ...line, salt: toHex(salt) }))
}

/** The anchorings of a room's log, from this leaf of the anchor log on. */
export const anchorings = async (
  context: Context,
  who: Asking,
  room: string,
  from: number,
): Promise<readonly Anchoring[]> => {
  const everything = Number.MAX_SAFE_INTEGER
  const asked = { room, from, before: everything, size: everything, most }
  const found = await readAnchorings(poolOf(context, who), asked)
  return found.map(({ root, salt, ...line }) => ({ ...line, root: toBase64(root), salt: toHex(salt) }))
}
