/** Outside coding as the screen reads it, under the asking seat's own role: what another room loaded is not there. */
import type { LoadedOutside, OutsideEventsView, OutsideView } from '#contract/outside-views.ts'
import type { OutsideEvent } from '#domain/commitments/outside/event.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

// Of events only their number and their days are read: a file may hold thousands.
const readLoaded = `
  select o.room_id as room, o.object_id as object, o.revision, o.state - 'contents' as notes,
    case o.state -> 'contents' ->> 'kind' when 'base-rates' then o.state -> 'contents' else told.events end as contents
  from parley.objects o, lateral (
    select jsonb_build_object('kind', 'events', 'count', count(*),
      'from', min(event -> 'days' ->> 'from'), 'to', max(event -> 'days' ->> 'to')) as events
    from jsonb_array_elements(coalesce(o.state -> 'contents' -> 'events', '[]')) event) told
  where o.room_id = any($1::uuid[]) and o.kind = 'outside' and not o.state ? 'withdrawn'
  order by o.state ->> 'at' desc, o.object_id`

interface Row extends Pick<LoadedOutside, 'room' | 'object' | 'revision' | 'contents'> {
  readonly notes: Omit<LoadedOutside, 'room' | 'object' | 'revision' | 'contents'>
}

/** What the reader's rooms have loaded and not taken back. */
export const outsideView = async (context: Context, who: Asking): Promise<OutsideView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const { rows } = await context
    .poolOf(role)
    .query<Row>({ name: 'outside', text: readLoaded, values: [rooms.map(({ id }) => id)] })
  const loaded = rows.map(({ notes, ...row }) => ({ ...notes, ...row }))
  return { loaded, at: context.clock().toISOString() }
}

/** The events of one file of a room; undefined where the asking seat has no such room, object, or events in it. */
export const outsideEvents = async (
  context: Context,
  who: Asking,
  room: Room,
  object: string,
): Promise<OutsideEventsView | undefined> => {
  const { rows } = await context.poolOf(who.identity.role).query<{ events: readonly OutsideEvent[] }>({
    name: 'outside-events',
    text: `
      select state -> 'contents' -> 'events' as events from parley.objects
      where room_id = $1 and kind = 'outside' and object_id = $2
        and state -> 'contents' ? 'events' and not state ? 'withdrawn'`,
    values: [room.id, object],
  })
  return rows[0]
}
