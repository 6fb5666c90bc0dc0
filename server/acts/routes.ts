/** The addresses of acts: posting one, and the stream that says how far each room is. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ActDone, PostedAct } from '#contract/acts.ts'
import { type Seat, seatOf } from '#domain/parties/process.ts'
import { isQuiet } from '#domain/parties/quiet-hours.ts'
import type { Context } from '../context.ts'
import { readHours } from '../hours.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, type TypedApp } from '../http/typed.ts'
import { type Asking, asking, askingAbout } from '../http/who.ts'

const heartbeat = 15_000

/** Holds a stream open until its member leaves; every beat looks whether they still may be here. */
const stream = async (
  context: Context,
  who: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const house = await context.houseOf(who.identity.role)
  const hours = await readHours(context.poolOf(who.identity.role))
  const seat = seatOf(house.process, who.member.seat) as Seat
  const quietHours = hours.get(seat.key)?.hours ?? (hours.has(seat.key) ? undefined : seat.quietHours)
  const { raw } = reply.hijack()
  const kept = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)
  raw.writeHead(200, {
    ...(Object.fromEntries(kept) as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const end = () => raw.end('event: left\ndata: {}\n\n')
  const beat = setInterval(async () => {
    const still = await asking(context, request).catch(() => who)
    if (still) raw.write(':\n\n')
    else end()
  }, heartbeat)
  const close = context.announcer.listen({
    role: who.identity.role,
    member: who.member.id,
    rooms: new Set(house.rooms.map((room) => room.id)),
    isQuiet: () => isQuiet({ timeZone: seat.timeZone, quietHours }, context.clock().toISOString()),
    tell: (room, size) => raw.write(`data: ${JSON.stringify({ room, size })}\n\n`),
    end,
  })
  raw.on('close', () => {
    clearInterval(beat)
    close()
  })
  raw.write('retry: 2000\n\n')
  // Whoever was removed while the stream was being opened has not been told.
  if (!(await asking(context, request))) end()
}

/** All addresses of acts. */
export const actRoutes = (app: TypedApp, context: Context): void => {
  app.post(
    '/api/processes/:process/acts',
    { schema: { params: ProcessParams, body: PostedAct, response: answers(ActDone) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
      return sendOutcome(reply, await context.acts.post(who.identity, request.body))
    },
  )
  app.get('/api/processes/:process/events', { schema: { params: ProcessParams } }, async (request, reply) => {
    const who = await askingAbout(context, request)
    if ('code' in who) return sendRefusal(reply, who)
    return stream(context, who, request, reply)
  })
}
