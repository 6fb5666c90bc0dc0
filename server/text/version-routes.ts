/** The addresses of the versions of a text: all of them, and one to take home. */
import { VersionFile, VersionList } from '#contract/text-versions.ts'
import type { Context } from '../context.ts'
import { inRoom } from '../http/in-room.ts'
import { sendRefusal } from '../http/refusals.ts'
import { answers, RoomParams, type TypedApp, VersionParams } from '../http/typed.ts'
import { versionFile, versionList } from './versions.ts'

/** All addresses of versions. */
export const versionRoutes = (app: TypedApp, context: Context): void => {
  const base = '/api/processes/:process/rooms/:room/text/versions'
  app.get(base, { schema: { params: RoomParams, response: answers(VersionList) } }, (request, reply) =>
    inRoom(context, request, reply, async (who, room) => reply.send(await versionList(context, who, room))),
  )
  app.get(
    `${base}/:version`,
    { schema: { params: VersionParams, response: answers(VersionFile) } },
    (request, reply) =>
      inRoom(context, request, reply, async (who, room) => {
        const file = await versionFile(context, who, room, request.params.version)
        if (!file) return sendRefusal(reply, { code: 'unknown' })
        const name = `SNT-Rev.${file.record.number}.json`
        return reply.header('content-disposition', `attachment; filename="${name}"`).send(file)
      }),
  )
}
