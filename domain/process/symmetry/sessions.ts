/** What time a party was given at meetings: sessions with the mediator alone and with others, as they were convened. */
import type { Arrangements } from '#domain/meetings/arrangements.ts'
import { isAgreed } from '#domain/meetings/minutes.ts'
import { partiesIn } from '#domain/meetings/minutes-acts.ts'
import type { SessionPlan } from '#domain/meetings/session.ts'
import type { JoinMember } from '#domain/parties/membership.ts'
import { type Process, seatOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { medianOf } from './elapsed.ts'
import type { PartyRecord, Where } from './recorded.ts'

/** On whose ground sessions met, by the arrangements in force when each began. */
export interface Grounds {
  /** In a venue of the party, of another party, of nobody or of a seat without a party, and in none that was named. */
  readonly own: number
  readonly other: number
  readonly neutral: number
  readonly unnamed: number
}

/**
 * Sessions of one place by the hours that they were convened for, in milliseconds by the clock: nothing records how long
 * people sat. What was called off is in `calledOff` and `moved` alone; `time` and `timeAhead` are the length of all others.
 */
export interface Sat {
  /** Sessions that have begun, and their time up to the moment of the report. */
  readonly begun: number
  readonly time: number
  /** Sessions that have not begun; their time, and what is left of those that run. */
  readonly ahead: number
  readonly timeAhead: number
  readonly calledOff: number
  /** Changes that gave a session another beginning. */
  readonly moved: number
  /** From the act that set the beginning to the beginning, median and shortest; null where no session stands. */
  readonly notice: number | null
  readonly shortestNotice: number | null
  /** Of those that have begun: with minutes, with minutes that are agreed, members of the party on their lists, venues. */
  readonly minuted: number
  readonly agreed: number
  readonly attending: number
  readonly venues: Grounds
}

/** The meetings of a party: in its channel, where it is alone with the mediator, and in the plenary and working groups. */
export interface Sessions {
  readonly alone: Sat
  readonly joint: Sat
}

type Planned = Act<SessionPlan>

/** A session as the record leaves it: `set` is the act that gave it the beginning that stands. */
interface Convened {
  readonly first: Planned
  readonly plan: SessionPlan
  readonly set: Planned
  readonly moved: number
  readonly isOff: boolean
}

const convenedIn = (record: PartyRecord, where: Where): readonly Convened[] =>
  (record.of('session.convene', where) as readonly Planned[]).map((first) => {
    const all = [first, ...(record.on(first, 'session.change') as readonly Planned[])]
    const setting = all.filter(({ payload }, i) => payload.begin !== all[i - 1]?.payload.begin)
    return {
      first,
      plan: (all.at(-1) ?? first).payload,
      set: setting.at(-1) ?? first,
      moved: setting.length - 1,
      isOff: record.on(first, 'session.cancel').length > 0,
    }
  })

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)

type Known = Pick<Process, 'seats'>

/** Whether every party in the room has accepted the wording that stands. */
const hasAgreedMinutes = (record: PartyRecord, process: Known, { first }: Convened): boolean => {
  const stands = record.on(first, 'minutes.write').length
  const accepts = record.on(first, 'minutes.accept') as readonly Act<{
    readonly wording: number
    readonly party: string
  }>[]
  const accepted = accepts
    .filter(({ payload }) => payload.wording === stands)
    .map(({ payload, by, at }) => ({ party: payload.party, by: by ?? { seat: '', member: '' }, at }))
  const room = record.rooms.find(({ id }) => id === first.room)
  return isAgreed({ accepted }, room ? partiesIn({ process, room }) : [])
}

const groundOf = (record: PartyRecord, process: Known, { plan }: Convened): keyof Grounds => {
  const sets = record.of('arrangements.set', 'table') as readonly Act<Arrangements>[]
  const inForce = sets.filter(({ at }) => at <= plan.begin).at(-1)
  const venue = inForce?.payload.venues.find(({ key }) => key === plan.venue)
  if (!venue) return 'unnamed'
  const party = seatOf(process, venue.allotted)?.party
  if (party === undefined) return 'neutral'
  return party === record.party ? 'own' : 'other'
}

const groundsOf = (record: PartyRecord, process: Known, begun: readonly Convened[]): Grounds => {
  const all = begun.map((each) => groundOf(record, process, each))
  const on = (ground: keyof Grounds): number => all.filter((each) => each === ground).length
  return { own: on('own'), other: on('other'), neutral: on('neutral'), unnamed: on('unnamed') }
}

/** The members whom a card in the plenary puts into the party's delegation, whatever became of them. */
const ownMembers = (record: PartyRecord, process: Known): ReadonlySet<string> =>
  new Set(
    (record.of('member.join', 'table') as readonly Act<JoinMember>[])
      .filter(({ payload }) => seatOf(process, payload.seat)?.party === record.party)
      .map(({ object }) => object),
  )

const times = (standing: readonly Convened[], at: string): Pick<Sat, 'time' | 'timeAhead'> => {
  const spans = standing.map(({ plan }) => {
    const [begin, end] = [Date.parse(plan.begin), Date.parse(plan.end)]
    const reached = Math.min(Math.max(Date.parse(at), begin), end)
    return { gone: reached - begin, left: end - reached }
  })
  return { time: sum(spans.map(({ gone }) => gone)), timeAhead: sum(spans.map(({ left }) => left)) }
}

const satIn = (record: PartyRecord, process: Known, where: Where): Sat => {
  const convened = convenedIn(record, where)
  const standing = convened.filter(({ isOff }) => !isOff)
  const begun = standing.filter(({ plan }) => plan.begin <= record.at)
  const notices = standing.map(({ set, plan }) => Date.parse(plan.begin) - Date.parse(set.at))
  const minuted = begun.filter(({ first }) => record.on(first, 'minutes.write').length > 0)
  const own = ownMembers(record, process)
  return {
    ...{ begun: begun.length, ahead: standing.length - begun.length, ...times(standing, record.at) },
    calledOff: convened.length - standing.length,
    moved: sum(convened.map(({ moved }) => moved)),
    ...{ notice: medianOf(notices), shortestNotice: notices.length === 0 ? null : Math.min(...notices) },
    minuted: minuted.length,
    agreed: minuted.filter((each) => hasAgreedMinutes(record, process, each)).length,
    attending: sum(begun.map(({ plan }) => plan.attends.filter((member) => own.has(member)).length)),
    venues: groundsOf(record, process, begun),
  }
}

/** The sessions in which the party had part, up to the moment of the report. */
export const sessionsOf = (record: PartyRecord, process: Known): Sessions => ({
  alone: satIn(record, process, 'channel'),
  joint: satIn(record, process, 'table'),
})
