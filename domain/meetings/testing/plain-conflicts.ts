/** The same conflicts found the plain way: every two sessions are looked at, for every person, venue and entrance. */
import { teamFor } from '../arrangements.ts'
import { type Conflict, dayOf, type Figures } from '../conflicts.ts'
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

const days = (
  sessions: readonly TimedSession[],
  { timeZone, interpreting }: Figures,
): readonly Conflict[] => {
  const people = [
    ...new Set(sessions.flatMap(({ interpreters }) => interpreters.map(({ member }) => member))),
  ]
  return people.flatMap((person) => {
    const theirs = sessions.filter(({ interpreters }) => interpreters.some(({ member }) => member === person))
    return [...new Set(theirs.map((each) => dayOf(each, timeZone)))].flatMap((day) => {
      const on = theirs.filter((each) => dayOf(each, timeZone) === day)
      const all = on.reduce((sum, each) => sum + minutes(each.begin, each.end), 0)
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
      ...crossings(a, a, figures),
      ...sessions.slice(i + 1).flatMap((b) => between(a, b, figures)),
    ]),
    ...days(sessions, figures),
  ]
}
