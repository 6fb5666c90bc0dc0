/** The addresses of the process itself: how it stands, and how evenly it serves its parties. */
import { StandingView } from '#contract/process-views.ts'
import { SymmetryView } from '#contract/symmetry.ts'
import type { Context } from '../context.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { standingView } from './standing.ts'
import { symmetryView } from './symmetry.ts'

/** All addresses of the process. */
export const processRoutes = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/standing',
    { schema: { params: ProcessParams, response: answers(StandingView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await standingView(context, who))
    },
  )
  app.get(
    '/api/processes/:process/symmetry',
    { schema: { params: ProcessParams, response: answers(SymmetryView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : sendOutcome(reply, await symmetryView(context, who))
    },
  )
}
