/** What the process itself can tell of the fundamentals: counts from what everybody or the mediator reads, and no opinion. */
import { holdsAuthority, isServing, type Member } from '#domain/parties/member.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Consent } from './consent.ts'
import { isInForce, type Mandate } from './mandate.ts'
import type { PartyFigures, Symmetry } from './symmetry/symmetry.ts'
import { type Track, tracks } from './track.ts'

/** What the facts are counted from, as the mediator reads it at a moment (ISO 8601, UTC). */
export interface Told {
  readonly process: Pick<Process, 'parties' | 'seats'>
  /** The members whose cards the table knows. */
  readonly members: readonly Member[]
  /** The consents there are, by party. */
  readonly consents: Readonly<Record<string, Consent | undefined>>
  readonly mandates: readonly Mandate[]
  readonly tracks: readonly Track[]
  readonly symmetry: Symmetry
  /** The stipulations of the table: by whom each is accepted, and whether it names a deadline. */
  readonly stipulations: readonly { readonly accepted: readonly string[]; readonly hasDeadline: boolean }[]
  readonly at: string
}

/** A value for each party, in the order of the process; null where there is nothing to tell of. */
type PerParty = readonly (number | null)[]

/** The facts; times are milliseconds. */
export interface Facts {
  /** Members of the mediator's seat who serve, and those of them who are legal advisers and interpreters. */
  readonly team: { readonly members: number; readonly legal: number; readonly interpreters: number }
  readonly mandate: { readonly inForce: number }
  /** Parties by how their consent stands. */
  readonly consents: {
    readonly given: number
    readonly qualified: number
    readonly withdrawn: number
    readonly none: number
  }
  /** Median time until a party's words were carried. */
  readonly symmetry: { readonly values: PerParty }
  /** What of each party waits for the mediator: to be carried, answered, granted, shown, entered, accredited. */
  readonly waiting: { readonly values: PerParty }
  readonly seats: { readonly observers: number; readonly guarantors: number; readonly verifiers: number }
  /** Members of each delegation who may agree ad referendum. */
  readonly delegations: { readonly values: PerParty }
  /** Legislators in each delegation. */
  readonly functions: { readonly values: PerParty }
  /** Clauses of the common text that came in more than one language at once, of all. */
  readonly concordance: { readonly together: number; readonly all: number }
  readonly tracks: { readonly moved: number; readonly suspended: number; readonly all: number }
  /** Stipulations that every party has accepted, of all. */
  readonly stipulations: { readonly accepted: number; readonly all: number }
  /** Stipulations without a deadline, of all. */
  readonly deadlines: { readonly without: number; readonly all: number }
}

const standingsOf = ({ process, consents }: Told): Facts['consents'] => {
  const all = process.parties.map(({ key }) => consents[key]?.standing)
  const count = (standing: Consent['standing'] | undefined) => all.filter((each) => each === standing).length
  return {
    ...{ given: count('given'), qualified: count('qualified') },
    ...{ withdrawn: count('withdrawn'), none: count(undefined) },
  }
}

/** How much of a party waits for the mediator: to be carried, answered, granted, shown, entered, accredited. */
export const waitingFor = ({
  conveyed,
  questions,
  pauses,
  wordings,
  proposals,
  badges,
}: PartyFigures): number =>
  [conveyed, questions, pauses, wordings, proposals, badges].reduce((sum, { waiting }) => sum + waiting, 0)

const figuresOf = ({ process, symmetry }: Told): Pick<Facts, 'symmetry' | 'waiting' | 'concordance'> => {
  const rows = process.parties.map(({ key }) => symmetry.parties.find(({ party }) => party === key))
  const { first, together } = symmetry.text.clauses
  return {
    symmetry: { values: rows.map((row) => row?.conveyed.median ?? null) },
    waiting: {
      values: rows.map((row) => (row ? waitingFor(row) : null)),
    },
    concordance: { together, all: Object.values(first).reduce((sum, count) => sum + count, together) },
  }
}

const peopleOf = ({
  process,
  members,
  at,
}: Told): Pick<Facts, 'team' | 'seats' | 'delegations' | 'functions'> => {
  const serving = members.filter((member) => isServing(member, at))
  const sitting = (kind: string): ReadonlySet<string> =>
    new Set(process.seats.flatMap((seat) => (seat.kind === kind ? [seat.key] : [])))
  const mediator = sitting('mediator')
  const team = serving.filter(({ seat }) => mediator.has(seat))
  const perParty = (counts: (member: Member) => boolean): PerParty =>
    process.parties.map(({ key }) => {
      const seats = process.seats.filter(({ party }) => party === key).map((seat) => seat.key)
      return serving.filter((member) => seats.includes(member.seat) && counts(member)).length
    })
  return {
    team: {
      members: team.length,
      legal: team.filter((each) => each.function === 'legal-adviser').length,
      interpreters: team.filter((each) => each.function === 'interpreter').length,
    },
    seats: {
      observers: sitting('observer').size,
      guarantors: sitting('guarantor').size,
      verifiers: sitting('verifier').size,
    },
    delegations: { values: perParty((member) => holdsAuthority(member, 'agree-ad-referendum', at)) },
    functions: { values: perParty((member) => member.function === 'legislator') },
  }
}

/** Every fact. */
export const factsFrom = (told: Told): Facts => {
  const { process, stipulations, at } = told
  const parties = process.parties.map(({ key }) => key)
  return {
    ...peopleOf(told),
    ...figuresOf(told),
    mandate: { inForce: told.mandates.filter((each) => isInForce(each, at.slice(0, 10))).length },
    consents: standingsOf(told),
    tracks: {
      moved: told.tracks.length,
      suspended: told.tracks.filter(({ moves }) => moves.at(-1)?.suspended === true).length,
      all: tracks.length,
    },
    stipulations: {
      accepted: stipulations.filter(({ accepted }) => parties.every((key) => accepted.includes(key))).length,
      all: stipulations.length,
    },
    deadlines: {
      without: stipulations.filter(({ hasDeadline }) => !hasDeadline).length,
      all: stipulations.length,
    },
  }
}
