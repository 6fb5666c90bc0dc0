/** Answers for a room in which the asking seat sits; any other room is as unknown as one that was never there. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import { sendRefusal } from './refusals.ts'
import { type Asking, askingAbout } from './who.ts'

/** The room with this id, if the asking seat sits in it. */
export const findRoom = async (context: Context, who: Asking, id: string): Promise<Room | undefined> =>
  (await context.houseOf(who.identity.role)).rooms.find((room) => room.id === id)

/** Asks who is asking and for which room, and answers. */
export const inRoom = async (
  context: Context,
  request: FastifyRequest<{ Params: { process: string; room: string } }>,
  reply: FastifyReply,
  answer: (who: Asking, room: Room) => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  const who = await askingAbout(context, request)
  if ('code' in who) return sendRefusal(reply, who)
  const room = await findRoom(context, who, request.params.room)
  return room ? answer(who, room) : sendRefusal(reply, { code: 'unknown' })
}
