/** The addresses of the background: the time line, and one event. */
import { z } from 'zod'
import { BackgroundListing, BackgroundView, EventView } from '#contract/background-views.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, RoomParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { backgroundListing, backgroundView, eventView } from './views.ts'

const ObjectParams = RoomParams.extend({ object: z.string().max(80) })

/** All addresses of the background. */
export const backgroundRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/background',
    { schema: { params: ProcessParams, response: answers(BackgroundView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await backgroundView(context, who))
    },
  )
  app.get(
    '/api/processes/:process/rooms/:room/background',
    { schema: { params: RoomParams, response: answers(BackgroundListing) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send(await backgroundListing(context, who, room)),
      ),
  )
  app.get(
    '/api/processes/:process/rooms/:room/background/:object',
    { schema: { params: ObjectParams, response: answers(EventView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const view = await eventView(context, who, room, request.params.object)
        return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
      }),
  )
}
