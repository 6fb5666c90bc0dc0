/** What commitments show: read under the asking seat's own role, so that what a mission has not released is not there. */
import type pg from 'pg'
import type {
  CommitmentRecord,
  CommitmentsView,
  RecordsView,
  StipulationView,
} from '#contract/commitments-views.ts'
import { quotable, standingOfQuote } from '#domain/commitments/quote.ts'
import type { Stipulated } from '#domain/commitments/stipulated.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Clause } from '#domain/text/clause.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'

interface Row<S> {
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly first: number
  readonly state: S
}

/** Of a clause what its number is computed from. Its words are read only where a stipulation was drawn from other ones. */
type Bare = Pick<Clause, 'id' | 'parent' | 'order' | 'kind' | 'number' | 'standing' | 'wording'>

// What a line does not show is left out by the schema of the answer: taking it out of every row here costs more.
const readList = `
  select room_id as room, kind, object_id as object, revision, first, state from parley.objects
  where room_id = any($1::uuid[]) and kind in ('stipulation', 'force', 'case', 'monitoring-report') order by room_id, first`

const readBare = `
  select state - '{passage,brackets,notes,settled,agreements,certificates,reservations}'::text[] as state
  from parley.objects where room_id = $1 and kind = 'clause'`

const readClauses = `
  select state from parley.objects where room_id = $1 and kind = 'clause' and object_id = any($2::text[])`

/** The room of the common text; for a seat that is not at the table an id that no room has (RFC 9562, the nil UUID). */
const plenaryOf = (rooms: readonly Room[]): string =>
  rooms.find(({ kind }) => kind === 'plenary')?.id ?? '00000000-0000-0000-0000-000000000000'

const clausesNamed = async (
  pool: pg.Pool,
  room: string,
  ids: readonly string[],
): Promise<readonly Clause[]> => {
  if (ids.length === 0) return []
  const { rows } = await pool.query<{ state: Clause }>({ text: readClauses, values: [room, ids] })
  return rows.map(({ state }) => state)
}

const read = async (pool: pg.Pool, rooms: readonly Room[]) => {
  const plenary = plenaryOf(rooms)
  const [list, bare] = await Promise.all([
    pool.query<Row<unknown>>({ name: 'commitments', text: readList, values: [rooms.map(({ id }) => id)] }),
    pool.query<{ state: Bare }>({ name: 'bare-clauses', text: readBare, values: [plenary] }),
  ])
  const known = new Map(bare.rows.map(({ state }) => [state.id, state]))
  const drawn = list.rows.filter(({ kind }) => kind === 'stipulation') as readonly Row<Stipulated>[]
  const other = drawn.filter(({ state }) => known.get(state.quote.clause)?.wording !== state.quote.wording)
  const clauses = await clausesNamed(pool, plenary, [
    ...new Set(other.map(({ state }) => state.quote.clause)),
  ])
  return { list: list.rows, drawn, bare: known, clauses: new Map(clauses.map((each) => [each.id, each])) }
}

const numbersIn = (bare: ReadonlyMap<string, Bare>, language: string): ReadonlyMap<string, string> => {
  const clauses = [...bare.values()].map((clause) => ({ ...clause, passage: {}, brackets: {}, notes: {} }))
  return numbersOf({ clauses: clauses as unknown as readonly Clause[] }, language)
}

type Read = Awaited<ReturnType<typeof read>>

const lineOf = (
  { room, object, revision, state }: Row<Stipulated>,
  { bare, clauses }: Read,
  numbers: ReadonlyMap<string, string>,
): CommitmentsView['stipulations'][number] => {
  const { quote, terms, accepted, inForce, codings } = state
  const now = clauses.get(quote.clause) ?? (bare.get(quote.clause) as Clause | undefined)
  return {
    ...{ room, object, revision, terms, accepted, codings, clause: quote.clause },
    number: numbers.get(quote.clause) ?? null,
    standing: standingOfQuote(quote, now),
    ...(inForce ? { inForce } : {}),
  }
}

/** The list, what is in force, the cases, the periodic reports. */
export const commitmentsView = async (context: Context, who: Asking): Promise<CommitmentsView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const all = await shared(pool, 'commitments', () => read(pool, rooms))
  const numbers = numbersIn(all.bare, who.member.language)
  const ofKind = <T>(kind: string): readonly T[] =>
    all.list
      .filter((row) => row.kind === kind)
      .map(({ kind: _k, first: _f, ...shown }) => shown as unknown as T)
  return {
    stipulations: all.drawn
      .filter(({ state }) => state.withdrawnAt === undefined)
      .map((row) => lineOf(row, all, numbers)),
    forces: ofKind('force'),
    cases: ofKind('case'),
    reports: ofKind('monitoring-report'),
    at: context.clock().toISOString(),
  }
}

const recordOf = ({ first: _, ...row }: Row<unknown>): CommitmentRecord => row as unknown as CommitmentRecord

// In each room the newest by its place in the log, then those by their time; each is looked up by itself.
const readBearing = `
  select o.room_id as room, o.kind, o.object_id as object, o.revision, o.first, o.state
  from unnest($1::uuid[]) asked (room), lateral (
    select b.room_id, b.kind, b.object_id from parley.bearings b
    where b.room_id = asked.room and b.about = $2 and b.kind <> 'paper' order by b.first desc limit $3) b, lateral (
    select * from parley.objects o
    where o.room_id = b.room_id and o.kind = b.kind and o.object_id = b.object_id offset 0) o
  order by coalesce(o.state ->> 'at', '') desc limit $3`

const countBearing = `
  select count(*)::int as count from parley.bearings
  where room_id = any($1::uuid[]) and about = $2 and kind <> 'paper'`

/** As many records of one obligation or case as one page shows. */
const mostBearing = 200

/** What bears on an obligation or a case in the reader's rooms, newest first, and how much there is. */
const bearing = async (pool: pg.Pool, rooms: readonly Room[], about: string) => {
  const ids = rooms.map(({ id }) => id)
  const [found, counted] = await Promise.all([
    pool.query<Row<unknown>>({ name: 'bearing', text: readBearing, values: [ids, about, mostBearing] }),
    pool.query<{ count: number }>({ name: 'bearing-count', text: countBearing, values: [ids, about] }),
  ])
  return { records: found.rows.map(recordOf), count: counted.rows[0]?.count ?? 0 }
}

/** One stipulation of a room, with all that bears on it; undefined where the asking seat has no such room or object. */
export const stipulationView = async (
  context: Context,
  who: Asking,
  room: Room,
  object: string,
): Promise<StipulationView | undefined> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const plenary = plenaryOf(rooms)
  const [found, about, bare] = await Promise.all([
    pool.query<Row<Stipulated>>(
      `select room_id as room, kind, object_id as object, revision, first, state from parley.objects
       where room_id = $1 and kind = 'stipulation' and object_id = $2`,
      [room.id, object],
    ),
    bearing(pool, rooms, object),
    pool.query<{ state: Bare }>({ name: 'bare-clauses', text: readBare, values: [plenary] }),
  ])
  const [row] = found.rows
  if (!row) return undefined
  const { quote } = row.state
  const [clause] = await clausesNamed(pool, plenary, [quote.clause])
  const numbers = numbersIn(new Map(bare.rows.map(({ state }) => [state.id, state])), who.member.language)
  const words = Object.entries(clause?.passage ?? {}).flatMap(([language, content]) =>
    content === null ? [] : [[language, quotable(content)] as const],
  )
  return {
    ...{ room: row.room, object: row.object, revision: row.revision, state: row.state },
    standing: standingOfQuote(quote, clause),
    clause: clause ? { number: numbers.get(quote.clause) ?? null, words: Object.fromEntries(words) } : null,
    ...about,
    at: context.clock().toISOString(),
  }
}

/** What bears on a case: accounts, findings, evidence, the reader's own comments. */
export const bearingView = async (context: Context, who: Asking, about: string): Promise<RecordsView> => {
  const { rooms } = await context.houseOf(who.identity.role)
  const { records } = await bearing(context.poolOf(who.identity.role), rooms, about)
  return { records, next: null, at: context.clock().toISOString() }
}

// The newest of each kind, then of them all: never more than a page of each is read, however much there is.
const readPage = `
  select found.* from unnest($2::text[]) asked (kind), lateral (
    select room_id as room, o.kind, object_id as object, revision, first, state from parley.objects o
    where room_id = $1 and o.kind = asked.kind and first < $3 order by first desc limit $4) found
  order by first desc limit $4`

const pageSize = 50

/** A page of the records of one room, newest first; `before` is where the page before ended. */
export const recordsView = async (
  context: Context,
  who: Asking,
  room: Room,
  kinds: readonly string[],
  before: number,
): Promise<RecordsView> => {
  const pool = context.poolOf(who.identity.role)
  const { rows } = await pool.query<Row<unknown>>({
    name: 'records',
    text: readPage,
    values: [room.id, kinds, before, pageSize],
  })
  const last = rows.length === pageSize ? rows.at(-1)?.first : undefined
  return {
    records: rows.map(recordOf),
    next: last === undefined ? null : String(last),
    at: context.clock().toISOString(),
  }
}

// A case can be named too; it has no line in the register.
const readNamed = `
  select room_id as room, kind, object_id as object, revision, first, state from parley.objects
  where room_id = $1 and kind = any($2::text[]) and object_id = any($3::text[]) order by first desc`

const nameable = [
  ...[
    'report',
    'account',
    'observation',
    'denial',
    'incident',
    'inspection',
    'evidence',
    'finding',
    'source',
  ],
  'case',
]

/** The records of one room with these ids, newest first; what is not there is left out. */
export const recordsNamed = async (
  context: Context,
  who: Asking,
  room: Room,
  ids: readonly string[],
): Promise<RecordsView> => {
  const { rows } = await context.poolOf(who.identity.role).query<Row<unknown>>({
    name: 'records-named',
    text: readNamed,
    values: [room.id, nameable, ids],
  })
  return { records: rows.map(recordOf), next: null, at: context.clock().toISOString() }
}
