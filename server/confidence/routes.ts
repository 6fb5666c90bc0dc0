/** The address of confidence. */
import { ConfidenceView } from '#contract/confidence-views.ts'
import type { Context } from '../context.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { confidenceView } from './views.ts'

/** All addresses of confidence. */
export const confidenceRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/confidence',
    { schema: { params: ProcessParams, response: answers(ConfidenceView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await confidenceView(context, who))
    },
  )
}
