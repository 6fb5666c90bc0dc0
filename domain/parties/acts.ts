/** The acts of parties: a process is founded, members come and go, quiet hours are set. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type AnyRule, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { isSteward, type Member } from './member.ts'
import {
  type AuthoriseMember,
  authorise,
  type JoinMember,
  joinMember,
  leaveSeat,
  removeMember,
} from './membership.ts'
import { type Process, type QuietHours, seatOf } from './process.ts'

/** The object id of the one process object of a room. */
export const theProcess = 'process'

/** A delegation's stewards look after their own; the mediator's also after the seats that are no party's. */
const looksAfter = (scene: Scene, seatKey: string): Outcome<void> => {
  if (!scene.member) return done(undefined)
  const own = scene.member.seat === seatKey
  const seat = seatOf(scene.process, seatKey)
  const actor = seatOf(scene.process, scene.member.seat)
  const hosted = actor?.kind === 'mediator' && seat !== undefined && seat.kind !== 'party'
  return isSteward(scene.member) && (own || hosted) ? done(undefined) : refuse('member.not-yours')
}

const conveyIsTheMediators = (scene: Scene, seat: string, authority: readonly string[]): Outcome<void> =>
  authority.includes('convey') && seatOf(scene.process, seat)?.kind !== 'mediator'
    ? refuse('process.convey-is-the-mediators')
    : done(undefined)

const guardJoin = (posted: Posted<JoinMember>, scene: Scene): Outcome<void> => {
  const { seat, authority, visibility } = posted.payload
  const yours = looksAfter(scene, seat)
  if (!yours.ok) return yours
  if (!scene.room.seats.includes(seat)) return refuse('member.not-in-room')
  if ((scene.room.kind === 'caucus') !== (visibility === 'delegation')) return refuse('member.visibility')
  return conveyIsTheMediators(scene, seat, authority)
}

const guardOwn = (_: Posted<unknown>, scene: Scene, member: Member | undefined): Outcome<void> =>
  looksAfter(scene, member?.seat ?? '')

/** The rules, by kind of act. */
export const partyActs: Readonly<Record<string, AnyRule>> = {
  'process.found': rule<Process, Process>({ begins: 'new', apply: (_, { payload }) => done(payload) }),
  'member.join': rule<JoinMember, Member>({
    begins: 'new',
    apply: (_, act) => joinMember(act.object, act.payload),
    guard: guardJoin,
  }),
  'member.leave': rule<{ readonly until: string }, Member>({
    begins: 'known',
    apply: (member, act) => leaveSeat(known(member), act.payload.until, act.at),
    guard: guardOwn,
  }),
  'member.remove': rule<Record<string, never>, Member>({
    begins: 'known',
    apply: (member, act) => removeMember(known(member), act.at),
    guard: guardOwn,
  }),
  'member.authorise': rule<AuthoriseMember, Member>({
    begins: 'known',
    apply: (member, act) => authorise(known(member), act.payload),
    guard: (posted, scene, member) => {
      const own = guardOwn(posted, scene, member)
      return own.ok ? conveyIsTheMediators(scene, member?.seat ?? '', posted.payload.authority) : own
    },
  }),
  'quiet-hours.set': rule<{ readonly hours: QuietHours | null }, { readonly hours: QuietHours | null }>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    guard: (posted, scene) =>
      posted.object === scene.member?.seat ? done(undefined) : refuse('member.not-yours'),
  }),
}
