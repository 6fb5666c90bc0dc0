/** The addresses of rooms: a room, its acts, its papers and files, its export; the desk; the search. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ActLine } from '#contract/parties.ts'
import { DeskView, FoundList, PaperReading, RoomView, TakenFile } from '#contract/rooms.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { named } from '#domain/parties/localised.ts'
import { type Room, seatOf } from '#domain/parties/process.ts'
import type { Paper } from '#domain/rooms/paper.ts'
import type { Context } from '../context.ts'
import { sendFile } from '../files/send.ts'
import { inRoom } from '../http/in-room.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, FileParams, PaperParams, ProcessParams, RoomParams, type TypedApp } from '../http/typed.ts'
import { type Asking, askingAbout } from '../http/who.ts'
import { readCards } from '../members.ts'
import { exportHtml, exportJson } from './export.ts'
import { findPaper, readFile, readPaper, takeFile } from './papers.ts'
import { openReader, type Reader } from './reader.ts'
import { actLines, allActLines, deskView, roomView, search } from './views.ts'

const roomAddresses = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room'
  app.get(base, { schema: { params: RoomParams, response: answers(RoomView) } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => reply.send(await roomView(context, who, room))),
  )
  const ActLines = z.object({ acts: z.array(ActLine).readonly() })
  const Acts = z.object({ from: z.coerce.number().int().min(0).default(0) })
  app.get(
    `${base}/acts`,
    { schema: { params: RoomParams, querystring: Acts, response: answers(ActLines) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send({ acts: await actLines(context, who, room.id, request.query.from) }),
      ),
  )
  const Export = z.object({
    as: z.enum(['json', 'html']).default('json'),
    language: z.string().max(20).optional(),
  })
  app.get(`${base}/export`, { schema: { params: RoomParams, querystring: Export } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const { process } = await context.houseOf(who.identity.role)
      const view = await roomView(context, who, room)
      const acts = await allActLines(context, who, room.id)
      const cards = await readCards(context.poolOf(who.identity.role))
      // An export leaves the house: a card that lives in a caucus goes out with the caucus and with no other room.
      const members = cards
        .filter((card) => card.room === room.id || card.state.visibility === 'table')
        .map(({ state }) => state)
        .filter((member) => room.seats.includes(member.seat))
      const exported = { process, view, acts, members }
      const { as, language = who.member.language } = request.query
      reply.header('content-disposition', `attachment; filename="parley-${room.key}.${as}"`)
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      return as === 'json'
        ? reply.type('application/json').send(exportJson(exported))
        : reply.type('text/html; charset=utf-8').send(exportHtml(exported, language))
    }),
  )
}

const paperAddresses = (app: TypedApp, context: Context, reader: Reader): void => {
  const base = '/api/processes/:process/rooms/:room'
  const withPaper = (
    request: FastifyRequest<{ Params: { process: string; room: string; paper: string } }>,
    reply: FastifyReply,
    answer: (who: Asking, room: Room, paper: Paper) => Promise<FastifyReply>,
  ) =>
    inRoom(context, request, reply, async (who, room) => {
      const paper = await findPaper(context.poolOf(who.identity.role), room.id, request.params.paper)
      return paper ? answer(who, room, paper) : sendRefusal(reply, { code: 'unknown' })
    })
  app.get(
    `${base}/papers/:paper/clauses`,
    { schema: { params: PaperParams, response: answers(PaperReading) } },
    (request, reply) =>
      withPaper(request, reply, async (who, room, paper) => {
        const { process } = await context.houseOf(who.identity.role)
        const { role } = who.identity
        const read = await readPaper(context.poolOf(role), room.id, paper, process.languages, reader.of(role))
        return read.ok ? reply.send(read.value) : sendRefusal(reply, read.refusal)
      }),
  )
  app.get(`${base}/papers/:paper/file/:language`, { schema: { params: FileParams } }, (request, reply) =>
    withPaper(request, reply, async (who, room, paper) => {
      const { language } = request.params
      const file = await readFile(context.poolOf(who.identity.role), room.id, paper, language)
      if (!file) return sendRefusal(reply, { code: 'unknown' })
      return sendFile(reply, named(paper.words, language), file.type, file.content)
    }),
  )
  app.post(
    `${base}/files`,
    { schema: { params: RoomParams, response: answers(TakenFile) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        if (context.disk.readOnly) return sendRefusal(reply, { code: 'installation.read-only' })
        const { process } = await context.houseOf(who.identity.role)
        const kind = seatOf(process, who.member.seat)?.kind ?? 'public'
        const at = context.clock().toISOString()
        const may = ['paper.submit', 'paper.translate', 'evidence.lodge'].map((act) =>
          mayPerform(who.member, kind, act, room, at),
        )
        const [first] = may
        if (first && !first.ok && !may.some(({ ok }) => ok)) return sendRefusal(reply, first.refusal)
        if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
        const part = await request.file()
        if (!part) return sendRefusal(reply, { code: 'paper.no-file' })
        const { role } = who.identity
        const taken = await takeFile(context.poolOf(role), room.id, await part.toBuffer(), reader.of(role))
        return sendOutcome(reply, taken)
      }),
  )
}

const deskAddresses = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/desk',
    { schema: { params: ProcessParams, response: answers(DeskView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      const desk = await deskView(context, who)
      return desk ? reply.send(desk) : sendRefusal(reply, { code: 'unknown' })
    },
  )
  const Query = z.object({ q: z.string().trim().min(2).max(200) })
  app.get(
    '/api/processes/:process/search',
    { schema: { params: ProcessParams, querystring: Query, response: answers(FoundList) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      return reply.send(await search(context, who, request.query.q))
    },
  )
}

/** All addresses of rooms. */
export const roomRoutes = (app: TypedApp, context: Context): void => {
  const reader = openReader()
  app.addHook('onClose', () => reader.close())
  roomAddresses(app, context)
  paperAddresses(app, context, reader)
  deskAddresses(app, context)
}
