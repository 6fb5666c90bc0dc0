/** The addresses of acts: posting one, and the stream that says how far each room is. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ActDone, PostedAct } from '#contract/acts.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, longestBody, ProcessParams, type TypedApp } from '../http/typed.ts'
import { type Asking, askingAbout, identifiedAbout } from '../http/who.ts'
import { stream } from './stream.ts'

/** The longest act, in bytes: a text of a thousand pages in two languages, opened at once. */
const longestAct = 12 * 1024 * 1024

/** The acts that are long: a text that is opened, and what is read from a file of outside coding. */
const longActs = ['text.open', 'outside.load'] as const

/** Whether the member can do an act that is long in any of their rooms. */
const mayPostLong = async (context: Context, { identity, member }: Asking): Promise<boolean> => {
  const { process, rooms } = await context.houseOf(identity.role)
  const kind = seatOf(process, member.seat)?.kind
  const at = context.clock().toISOString()
  return (
    kind !== undefined &&
    rooms.some((room) => longActs.some((act) => mayPerform(member, kind, act, room, at).ok))
  )
}

/**
 * Looks at who is asking before a long body is read: what is longer than other requests may be is taken only from a
 * member who can post a long act, and counts as an act of its own. A body that does not say how long it is counts as long.
 */
const lengthGuard =
  (context: Context) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
    if (length <= longestBody) return undefined
    const who = await askingAbout(context, request as FastifyRequest<{ Params: { process: string } }>)
    if ('code' in who) return sendRefusal(reply, who)
    if (!(await mayPostLong(context, who)))
      return sendRefusal(reply, { code: 'wire.too-long', facts: { megabytes: longestBody / 1024 / 1024 } })
    return context.meter(who.identity) ? undefined : sendRefusal(reply, { code: 'door.too-many' })
  }

/** All addresses of acts. */
export const actRoutes = (app: TypedApp, context: Context): void => {
  app.post(
    '/api/processes/:process/acts',
    {
      schema: { params: ProcessParams, body: PostedAct, response: answers(ActDone) },
      bodyLimit: longestAct,
      onRequest: lengthGuard(context),
    },
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
