/**
 * What does not go together on a timetable. A timetable holds the sessions that one reader may read and no others, so that
 * no conflict can tell of a session behind a wall. It is a value: a change gives a new one and looks only at what the
 * changed session touches: its people, its venue, its entrances, and of them only the hours around it.
 */
import { type Arrangements, teamFor, type Venue } from './arrangements.ts'
import { minutesByDay } from './local-time.ts'
import { longestSession } from './session.ts'
import type { TimedSession } from './timed-session.ts'

/** The figures by which a timetable is judged. */
export type Figures = Pick<
  Arrangements,
  'timeZone' | 'apartMinutes' | 'turnaroundMinutes' | 'interpreting'
> & {
  readonly venues: readonly Pick<Venue, 'key' | 'allotted'>[]
}

type Two = readonly [string, string]

/**
 * One conflict and its reason; `sessions` are their ids in order of time, minutes whole or not as they come out.
 * `person`: someone is wanted twice, or has too little time from one venue to another (`gap` is negative when they overlap).
 * `venue`: booked twice. `crossing`: two parties come by one entrance less than `need` minutes apart.
 * `allotment`: the venue was allotted anew since, and is not open to the session's room. `withdrawn`: there is no such venue any more.
 * `team`: too few interpreters for the length in a language. `day`: too many minutes of interpreting on a local day.
 * `rest`: an interpreter has too little rest between two sessions.
 */
export type Conflict =
  | {
      readonly kind: 'person' | 'rest'
      readonly person: string
      readonly sessions: Two
      readonly gap: number
      readonly need: number
    }
  | { readonly kind: 'venue'; readonly venue: string; readonly sessions: Two }
  | {
      readonly kind: 'allotment' | 'withdrawn'
      readonly venue: string
      readonly sessions: readonly [string]
    }
  | {
      readonly kind: 'crossing'
      readonly entrance: string
      readonly parties: Two
      readonly sessions: Two
      readonly gap: number
      readonly need: number
    }
  | {
      readonly kind: 'team'
      readonly language: string
      readonly sessions: readonly [string]
      readonly have: number
      readonly need: number
    }
  | {
      readonly kind: 'day'
      readonly person: string
      readonly day: string
      readonly sessions: readonly string[]
      readonly minutes: number
      readonly most: number
    }

/** The sessions that want one person, venue or entrance, in order of their beginning, and the conflicts among them. */
interface Shelf {
  readonly sessions: readonly TimedSession[]
  readonly conflicts: readonly Conflict[]
}

/** The sessions of one reader, and all conflicts among them. */
export interface Timetable {
  readonly figures: Figures
  readonly sessions: ReadonlyMap<string, TimedSession>
  readonly shelves: ReadonlyMap<string, Shelf>
}

/** A timetable with nothing on it. */
export const emptyTimetable = (figures: Figures): Timetable => ({
  figures,
  sessions: new Map(),
  shelves: new Map(),
})

const minute = 60_000
const byTime = (a: TimedSession, b: TimedSession): number =>
  a.begin - b.begin || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const ordered = (a: TimedSession, b: TimedSession): Two => (byTime(a, b) <= 0 ? [a.id, b.id] : [b.id, a.id])

/** The minutes from the end of the earlier to the beginning of the later; negative when they overlap. */
const gapOf = (a: TimedSession, b: TimedSession): number => {
  const [first, second] = byTime(a, b) <= 0 ? [a, b] : [b, a]
  return (second.begin - first.end) / minute
}

type Pairing = (a: TimedSession, b: TimedSession) => readonly Conflict[]

/** Which conflicts two sessions on a shelf have with one another; a shelf is named by what it is of and whose. */
const pairings: Readonly<Record<string, (key: string, figures: Figures) => Pairing>> = {
  person:
    (person, { turnaroundMinutes }) =>
    (a, b) => {
      const gap = gapOf(a, b)
      const need = a.venue !== null && a.venue === b.venue ? 0 : turnaroundMinutes
      return gap < need ? [{ kind: 'person', person, sessions: ordered(a, b), gap, need }] : []
    },
  venue: (venue) => (a, b) => (gapOf(a, b) < 0 ? [{ kind: 'venue', venue, sessions: ordered(a, b) }] : []),
  entrance:
    (entrance, { apartMinutes: need }) =>
    (a, b) =>
      a.comings.flatMap((one) =>
        b.comings.flatMap((other): readonly Conflict[] => {
          const gap = Math.abs(one.at - other.at) / minute
          if (one.entrance !== entrance || other.entrance !== entrance) return []
          if (one.party === other.party || gap >= need) return []
          const parties =
            one.party < other.party
              ? ([one.party, other.party] as const)
              : ([other.party, one.party] as const)
          return [{ kind: 'crossing', entrance, parties, sessions: ordered(a, b), gap, need }]
        }),
      ),
  rest:
    (person, { interpreting: { restMinutes: need } }) =>
    (a, b) => {
      const gap = gapOf(a, b)
      return gap >= 0 && gap < need ? [{ kind: 'rest', person, sessions: ordered(a, b), gap, need }] : []
    },
}

/** Two parties that come to one and the same session. */
const withinOne = (session: TimedSession, entrance: string, figures: Figures): readonly Conflict[] => {
  const pairing = pairings.entrance?.(entrance, figures)
  return session.comings.flatMap((one, i) =>
    session.comings
      .slice(i + 1)
      .flatMap((other) => pairing?.({ ...session, comings: [one] }, { ...session, comings: [other] }) ?? []),
  )
}

const teamConflicts = (session: TimedSession, { interpreting }: Figures): readonly Conflict[] => {
  if (session.languages.length < 2) return []
  const need = teamFor(interpreting, (session.end - session.begin) / minute)
  return session.languages.flatMap((language) => {
    const have = session.interpreters.filter(({ languages }) => languages.includes(language)).length
    return have < need ? [{ kind: 'team', language, sessions: [session.id], have, need } as const] : []
  })
}

const venueStands = ({ id, venue, venuesOf }: TimedSession, { venues }: Figures): readonly Conflict[] => {
  if (venue === null || venuesOf === undefined) return []
  const found = venues.find(({ key }) => key === venue)
  if (found && venuesOf.includes(found.allotted)) return []
  return [{ kind: found ? 'allotment' : 'withdrawn', venue, sessions: [id] }]
}

const dayConflicts = (person: string, day: string, on: readonly TimedSession[], figures: Figures) => {
  const minutes = on.reduce((all, { begin, end }) => {
    return all + (minutesByDay(figures.timeZone, begin, end).get(day) ?? 0)
  }, 0)
  const { dailyMinutes: most } = figures.interpreting
  if (minutes <= most) return []
  return [{ kind: 'day', person, day, sessions: on.map(({ id }) => id), minutes, most } as const]
}

const shelfName = (of: string, key: string): string => `${of} ${key}`
const partsOf = (name: string): readonly [string, string] => {
  const at = name.indexOf(' ')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** The shelves on which a session stands: of a day's work on that of every day that it touches. */
const shelvesFor = (session: TimedSession, { timeZone }: Figures): readonly string[] => {
  const { begin, end, interpreters } = session
  const days = interpreters.length > 0 ? [...minutesByDay(timeZone, begin, end).keys()] : []
  return [
    ...session.people.map((person) => shelfName('person', person)),
    ...(session.venue === null ? [] : [shelfName('venue', session.venue)]),
    ...[...new Set(session.comings.map(({ entrance }) => entrance))].map((key) => shelfName('entrance', key)),
    ...interpreters.flatMap(({ member }) => [
      shelfName('rest', member),
      ...days.map((day) => shelfName('day', `${day} ${member}`)),
    ]),
    shelfName('alone', session.id),
  ]
}

/** From which place in the order on sessions begin at `from` or later. */
const placeOf = (sessions: readonly TimedSession[], from: number): number => {
  let [low, high] = [0, sessions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sessions[middle]?.begin ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * How far from a session another can begin and still be in conflict with it: a session lasts at most `longestSession`, an
 * arrival lies at most as long before the beginning of its own, and the figures ask for this much between the two.
 */
const reachOf = ({ apartMinutes, turnaroundMinutes, interpreting }: Figures): number =>
  (2 * longestSession + Math.max(apartMinutes, turnaroundMinutes, interpreting.restMinutes)) * minute

const around = (sessions: readonly TimedSession[], session: TimedSession, figures: Figures) => {
  const reach = reachOf(figures)
  return sessions.slice(placeOf(sessions, session.begin - reach), placeOf(sessions, session.end + reach + 1))
}

const conflictsWith = (
  name: string,
  session: TimedSession,
  others: readonly TimedSession[],
  figures: Figures,
) => {
  const [of, key] = partsOf(name)
  const pairing = pairings[of]?.(key, figures)
  const own = of === 'entrance' ? withinOne(session, key, figures) : []
  if (!pairing) return own
  return [...own, ...around(others, session, figures).flatMap((other) => pairing(session, other))]
}

/** What is judged of a shelf as a whole: a day's work, and what concerns one session alone, its team and its venue. */
const judged = (name: string, sessions: readonly TimedSession[], figures: Figures): readonly Conflict[] => {
  const [of, key] = partsOf(name)
  if (of === 'alone')
    return sessions.flatMap((each) => [...teamConflicts(each, figures), ...venueStands(each, figures)])
  const [day, person] = partsOf(key)
  return dayConflicts(person, day, sessions, figures)
}

const isJudgedWhole = (name: string): boolean => name.startsWith('alone ') || name.startsWith('day ')

const placed = (name: string, shelf: Shelf | undefined, session: TimedSession, figures: Figures): Shelf => {
  const before = shelf?.sessions ?? []
  let at = placeOf(before, session.begin)
  while (at < before.length && byTime(before[at] as TimedSession, session) < 0) at += 1
  const sessions = [...before.slice(0, at), session, ...before.slice(at)]
  if (isJudgedWhole(name)) return { sessions, conflicts: judged(name, sessions, figures) }
  const more = conflictsWith(name, session, before, figures)
  return {
    sessions,
    conflicts: more.length === 0 ? (shelf?.conflicts ?? []) : [...(shelf?.conflicts ?? []), ...more],
  }
}

const cleared = (name: string, shelf: Shelf, id: string, figures: Figures): Shelf => {
  const sessions = shelf.sessions.filter((each) => each.id !== id)
  if (isJudgedWhole(name)) return { sessions, conflicts: judged(name, sessions, figures) }
  return { sessions, conflicts: shelf.conflicts.filter((each) => !each.sessions.includes(id)) }
}

/** The timetable without the session of this id; the same one where it is not on it. */
export const withoutSession = (timetable: Timetable, id: string): Timetable => {
  const session = timetable.sessions.get(id)
  if (!session) return timetable
  const sessions = new Map(timetable.sessions)
  sessions.delete(id)
  const shelves = new Map(timetable.shelves)
  for (const name of shelvesFor(session, timetable.figures)) {
    const shelf = shelves.get(name)
    const left = shelf && cleared(name, shelf, id, timetable.figures)
    if (left && left.sessions.length > 0) shelves.set(name, left)
    else shelves.delete(name)
  }
  return { ...timetable, sessions, shelves }
}

/** The timetable with this session on it, in the place of the one with its id if there was one. */
export const withSession = (timetable: Timetable, session: TimedSession): Timetable => {
  const { figures, sessions: before, shelves: known } = withoutSession(timetable, session.id)
  const shelves = new Map(known)
  for (const name of shelvesFor(session, figures))
    shelves.set(name, placed(name, shelves.get(name), session, figures))
  return { figures, sessions: new Map(before).set(session.id, session), shelves }
}

/** A shelf of sessions in order: each is looked at beside those before it that it can reach. */
const filled = (name: string, sessions: readonly TimedSession[], figures: Figures): Shelf => {
  if (isJudgedWhole(name)) return { sessions, conflicts: judged(name, sessions, figures) }
  const reach = reachOf(figures)
  const conflicts = sessions.flatMap((session, i) => {
    const before = sessions.slice(placeOf(sessions, session.begin - reach), i)
    return conflictsWith(name, session, before, figures)
  })
  return { sessions, conflicts }
}

/** The timetable of all these sessions, of two with one id the later; its cost grows as their number does. */
export const timetableOf = (figures: Figures, all: readonly TimedSession[]): Timetable => {
  const sessions = new Map(all.map((session) => [session.id, session]))
  const named = new Map<string, TimedSession[]>()
  for (const session of [...sessions.values()].sort(byTime))
    for (const name of shelvesFor(session, figures)) {
      const shelf = named.get(name)
      if (shelf) shelf.push(session)
      else named.set(name, [session])
    }
  const shelves = new Map([...named].map(([name, those]) => [name, filled(name, those, figures)]))
  return { figures, sessions, shelves }
}

/** Every conflict on the timetable. */
export const conflictsOf = ({ shelves }: Timetable): readonly Conflict[] =>
  [...shelves.values()].flatMap(({ conflicts }) => conflicts)

/** The conflicts in which this session has a part. */
export const conflictsAbout = (timetable: Timetable, id: string): readonly Conflict[] => {
  const session = timetable.sessions.get(id)
  if (!session) return []
  return shelvesFor(session, timetable.figures)
    .flatMap((name) => timetable.shelves.get(name)?.conflicts ?? [])
    .filter(({ sessions }) => (sessions as readonly string[]).includes(id))
}
