/** The same conflicts found the plain way: every two sessions are looked at, for every person, venue and entrance. */
import { teamFor } from '../arrangements.ts'
import type { Conflict, Figures } from '../conflicts.ts'
import { localTime } from '../local-time.ts'
import type { TimedSession } from '../timed-session.ts'

const minutes = (from: number, to: number): number => (to - from) / 60_000

const crossings = (a: TimedSession, b: TimedSession, figures: Figures): readonly Conflict[] =>
  a.comings.flatMap((one, i) =>
    b.comings.flatMap((other, j): readonly Conflict[] => {
      if (a === b && j <= i) return []
      const gap = Math.abs(minutes(one.at, other.at))
      if (one.entrance !== other.entrance || one.party === other.party || gap >= figures.apartMinutes)
        return []
      const [x = '', y = ''] = [one.party, other.party].sort()
      return [
        {
          ...{ kind: 'crossing', entrance: one.entrance, parties: [x, y], sessions: [a.id, b.id] },
          ...{ gap, need: figures.apartMinutes },
        },
      ]
    }),
  )

const between = (a: TimedSession, b: TimedSession, figures: Figures): readonly Conflict[] => {
  const sessions = [a.id, b.id] as const
  const gap = minutes(a.end, b.begin)
  const sameVenue = a.venue !== null && a.venue === b.venue
  const need = sameVenue ? 0 : figures.turnaroundMinutes
  const { restMinutes } = figures.interpreting
  const workers = a.interpreters.map(({ member }) => member)
  const both = b.interpreters.map(({ member }) => member).filter((member) => workers.includes(member))
  return [
    ...(sameVenue && gap < 0 ? [{ kind: 'venue', venue: a.venue ?? '', sessions } as const] : []),
    ...a.people
      .filter((person) => b.people.includes(person) && gap < need)
      .map((person) => ({ kind: 'person', person, sessions, gap, need }) as const),
    ...both
      .filter(() => gap >= 0 && gap < restMinutes)
      .map((person) => ({ kind: 'rest', person, sessions, gap, need: restMinutes }) as const),
    ...crossings(a, b, figures),
  ]
}

const team = (session: TimedSession, { interpreting }: Figures): readonly Conflict[] => {
  const need = teamFor(interpreting, minutes(session.begin, session.end))
  if (session.languages.length < 2) return []
  return session.languages.flatMap((language) => {
    const have = session.interpreters.filter((each) => each.languages.includes(language)).length
    return have < need ? [{ kind: 'team', language, sessions: [session.id], have, need } as const] : []
  })
}

/** No session stands in a venue that is not open to it: there must be one with its key that is allotted to one of these. */
const allotment = (session: TimedSession, { venues }: Figures): readonly Conflict[] => {
  const { id, venue, venuesOf } = session
  if (venue === null || !venuesOf) return []
  const all = venues.filter(({ key }) => key === venue)
  const open = all.filter(({ allotted }) => venuesOf.some((each) => each === allotted))
  if (open.length > 0) return []
  return [{ kind: all.length > 0 ? 'allotment' : 'withdrawn', venue, sessions: [id] }]
}

const quarter = 900_000

/**
 * The minutes of a session on one day, quarter of an hour by quarter of an hour: the clocks of every zone come to midnight
 * on a quarter of an hour of UTC, and are put forward or back on one.
 */
const minutesOn = ({ begin, end }: TimedSession, day: string, timeZone: string): number => {
  let sum = 0
  let at = begin
  while (at < end) {
    const next = Math.min(end, (Math.floor(at / quarter) + 1) * quarter)
    if (localTime(timeZone, at).day === day) sum += minutes(at, next)
    at = next
  }
  return sum
}

/** The days on which a session has its first and its last minute; it lasts twelve hours at most. */
const endsOf = ({ begin, end }: TimedSession, timeZone: string): readonly string[] =>
  [begin, end - 1].map((at) => localTime(timeZone, at).day)

const days = (
  sessions: readonly TimedSession[],
  { timeZone, interpreting }: Figures,
): readonly Conflict[] => {
  const people = [
    ...new Set(sessions.flatMap(({ interpreters }) => interpreters.map(({ member }) => member))),
  ]
  return people.flatMap((person) => {
    const theirs = sessions.filter(({ interpreters }) => interpreters.some(({ member }) => member === person))
    return [...new Set(theirs.flatMap((each) => endsOf(each, timeZone)))].flatMap((day) => {
      const worked = theirs.map((each) => ({ id: each.id, minutes: minutesOn(each, day, timeZone) }))
      const on = worked.filter((each) => each.minutes > 0)
      const all = on.reduce((sum, each) => sum + each.minutes, 0)
      const most = interpreting.dailyMinutes
      const ids = on.map(({ id }) => id)
      return all > most ? [{ kind: 'day', person, day, sessions: ids, minutes: all, most } as const] : []
    })
  })
}

/** Every conflict among these sessions. */
export const plainConflicts = (all: readonly TimedSession[], figures: Figures): readonly Conflict[] => {
  const sessions = [...all].sort((a, b) => a.begin - b.begin || (a.id < b.id ? -1 : 1))
  return [
    ...sessions.flatMap((a, i) => [
      ...team(a, figures),
      ...allotment(a, figures),
      ...crossings(a, a, figures),
      ...sessions.slice(i + 1).flatMap((b) => between(a, b, figures)),
    ]),
    ...days(sessions, figures),
  ]
}
