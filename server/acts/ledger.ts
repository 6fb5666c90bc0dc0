/** The rows behind the one door: reads what a batch of acts needs, and writes what came of it in one statement. */
import type pg from 'pg'
import type { Deed } from '#domain/acts.ts'
import { bearsOn } from '#domain/commitments/bearing.ts'
import type { Act } from '#domain/record/act.ts'
import { anyObject, type Kept, keyOf, type Ref } from '#domain/record/rule.ts'

/** An act that is in the log already: what a retry is answered with. */
export interface Earlier {
  readonly room: string
  readonly id: string
  readonly object: string
  readonly index: number
  readonly at: string
  readonly leaf: string
}

/** What a batch can see: the sizes of the logs it locked, its acts that were done before, and the objects it reaches. */
export interface Loaded {
  readonly sizes: ReadonlyMap<string, number>
  /** How many acts of each log every witness has cosigned. */
  readonly vouched: ReadonlyMap<string, number>
  /** When the last act of these logs was done; null when they are empty. */
  readonly last: string | null
  readonly earlier: readonly Earlier[]
  readonly objects: readonly Kept[]
}

/** A deed with its place in the log, its salt and its leaf. */
export interface Entry extends Deed {
  readonly index: number
  readonly salt: Uint8Array
  readonly leaf: string
}

interface ObjectRow {
  readonly room_id: string
  readonly kind: string
  readonly object_id: string
  readonly revision: number
  readonly state: unknown
}

interface LogRow {
  readonly room_id: string
  readonly size: number
  readonly last: string | null
  readonly vouched: number | null
}

const lockLogs = `
  select room_id, size, (select at from parley.acts a where a.room_id = l.room_id and a.index = l.size - 1) as last,
    (select vouched_size from parley.heads h where h.room_id = l.room_id) as vouched
  from parley.logs l where room_id = any($1::uuid[]) order by room_id for update`
// Each key is looked up by itself: with the plan kept from an empty table, a join over all rows would grow with the room.
const findEarlier = `
  select found.* from (select distinct * from unnest($1::uuid[], $2::uuid[])) asked (room, id), lateral (
    select room_id as room, act_id as id, object_id as object, index, at, leaf from parley.acts
    where room_id = asked.room and act_id = asked.id offset 0) found`
const findObjects = `
  select found.* from (select distinct * from unnest($1::uuid[], $2::text[], $3::text[])) asked (room, kind, object),
  lateral (
    select room_id, kind, object_id, revision, state from parley.objects
    where room_id = asked.room and kind = asked.kind and object_id = asked.object offset 0) found`
const findAll = `
  select room_id, kind, object_id, revision, state from parley.objects
  where (room_id, kind) in (select * from unnest($1::uuid[], $2::text[]))`
const findFiles = `
  select room_id, 'file' as kind, file as object_id, 1 as revision,
         jsonb_build_object('file', file, 'type', type, 'bytes', bytes, 'names', names) as state
  from parley.files where (room_id, file) in (select * from unnest($1::uuid[], $2::text[]))`

const readRefs = (client: pg.ClientBase, refs: readonly Ref[]): Promise<readonly ObjectRow[]> => {
  const whole = refs.filter((ref) => ref.object === anyObject)
  const objects = refs.filter((ref) => ref.kind !== 'file' && ref.object !== anyObject)
  const files = refs.filter((ref) => ref.kind === 'file')
  const rows = [
    client.query<ObjectRow>({
      name: 'objects',
      text: findObjects,
      values: [
        objects.map((ref) => ref.room),
        objects.map((ref) => ref.kind),
        objects.map((ref) => ref.object),
      ],
    }),
  ]
  if (files.length > 0)
    rows.push(client.query(findFiles, [files.map((ref) => ref.room), files.map((ref) => ref.object)]))
  if (whole.length > 0)
    rows.push(client.query(findAll, [whole.map((ref) => ref.room), whole.map((ref) => ref.kind)]))
  return Promise.all(rows).then((answers) => answers.flatMap((answer) => answer.rows))
}

/** Begins the transaction, locks the logs in one order for all, and reads. Rooms the seat cannot see are not there. */
export const load = async (
  client: pg.ClientBase,
  rooms: readonly string[],
  acts: readonly Pick<Act, 'room' | 'id'>[],
  refs: readonly Ref[],
): Promise<Loaded> => {
  const answers = await Promise.all([
    client.query('begin'),
    client.query<LogRow>({
      name: 'lock',
      text: lockLogs,
      values: [rooms],
    }),
    client.query<Earlier>({
      name: 'earlier',
      text: findEarlier,
      values: [acts.map((act) => act.room), acts.map((act) => act.id)],
    }),
    readRefs(client, refs),
  ])
  return {
    sizes: new Map(answers[1].rows.map((row) => [row.room_id, row.size])),
    vouched: new Map(answers[1].rows.map((row) => [row.room_id, row.vouched ?? 0])),
    last: answers[1].rows.reduce<string | null>(
      (last, row) => (row.last !== null && row.last > (last ?? '') ? row.last : last),
      null,
    ),
    earlier: answers[2].rows,
    objects: answers[3].map(({ room_id, object_id, ...rest }) => ({
      ...rest,
      room: room_id,
      object: object_id,
    })),
  }
}

const writeAll = `
  with acted as (
    insert into parley.acts (room_id, index, act_id, kind, object_id, seat, member_id, at, payload, salt, leaf)
    select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                         $8::timestamptz[], $9::jsonb[], $10::bytea[], $11::text[])
  ), kept as (
    insert into parley.objects (room_id, kind, object_id, revision, first, last, state)
    select * from unnest($12::uuid[], $13::text[], $14::text[], $15::int[], $16::bigint[], $17::bigint[], $18::jsonb[])
    on conflict (room_id, kind, object_id)
    do update set revision = excluded.revision, last = excluded.last, state = excluded.state
  ), bearing as (
    insert into parley.bearings (room_id, about, kind, object_id, first)
    select * from unnest($21::uuid[], $22::text[], $23::text[], $24::text[], $25::bigint[])
    on conflict do nothing
  )
  update parley.logs l set size = n.size
  from unnest($19::uuid[], $20::bigint[]) n (room_id, size) where l.room_id = n.room_id`

/** A file that goes along into another room: copied there, so that neither room's copy depends on the other's. */
export interface FileCopy {
  readonly from: string
  readonly to: string
  readonly file: string
}

const copyFile = `
  insert into parley.files (room_id, file, type, bytes, names, content)
  select $2, file, type, bytes, names, content from parley.files where room_id = $1 and file = $3
  on conflict do nothing`

const byColumn = (entries: readonly Entry[]): readonly unknown[] => [
  entries.map(({ act }) => act.room),
  entries.map(({ index }) => index),
  entries.map(({ act }) => act.id),
  entries.map(({ act }) => act.kind),
  entries.map(({ act }) => act.object),
  entries.map(({ act }) => act.by?.seat ?? null),
  entries.map(({ act }) => act.by?.member ?? null),
  entries.map(({ act }) => act.at),
  entries.map(({ act }) => JSON.stringify(act.payload)),
  entries.map(({ salt }) => salt),
  entries.map(({ leaf }) => leaf),
]

/** Writes acts, objects and log sizes in the transaction that is open. The entries of a log follow one another. */
export const put = (client: pg.ClientBase, entries: readonly Entry[]): Promise<unknown> => {
  const first = new Map<string, number>()
  const last = new Map<string, Entry>()
  const sizes = new Map<string, number>()
  for (const entry of entries) {
    const key = keyOf(entry.kept)
    if (!first.has(key)) first.set(key, entry.index)
    last.set(key, entry)
    sizes.set(entry.act.room, entry.index + 1)
  }
  const objects = [...last.entries()]
  const bearings = objects.flatMap(([key, { kept }]) =>
    bearsOn(kept.kind, kept.state).map((about) => ({ about, kept, first: first.get(key) })),
  )
  return client.query({
    name: 'write',
    text: writeAll,
    values: [
      ...byColumn(entries),
      objects.map(([, { kept }]) => kept.room),
      objects.map(([, { kept }]) => kept.kind),
      objects.map(([, { kept }]) => kept.object),
      objects.map(([, { kept }]) => kept.revision),
      objects.map(([key]) => first.get(key)),
      objects.map(([, { index }]) => index),
      objects.map(([, { kept }]) => JSON.stringify(kept.state)),
      [...sizes.keys()],
      [...sizes.values()],
      bearings.map(({ kept }) => kept.room),
      bearings.map(({ about }) => about),
      bearings.map(({ kept }) => kept.kind),
      bearings.map(({ kept }) => kept.object),
      bearings.map((each) => each.first),
    ],
  })
}

/** Writes acts, objects and log sizes, and commits. Durable when the promise is kept. */
export const write = async (
  client: pg.ClientBase,
  entries: readonly Entry[],
  copies: readonly FileCopy[],
): Promise<void> => {
  const copied = copies.map(({ from, to, file }) => client.query(copyFile, [from, to, file]))
  await Promise.all([...copied, put(client, entries), client.query('commit')])
}
