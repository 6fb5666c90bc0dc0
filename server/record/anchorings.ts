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
    select index, at, size, root, salt from parley.anchorings
    where room_id = $1 and index < $3 and size <= $4),
  covered as (
    select coalesce((select size from at_hand where index < $2 order by index desc limit 1), 0) as size),
  firsts as (
    select distinct (select min(n.index) from parley.anchorings n where n.room_id = $1 and n.size > x.index) as index
    from parley.acts x where x.room_id = $1 and x.index >= (select size from covered) and x.index < $4
      and x.kind <> all($5))
  select * from at_hand where index >= $2
    and (index in (select index from firsts) or index = (select max(index) from at_hand))
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
