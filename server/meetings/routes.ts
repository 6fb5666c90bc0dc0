/** The address of meetings. */
import { MeetingsAsked, MeetingsView } from '#contract/meetings-views.ts'
import type { Context } from '../context.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { meetingsView } from './views.ts'

/** What a seat may read of some weeks is one read: timetable, conflicts and calendar are made of it where it is read. */
export const meetingRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/meetings',
    { schema: { params: ProcessParams, querystring: MeetingsAsked, response: answers(MeetingsView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who
        ? sendRefusal(reply, who)
        : reply.send(await meetingsView(context, who, request.query))
    },
  )
}
