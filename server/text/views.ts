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
    (select o.state from parley.objects o where o.room_id = l.room_id and o.kind = 'marks' and o.object_id = $4) as marks,
    coalesce((select jsonb_agg(o.state) from parley.objects o
              where o.room_id = l.room_id and o.kind = 'clause' and o.last >= $2), '[]'::jsonb) as clauses,
    coalesce((select jsonb_agg(o.object_id order by o.last) from parley.objects o
              where o.room_id = l.room_id and o.kind = 'clause' and o.last >= (
                select nullif((m.state ->> 'read')::int, 0) from parley.objects m
                where m.room_id = l.room_id and m.kind = 'marks' and m.object_id = $4)), '[]'::jsonb) as unread
  from parley.logs l where l.room_id = $1`

// On the common text there are proposals in the channels; a seat's own role sees those of its own rooms and no others.
const readBeside = `
  select room_id as room, kind, object_id as object, revision, state from parley.objects
  where kind in ('proposal', 'stance', 'attribution') order by room_id, first`

interface TextRow {
  readonly size: number
  readonly text: TextState | null
  readonly marks: Marks | null
  readonly clauses: readonly Clause[]
  readonly unread: readonly string[]
}

type Beside = Row<unknown> & { readonly kind: string }

const ofKind = <S>(rows: readonly Beside[], kind: string): readonly Row<S>[] =>
  rows
    .filter((row) => row.kind === kind)
    .map(({ room, object, revision, state }) => ({ room, object, revision, state: state as S }))

const poolOf = (context: Context, who: Asking): pg.Pool => context.poolOf(who.identity.role)

/** The text of a room: whole, or the clauses that have changed since its log held so many acts. */
export const textView = async (
  context: Context,
  who: Asking,
  room: Room,
  since: number,
): Promise<TextView | undefined> => {
  const pool = poolOf(context, who)
  const [text, beside] = await Promise.all([
    pool.query<TextRow>({
      name: 'text',
      text: readText,
      values: [room.id, since, theText, who.identity.member],
    }),
    room.kind === 'plenary' ? pool.query<Beside>({ name: 'beside-text', text: readBeside }) : { rows: [] },
  ])
  const [found] = text.rows
  if (!found) return undefined
  return {
    room: room.id,
    size: found.size,
    since,
    text: found.text,
    clauses: found.clauses,
    proposals: ofKind<Proposal>(beside.rows, 'proposal'),
    stances: ofKind<Stance>(beside.rows, 'stance'),
    attributions: ofKind<Attribution>(beside.rows, 'attribution').map(({ state }) => state),
    read: found.marks?.read ?? 0,
    unread: found.unread,
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
