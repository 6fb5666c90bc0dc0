/** The acts of a room with the salts that show their leaves; only those that the asking seat may read. */
import type pg from 'pg'
import { readByOwnSeat } from '#domain/parties/access.ts'
import type { Act } from '#domain/record/act.ts'
import type { ActLine } from '#domain/record/folder.ts'

/** Which acts: of this room, from one index to before another, as this seat may read them, at most so many. */
export interface ActsAsked {
  readonly room: string
  readonly seat: string
  readonly from: number
  readonly before: number
  readonly most: number
}

interface Row extends Omit<Act, 'by' | 'room'> {
  readonly index: number
  readonly seat: string | null
  readonly member: string | null
  readonly salt: Buffer
}

/** Acts by their index, with their salts. Who has read what is told to their own seat alone, so there may be gaps. */
export const readSaltedActs = async (
  client: Pick<pg.ClientBase, 'query'>,
  { room, seat, from, before, most }: ActsAsked,
): Promise<readonly ActLine[]> => {
  const { rows } = await client.query<Row>({
    name: 'salted-acts',
    text: `select index, act_id as id, kind, object_id as object, seat, member_id as member, at, payload, salt from parley.acts
           where room_id = $1 and index >= $2 and index < $3 and (kind <> all($5) or seat = $4) order by index limit $6`,
    values: [room, from, before, seat, readByOwnSeat, most],
  })
  return rows.map(({ index, salt, seat: by, member, id, kind, object, at, payload }) => ({
    index,
    salt: new Uint8Array(salt),
    act: {
      id,
      room,
      kind,
      object,
      by: by !== null && member !== null ? { seat: by, member } : null,
      at,
      payload,
    },
  }))
}
