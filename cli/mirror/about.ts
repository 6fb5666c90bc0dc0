/** What the folder says of itself: `about.json`, and the page for people beside it. */
import { done, type Outcome } from '#domain/outcome.ts'
import { fromUtf8 } from '#domain/record/bytes.ts'
import {
  type About,
  type AboutLog,
  aboutPagePath,
  aboutPath,
  formatAbout,
  parseAbout,
} from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { aboutPage } from '#server/record/about.ts'
import type { Disk } from './disk.ts'
import type { Index } from './server.ts'

/** What the folder says; undefined for one that is new. Refusals as `parseAbout`. */
export const readAbout = async (disk: Disk): Promise<Outcome<About | undefined>> => {
  const bytes = await disk.read(aboutPath)
  return bytes ? parseAbout(fromUtf8(bytes) ?? '') : done(undefined)
}

const roomLog = (room: Index['rooms'][number]): AboutLog => ({
  log: room.id,
  origin: originOf(room.id),
  kind: 'room',
  room,
})

/** The logs the server shows; the anchor is the last. */
export const logsOf = ({ rooms, anchor }: Index): readonly AboutLog[] => [
  ...rooms.map(roomLog),
  { log: anchor.log, origin: originOf(anchor.log), kind: 'anchor' },
]

/** Writes down which logs are held, as the server describes them; those it no longer shows stay as they were. */
export const writeAbout = async (disk: Disk, index: Index, logs: readonly AboutLog[], at: string) => {
  const { id, key, name, exercise, languages } = index.process
  const about: About = {
    process: { id, key, name, exercise, languages },
    seat: index.seat,
    at,
    anchor: index.anchor.log,
    logs,
  }
  await disk.replace(aboutPath, formatAbout(about))
  await disk.replace(aboutPagePath, aboutPage(about))
}
