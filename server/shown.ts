/** Rooms as a seat's role reads them, remembered for as long as their logs do not grow. */
import type pg from 'pg'
import type { Adjournments } from '#domain/rooms/adjournment.ts'
import type { Marks } from '#domain/rooms/marks.ts'

/** One object of a room, with the place of its first act. */
export interface ShownObject {
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly first: number
  readonly state: unknown
}

/** What is in a room when its log holds `size` acts. */
export interface RoomContents {
  readonly size: number
  readonly objects: readonly ShownObject[]
  /** What was put to a party, by the mediator or before the joint commission, and its answers: no entries of the room. */
  readonly put: readonly ShownObject[]
  readonly marks: readonly { readonly member: string; readonly marks: Marks }[]
}

interface Row {
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly first: number
  readonly state: unknown
}

const contents = `
  select kind, object_id as object, revision, first, state from parley.objects
  where room_id = $1 and kind in ('message', 'paper', 'silence', 'pause', 'conveyance', 'marks', 'ballot', 'suggestion', 'answer', 'case', 'force')
  order by first`

const putKinds = new Set(['ballot', 'suggestion', 'answer', 'case', 'force'])

const read = async (pool: pg.Pool, room: string, size: number): Promise<RoomContents> => {
  const { rows } = await pool.query<Row>({ name: 'contents', text: contents, values: [room] })
  return {
    size,
    objects: rows.filter((row) => row.kind !== 'marks' && !putKinds.has(row.kind)),
    put: rows.filter((row) => putKinds.has(row.kind)),
    marks: rows
      .filter((row) => row.kind === 'marks')
      .map((row) => ({ member: row.object, marks: row.state as Marks })),
  }
}

/** The sizes of the logs this role can see. */
export const readSizes = async (pool: pg.Pool): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await pool.query<{ room: string; size: number }>({
    name: 'sizes',
    text: 'select room_id as room, size from parley.logs',
  })
  return new Map(rows.map(({ room, size }) => [room, size]))
}

/** Reads what is in a room, under a role, when its log holds at least `size` acts. */
export interface RoomReader {
  readonly room: (role: string, room: string, size: number) => Promise<RoomContents>
}

/**
 * Reads rooms for one role. What is remembered is kept under the role that read it, so that nothing passes
 * from one seat to another; a room is read again when its log has grown.
 */
export const makeRoomReader = (poolOf: (role: string) => pg.Pool): RoomReader => {
  const remembered = new Map<string, Promise<RoomContents>>()
  return {
    room: (role, room, size) => {
      const key = `${role} ${room}`
      const known = remembered.get(key)
      const fresh = (known ?? Promise.reject()).then(
        (there) => (there.size >= size ? there : read(poolOf(role), room, size)),
        () => read(poolOf(role), room, size),
      )
      remembered.set(key, fresh)
      fresh.catch(() => remembered.delete(key))
      return fresh
    },
  }
}

/** The adjournments of the process as this role can read them, with their revision. */
export const readAdjournments = async (
  pool: pg.Pool,
): Promise<{ readonly revision: number; readonly periods: Adjournments['periods'] }> => {
  const { rows } = await pool.query<{ revision: number; state: Adjournments }>(
    "select revision, state from parley.objects where kind = 'adjournments'",
  )
  return rows[0]
    ? { revision: rows[0].revision, periods: rows[0].state.periods }
    : { revision: 0, periods: [] }
}
