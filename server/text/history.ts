/** The past of one clause: its acts, read under the asking seat's own role from a room that seat sits in. */
import { z } from 'zod'
import { ClauseHistory } from '#contract/text-history.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { answers, RoomParams, type TypedApp } from '../http/typed.ts'

const Asked = z.object({ clause: z.string().regex(/^[0-9a-z-]{1,64}$/) })

const readActs = `
  select room_id as room, index, act_id as id, kind, object_id as object, seat, member_id as member, at, payload
  from parley.acts where room_id = $1 and object_id = $2 and kind like 'clause.%' order by index`

interface ActRow {
  readonly room: string
  readonly index: number
  readonly id: string
  readonly kind: string
  readonly object: string
  readonly seat: string | null
  readonly member: string | null
  readonly at: string
  readonly payload: unknown
}

const actOf = ({ seat, member, ...act }: ActRow): ClauseHistory['acts'][number] => ({
  ...act,
  by: seat !== null && member !== null ? { seat, member } : null,
})

/** The address of the history of a clause. A clause that the room does not have has no acts, as everywhere. */
export const historyRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/rooms/:room/text/history',
    { schema: { params: RoomParams, querystring: Asked, response: answers(ClauseHistory) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const pool = context.poolOf(who.identity.role)
        const { rows } = await pool.query<ActRow>(readActs, [room.id, request.query.clause])
        return reply.send({ acts: rows.map(actOf) })
      }),
  )
}
