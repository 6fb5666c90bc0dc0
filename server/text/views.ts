/** What a text shows: read under the asking seat's own role, so that no proposal is seen from outside its channel. */
import type pg from 'pg'
import type { TextAt, TextView } from '#contract/text-views.ts'
import { replay } from '#domain/acts.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import type { Marks } from '#domain/rooms/marks.ts'
import type { Clause } from '#domain/text/clause.ts'
import { theText } from '#domain/text/guards.ts'
import type { TextState } from '#domain/text/negotiation.ts'
import type { Proposal, Stance } from '#domain/text/proposal.ts'
import type { Attribution } from '#domain/text/proposal-acts.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'

interface Row<S> {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly state: S
}

// One statement sees one moment: the size of the log and the clauses belong together.
const readText = `
  select l.size,
    (select o.state from parley.objects o where o.room_id = l.room_id and o.kind = 'text' and o.object_id = $3) as text,
    coalesce((select jsonb_agg(o.state) from parley.objects o
              where o.room_id = l.room_id and o.kind = 'clause' and o.last >= $2), '[]'::jsonb) as clauses
  from parley.logs l where l.room_id = $1`

// How far the members of the asking seat have read the room; of other seats their role sees nothing.
const readMarks = `
  select object_id as member, (state ->> 'read')::int as read from parley.objects
  where room_id = $1 and kind = 'marks'`

// The clauses to which something has happened since the member of the seat who is furthest behind has read, oldest first.
const readRecent = `
  select object_id as clause, last from parley.objects where room_id = $1 and kind = 'clause' and last >= (
    select min(nullif((state ->> 'read')::int, 0)) from parley.objects where room_id = $1 and kind = 'marks')
  order by last`

// On the common text there are proposals in the channels; a seat's own role sees those of its own rooms and no others.
const readBeside = `
  select room_id as room, kind, object_id as object, revision, state from parley.objects
  where kind in ('proposal', 'stance', 'attribution') order by room_id, first`

interface TextRow {
  readonly size: number
  readonly text: TextState | null
  readonly clauses: readonly Clause[]
}

type Beside = Row<unknown> & { readonly kind: string }

const ofKind = <S>(rows: readonly Beside[], kind: string): readonly Row<S>[] =>
  rows
    .filter((row) => row.kind === kind)
    .map(({ room, object, revision, state }) => ({ room, object, revision, state: state as S }))

const poolOf = (context: Context, who: Asking): pg.Pool => context.poolOf(who.identity.role)

interface MarkRow {
  readonly member: string
  readonly read: Marks['read']
}

interface RecentRow {
  readonly clause: string
  readonly last: number
}

/**
 * What all members of a seat read of a text alike: after each act all of them ask at once, and one answer, read under
 * their role, is for all of them.
 */
const readForSeat = (pool: pg.Pool, room: Room, since: number) =>
  shared(pool, `text ${room.id} ${since}`, () =>
    Promise.all([
      pool.query<TextRow>({ name: 'text', text: readText, values: [room.id, since, theText] }),
      pool.query<MarkRow>({ name: 'text-marks', text: readMarks, values: [room.id] }),
      pool.query<RecentRow>({ name: 'text-recent', text: readRecent, values: [room.id] }),
      room.kind === 'plenary' ? pool.query<Beside>({ name: 'beside-text', text: readBeside }) : { rows: [] },
    ]),
  )

/** The text of a room: whole, or the clauses that have changed since its log held so many acts. */
export const textView = async (
  context: Context,
  who: Asking,
  room: Room,
  since: number,
): Promise<TextView | undefined> => {
  const [text, marks, recent, beside] = await readForSeat(poolOf(context, who), room, since)
  const [found] = text.rows
  if (!found) return undefined
  const read = marks.rows.find(({ member }) => member === who.identity.member)?.read ?? 0
  return {
    room: room.id,
    size: found.size,
    since,
    text: found.text,
    clauses: found.clauses,
    proposals: ofKind<Proposal>(beside.rows, 'proposal'),
    stances: ofKind<Stance>(beside.rows, 'stance'),
    attributions: ofKind<Attribution>(beside.rows, 'attribution').map(({ state }) => state),
    read,
    unread: recent.rows.flatMap(({ clause, last }) => (read > 0 && last >= read ? [clause] : [])),
  }
}

const readActs = `
  select act_id as id, room_id as room, kind, object_id as object, seat, member_id as member, at, payload
  from parley.acts where room_id = $1 and index < $2 and kind like 'clause.%'
  and ($3::text is null or object_id = $3) order by index`

interface ActRow extends Omit<Act, 'by'> {
  readonly seat: string | null
  readonly member: string | null
}

/** The clauses, or one of them, as they stood when the log of the room held `size` acts: replayed from the acts. */
export const textAt = async (
  context: Context,
  who: Asking,
  room: string,
  size: number,
  clause: string | null,
): Promise<TextAt> => {
  const { rows } = await poolOf(context, who).query<ActRow>(readActs, [room, size, clause])
  const acts = rows.map(({ seat, member, ...act }) => ({
    ...act,
    by: seat !== null && member !== null ? { seat, member } : null,
  }))
  const replayed = replay(acts)
  if (!replayed.ok) throw new Error(`the log of a text does not replay: ${replayed.refusal.code}`)
  return { size, clauses: [...replayed.value.values()].map(({ state }) => state as Clause) }
}
