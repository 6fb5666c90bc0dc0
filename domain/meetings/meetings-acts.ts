/** The acts of meetings: the arrangements are set; a session is convened, changed, called off. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import { isTimeZone } from '#domain/parties/quiet-hours.ts'
import { type AnyRule, actorOf, known, type Posted, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import { inAllLanguages, plenaryOf } from '#domain/text/guards.ts'
import { accreditationActs } from './accreditation-acts.ts'
import { type Arrangements, common, theArrangements, unarranged } from './arrangements.ts'
import { minutesActs } from './minutes-acts.ts'
import {
  cancelSession,
  changeSession,
  horizonDays,
  isOpenTo,
  longestSession,
  minutesOf,
  type Session,
  type SessionPlan,
} from './session.ts'

const when = (isBroken: boolean, code: string, facts?: Record<string, string | number>): Outcome<void> =>
  isBroken ? refuse(code, facts) : done(undefined)

const isTwice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length

const arrangementsHold = ({ payload }: Posted<Arrangements>, scene: Scene): Outcome<void> => {
  const { entrances, venues, timeZone, interpreting } = payload
  const seats = scene.process.seats.map(({ key }) => key)
  const keys = entrances.map(({ key }) => key)
  const teams = interpreting.teams.map(({ upToMinutes }) => upToMinutes)
  return allHold(
    () => when(!isTimeZone(timeZone), 'arrangements.time-zone', { zone: timeZone }),
    () => when(isTwice(keys) || isTwice(venues.map(({ key }) => key)), 'arrangements.twice'),
    () => {
      const lost = venues.find(({ entrance }) => !keys.includes(entrance))
      return when(lost !== undefined, 'arrangements.entrance-unknown', { entrance: lost?.entrance ?? '' })
    },
    () => {
      const lost = venues.find(({ allotted }) => allotted !== common && !seats.includes(allotted))
      return when(lost !== undefined, 'arrangements.seat-unknown', { seat: lost?.allotted ?? '' })
    },
    () =>
      when(
        teams.some((minutes, i) => minutes <= (teams[i - 1] ?? 0)),
        'arrangements.teams-in-order',
      ),
    () => inAllLanguages(scene, ...entrances.map(({ name }) => name), ...venues.map(({ name }) => name)),
  )
}

const arrangementRefs = (scene: Pick<Scene, 'rooms'>): readonly Ref[] => {
  const plenary = plenaryOf(scene)
  return plenary ? [{ room: plenary.id, kind: 'arrangements', object: theArrangements }] : []
}

const arrangementsIn = (scene: Scene): Arrangements =>
  arrangementRefs(scene).map((ref) => scene.find<Arrangements>(ref)?.state)[0] ?? unarranged(scene.process)

const membersIn = (plan: SessionPlan): readonly string[] => [
  ...new Set([...plan.attends, ...plan.interpreters.map(({ member }) => member)]),
]

/**
 * Where the cards of a session's members may lie. A member whom only their own delegation knows is named only where that
 * delegation sits alone: elsewhere their id would be the first that the others hear of them.
 */
const cardRefs = (
  room: { readonly id: string; readonly seats: readonly string[] },
  rooms: Scene['rooms'],
  member: string,
): readonly Ref[] =>
  rooms
    .filter(
      ({ kind, seats }) =>
        kind === 'plenary' || (kind === 'caucus' && room.seats.every((seat) => seats.includes(seat))),
    )
    .map(({ id }) => ({ room: id, kind: 'member', object: member }))

/** The card of a member who sits in the room; whoever was named before they left may stay named, others must be serving. */
const cardOf = (scene: Scene, member: string, before: Session | undefined): Member | undefined =>
  cardRefs(scene.room, scene.rooms, member)
    .map((ref) => scene.find<Member>(ref)?.state)
    .find(
      (card) => card !== undefined && scene.room.seats.includes(card.seat) && mayBeNamed(card, scene, before),
    )

const mayBeNamed = (card: Member, { at }: Pick<Scene, 'at'>, before: Session | undefined): boolean =>
  isServing(card, at) || (before !== undefined && membersIn(before).includes(card.id))

const paperRefs = (room: string, plan: SessionPlan): readonly Ref[] =>
  plan.agenda.flatMap(({ papers }) => papers.map((object) => ({ room, kind: 'paper', object })))

const timesHold = (plan: SessionPlan, scene: Scene, before: Session | undefined): Outcome<void> => {
  const minutes = minutesOf(plan)
  const earliest = Date.parse(plan.begin) - longestSession * 60_000
  const astray = plan.arrivals.find(({ at }) => Date.parse(at) < earliest || at > plan.begin)
  const horizon = Date.parse(scene.at) + horizonDays * 86_400_000
  return allHold(
    () => when(minutes <= 0, 'session.order'),
    () => when(Date.parse(plan.begin) > horizon, 'session.too-far', { days: horizonDays }),
    () => when(minutes > longestSession, 'session.too-long', { hours: longestSession / 60 }),
    () => when(plan.begin < scene.at && plan.begin !== before?.begin, 'session.past'),
    () => when(plan.end <= scene.at, 'session.past'),
    // What is over is not moved to another day: what was minuted of it would be the minutes of something else.
    () => when(before !== undefined && before.end <= scene.at, 'session.past'),
    () => when(astray !== undefined, 'session.arrival-astray'),
  )
}

const placesHold = (plan: SessionPlan, scene: Scene): Outcome<void> => {
  const { venues, entrances } = arrangementsIn(scene)
  const mediator = scene.process.seats.find(({ kind }) => kind === 'mediator')?.key ?? ''
  const venue = venues.find(({ key }) => key === plan.venue)
  const lost = plan.arrivals.find(({ entrance }) => !entrances.some(({ key }) => key === entrance))
  const foreign = plan.arrivals.find(({ seat }) => !scene.room.seats.includes(seat))
  return allHold(
    () => when(plan.venue !== null && !venue, 'session.venue-unknown'),
    () => when(venue !== undefined && !isOpenTo(venue, scene.room, mediator), 'session.venue-not-open'),
    () => when(lost !== undefined, 'arrangements.entrance-unknown', { entrance: lost?.entrance ?? '' }),
    () => when(foreign !== undefined, 'session.seat-not-in-room'),
    () => when(isTwice(plan.arrivals.map(({ seat }) => seat)), 'session.seat-twice'),
  )
}

const peopleHold = (plan: SessionPlan, scene: Scene, before: Session | undefined): Outcome<void> => {
  const { languages } = scene.process
  const stranger = membersIn(plan).find((member) => !cardOf(scene, member, before))
  const layman = plan.interpreters.find(
    ({ member }) => cardOf(scene, member, before)?.function !== 'interpreter',
  )
  const spoken = [...plan.languages, ...plan.interpreters.flatMap((each) => each.languages)]
  const foreign = spoken.find((language) => !languages.includes(language))
  return allHold(
    () => when(stranger !== undefined, 'session.member-unknown'),
    () => when(layman !== undefined, 'session.not-an-interpreter'),
    () => when(isTwice(plan.interpreters.map(({ member }) => member)), 'session.interpreter-twice'),
    () => when(foreign !== undefined, 'wording.language', { language: foreign ?? '' }),
  )
}

const planHolds = (
  { payload, room }: Posted<SessionPlan>,
  scene: Scene,
  before: Session | undefined,
): Outcome<void> =>
  allHold(
    () => inAllLanguages(scene, payload.title, ...payload.agenda.map(({ title }) => title)),
    () => timesHold(payload, scene, before),
    () => placesHold(payload, scene),
    () => peopleHold(payload, scene, before),
    () =>
      when(
        paperRefs(room, payload).some((ref) => !scene.find(ref)),
        'session.paper-unknown',
      ),
  )

const planReaches = (
  { payload, room }: Posted<SessionPlan>,
  scene: Pick<Scene, 'rooms' | 'room'>,
): readonly Ref[] => [
  ...arrangementRefs(scene),
  ...membersIn(payload).flatMap((member) => cardRefs(scene.room, scene.rooms, member)),
  ...paperRefs(room, payload),
]

/** A reader of several rooms knows a session by its id alone: it is in none of them already. */
const everywhere = ({ object }: Pick<Posted, 'object'>, scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms.map(({ id }) => ({ room: id, kind: 'session', object }))

const minutesRef = ({ room, object }: Pick<Posted, 'room' | 'object'>): Ref => ({
  ...{ room, kind: 'minutes', object },
})

/** A session of which something is minuted stays what it was when that was written. */
const unminuted = (posted: Pick<Posted, 'room' | 'object'>, scene: Scene): Outcome<void> =>
  when(scene.find(minutesRef(posted)) !== undefined, 'session.minuted')

/** The rules, by kind of act. */
export const meetingActs: Readonly<Record<string, AnyRule>> = {
  ...minutesActs,
  ...accreditationActs,
  'arrangements.set': rule<Arrangements, Arrangements>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    guard: arrangementsHold,
  }),
  'session.convene': rule<SessionPlan, Session>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at, changes: 0 }),
    reaches: (posted, scene) => [...planReaches(posted, scene), ...everywhere(posted, scene)],
    guard: (posted, scene, state) =>
      allHold(
        () => planHolds(posted, scene, state),
        () =>
          when(
            everywhere(posted, scene).some((ref) => scene.find(ref)),
            'session.id-taken',
          ),
      ),
  }),
  'session.change': rule<SessionPlan, Session>({
    begins: 'known',
    apply: (state, act) => changeSession(known(state), act.payload),
    reaches: (posted, scene) => [...planReaches(posted, scene), minutesRef(posted)],
    guard: (posted, scene, state) =>
      allHold(
        () => planHolds(posted, scene, state),
        () => unminuted(posted, scene),
      ),
  }),
  'session.cancel': rule<{ readonly words?: Localised | undefined }, Session>({
    begins: 'known',
    apply: (state, act) => cancelSession(known(state), { ...act.payload, by: actorOf(act), at: act.at }),
    reaches: (posted) => [minutesRef(posted)],
    guard: (posted, scene, state) =>
      allHold(
        () => inAllLanguages(scene, posted.payload.words),
        () => unminuted(posted, scene),
        () => when(known(state).end <= scene.at, 'session.past'),
      ),
  }),
}
