/** The address of a room's stakeholder map: whoever does not sit in the room is answered as if there were no room. */
import { StakeholdersView } from '#contract/stakeholders.ts'
import { theStakeholders } from '#domain/stakeholders/acts.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { answers, RoomParams, type TypedApp } from '../http/typed.ts'

/** All addresses of stakeholders. */
export const stakeholderRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/rooms/:room/stakeholders',
    { schema: { params: RoomParams, response: answers(StakeholdersView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const { rows } = await context.poolOf(who.identity.role).query<StakeholdersView>(
          `select revision, state as map from parley.objects
             where room_id = $1 and kind = 'stakeholders' and object_id = $2`,
          [room.id, theStakeholders],
        )
        return reply.send(rows[0] ?? { revision: 0, map: null })
      }),
  )
}
