/** A file of meetings as sessions of a timetable, and what in it points to nothing. */
import type { MeetingsFile } from '#contract/meetings-file.ts'
import { longestSession, minutesOf, type Session } from '#domain/meetings/session.ts'

/** Nobody convened the sessions of a file. */
const nobody = { seat: 'nobody', member: 'nobody' }

/** Every session, as it would stand in a room; ids are the keys of the file. */
export const sessionsOf = ({
  sessions,
}: MeetingsFile): readonly {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly state: Session
}[] =>
  sessions.map(({ key, cancelled, agenda = [], arrivals = [], interpreters = [], changes = 0, ...plan }) => ({
    ...{ room: 'file', object: key, revision: 1 },
    state: {
      ...{ ...plan, arrivals, interpreters, changes, by: nobody, at: plan.begin },
      agenda: agenda.map((title) => ({ title, papers: [] })),
      ...(cancelled ? { cancelled: { by: nobody, at: plan.begin } } : {}),
    },
  }))

const twiceIn = (keys: readonly string[]): string | undefined => keys.find((key, i) => keys.indexOf(key) < i)

const brokenSession = (file: MeetingsFile, session: MeetingsFile['sessions'][number]): string | undefined => {
  const { key, venue, attends, arrivals = [], interpreters = [] } = session
  const twice = twiceIn(attends) ?? twiceIn(interpreters.map(({ member }) => member))
  const { venues, entrances } = file.arrangements
  const minutes = minutesOf(session)
  if (minutes <= 0 || minutes > longestSession)
    return `${key} must end after it begins, at most ${longestSession / 60} hours later`
  if (venue !== null && !venues.some((each) => each.key === venue))
    return `${key}: there is no venue ${venue}`
  if (twice !== undefined) return `${key}: ${twice} stands there twice`
  const members = [...attends, ...interpreters.map(({ member }) => member)]
  const stranger = members.find((member) => !file.members.some((each) => each.key === member))
  if (stranger !== undefined) return `${key}: there is no member ${stranger}`
  const lost = arrivals.find(({ entrance }) => !entrances.some((each) => each.key === entrance))
  if (lost) return `${key}: there is no entrance ${lost.entrance}`
  const foreign = arrivals.find(({ seat }) => !file.seats.some((each) => each.key === seat))
  if (foreign) return `${key}: there is no seat ${foreign.seat}`
  const earliest = Date.parse(session.begin) - longestSession * 60_000
  const astray = arrivals.some(({ at }) => at > session.begin || Date.parse(at) < earliest)
  return astray
    ? `${key}: an arrival lies after the beginning, or more than twelve hours before it`
    : undefined
}

/** What is wrong with the file beyond its shape, in English; undefined for a sound one. */
export const brokenIn = (file: MeetingsFile): string | undefined => {
  const twice = [file.sessions, file.members, file.seats].map((all) => twiceIn(all.map(({ key }) => key)))
  const key = twice.find((each) => each !== undefined)
  if (key !== undefined) return `${key} stands there twice`
  return file.sessions.map((session) => brokenSession(file, session)).find((each) => each !== undefined)
}
