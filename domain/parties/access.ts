/** Who may do what, as data: the one table behind the server's door and the greyed buttons of the screen. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import {
  type Authority,
  heldBy,
  holdsAuthority,
  isServing,
  type Member,
  type MemberFunction,
} from './member.ts'
import { type Room, type RoomKind, roomKinds, type SeatKind } from './process.ts'

/** One way of being allowed: in these rooms, from these seats, with this authority or function. */
export interface Permission {
  readonly rooms: readonly RoomKind[]
  readonly seats: readonly SeatKind[]
  readonly authority?: Authority
  readonly functions?: readonly MemberFunction[]
}

const table: readonly SeatKind[] = ['party', 'mediator', 'observer', 'guarantor', 'verifier']
const speaking: readonly Permission[] = [
  { rooms: ['plenary', 'working-group'], seats: table, authority: 'speak' },
  { rooms: ['caucus', 'channel'], seats: ['party', 'mediator'], authority: 'speak' },
  { rooms: ['office', 'gallery'], seats: ['mediator'], authority: 'speak' },
  { rooms: ['mission'], seats: ['verifier'], authority: 'speak' },
]
const conveying: readonly Permission[] = [{ rooms: ['channel'], seats: ['mediator'], authority: 'convey' }]
const senders: readonly Permission[] = [{ rooms: ['channel'], seats: ['party'], authority: 'speak' }]
const interpreting: readonly Permission[] = [
  {
    rooms: ['plenary', 'channel', 'working-group', 'office', 'gallery'],
    seats: ['mediator'],
    functions: ['interpreter'],
  },
  { rooms: ['caucus'], seats: ['party'], functions: ['interpreter'] },
  { rooms: ['mission'], seats: ['verifier'], functions: ['interpreter'] },
]
const stewardship: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'mediator'], functions: ['head', 'deputy', 'secretary'] },
  { rooms: ['caucus'], seats: ['party'], functions: ['head', 'deputy', 'secretary'] },
]
// Who leads a delegation is its own affair: neither a secretary nor the mediator changes it.
const leading: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party'], functions: ['head', 'deputy'] },
]
// Credentials are lodged by the delegation and received by the mediator's mission (as by a depositary: VCLT 1969, art. 77).
const receiving: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['mediator'], functions: ['head', 'deputy', 'secretary'] },
]
// What the mediator's people think of those they talk to stays in the office.
const noting: readonly Permission[] = [{ rooms: ['office'], seats: ['mediator'], authority: 'speak' }]
const witnessing: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'mediator'], functions: ['head', 'deputy', 'secretary'] },
]
const everybody: readonly Permission[] = [{ rooms: roomKinds, seats: table }]
const silent: readonly Permission[] = [
  { rooms: ['plenary', 'working-group'], seats: ['mediator'], authority: 'propose' },
]
const chairing: readonly Permission[] = [{ rooms: ['plenary'], seats: ['mediator'], authority: 'convey' }]
// The pen: the mediator's in the common text, a delegation's own in its private draft, the mediator's own in the office.
const pen: readonly Permission[] = [
  { rooms: ['plenary', 'office'], seats: ['mediator'], authority: 'propose' },
  { rooms: ['caucus'], seats: ['party'], authority: 'propose' },
]
const chair: readonly Permission[] = [{ rooms: ['plenary'], seats: ['mediator'], authority: 'propose' }]
const drafting: readonly Permission[] = pen.flatMap((permission) => [
  { ...permission, rooms: permission.rooms.filter((room) => room !== 'plenary') },
])
const rendering: readonly Permission[] = [
  ...pen,
  { rooms: ['plenary', 'office'], seats: ['mediator'], functions: ['interpreter'] },
  { rooms: ['caucus'], seats: ['party'], functions: ['interpreter'] },
]
const position: readonly Permission[] = [{ rooms: ['plenary'], seats: ['party'], authority: 'propose' }]
const agreeing: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party'], authority: 'agree-ad-referendum' },
]
const linking: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'mediator'], authority: 'propose' },
  { rooms: ['caucus'], seats: ['party'], authority: 'propose' },
]
const initialling: readonly Permission[] = [{ rooms: ['plenary'], seats: ['party'], authority: 'initial' }]
const signing: readonly Permission[] = [{ rooms: ['plenary'], seats: ['party'], authority: 'sign' }]
const certifying: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party'], functions: ['interpreter', 'legal-adviser'] },
]
const proposing: readonly Permission[] = [{ rooms: ['channel'], seats: ['party'], authority: 'propose' }]
const entering: readonly Permission[] = [{ rooms: ['channel'], seats: ['mediator'], authority: 'propose' }]
// Bargaining: what is worth what stays with its party; what the mediator thinks stays in the office until it lets it go.
const weighing: readonly Permission[] = [{ rooms: ['caucus'], seats: ['party'], authority: 'propose' }]
const planning: readonly Permission[] = [{ rooms: ['office'], seats: ['mediator'], authority: 'propose' }]
const releasing: readonly Permission[] = [{ rooms: ['office'], seats: ['mediator'], authority: 'convey' }]
const setting: readonly Permission[] = [
  { rooms: ['plenary', 'office'], seats: ['mediator'], authority: 'propose' },
]
const answering: readonly Permission[] = [
  { rooms: ['caucus'], seats: ['party'], authority: 'agree-ad-referendum' },
]
// Commitments: the mediator keeps the list, the parties accept it, the mission judges, and nobody marks their own work.
const listing: readonly Permission[] = [...pen, ...proposing]
const reporting: readonly Permission[] = [
  { rooms: ['plenary', 'working-group'], seats: ['party', 'verifier'], authority: 'propose' },
]
const observing: readonly Permission[] = [{ rooms: ['mission'], seats: ['verifier'], authority: 'propose' }]
const lettingGo: readonly Permission[] = [
  { rooms: ['mission'], seats: ['verifier'], functions: ['head', 'deputy'] },
]
const inspecting: readonly Permission[] = [
  { rooms: ['plenary', 'working-group'], seats: ['verifier'], authority: 'propose' },
]
const inspected: readonly Permission[] = [
  { rooms: ['plenary', 'working-group'], seats: ['party'], authority: 'propose' },
]
const lodging: readonly Permission[] = [...observing, ...weighing, ...reporting]
const bringing: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'verifier'], authority: 'propose' },
]
const remedying: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'mediator'], authority: 'propose' },
]
const closing: readonly Permission[] = [...chair, ...bringing]
// Outside coding is loaded where a seat works for itself, or by the mediator before everybody.
const loading: readonly Permission[] = [...pen, ...observing]
// Background: each side and the mediator enter what has been, each side tells it for itself, both accept what is agreed.
const chronicling: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['party', 'mediator'], authority: 'propose' },
  { rooms: ['caucus'], seats: ['party'], authority: 'propose' },
  { rooms: ['office'], seats: ['mediator'], authority: 'propose' },
]
// The process itself: each party's consent is told to the mediator first; what anybody reads into a side stays at home.
const consenting: readonly Permission[] = [
  { rooms: ['channel'], seats: ['party'], authority: 'agree-ad-referendum' },
]
const reading: readonly Permission[] = [...planning, ...weighing]
const issuing: readonly Permission[] = [
  { rooms: ['plenary'], seats: ['verifier'], functions: ['head', 'deputy'] },
]

// Meetings: the mediator's secretariat convenes wherever the mediator sits; a delegation and a mission convene at home.
const keepers: readonly MemberFunction[] = ['head', 'deputy', 'secretary']
const arranging: readonly Permission[] = [{ rooms: ['plenary'], seats: ['mediator'], functions: keepers }]
const convening: readonly Permission[] = [
  { rooms: ['plenary', 'working-group', 'channel', 'office'], seats: ['mediator'], functions: keepers },
  { rooms: ['caucus'], seats: ['party'], functions: keepers },
  { rooms: ['mission'], seats: ['verifier'], functions: keepers },
]

const accrediting: readonly Permission[] = [{ rooms: ['channel'], seats: ['mediator'], functions: keepers }]
const met: readonly RoomKind[] = ['plenary', 'working-group', 'channel']
const minuting: readonly Permission[] = [{ rooms: met, seats: ['mediator'], functions: keepers }]
const acceptingMinutes: readonly Permission[] = [{ rooms: met, seats: ['party'], functions: ['head'] }]

/**
 * Every act a member can do, and the ways of being allowed to. What is not listed here nobody can post:
 * the server's clock, the founding of a process and the far side of a conveyance are not a member's acts.
 */
export const access: Readonly<Record<string, readonly Permission[]>> = {
  'message.send': speaking,
  'message.withdraw': speaking,
  'message.offer': conveying,
  'message.approve': senders,
  'message.decline': senders,
  'message.convey': conveying,
  'message.translate': interpreting,
  'message.sign-off': interpreting,
  'paper.submit': speaking,
  'paper.withdraw': speaking,
  'paper.convey': conveying,
  'paper.translate': interpreting,
  'paper.sign-off': interpreting,
  'silence.propose': silent,
  'silence.lift': silent,
  'silence.object': [{ rooms: ['plenary', 'working-group'], seats: table, authority: 'propose' }],
  'silence.translate': interpreting,
  'silence.sign-off': interpreting,
  'pause.ask': senders,
  'pause.grant': conveying,
  'pause.translate': interpreting,
  'pause.sign-off': interpreting,
  'adjournments.begin': chairing,
  'adjournments.end': chairing,
  'marks.move': everybody,
  'member.join': stewardship,
  'member.leave': stewardship,
  'member.remove': stewardship,
  'member.invite': stewardship,
  'member.authorise': stewardship,
  'member.place': stewardship,
  'leadership.change': leading,
  'credentials.lodge': stewardship,
  'credentials.receive': receiving,
  'stakeholders.set': [...weighing, ...planning],
  'note.write': noting,
  'note.withdraw': noting,
  'quiet-hours.set': [{ rooms: ['plenary'], seats: table, functions: ['head', 'deputy', 'secretary'] }],
  'text.open': pen,
  'text.link': linking,
  'text.unlink': linking,
  'clause.enter': pen,
  'clause.bracket': pen,
  'clause.alternative': pen,
  'clause.translate': rendering,
  'clause.write': drafting,
  'clause.support': position,
  'clause.withdraw': position,
  'clause.retract': chair,
  'clause.adopt': pen,
  'clause.announce-lapse': chair,
  'clause.lapse': chair,
  'clause.move': pen,
  'clause.number': pen,
  'clause.split': pen,
  'clause.merge': pen,
  'clause.agree': agreeing,
  'clause.decline': agreeing,
  'clause.reopen': [...chair, ...agreeing],
  'clause.certify': certifying,
  'clause.reserve': position,
  'clause.lift': position,
  'proposal.make': proposing,
  'proposal.withdraw': proposing,
  'proposal.enter': entering,
  'proposal.return': entering,
  'proposal.take-out': entering,
  'stance.take': proposing,
  'version.freeze': chair,
  'version.correct': chair,
  'version.initial': initialling,
  'version.sign-ad-referendum': signing,
  'version.sign': signing,
  'version.confirm': signing,
  'version.decline': agreeing,
  'version.object': position,
  'agenda.set': setting,
  'worth.set': weighing,
  'ratification.set': weighing,
  'disclosure.make': proposing,
  'disclosure.withdraw': proposing,
  'budget.set': planning,
  'suggestion.prepare': planning,
  'suggestion.release': releasing,
  'suggestion.answer': proposing,
  'ballot.put': releasing,
  'answer.give': answering,
  'stipulation.enter': listing,
  'stipulation.change': listing,
  'stipulation.withdraw': listing,
  'stipulation.accept': agreeing,
  'force.propose': chair,
  'force.withdraw': chair,
  'force.accept': signing,
  'report.make': [...reporting, ...observing],
  'account.give': position,
  'source.enter': observing,
  'observation.record': observing,
  'observation.withdraw': observing,
  'observation.release': lettingGo,
  'denial.record': observing,
  'denial.withdraw': observing,
  'denial.release': lettingGo,
  'incident.record': [...observing, ...inspected],
  'incident.withdraw': observing,
  'incident.release': lettingGo,
  'inspection.request': reporting,
  'inspection.reply': inspected,
  'inspection.conclude': inspecting,
  'evidence.lodge': lodging,
  'evidence.hand': lodging,
  'evidence.examine': lodging,
  'evidence.release': lettingGo,
  'finding.propose': observing,
  'finding.confirm': observing,
  'finding.dissent': observing,
  'finding.withdraw': observing,
  'finding.release': lettingGo,
  'case.notify': bringing,
  'case.reply': position,
  'case.mandate': agreeing,
  'case.remedy': remedying,
  'case.accept': agreeing,
  'case.dissent': position,
  'case.close': closing,
  'monitoring-report.issue': issuing,
  'monitoring-report.dissent': position,
  'arrangements.set': arranging,
  'session.convene': convening,
  'session.change': convening,
  'session.cancel': convening,
  'accreditation.submit': [{ rooms: ['channel'], seats: ['party'], functions: ['head'] }],
  'accreditation.grant': accrediting,
  'accreditation.decline': accrediting,
  'minutes.write': minuting,
  'minutes.accept': acceptingMinutes,
  'outside.load': loading,
  'outside.withdraw': loading,
  'event.enter': chronicling,
  'event.change': chronicling,
  'event.withdraw': chronicling,
  'event.tell': position,
  'event.propose-facts': remedying,
  'event.accept-facts': agreeing,
  'lesson.enter': chronicling,
  'lesson.change': chronicling,
  'lesson.withdraw': chronicling,
  'reading.write': drafting,
  'grievance.enter': weighing,
  'grievance.change': weighing,
  'grievance.put': weighing,
  'grievance.end': weighing,
  'measure.propose': remedying,
  'measure.change': remedying,
  'measure.accept': agreeing,
  'measure.tell': position,
  'measure.see': bringing,
  'measure.end': position,
  'consent.give': consenting,
  'consent.withdraw': consenting,
  'mandate.record': chairing,
  'mandate.end': chairing,
  'track.move': chairing,
  'ripeness.read': reading,
  'fundamental.mark': planning,
  'handover.make': releasing,
  'witness.appoint': witnessing,
  'witness.dismiss': witnessing,
}

/** Acts that are read by the actor's own seat alone, though others sit in the room: who has read what, and how far. */
export const readByOwnSeat: readonly string[] = ['marks.move']

const allows = (permission: Permission, member: Member, kind: SeatKind, at: string): boolean =>
  permission.seats.includes(kind) &&
  (permission.authority === undefined || holdsAuthority(member, permission.authority, at)) &&
  (permission.functions === undefined || permission.functions.includes(member.function))

/**
 * Whether this member may do this kind of act in this room at this moment (ISO 8601).
 * `seat` is the kind of the member's seat. The reasons, nearest first: `act.not-serving`, `act.not-in-room`,
 * `act.unseen-member` (a member known only to their own delegation acts only there), `act.not-here`, `act.not-yours`, which says
 * which authority the member holds at this moment and since when.
 */
export const mayPerform = (
  member: Member,
  seat: SeatKind,
  act: string,
  room: Pick<Room, 'kind' | 'seats'>,
  at: string,
): Outcome<void> => {
  if (!isServing(member, at)) return refuse('act.not-serving')
  if (!room.seats.includes(member.seat)) return refuse('act.not-in-room')
  if (member.visibility === 'delegation' && room.seats.some((key) => key !== member.seat))
    return refuse('act.unseen-member')
  const here = (Object.hasOwn(access, act) ? (access[act] ?? []) : []).filter((permission) =>
    permission.rooms.includes(room.kind),
  )
  if (here.length === 0) return refuse('act.not-here')
  return here.some((permission) => allows(permission, member, seat, at))
    ? done(undefined)
    : refuse('act.not-yours', heldBy(member, at))
}
