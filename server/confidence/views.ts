/** Grievances and measures, read under the asking seat's own role: a grievance of another side is not there. */
import type { ConfidenceView } from '#contract/confidence-views.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

const readOf = `
  select room_id as room, object_id as object, revision, state from parley.objects
  where room_id = any($1::uuid[]) and kind = $2 order by first, object_id`

/** What the reader's rooms hold. */
export const confidenceView = async (context: Context, who: Asking): Promise<ConfidenceView> => {
  const { role } = who.identity
  const { rooms } = await context.houseOf(role)
  const all = async <T extends object>(kind: string): Promise<readonly T[]> => {
    const values = [rooms.map(({ id }) => id), kind]
    const { rows } = await context
      .poolOf(role)
      .query<T & object>({ name: 'confidence', text: readOf, values })
    return rows
  }
  const [grievances, measures] = await Promise.all([
    all<ConfidenceView['grievances'][number]>('grievance'),
    all<ConfidenceView['measures'][number]>('measure'),
  ])
  return { grievances, measures, at: context.clock().toISOString() }
}
