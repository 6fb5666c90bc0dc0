/** What the background shows, read under the asking seat's own role: what another seat thinks for itself is not there. */
import type { BackgroundListing, BackgroundView, EventLine, EventView } from '#contract/background-views.ts'
import type { BackgroundEvent, Lesson, Reading } from '#domain/background/event.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

interface Row<S> {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly state: S
}

// What a line does not show stays in the database: accounts and sources are most of an event.
const readLines = `
  select o.room_id as room, o.object_id as object, o.revision,
    o.state - '{facts,sources,accounts,proposed,agreed}'::text[] as state,
    jsonb_path_query_array(o.state, '$.accounts[*].party') as told,
    o.state ? 'agreed' as agreed, o.state ? 'proposed' as proposed,
    exists (select from parley.objects r
      where r.room_id = any($1::uuid[]) and r.kind = 'reading' and r.object_id = o.object_id) as read
  from parley.objects o
  where o.room_id = any($1::uuid[]) and o.kind = 'event' and not o.state ? 'withdrawnAt'
  order by o.state ->> 'when', o.object_id`

type LineRow = Row<
  Pick<EventLine, 'when' | 'kind' | 'name' | 'place' | 'issues' | 'clauses' | 'of' | 'by' | 'at'>
> &
  Pick<EventLine, 'told' | 'agreed' | 'proposed' | 'read'>

const readLessons = `
  select room_id as room, object_id as object, revision, state from parley.objects
  where room_id = any($1::uuid[]) and kind = 'lesson' and not state ? 'withdrawnAt'
  order by first, object_id`

/** The time line and the lessons of all rooms of the reader. */
export const backgroundView = async (context: Context, who: Asking): Promise<BackgroundView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const values = [rooms.map(({ id }) => id)]
  const pool = context.poolOf(role)
  const [lines, lessons] = await Promise.all([
    pool.query<LineRow>({ name: 'background', text: readLines, values }),
    pool.query<Row<Lesson>>({ name: 'lessons', text: readLessons, values }),
  ])
  const events = lines.rows.map(({ state, ...row }) => ({ ...state, ...row }))
  return { events, lessons: lessons.rows, at: context.clock().toISOString() }
}

const readWhole = `
  select object_id as object, state - '{by,at,accounts,proposed,agreed}'::text[] as event from parley.objects
  where room_id = $1 and kind = 'event' and not state ? 'withdrawnAt'
  order by state ->> 'when', object_id`

/** All events of a room that stand, whole, without what is told of them. */
export const backgroundListing = async (
  context: Context,
  who: Asking,
  room: Room,
): Promise<BackgroundListing> => {
  const { rows } = await context
    .poolOf(who.identity.role)
    .query<BackgroundListing['events'][number]>({ name: 'events', text: readWhole, values: [room.id] })
  return { events: rows }
}

const readOne = `
  select room_id as room, object_id as object, revision, state from parley.objects
  where room_id = any($1::uuid[]) and kind = $2 and object_id = $3`

/** One event of a room with the readings of the reader's own rooms; undefined where there is none. */
export const eventView = async (
  context: Context,
  who: Asking,
  room: Room,
  object: string,
): Promise<EventView | undefined> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const [events, readings] = await Promise.all([
    pool.query<Row<BackgroundEvent>>({ name: 'event', text: readOne, values: [[room.id], 'event', object] }),
    pool.query<Row<Reading>>({
      name: 'event',
      text: readOne,
      values: [rooms.map(({ id }) => id), 'reading', object],
    }),
  ])
  const [row] = events.rows
  return row && { ...row, readings: readings.rows, at: context.clock().toISOString() }
}
