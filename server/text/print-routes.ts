/** The addresses of prints: of the text as it stands, and of a version from its own leaves. */
import type { FastifyReply } from 'fastify'
import type { Outcome } from '#domain/outcome.ts'
import { type PrintedText, printedText } from '#domain/text/print/printed.ts'
import { printedVersion } from '#domain/text/print/version.ts'
import { citeOf } from '#domain/text/version/record.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { RoomParams, type TypedApp, VersionParams } from '../http/typed.ts'
import type { Asking } from '../http/who.ts'
import type { Papers } from './papers.ts'
import { askedPrinting, PrintAsked, printingOf, setPrint } from './printing.ts'
import { versionFile } from './versions.ts'
import { textView } from './views.ts'

interface Sending {
  readonly context: Context
  readonly papers: Papers
  readonly who: Asking
  readonly asked: PrintAsked
  readonly name: string
}

/** A print leaves as a file: it is saved and never shown in place. */
const send = async (
  reply: FastifyReply,
  sending: Sending,
  printed: Outcome<PrintedText>,
): Promise<FastifyReply> => {
  const { context, papers, who, asked, name } = sending
  if (!printed.ok) return sendRefusal(reply, printed.refusal)
  if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
  const at = context.clock().toISOString()
  const set = await setPrint(papers.of(who.identity.role), asked.to, printed.value, at)
  if (!set.ok) return sendRefusal(reply, set.refusal)
  return reply
    .header('content-type', set.value.mime)
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${asked.to}`)}`,
    )
    .send(Buffer.from(set.value.bytes))
}

/** A name for a file that every system can keep. */
const fileName = (title: string): string =>
  [...title.replace(/[^\p{L}\p{N} .,()-]+/gu, ' ').trim()].slice(0, 120).join('') || 'text'

/** All addresses of prints. */
export const printRoutes = (app: TypedApp, context: Context, papers: Papers): void => {
  const base = '/api/processes/:process/rooms/:room/text'
  app.get(`${base}/print`, { schema: { params: RoomParams, querystring: PrintAsked } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => {
      const asked = request.query
      const [{ process }, view] = await Promise.all([
        context.houseOf(who.identity.role),
        textView(context, who, room, 0),
      ])
      if (!view?.text) return sendRefusal(reply, { code: 'text.none' })
      const text = { languages: process.languages, clauses: view.clauses }
      const printing = { ...printingOf(process, view.text.title), ...askedPrinting(process, asked) }
      const name = fileName(printing.title[who.member.language] ?? Object.values(printing.title)[0] ?? '')
      return send(reply, { context, papers, who, asked, name }, printedText(text, printing))
    }),
  )
  app.get(
    `${base}/versions/:version/print`,
    { schema: { params: VersionParams, querystring: PrintAsked } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const asked = request.query
        const [{ process }, file] = await Promise.all([
          context.houseOf(who.identity.role),
          versionFile(context, who, room, request.params.version),
        ])
        if (!file) return sendRefusal(reply, { code: 'unknown' })
        const printing = { parties: printingOf(process, {}).parties, ...askedPrinting(process, asked) }
        const url = `${context.relyingParty.origins[0] ?? ''}/verify#${file.hash}`
        const name = citeOf(file.record.number).replace('/', '-')
        return send(reply, { context, papers, who, asked, name }, printedVersion(file, printing, url))
      }),
  )
}
