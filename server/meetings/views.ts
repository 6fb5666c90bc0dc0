/** What meetings show: read under the asking seat's own role, so that a session is known where its people sit and nowhere else. */
import type pg from 'pg'
import type { MeetingsAsked, MeetingsView } from '#contract/meetings-views.ts'
import type { Accreditation } from '#domain/meetings/accreditation.ts'
import { type Arrangements, unarranged } from '#domain/meetings/arrangements.ts'
import type { Session } from '#domain/meetings/session.ts'
import { type Window, windowOf } from '#domain/meetings/week.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Paper } from '#domain/rooms/paper.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'

interface Row<S> {
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly state: S
}

type Minutes = MeetingsView['minutes'][number]['state']

// Of minutes only the last wording: how many there are before it has no bound.
const readSome = `
  select room_id as room, kind, object_id as object, revision,
    case kind when 'minutes' then jsonb_build_object(
      'wording', jsonb_array_length(state -> 'wordings'), 'last', state -> 'wordings' -> -1, 'accepted', state -> 'accepted')
    else state end as state
  from parley.objects
  where room_id = any($1::uuid[]) and (
    kind in ('arrangements', 'accreditation')
    or kind = 'session' and state ->> 'begin' >= $2 and state ->> 'begin' < $3
    or kind = 'minutes' and object_id = $4)
  order by room_id, first`

const readBegin = `
  select state ->> 'begin' as begin from parley.objects
  where room_id = any($1::uuid[]) and kind = 'session' and object_id = $2`

// A paper is named with its room: an id alone would find nothing the role may not read, but the key wants both.
const readPapers = `
  select o.room_id as room, o.object_id as object, o.state
  from unnest($1::uuid[], $2::text[]) asked (room, object), lateral (
    select * from parley.objects o
    where o.room_id = asked.room and o.kind = 'paper' and o.object_id = asked.object offset 0) o`

const titleOf = ({ words, translations }: Paper): Localised => ({
  ...Object.fromEntries(translations.map((each) => [each.language, each.words])),
  ...words,
})

const read = async (pool: pg.Pool, rooms: readonly Room[], window: Window, session: string | null) => {
  const { rows } = await pool.query<Row<unknown>>({
    name: 'meetings',
    text: readSome,
    values: [rooms.map(({ id }) => id), window.from, window.until, session],
  })
  const ofKind = <S>(wanted: string) => rows.filter(({ kind }) => kind === wanted) as readonly Row<S>[]
  const sessions = ofKind<Session>('session')
  const found = {
    sessions,
    arranged: ofKind<Arrangements>('arrangements')[0],
    minutes: ofKind<Minutes>('minutes'),
    lists: ofKind<Accreditation>('accreditation'),
  }
  const named = new Map(
    sessions.flatMap(({ room, state }) =>
      state.agenda.flatMap(({ papers }) => papers.map((object) => [`${room}/${object}`, { room, object }])),
    ),
  )
  const asked = [...named.values()]
  if (asked.length === 0) return { ...found, papers: [] }
  const papers = await pool.query<Row<Paper>>({
    name: 'session-papers',
    text: readPapers,
    values: [asked.map(({ room }) => room), asked.map(({ object }) => object)],
  })
  return { ...found, papers: papers.rows }
}

/** The day on which a session of these rooms begins, by UTC. */
const dayOf = async (pool: pg.Pool, rooms: readonly Room[], session: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ begin: string }>({
    name: 'session-begin',
    text: readBegin,
    values: [rooms.map(({ id }) => id), session],
  })
  return rows[0]?.begin.slice(0, 10)
}

/**
 * The arrangements, and of the sessions of the asking seat's rooms those of the weeks that are asked for. What does not go
 * together is found where it is read.
 */
export const meetingsView = async (
  context: Context,
  who: Asking,
  { week, weeks = 1, session }: MeetingsAsked,
): Promise<MeetingsView> => {
  const { role } = who.identity
  const { rooms, process } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const now = context.clock().toISOString()
  const begun = session === undefined ? undefined : await dayOf(pool, rooms, session)
  const window = windowOf(begun ?? week ?? now.slice(0, 10), weeks)
  const key = `meetings ${window.from} ${window.until} ${session ?? ''}`
  const { sessions, arranged, minutes, lists, papers } = await shared(pool, key, () =>
    read(pool, rooms, window, session ?? null),
  )
  return {
    arrangements: { revision: arranged?.revision ?? 0, state: arranged?.state ?? unarranged(process) },
    sessions: sessions.map(({ kind: _, ...shown }) => shown),
    accreditations: lists.map(({ room, revision, state }) => ({ room, revision, state })),
    minutes: minutes.map(({ kind: _, ...shown }) => shown),
    papers: papers.map(({ room, object, state }) => ({
      ...{ room, object, title: titleOf(state), form: state.form },
    })),
    at: now,
  }
}
