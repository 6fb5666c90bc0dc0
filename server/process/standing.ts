/** How the process stands, read under the asking seat's own role: another side's consent or reading is not there. */
import type { StandingView } from '#contract/process-views.ts'
import type { Context } from '../context.ts'
import { shared } from '../database/sharing.ts'
import type { Asking } from '../http/who.ts'

interface Row {
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly revision: number
  readonly state: unknown
}

const readStanding = `
  select room_id as room, kind, object_id as object, revision, state from parley.objects
  where room_id = any($1::uuid[]) and kind in ('consent', 'mandate', 'track', 'ripeness', 'fundamental', 'handover')
  order by room_id, first`

/** Everything of it that the seat may read. */
export const standingView = async (context: Context, who: Asking): Promise<StandingView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const { rows } = await shared(pool, 'standing', () =>
    pool.query<Row>({ name: 'standing', text: readStanding, values: [rooms.map(({ id }) => id)] }),
  )
  const ofKind = <T>(kind: string): readonly T[] =>
    rows.filter((row) => row.kind === kind).map(({ kind: _, ...shown }) => shown as unknown as T)
  return {
    consents: ofKind('consent'),
    mandates: ofKind('mandate'),
    tracks: ofKind('track'),
    ripeness: ofKind('ripeness'),
    marks: ofKind('fundamental'),
    handovers: ofKind('handover'),
    at: context.clock().toISOString(),
  }
}
