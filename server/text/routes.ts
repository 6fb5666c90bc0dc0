/** The addresses of a text: as it is, as it was. */
import { z } from 'zod'
import { TextAt, TextView } from '#contract/text-views.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, RoomParams, type TypedApp } from '../http/typed.ts'
import { textForms, textOnFile } from './export.ts'
import { historyRoutes } from './history.ts'
import { openPapers } from './papers.ts'
import { printRoutes } from './print-routes.ts'
import { versionRoutes } from './version-routes.ts'
import { textAt, textView } from './views.ts'
import { wordRoutes } from './word-routes.ts'

const Since = z.object({ since: z.coerce.number().int().min(0).default(0) })
const Moment = z.object({
  size: z.coerce.number().int().min(0),
  clause: z
    .string()
    .regex(/^[0-9a-z-]{1,64}$/)
    .optional(),
})

const Form = z.object({ to: z.enum(textForms), language: z.string().max(20).optional() })

/** A text leaves as a file: it is saved and never run or shown in place. */
const exportAddress = (app: TypedApp, context: Context, base: string): void => {
  app.get(`${base}/export`, { schema: { params: RoomParams, querystring: Form } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const { to, language } = request.query
      const file = await textOnFile(context, who, room, to, language)
      if (!file.ok) return sendRefusal(reply, file.refusal)
      const { name, mime, content } = file.value
      return reply
        .header('content-type', mime)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(typeof content === 'string' ? content : Buffer.from(content))
    }),
  )
}

/** All addresses of texts. */
export const textRoutes = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room/text'
  historyRoutes(app, context)
  app.get(
    base,
    { schema: { params: RoomParams, querystring: Since, response: answers(TextView) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const view = await textView(context, who, room, request.query.since)
        return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
      }),
  )
  app.get(
    `${base}/at`,
    { schema: { params: RoomParams, querystring: Moment, response: answers(TextAt) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) =>
        reply.send(await textAt(context, who, room.id, request.query.size, request.query.clause ?? null)),
      ),
  )
  versionRoutes(app, context)
  const papers = openPapers()
  app.addHook('onClose', () => papers.close())
  wordRoutes(app, context, papers)
  printRoutes(app, context, papers)
  exportAddress(app, context, base)
}
