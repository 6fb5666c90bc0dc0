/** One open event stream: says how far each room is, holds back what quiet hours ask for, ends when its member leaves. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { seatOf } from '#domain/parties/process.ts'
import { isQuiet } from '#domain/parties/quiet-hours.ts'
import type { Context } from '../context.ts'
import { readHours } from '../hours.ts'
import { sendRefusal } from '../http/refusals.ts'
import { type Asking, asking, tokenOf } from '../http/who.ts'

const heartbeat = 15_000
/** A few windows and devices; more would be an attack on the server's memory. */
const mostStreams = 12

/** Whether the seat has its quiet hours now, as the table has set them; asked again at every beat. */
const quietness = async (context: Context, who: Asking): Promise<() => boolean> => {
  const { process } = await context.houseOf(who.identity.role)
  const seat = seatOf(process, who.member.seat)
  const set = (await readHours(context.poolOf(who.identity.role))).get(who.member.seat)
  const quietHours = set ? (set.hours ?? undefined) : seat?.quietHours
  const timeZone = seat?.timeZone ?? 'UTC'
  return () => isQuiet({ timeZone, quietHours }, context.clock().toISOString())
}

const openReply = (reply: FastifyReply) => {
  const { raw } = reply.hijack()
  const kept = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)
  raw.on('error', () => undefined)
  raw.writeHead(200, {
    ...(Object.fromEntries(kept) as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  return raw
}

/** Holds a stream open for this member. A reader who does not read is let go: it comes back and asks for what it missed. */
export const stream = async (
  context: Context,
  who: Asking,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  if (context.announcer.countOf(who.identity) >= mostStreams)
    return sendRefusal(reply, { code: 'door.too-many' })
  const house = await context.houseOf(who.identity.role)
  let isQuietNow = await quietness(context, who)
  if (request.raw.destroyed) return undefined
  const raw = openReply(reply)
  let over = false
  const finish = (last: string): void => {
    if (over) return
    over = true
    clearInterval(beat)
    close()
    raw.end(last)
    setTimeout(() => raw.destroy(), 500).unref()
  }
  const say = (line: string): void => {
    if (raw.writableNeedDrain || raw.destroyed) finish('')
    else if (!over) raw.write(line)
  }
  const end = () => finish('event: left\ndata: {}\n\n')
  const look = async (): Promise<void> => {
    const still = await asking(context, request)
    if (!still) return end()
    isQuietNow = await quietness(context, who)
    say(':\n\n')
  }
  const beat = setInterval(() => look().catch(() => undefined), heartbeat)
  const close = context.announcer.listen({
    role: who.identity.role,
    whom: who.identity,
    session: tokenOf(context, request) ?? '',
    rooms: new Set(house.rooms.map((room) => room.id)),
    isQuiet: () => isQuietNow(),
    tell: (event) => say(`data: ${JSON.stringify(event)}\n\n`),
    end,
  })
  raw.on('close', () => finish(''))
  say('retry: 2000\n\n')
  // Whoever was removed, or went away, while the stream was being opened has not been told.
  await look()
  return undefined
}
