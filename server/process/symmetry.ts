/** The symmetry report of a seat, worked out from the acts that its own role reads. */
import type pg from 'pg'
import type { SymmetryView } from '#contract/symmetry.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { isShared } from '#domain/process/symmetry/rooms.ts'
import { mayReadFigures, symmetryActs, symmetryOf } from '#domain/process/symmetry/symmetry.ts'
import type { Act } from '#domain/record/act.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'

interface Row extends Omit<Act, 'by'> {
  readonly seat: string | null
  readonly member: string | null
}

interface Read {
  readonly logs: SymmetryView['logs']
  readonly acts: readonly Act[]
}

/** How far the logs are in one moment, then the acts up to there: nothing below a log's size ever changes. */
const read = async (pool: pg.Pool, rooms: readonly string[]): Promise<Read> => {
  const sizes = await pool.query<{ room: string; size: number }>({
    name: 'symmetry-sizes',
    text: 'select room_id as room, size from parley.logs where room_id = any($1::uuid[])',
    values: [rooms],
  })
  const size = new Map(sizes.rows.map((row) => [row.room, row.size]))
  const { rows } = await pool.query<Row>({
    name: 'symmetry-acts',
    text: `select a.act_id as id, a.room_id as room, a.kind, a.object_id as object, a.seat, a.member_id as member, a.at, a.payload
           from unnest($1::uuid[], $2::int[]) asked (room, size)
           join parley.acts a on a.room_id = asked.room and a.index < asked.size
           where a.kind = any($3) order by a.room_id, a.index`,
    values: [rooms, rooms.map((room) => size.get(room) ?? 0), symmetryActs],
  })
  const acts = rows.map(({ seat, member, ...act }) => ({
    ...act,
    by: seat !== null && member !== null ? { seat, member } : null,
  }))
  return { logs: rooms.map((room) => ({ room, size: size.get(room) ?? 0 })), acts }
}

/** The figures this seat may read. Refusals: `symmetry.not-yours`. */
export const symmetryView = async (context: Context, who: Asking): Promise<Outcome<SymmetryView>> => {
  const { role } = who.identity
  const { process, rooms } = await context.houseOf(role)
  const parties = mayReadFigures(process, who.member.seat)
  if (parties.length === 0) return refuse('symmetry.not-yours')
  const open = rooms.filter(isShared)
  const pool = context.poolOf(role)
  const { logs, acts } = await shared(pool, 'symmetry', () =>
    read(
      pool,
      open.map(({ id }) => id),
    ),
  )
  const at = context.clock().toISOString()
  return done({ logs, ...symmetryOf({ process, rooms: open, acts, at }, parties) })
}
