/** The addresses of periodic reports and of the register as a table. */
import { z } from 'zod'
import { PeriodicView } from '#contract/commitments-views.ts'
import { Day, Language } from '#contract/words.ts'
import { periodHolds } from '#domain/commitments/monitoring-report.ts'
import { tableKinds } from '#domain/commitments/register-table.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Context } from '../context.ts'
import { openThreads } from '../files/threads.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, ProcessParams, RoomParams, type TypedApp } from '../http/typed.ts'
import { askingAbout } from '../http/who.ts'
import { periodicPreview, periodicView } from './periodic.ts'
import { recordsAsCsv } from './register.ts'
import type { ReportAsked } from './report-worker.ts'

const mimes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

const base = '/api/processes/:process/commitments'
const ReportParams = ProcessParams.extend({ report: z.string().max(90) })

const views = (app: TypedApp, context: Context): void => {
  const Period = z.object({ from: Day, to: Day })
  app.get(
    `${base}/report-preview`,
    { schema: { params: ProcessParams, querystring: Period, response: answers(PeriodicView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      const today = context.clock().toISOString().slice(0, 10)
      const holds = periodHolds({ ...request.query, remarks: {} }, today)
      if (!holds.ok) return sendRefusal(reply, holds.refusal)
      const view = await periodicPreview(context, who, request.query)
      return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
    },
  )
  app.get(
    `${base}/reports/:report`,
    { schema: { params: ReportParams, response: answers(PeriodicView) } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      const view = await periodicView(context, who, request.params.report)
      return view ? reply.send(view) : sendRefusal(reply, { code: 'unknown' })
    },
  )
}

const prints = (app: TypedApp, context: Context): void => {
  const limits = { seconds: 30, megabytes: 768, refusal: 'print.too-heavy' }
  const threads = openThreads(new URL('./report-worker', import.meta.url), limits, 1, 4)
  app.addHook('onClose', () => threads.close())
  const Asked = z.object({ to: z.enum(['pdf', 'docx']), language: Language.optional() })
  app.get(
    `${base}/reports/:report/print`,
    { schema: { params: ReportParams, querystring: Asked } },
    async (request, reply) => {
      const who = await askingAbout(context, request)
      if ('code' in who) return sendRefusal(reply, who)
      const { to, language } = request.query
      const view = await periodicView(context, who, request.params.report)
      if (!view?.report) return sendRefusal(reply, { code: 'unknown' })
      const all = Object.keys(view.sheets)
      if (language !== undefined && !all.includes(language))
        return sendRefusal(reply, { code: 'text.language-unknown', facts: { language } })
      if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
      const languages = language === undefined ? all : [language]
      const asked: ReportAsked = { name: to, input: { languages, sheets: view.sheets } }
      const set = (await threads.run(who.identity.role, async () => ({ ...asked }))) as Outcome<Uint8Array>
      if (!set.ok) return sendRefusal(reply, set.refusal)
      const { from, to: until } = view.report.state
      return reply
        .header('content-type', mimes[to])
        .header('content-disposition', attachment(`report ${from} ${until}.${to}`))
        .send(Buffer.from(set.value))
    },
  )
}

/** All addresses of periodic reports, and the register of one room as a table of one kind of record. */
export const reportRoutes = (app: TypedApp, context: Context): void => {
  views(app, context)
  prints(app, context)
  app.get(
    '/api/processes/:process/rooms/:room/records/table',
    { schema: { params: RoomParams, querystring: z.object({ kind: z.enum(tableKinds) }) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
        const { kind } = request.query
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', attachment(`${kind}.csv`))
          .send(await recordsAsCsv(context, who, room, kind))
      }),
  )
}
