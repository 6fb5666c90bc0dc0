/** The address that reads a Word file against the text of a room. The file is read and not kept. */
import { WordReturn } from '#contract/text-word.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendOutcome, sendRefusal } from '../http/refusals.ts'
import { answers, RoomParams, type TypedApp } from '../http/typed.ts'
import type { Papers } from './papers.ts'
import { printingOf } from './printing.ts'
import { textView } from './views.ts'

/** The address. Whoever reads a text may have a file read against it; what comes of it is the reader's alone. */
export const wordRoutes = (app: TypedApp, context: Context, papers: Papers): void => {
  app.post(
    '/api/processes/:process/rooms/:room/text/word',
    { schema: { params: RoomParams, response: answers(WordReturn) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        if (!context.meter(who.identity)) return sendRefusal(reply, { code: 'door.too-many' })
        const part = await request.file()
        if (!part) return sendRefusal(reply, { code: 'paper.no-file' })
        const bytes = await part.toBuffer()
        const { role } = who.identity
        const view = await textView(context, who, room, 0)
        if (!view?.text) return sendRefusal(reply, { code: 'text.none' })
        const { process } = await context.houseOf(role)
        const text = { languages: process.languages, clauses: view.clauses }
        const printing = printingOf(process, view.text.title)
        return sendOutcome(reply, await papers.of(role).readWord({ bytes, text, printing }))
      }),
  )
}
