/** The addresses of a text: as it is, as it was. */
import { z } from 'zod'
import { TextAt, TextView } from '#contract/text-views.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, RoomParams, type TypedApp } from '../http/typed.ts'
import { historyRoutes } from './history.ts'
import { textAt, textView } from './views.ts'

const Since = z.object({ since: z.coerce.number().int().min(0).default(0) })
const Moment = z.object({
  size: z.coerce.number().int().min(0),
  clause: z
    .string()
    .regex(/^[0-9a-z-]{1,64}$/)
    .optional(),
})

/** All addresses of texts. */
export const textRoutes = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room/text'
  historyRoutes(app, context)
  app.get(
    base,
    { schema: { params: RoomParams, querystring: Since, response: answers(TextView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const view = await textView(context, who, room, request.query.since)
        return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
      }),
  )
  app.get(
    `${base}/at`,
    { schema: { params: RoomParams, querystring: Moment, response: answers(TextAt) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send(await textAt(context, who, room.id, request.query.size, request.query.clause ?? null)),
      ),
  )
}
