/** The quiet hours that seats have set since the founding. */
import type pg from 'pg'
import type { QuietHours } from '#domain/parties/process.ts'

/** What a seat has set: its hours, or none at all. */
export interface SetHours {
  readonly hours: QuietHours | null
  readonly revision: number
}

/** The hours set by each seat, as this role can read them. A seat that is not there keeps those of the founding. */
export const readHours = async (pool: pg.Pool): Promise<ReadonlyMap<string, SetHours>> => {
  const { rows } = await pool.query<{ seat: string; revision: number; state: { hours: QuietHours | null } }>(
    "select object_id as seat, revision, state from parley.objects where kind = 'quiet-hours'",
  )
  return new Map(rows.map((row) => [row.seat, { hours: row.state.hours, revision: row.revision }]))
}
