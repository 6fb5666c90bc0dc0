/** The practical arrangements of the talks: entrances, venues and to whom they are allotted, and the rules of the timetable. */
import type { Localised } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'

/** What a venue is for. Parity compares the venues of the parties kind by kind. */
export const venueKinds = [
  'conference-room',
  'meeting-room',
  'delegation-room',
  'office',
  'booth',
  'press-room',
] as const
export type VenueKind = (typeof venueKinds)[number]

/** A way into the building, with its corridor. */
export interface Entrance {
  readonly key: string
  readonly name: Localised
}

/** In the place of a seat: a venue that no seat has for itself. */
export const common = 'common'

/** A place where people meet: on which entrance it lies, and to which seat it is allotted (`common` for none). */
export interface Venue {
  readonly key: string
  readonly name: Localised
  readonly kind: VenueKind
  readonly entrance: string
  readonly allotted: string
}

/** How many interpreters a session wants that lasts up to so many minutes. */
export interface TeamStep {
  readonly upToMinutes: number
  readonly interpreters: number
}

/** The rules for the interpreters' work; every figure can be agreed otherwise. */
export interface Interpreting {
  /** In order of length; a session longer than the last step wants one interpreter more than it. */
  readonly teams: readonly TeamStep[]
  readonly dailyMinutes: number
  readonly restMinutes: number
}

/**
 * The profession's rules. Team size: AIIC Canada, Professional Practice Conditions (two working languages, simultaneous or
 * whispered: 40 minutes alone, two up to 4 hours, three up to 6, four up to 8). A day: AIIC Professional Standards, art. 7,
 * two sessions of at most three hours each. The rest between two sessions is not theirs: an hour, to be agreed with the team.
 */
export const usualInterpreting: Interpreting = {
  teams: [
    { upToMinutes: 40, interpreters: 1 },
    { upToMinutes: 240, interpreters: 2 },
    { upToMinutes: 360, interpreters: 3 },
    { upToMinutes: 480, interpreters: 4 },
  ],
  dailyMinutes: 360,
  restMinutes: 60,
}

/** Everything the mediator's secretariat has arranged, as everybody at the table reads it. */
export interface Arrangements {
  /** The IANA time zone of the place of the talks. */
  readonly timeZone: string
  readonly entrances: readonly Entrance[]
  readonly venues: readonly Venue[]
  /** Between the arrivals of two parties at one entrance. */
  readonly apartMinutes: number
  /** From one venue to another. */
  readonly turnaroundMinutes: number
  /** By how much the time in channels of two parties may differ within a week. */
  readonly parityMinutes: number
  readonly interpreting: Interpreting
}

/** The object id of the one set of arrangements of a plenary, and its kind. */
export const theArrangements = 'arrangements'

/** What holds until the secretariat has set something: no venue, the usual rules, the zone of the mediator's seat. */
export const unarranged = (process: Pick<Process, 'seats'>): Arrangements => ({
  timeZone: process.seats.find(({ kind }) => kind === 'mediator')?.timeZone ?? 'UTC',
  ...{ entrances: [], venues: [], apartMinutes: 15, turnaroundMinutes: 15, parityMinutes: 60 },
  interpreting: usualInterpreting,
})

/** How many interpreters a session of this many minutes wants for each of its languages. */
export const teamFor = ({ teams }: Interpreting, minutes: number): number =>
  teams.find(({ upToMinutes }) => minutes <= upToMinutes)?.interpreters ??
  (teams.at(-1)?.interpreters ?? 0) + 1

/** How many venues of one kind each party has for itself. */
export interface VenueParity {
  readonly kind: VenueKind
  readonly counts: readonly { readonly party: string; readonly venues: number }[]
  readonly isEven: boolean
}

/** The venues of the parties side by side, kind by kind; kinds that no party has are left out. */
export const venueParity = (
  { venues }: Pick<Arrangements, 'venues'>,
  { seats, parties }: Pick<Process, 'seats' | 'parties'>,
): readonly VenueParity[] => {
  const partyOfSeat = new Map(seats.map(({ key, party }) => [key, party]))
  return venueKinds.flatMap((kind) => {
    const counts = parties.map(({ key }) => ({
      party: key,
      venues: venues.filter((each) => each.kind === kind && partyOfSeat.get(each.allotted) === key).length,
    }))
    if (counts.every((each) => each.venues === 0)) return []
    return [{ kind, counts, isEven: counts.every((each) => each.venues === counts[0]?.venues) }]
  })
}

/** Entrances on which venues of two parties lie: sessions that a side keeps to itself could not be kept apart there. */
export const sharedEntrances = (
  { venues }: Pick<Arrangements, 'venues'>,
  { seats }: Pick<Process, 'seats'>,
): readonly string[] => {
  const parties = new Map<string, Set<string>>()
  for (const { allotted, entrance } of venues) {
    const party = seats.find(({ key }) => key === allotted)?.party
    if (party !== undefined) parties.set(entrance, (parties.get(entrance) ?? new Set()).add(party))
  }
  return [...parties].filter(([, those]) => those.size > 1).map(([entrance]) => entrance)
}
