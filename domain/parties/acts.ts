/** The acts of parties: a process is founded, members come and go, quiet hours are set. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import {
  type AnyRule,
  anyObject,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { wellNamed } from './localised.ts'
import { isLeader, type Member, mayCareFor } from './member.ts'
import {
  type AuthoriseMember,
  authorise,
  inviteMember,
  type JoinMember,
  joinMember,
  leaveSeat,
  removeMember,
} from './membership.ts'
import { type PlaceMember, placeMember, wouldCircle } from './organisation.ts'
import { type Process, type QuietHours, seatOf } from './process.ts'

/** The object id of the one process object of a room. */
export const theProcess = 'process'

/**
 * Whether this member looks after that one. A delegation's stewards look after their own, the mediator's also after
 * the seats that are no party's. A secretary does not make or unmake those who speak for the seat.
 */
export const mayLookAfter = (
  process: Process,
  steward: Member,
  other: Pick<Member, 'seat' | 'function'>,
): Outcome<void> => {
  const own = steward.seat === other.seat
  const kind = seatOf(process, other.seat)?.kind
  const hosted = seatOf(process, steward.seat)?.kind === 'mediator' && kind !== undefined && kind !== 'party'
  return (own || hosted) && mayCareFor(steward, other) ? done(undefined) : refuse('member.not-yours')
}

/** The installation itself, which is nobody in particular, looks after all. */
const looksAfter = (scene: Scene, other: Pick<Member, 'seat' | 'function'> | undefined): Outcome<void> => {
  if (!scene.member) return done(undefined)
  return other ? mayLookAfter(scene.process, scene.member, other) : refuse('object.unknown')
}

/** What a secretary may write on a new card: somebody who may speak. More is for those who speak for the seat. */
const modest = (scene: Scene, joining: JoinMember): Outcome<void> => {
  if (!scene.member || isLeader(scene.member)) return done(undefined)
  const more = joining.fullPowers !== undefined || joining.authority.some((each) => each !== 'speak')
  return more ? refuse('member.authority-is-the-heads') : done(undefined)
}

const conveyIsTheMediators = (scene: Scene, seat: string, authority: readonly string[]): Outcome<void> =>
  authority.includes('convey') && seatOf(scene.process, seat)?.kind !== 'mediator'
    ? refuse('process.convey-is-the-mediators')
    : done(undefined)

const guardJoin = (posted: Posted<JoinMember>, scene: Scene): Outcome<void> => {
  const { seat, authority, visibility } = posted.payload
  const yours = looksAfter(scene, posted.payload)
  if (!yours.ok) return yours
  if (!scene.room.seats.includes(seat)) return refuse('member.not-in-room')
  if ((scene.room.kind === 'caucus') !== (visibility === 'delegation')) return refuse('member.visibility')
  if (otherCards(posted, scene).some((ref) => scene.find(ref))) return refuse('object.exists')
  if (wasLed(posted, scene) || isHiddenHead(posted, scene)) return refuse('member.head-by-change')
  const named = wellNamed(scene.process.languages, posted.payload.name, posted.payload.title)
  if (!named.ok) return named
  const authorised = modest(scene, posted.payload)
  return authorised.ok ? conveyIsTheMediators(scene, seat, authority) : authorised
}

/** Where else a card with this id could lie; RLS hides what the actor may not see, and the door does not rely on ids alone. */
const otherCards = (posted: Posted<unknown>, scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms
    .filter((room) => room.id !== posted.room && ['plenary', 'caucus', 'gallery'].includes(room.kind))
    .map((room) => ({ room: room.id, kind: 'member', object: posted.object }))

/** Whether a head joins a delegation that has or had one: its leadership passes by `leadership.change`. */
const wasLed = ({ room, payload }: Posted<JoinMember>, scene: Scene): boolean =>
  payload.function === 'head' &&
  seatOf(scene.process, payload.seat)?.kind === 'party' &&
  scene
    .all<Member>(room, 'member')
    .some(({ state }) => state.seat === payload.seat && state.function === 'head')

/** Who leads a delegation is known at the table. */
const isHiddenHead = ({ payload }: Posted<JoinMember>, scene: Scene): boolean =>
  payload.function === 'head' &&
  payload.visibility === 'delegation' &&
  seatOf(scene.process, payload.seat)?.kind === 'party'

const guardOwn = (_: Posted<unknown>, scene: Scene, member: Member | undefined): Outcome<void> =>
  looksAfter(scene, member)

/**
 * The rooms in which the superior's card may lie: that of the card itself, and from a caucus the plenary too. A card that
 * the table reads never points to one that it does not.
 */
const superiors = ({ room }: Pick<Posted, 'room'>, scene: Pick<Scene, 'rooms'>): readonly Ref[] => {
  const isCaucus = scene.rooms.some(({ id, kind }) => id === room && kind === 'caucus')
  return scene.rooms
    .filter(({ id, kind }) => id === room || (isCaucus && kind === 'plenary'))
    .map(({ id }) => ({ room: id, kind: 'member', object: anyObject }))
}

const guardPlace = (posted: Posted<PlaceMember>, scene: Scene, member: Member | undefined): Outcome<void> => {
  const own = guardOwn(posted, scene, member)
  if (!own.ok) return own
  const { reportsTo } = posted.payload
  if (reportsTo === null) return done(undefined)
  const cards = superiors(posted, scene).flatMap(({ room }) => scene.all<Member>(room, 'member'))
  const members = cards.map(({ state }) => state)
  const superior = members.find(({ id }) => id === reportsTo)
  if (superior?.seat !== member?.seat) return refuse('member.superior-unknown')
  return wouldCircle(members, posted.object, reportsTo) ? refuse('member.reports-in-circle') : done(undefined)
}

/** The rules, by kind of act. */
export const partyActs: Readonly<Record<string, AnyRule>> = {
  'process.found': rule<Process, Process>({ begins: 'new', apply: (_, { payload }) => done(payload) }),
  'member.join': rule<JoinMember, Member>({
    begins: 'new',
    apply: (_, act) => joinMember(act.object, act.payload),
    reaches: (posted, scene) => [
      ...otherCards(posted, scene),
      ...(posted.payload.function === 'head'
        ? [{ room: posted.room, kind: 'member', object: anyObject }]
        : []),
    ],
    guard: guardJoin,
  }),
  'member.leave': rule<{ readonly until: string }, Member>({
    begins: 'known',
    apply: (member, act) => leaveSeat(known(member), act.payload.until, act.at),
    guard: (posted, scene, member) => {
      const own = guardOwn(posted, scene, member)
      if (!own.ok) return own
      // A longer time is more authority: it is given by who gives authority, and by nobody to themselves.
      const isLonger = member?.until !== undefined && posted.payload.until > member.until
      const gives = scene.member && isLeader(scene.member) && scene.member.id !== member?.id
      return isLonger && scene.member && !gives ? refuse('member.authority-is-the-heads') : done(undefined)
    },
  }),
  'member.remove': rule<Record<string, never>, Member>({
    begins: 'known',
    apply: (member, act) => removeMember(known(member), act.at),
    guard: guardOwn,
  }),
  'member.invite': rule<Record<string, never>, Member>({
    begins: 'known',
    apply: (member, act) => inviteMember(known(member), act.at),
    guard: guardOwn,
  }),
  'member.authorise': rule<AuthoriseMember, Member>({
    begins: 'known',
    apply: (member, act) => authorise(known(member), act.payload, act.at),
    guard: (posted, scene, member) => {
      const own = guardOwn(posted, scene, member)
      if (!own.ok) return own
      if (scene.member && (!isLeader(scene.member) || scene.member.id === member?.id))
        return refuse('member.authority-is-the-heads')
      return conveyIsTheMediators(scene, member?.seat ?? '', posted.payload.authority)
    },
  }),
  'member.place': rule<PlaceMember, Member>({
    begins: 'known',
    apply: (member, act) => placeMember(known(member), act.payload),
    reaches: superiors,
    guard: guardPlace,
  }),
  'quiet-hours.set': rule<{ readonly hours: QuietHours | null }, { readonly hours: QuietHours | null }>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    guard: (posted, scene) =>
      posted.object === scene.member?.seat ? done(undefined) : refuse('member.not-yours'),
  }),
}
