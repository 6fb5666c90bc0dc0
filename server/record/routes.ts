/** The addresses of the record: the logs' files, what is needed to check them, and the keys of mirrors. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Anchorings, NewMirror, RecordIndex, RecordView, SaltedActs } from '#contract/record.ts'
import type { Refusal } from '#domain/outcome.ts'
import { heldBy, isSteward } from '#domain/parties/member.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import { findRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import {
  answers,
  EntryParams,
  LogParams,
  MirrorParams,
  ProcessParams,
  RoomParams,
  type TypedApp,
} from '../http/typed.ts'
import { type Asking, askingAbout, readingRecord } from '../http/who.ts'
import { makeProof, readLogFile, readPaperFile } from './files.ts'
import { folderFiles } from './folder.ts'
import { anchorings, recordIndex, recordView, saltedActs } from './views.ts'
import { zipOf } from './zip.ts'

type InProcess = FastifyRequest<{ Params: { process: string } }>
type InRoom = FastifyRequest<{ Params: { process: string; room: string } }>

/** A seat's mirrors are for its stewards. */
const notYours = (context: Context, { member }: Asking): Refusal => ({
  code: 'act.not-yours',
  facts: heldBy(member, context.clock().toISOString()),
})

/** Answers for the process in which the reader sits; for any other as for one that does not exist. */
const inProcess = async (
  context: Context,
  request: InProcess,
  reply: FastifyReply,
  answer: (who: Asking) => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  const who = await readingRecord(context, request)
  if (!who) return sendRefusal(reply, { code: 'door.sign-in' })
  return who.identity.process === request.params.process
    ? answer(who)
    : sendRefusal(reply, { code: 'unknown' })
}

const inRoom = (
  context: Context,
  request: InRoom,
  reply: FastifyReply,
  answer: (who: Asking, room: Room) => Promise<FastifyReply>,
): Promise<FastifyReply> =>
  inProcess(context, request, reply, async (who) => {
    const room = await findRoom(context, who, request.params.room)
    return room ? answer(who, room) : sendRefusal(reply, { code: 'unknown' })
  })

const isId = (word: string): boolean => z.uuid().safeParse(word).success

const logFiles = (app: TypedApp, context: Context): void => {
  const send = async (
    request: FastifyRequest<{ Params: { log: string } }>,
    reply: FastifyReply,
    path: string,
  ) => {
    const who = await readingRecord(context, request)
    if (!who) return sendRefusal(reply, { code: 'door.sign-in' })
    const { log } = request.params
    const file = isId(log) ? await readLogFile(context.poolOf(who.identity.role), log, path) : undefined
    if (!file) return sendRefusal(reply, { code: 'unknown' })
    return reply.header('cache-control', 'no-store').type(file.type).send(file.bytes)
  }
  const schema = { params: LogParams }
  app.get('/log/:log/checkpoint', { schema }, (request, reply) => send(request, reply, 'checkpoint'))
  app.get('/log/:log/policy', { schema }, (request, reply) => send(request, reply, 'policy'))
  app.get(
    '/log/:log/tile/*',
    { schema: { params: LogParams.extend({ '*': z.string() }) } },
    (request, reply) => send(request, reply, `tile/${request.params['*']}`),
  )
}

const From = z.object({ from: z.coerce.number().int().min(0).default(0) })

const roomRecord = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room/record'
  app.get(base, { schema: { params: RoomParams, response: answers(RecordView) } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => reply.send(await recordView(context, who, room))),
  )
  app.get(
    `${base}/acts`,
    { schema: { params: RoomParams, querystring: From, response: answers(SaltedActs) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send({ acts: await saltedActs(context, who, room.id, request.query.from) }),
      ),
  )
  app.get(
    `${base}/anchorings`,
    { schema: { params: RoomParams, querystring: From, response: answers(Anchorings) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send({ anchorings: await anchorings(context, who, room.id, request.query.from) }),
      ),
  )
  app.get(`${base}/proofs/:entry`, { schema: { params: EntryParams } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const { entry } = request.params
      if (!/^(0|[1-9]\d{0,15})$/.test(entry)) return sendRefusal(reply, { code: 'unknown' })
      const proof = await makeProof(context.poolOf(who.identity.role), room.id, Number(entry))
      if (!proof.ok) return sendRefusal(reply, proof.refusal)
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="parley-${room.key}-${entry}.tlog-proof"`)
        .send(proof.value)
    }),
  )
  app.get(`${base}/files/:entry`, { schema: { params: EntryParams } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const { entry } = request.params
      const content = await readPaperFile(context.poolOf(who.identity.role), room.id, entry)
      if (!content) return sendRefusal(reply, { code: 'unknown' })
      return reply
        .type('application/octet-stream')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', `attachment; filename="${entry}"`)
        .send(content)
    }),
  )
}

/** The folder to take home. Of one seat one is under way at a time, and one that nobody takes delivery of is broken off. */
const takeHome = (app: TypedApp, context: Context): void => {
  const underWay = new Set<string>()
  const stalled = 60_000
  app.get('/api/processes/:process/record/export', { schema: { params: ProcessParams } }, (request, reply) =>
    inProcess(context, request, reply, async (who) => {
      const { role, seat } = who.identity
      if (underWay.has(role) || !context.meter(who.identity))
        return sendRefusal(reply, { code: 'door.too-many' })
      underWay.add(role)
      reply.raw.once('close', () => underWay.delete(role))
      reply.raw.setTimeout(stalled, () => reply.raw.destroy())
      const { key } = (await context.houseOf(role)).process
      const name = `parley-${key}-${seat}`
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${name}.zip"`)
        .send(zipOf(folderFiles(context, who), name))
    }),
  )
}

const mirrorKeys = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/mirrors'
  app.post(
    base,
    { schema: { params: ProcessParams, response: answers(NewMirror) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      if (!isSteward(who.member)) return sendRefusal(reply, notYours(context, who))
      if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
      return reply.send(await context.mirrors.make(who.identity))
    },
  )
  app.delete(
    `${base}/:mirror`,
    { schema: { params: MirrorParams, response: answers(z.object({})) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      if (!isSteward(who.member)) return sendRefusal(reply, notYours(context, who))
      const ended = await context.mirrors.end(who.identity, request.params.mirror)
      return ended ? reply.send({}) : sendRefusal(reply, { code: 'unknown' })
    },
  )
}

/** All addresses of the record. */
export const recordRoutes = (app: TypedApp, context: Context): void => {
  logFiles(app, context)
  app.get(
    '/api/processes/:process/record',
    { schema: { params: ProcessParams, response: answers(RecordIndex) } },
    (request, reply) =>
      inProcess(context, request, reply, async (who) => reply.send(await recordIndex(context, who))),
  )
  takeHome(app, context)
  roomRecord(app, context)
  mirrorKeys(app, context)
}
