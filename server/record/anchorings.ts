/** The ticks at which a room's log was anchored, as far as they may be told. */
import type pg from 'pg'
import { readByOwnSeat } from '#domain/parties/access.ts'
import type { AnchoringLine } from '#domain/record/folder.ts'

/** Which anchorings: of this room, in this stretch of the anchor log, of heads no longer than this, at most so many. */
export interface AnchoringsAsked {
  readonly room: string
  readonly from: number
  readonly before: number
  readonly size: number
  readonly most: number
}

/**
 * For every act the first tick that holds it, and the newest tick. At the others nothing was done but reading, or
 * nothing at all; to list them would tell at which hour somebody of another seat read.
 */
const told = `
  with at_hand as (
    select index, at, size, root, salt, coalesce(lag(size) over (order by index), 0) as before,
           lead(index) over (order by index) is null as newest
    from parley.anchorings where room_id = $1 and index < $3 and size <= $4
      and index >= coalesce((select max(index) from parley.anchorings where room_id = $1 and index < $2), 0))
  select index, at, size, root, salt from at_hand where index >= $2 and (newest or exists (
    select from parley.acts x where x.room_id = $1 and x.index >= at_hand.before and x.index < at_hand.size and x.kind <> all($5)))
  order by index limit $6`

/** Anchorings by their place in the anchor log. */
export const readAnchorings = async (
  client: Pick<pg.ClientBase, 'query'>,
  { room, from, before, size, most }: AnchoringsAsked,
): Promise<readonly AnchoringLine[]> => {
  const { rows } = await client.query<AnchoringLine & { readonly root: Buffer; readonly salt: Buffer }>({
    name: 'anchorings',
    text: told,
    values: [room, from, before, size, readByOwnSeat, most],
  })
  return rows.map(({ root, salt, ...line }) => ({
    ...line,
    root: new Uint8Array(root),
    salt: new Uint8Array(salt),
  }))
}
