/** The address of bargaining. */
import { BargainingView } from '#contract/bargaining-views.ts'
import type { Context } from '../context.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { bargainingView } from './views.ts'

/** Everything of bargaining that a seat may read is one read. */
export const bargainingRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/bargaining',
    { schema: { params: ProcessParams, response: answers(BargainingView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await bargainingView(context, who))
    },
  )
}
