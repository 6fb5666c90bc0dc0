/** The acts of leadership and of credentials: one passes a delegation from one head to another, at once and whole. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { mayLookAfter } from './acts.ts'
import {
  type Credentials,
  type CredentialsPaper,
  type LodgeCredentials,
  paperHolds,
  receiveCredentials,
} from './credentials.ts'
import {
  type ChangeLeadership,
  type Held,
  headsOf,
  heldOf,
  type Leadership,
  type LeadershipChange,
  passLeadership,
  relieveHead,
  type Succeed,
  succeedAsHead,
} from './leadership.ts'
import { type Localised, wellNamed } from './localised.ts'
import { isServing, type Member } from './member.ts'
import type { JoinMember } from './membership.ts'
import { isSamePerson } from './person.ts'

const worded = (scene: Scene, ...texts: readonly Localised[]): Outcome<void> =>
  wellNamed(scene.process.languages, ...texts)

const cardRef = (room: string, member: string): Ref => ({ room, kind: 'member', object: member })

const fileRefs = (room: string, { file }: CredentialsPaper): readonly Ref[] =>
  file ? [{ room, kind: 'file', object: file.file }] : []

type Lodged = NonNullable<CredentialsPaper['file']>

/** Whether the file that lies there is of the type and length that the paper says. */
const isFile = (held: Pick<Lodged, 'type' | 'bytes'> | undefined, said: Lodged | undefined): boolean =>
  held !== undefined && held.type === said?.type && held.bytes === said.bytes

const paperLodged = (room: string, paper: CredentialsPaper, scene: Scene): Outcome<void> =>
  allHold(
    paperHolds(paper, scene.at.slice(0, 10)),
    worded(scene, paper.issuer),
    fileRefs(room, paper).every((ref) => isFile(scene.find<Lodged>(ref)?.state, paper.file))
      ? done(undefined)
      : refuse('paper.file-unknown'),
  )

/** Where a card of the successor's id could lie: the plenary is searched whole, the caucus by the id. */
const successorId = ({ successor }: ChangeLeadership): string =>
  'joins' in successor ? successor.joins.id : successor.member

const otherRooms = (scene: Pick<Scene, 'rooms'>, room: string): readonly string[] =>
  scene.rooms.filter(({ id, kind }) => id !== room && kind === 'caucus').map(({ id }) => id)

const headHolds = ({ payload, object }: Posted<ChangeLeadership>, scene: Scene): Outcome<void> => {
  const cards = scene.all<Member>(scene.room.id, 'member').map(({ state }) => state)
  const heads = headsOf(cards, object, scene.at)
  if (heads.length > 1) return refuse('leadership.two-heads')
  return (heads[0]?.id ?? null) === payload.outgoing ? done(undefined) : refuse('leadership.other-head')
}

const successorHolds = (posted: Posted<ChangeLeadership>, scene: Scene): Outcome<void> => {
  const { successor, outgoing } = posted.payload
  const id = successorId(posted.payload)
  const card = scene.find<Member>(cardRef(posted.room, id))?.state
  if ('joins' in successor) {
    const taken = card || otherRooms(scene, posted.room).some((room) => scene.find(cardRef(room, id)))
    return taken ? refuse('object.exists') : worded(scene, successor.joins.name, successor.joins.title)
  }
  if (id === outgoing) return refuse('leadership.same-head')
  if (!card || card.seat !== posted.object || !isServing(card, scene.at))
    return refuse('leadership.successor-unknown')
  return worded(scene, successor.title)
}

const termsHold = ({ payload }: Posted<ChangeLeadership>, scene: Scene): Outcome<void> => {
  const { fullPowers, until, authority } = payload
  if (until !== undefined && until < scene.at.slice(0, 10)) return refuse('member.dates')
  if (fullPowers?.until !== undefined && fullPowers.until < fullPowers.from) return refuse('member.dates')
  return authority.includes('convey') ? refuse('process.convey-is-the-mediators') : done(undefined)
}

/** Whoever is to lead, by the name that they have or join under: one person with two cards is one person. */
const namedSuccessor = (
  { room, payload }: Posted<ChangeLeadership>,
  scene: Scene,
): Pick<Member, 'id' | 'name'> => {
  const { successor } = payload
  const id = successorId(payload)
  const name = 'joins' in successor ? successor.joins.name : scene.find<Member>(cardRef(room, id))?.state.name
  return { id, name: name ?? {} }
}

const guardChange = (posted: Posted<ChangeLeadership>, scene: Scene): Outcome<void> => {
  if (scene.member && scene.member.seat !== posted.object) return refuse('member.not-yours')
  // Nobody gives authority to themselves: who takes over is named by who hands over, or by another who speaks for the seat.
  if (scene.member && isSamePerson(scene.member, namedSuccessor(posted, scene)))
    return refuse('leadership.not-oneself')
  return allHold(
    headHolds(posted, scene),
    successorHolds(posted, scene),
    termsHold(posted, scene),
    paperLodged(posted.room, posted.payload.credentials, scene),
  )
}

/** What is recorded of a change: what both held, so that the history can be read from this act alone. */
type RecordedChange = Omit<LeadershipChange, 'at' | 'by'>

const successorCard = (act: Act<ChangeLeadership>, scene: Scene): Act => {
  const { successor, authority, fullPowers, until } = act.payload
  const stated = {
    authority,
    ...(fullPowers ? { fullPowers } : {}),
    ...(until === undefined ? {} : { until }),
  }
  const common = { ...act, id: scene.fresh(), object: successorId(act.payload) }
  if (!('joins' in successor)) {
    const payload: Succeed = { ...stated, title: successor.title }
    return { ...common, kind: 'member.succeed', payload }
  }
  const { id: _, ...joins } = successor.joins
  const payload: JoinMember = {
    ...{ ...joins, ...stated, seat: act.object, function: 'head', from: act.at.slice(0, 10) },
    visibility: 'table',
  }
  return { ...common, kind: 'member.join', payload }
}

const planChange = (act: Act<ChangeLeadership>, scene: Scene): Outcome<readonly Act[]> => {
  const { outgoing, stays, authority, fullPowers, credentials } = act.payload
  const paper = scene.fresh()
  const head = outgoing === null ? undefined : scene.find<Member>(cardRef(act.room, outgoing))?.state
  const successor: Held = {
    member: successorId(act.payload),
    authority,
    ...(fullPowers ? { fullPowers } : {}),
    since: act.at,
  }
  const payload: RecordedChange = {
    outgoing: head ? { ...heldOf(head), stays } : null,
    successor,
    credentials: paper,
  }
  const relieved: readonly Act[] = head
    ? [{ ...act, id: scene.fresh(), kind: 'member.relieve', object: head.id, payload: { stays } }]
    : []
  const lodged: LodgeCredentials = { ...credentials, seat: act.object, member: successor.member }
  return done([
    { ...act, payload },
    ...relieved,
    successorCard(act, scene),
    { ...act, id: scene.fresh(), kind: 'credentials.lodge', object: paper, payload: lodged },
  ])
}

const guardLodge = (posted: Posted<LodgeCredentials>, scene: Scene): Outcome<void> => {
  const { payload, room } = posted
  const card = scene.find<Member>(cardRef(room, payload.member))?.state
  if (!card || card.seat !== payload.seat) return refuse('object.unknown')
  const yours = scene.member ? mayLookAfter(scene.process, scene.member, card) : done(undefined)
  return yours.ok ? paperLodged(room, payload, scene) : yours
}

/** The rules, by kind of act. */
export const leadershipActs: Readonly<Record<string, AnyRule>> = {
  'leadership.change': rule<RecordedChange & ChangeLeadership, Leadership>({
    begins: 'either',
    apply: (leadership, act) => {
      const { outgoing, successor, credentials } = act.payload as unknown as RecordedChange
      const change = { at: act.at, by: actorOf(act), outgoing, successor, credentials }
      return done(passLeadership(leadership, act.object, change))
    },
    reaches: ({ room, payload }, scene) => [
      { room, kind: 'member', object: anyObject },
      ...otherRooms(scene, room).map((caucus) => cardRef(caucus, successorId(payload))),
      ...fileRefs(room, payload.credentials),
    ],
    guard: guardChange,
    plan: planChange as never,
  }),
  // What follows on the two cards; nobody posts it.
  'member.relieve': rule<{ readonly stays: boolean }, Member>({
    begins: 'known',
    apply: (member, act) => relieveHead(known(member), act.payload.stays, act.at),
  }),
  'member.succeed': rule<Succeed, Member>({
    begins: 'known',
    apply: (member, act) => succeedAsHead(known(member), act.payload, act.at),
  }),
  'credentials.lodge': rule<LodgeCredentials, Credentials>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    reaches: ({ room, payload }) => [cardRef(room, payload.member), ...fileRefs(room, payload)],
    guard: guardLodge,
  }),
  'credentials.receive': rule<Record<string, never>, Credentials>({
    begins: 'known',
    blind: true,
    apply: (credentials, act) => receiveCredentials(known(credentials), actorOf(act), act.at),
    guard: (_, scene, credentials) =>
      known(credentials).seat === scene.member?.seat ? refuse('credentials.own') : done(undefined),
  }),
}
