/** Outside coding as the screen reads it, under the asking seat's own role: what another room loaded is not there. */
import type { LoadedOutside, OutsideContentsView, OutsideView } from '#contract/outside-views.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

// Of events and agreements only their number and their days are read: a file may hold thousands.
const readLoaded = `
  select o.room_id as room, o.object_id as object, o.revision, o.state - 'contents' as notes,
    case o.state -> 'contents' ->> 'kind' when 'base-rates' then o.state -> 'contents' else told.summary end as contents
  from parley.objects o, lateral (
    select jsonb_build_object('kind', o.state -> 'contents' -> 'kind', 'count', count(*),
      'from', min(coalesce(each ->> 'day', each -> 'days' ->> 'from')),
      'to', max(coalesce(each ->> 'day', each -> 'days' ->> 'to'))) as summary
    from jsonb_array_elements(
      coalesce(o.state -> 'contents' -> 'events', o.state -> 'contents' -> 'agreements', '[]')) each) told
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

/** What one file of a room holds; undefined where the asking seat has no such room or object, or it has no such contents. */
export const outsideContents = async (
  context: Context,
  who: Asking,
  room: Room,
  object: string,
): Promise<OutsideContentsView | undefined> => {
  const { rows } = await context.poolOf(who.identity.role).query<OutsideContentsView>({
    name: 'outside-contents',
    text: `
      select coalesce(state -> 'contents' -> 'events', '[]') as events,
        coalesce(state -> 'contents' -> 'agreements', '[]') as agreements
      from parley.objects
      where room_id = $1 and kind = 'outside' and object_id = $2
        and state -> 'contents' ->> 'kind' <> 'base-rates' and not state ? 'withdrawn'`,
    values: [room.id, object],
  })
  return rows[0]
}
