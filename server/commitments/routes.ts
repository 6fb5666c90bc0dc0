/** The addresses of commitments: the list, one obligation, a case, a room's records, an import, a file of evidence. */
import { z } from 'zod'
import { CommitmentsView, Imported, RecordsView, StipulationView } from '#contract/commitments-views.ts'
import { OutsideContentsView, OutsideView } from '#contract/outside-views.ts'
import { Id } from '#contract/words.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import { sendFile } from '../files/send.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, RoomParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { objectFile } from '../rooms/papers.ts'
import { importObservations, longestImport } from './import.ts'
import { outsideContents, outsideView } from './outside.ts'
import { reportRoutes } from './report-routes.ts'
import { bearingView, commitmentsView, recordsNamed, recordsView, stipulationView } from './views.ts'

const ObjectParams = RoomParams.extend({ object: z.string().max(80) })
const listed = [
  'report',
  'account',
  'observation',
  'denial',
  'incident',
  'inspection',
  'evidence',
  'finding',
  'source',
] as const
const Page = z.object({
  kind: z.enum(listed).optional(),
  /** The records with these ids alone, whatever their kind. */
  object: z.union([Id, z.array(Id).max(40)]).optional(),
  before: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
})

const Table = z.strictObject({ csv: z.string().max(longestImport) })

const lists = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/commitments',
    { schema: { params: ProcessParams, response: answers(CommitmentsView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await commitmentsView(context, who))
    },
  )
  const Bearing = ProcessParams.extend({ about: z.string().max(80) })
  app.get(
    '/api/processes/:process/commitments/bearing/:about',
    { schema: { params: Bearing, response: answers(RecordsView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who
        ? sendRefusal(reply, who)
        : reply.send(await bearingView(context, who, request.params.about))
    },
  )
}

const inOneRoom = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room'
  app.get(
    `${base}/stipulations/:object`,
    { schema: { params: ObjectParams, response: answers(StipulationView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const view = await stipulationView(context, who, room, request.params.object)
        return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
      }),
  )
  app.get(
    `${base}/records`,
    { schema: { params: RoomParams, querystring: Page, response: answers(RecordsView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const { kind, object, before } = request.query
        if (object !== undefined) return reply.send(await recordsNamed(context, who, room, [object].flat()))
        return reply.send(await recordsView(context, who, room, kind ? [kind] : listed, before))
      }),
  )
  app.get(`${base}/evidence/:object/file`, { schema: { params: ObjectParams } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const file = await objectFile(
        context.poolOf(who.identity.role),
        room.id,
        'evidence',
        request.params.object,
      )
      if (!file) return sendRefusal(reply, { code: 'unknown' })
      return sendFile(reply, file.title, file.type, file.content)
    }),
  )
  app.post(
    `${base}/observations`,
    {
      schema: { params: RoomParams, body: Table, response: answers(Imported) },
      bodyLimit: longestImport,
    },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const { process } = await context.houseOf(who.identity.role)
        const kind = seatOf(process, who.member.seat)?.kind ?? 'public'
        const at = context.clock().toISOString()
        const may = mayPerform(who.member, kind, 'observation.record', room, at)
        if (!may.ok) return sendRefusal(reply, may.refusal)
        if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
        const imported = await importObservations(context, who, room.id, request.body.csv)
        return imported.ok ? reply.send(imported.value) : sendRefusal(reply, imported.refusal)
      }),
  )
}

const outside = (app: TypedApp, context: Context): void => {
  app.get(
    '/api/processes/:process/outside',
    { schema: { params: ProcessParams, response: answers(OutsideView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      return 'code' in who ? sendRefusal(reply, who) : reply.send(await outsideView(context, who))
    },
  )
  app.get(
    '/api/processes/:process/rooms/:room/outside/:object',
    { schema: { params: ObjectParams, response: answers(OutsideContentsView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const view = await outsideContents(context, who, room, request.params.object)
        return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
      }),
  )
}

/** All addresses of commitments. */
export const commitmentRoutes = (app: TypedApp, context: Context): void => {
  lists(app, context)
  inOneRoom(app, context)
  outside(app, context)
  reportRoutes(app, context)
}
