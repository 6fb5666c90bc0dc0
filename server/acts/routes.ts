/** The addresses of acts: posting one, and the stream that says how far each room is. */
import { ActDone, PostedAct } from '#contract/acts.ts'
import type { Context } from '../context.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { askingAbout, identifiedAbout } from '../http/who.ts'
import { stream } from './stream.ts'

/** All addresses of acts. */
export const actRoutes = (app: TypedApp, context: Context): void => {
  app.post(
    '/api/processes/:process/acts',
    { schema: { params: ProcessParams, body: PostedAct, response: answers(ActDone) } },
    async (request, reply) => {
      const who = await identifiedAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      if (!context.meter(who)) return sendRefusal(reply, { code: 'door.too-many' })
      const outcome = await context.acts.post(who, request.body)
      const isOver = !outcome.ok && outcome.refusal.code === 'act.not-serving'
      return isOver ? sendRefusal(reply, { code: 'door.sign-in' }) : sendOutcome(reply, outcome)
    },
  )
  app.get('/api/processes/:process/events', { schema: { params: ProcessParams } }, async (request, reply) => {
    const who = await askingAbout(context, request)
    if ('code' in who) return sendRefusal(reply, who)
    return stream(context, who, request, reply)
  })
}
