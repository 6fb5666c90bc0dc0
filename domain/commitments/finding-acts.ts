/** The acts of findings: nobody confirms their own work, and nothing leaves the mission's room unreleased. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Member } from '#domain/parties/member.ts'
import { isSamePerson } from '#domain/parties/person.ts'
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
import { inAllLanguages, partiesOf, plenaryOf } from '#domain/text/guards.ts'
import { type Case, isMandated } from './case.ts'
import {
  confirmFinding,
  type Dissent,
  dissentFrom,
  type Finding,
  fitsKind,
  mayRelease,
  type ProposeFinding,
  type ReceivedFinding,
  withdrawFinding,
} from './finding.ts'
import { caseRefs, receivingRoom, stipulationRefs } from './rooms.ts'
import { stipulationsKnown } from './sighting-acts.ts'
import { type Source, wordsName } from './source.ts'
import type { Stipulated } from './stipulated.ts'

const citable = ['observation', 'denial', 'incident', 'evidence'] as const

const citedRefs = (room: string, ids: readonly string[]): readonly Ref[] =>
  ids.flatMap((object) => citable.map((kind) => ({ room, kind, object })))

const reportRefs = (scene: Pick<Scene, 'rooms'>, report: string | undefined): readonly Ref[] => {
  const rooms = scene.rooms.filter(({ kind }) => kind === 'plenary' || kind === 'working-group')
  return report === undefined
    ? []
    : rooms.flatMap(({ id }) => ['report', 'inspection'].map((kind) => ({ room: id, kind, object: report })))
}

/** An investigation needs the mandate of every party, given in its case. */
const mandateHolds = (scene: Scene, finding: ProposeFinding): Outcome<void> => {
  if (finding.case === undefined) return done(undefined)
  const found = caseRefs(scene, finding.case).map((ref) => scene.find<Case>(ref)?.state)[0]
  if (!found) return refuse('case.unknown')
  return finding.kind !== 'investigation' || isMandated(found, partiesOf(scene))
    ? done(undefined)
    : refuse('finding.no-mandate')
}

const inForceAll = (scene: Scene, { kind, stipulations, asOf }: ProposeFinding): Outcome<void> => {
  if (kind !== 'implementation') return stipulationsKnown(scene, stipulations)
  const states = stipulationRefs(scene, stipulations).map((ref) => scene.find<Stipulated>(ref)?.state)
  const isIn = states.length > 0 && states.every((state) => state?.inForce && state.inForce.from <= asOf)
  return isIn ? done(undefined) : refuse('finding.not-in-force')
}

const guardPropose = ({ room, payload }: Posted<ProposeFinding>, scene: Scene): Outcome<void> => {
  const lost = payload.cites.find((id) => !citedRefs(room, [id]).some((ref) => scene.find(ref)))
  const report = reportRefs(scene, payload.report)
  return allHold(
    fitsKind(payload),
    payload.asOf > scene.at.slice(0, 10) ? refuse('finding.ahead') : done(undefined),
    inAllLanguages(scene, payload.words, payload.attribution),
    inForceAll(scene, payload),
    lost === undefined ? done(undefined) : refuse('evidence.record-unknown'),
    report.length === 0 || report.some((ref) => scene.find(ref))
      ? done(undefined)
      : refuse('finding.report-unknown'),
    mandateHolds(scene, payload),
  )
}

/** Every card of the table: who else this member is, if they sit in two places. */
const everyCard = (scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms
    .filter(({ kind }) => kind === 'plenary')
    .map(({ id }) => ({ room: id, kind: 'member', object: anyObject }))

const cardOf = (scene: Scene, member: string): Member | undefined => {
  const room = plenaryOf(scene)?.id ?? ''
  return scene.find<Member>({ room, kind: 'member', object: member })?.state
}

/** Somebody else: another card, and another person. */
const anotherPerson = (scene: Scene, first: string): Outcome<void> => {
  const coder = cardOf(scene, first)
  if (!scene.member || !coder) return refuse('finding.own-work')
  return isSamePerson(scene.member, coder) ? refuse('finding.own-work') : done(undefined)
}

/** `cites`: those of its records whose copies in that room are named there. */
interface Release {
  readonly to: string
  readonly words: Localised
  readonly stipulations: readonly string[]
  readonly cites?: readonly string[] | undefined
}

/** What of these records of the mission's was told in that room: the ids that they have there, in this order. */
const toldIn = (scene: Scene, room: string, { cites, to }: Release): readonly (string | undefined)[] =>
  (cites ?? []).map((id) => {
    const found = citedRefs(room, [id]).map((ref) => scene.find<Pick<Finding, 'released'>>(ref)?.state)
    return found.flatMap((state) => state?.released ?? []).find((each) => each.to === to)?.object
  })

/** Nothing is named that the other room has not been told. */
const citesTold = (scene: Scene, posted: Posted<Release>, finding: Finding): Outcome<void> => {
  const { payload, room } = posted
  if (payload.cites?.some((id) => !finding.cites.includes(id))) return refuse('evidence.record-unknown')
  return toldIn(scene, room, payload).includes(undefined) ? refuse('finding.cites-untold') : done(undefined)
}

const guardRelease = (posted: Posted<Release>, scene: Scene, state: Finding | undefined): Outcome<void> => {
  const { to, words } = posted.payload
  const there = receivingRoom(scene, to)
  if (!there) return refuse('release.room')
  const finding = known(state)
  const may = mayRelease(finding, to, {
    isGallery: there.kind === 'gallery',
    plenary: plenaryOf(scene)?.id,
  })
  if (!may.ok) return may
  const sources = scene.all<Source>(posted.room, 'source').map(({ state: source }) => source.alias)
  const said = [words, finding.attribution, ...finding.dissents.map((each) => each.words)]
  if (wordsName(said, sources)) return refuse('sighting.names-source')
  return allHold(
    citesTold(scene, posted, finding),
    inAllLanguages(scene, words),
    stipulationsKnown(scene, finding.stipulations),
  )
}

const received = (finding: Finding, words: Localised, cites: readonly string[], isGallery: boolean) => {
  const { kind, asOf, level, verdict, attribution } = finding
  const at = isGallery ? {} : { report: finding.report, case: finding.case }
  const told: Omit<ReceivedFinding, 'author' | 'at'> = {
    kind,
    asOf,
    words,
    stipulations: isGallery ? [] : finding.stipulations,
    proposedBy: finding.by,
    confirmedBy: finding.confirmed?.by ?? finding.by,
    dissents: finding.dissents.map(({ by, words: said }) => ({ by, words: said })),
    ...{ level, verdict, attribution, ...at },
    cites: cites.length > 0 ? cites : undefined,
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** In the mission that it went; there the finding; at the table also what follows for the obligation and for the case. */
const planRelease = (
  act: Act<Release>,
  scene: Scene,
  state: Finding | undefined,
): Outcome<readonly Act[]> => {
  const { to, words } = act.payload
  const finding = known(state)
  const there = receivingRoom(scene, to)
  const object = scene.fresh()
  const isTable = there?.kind === 'plenary'
  const cites = toldIn(scene, act.room, act.payload).filter((id) => id !== undefined)
  const placed = received(finding, words, cites, there?.kind === 'gallery')
  const code = { finding: object, level: finding.level, asOf: finding.asOf }
  const codes = isTable && finding.kind === 'implementation' ? finding.stipulations : []
  const cases = isTable && finding.case !== undefined ? [finding.case] : []
  return done([
    { ...act, payload: { to, at: act.at, object } },
    { ...act, id: scene.fresh(), room: to, kind: 'finding.receive', object, payload: placed },
    ...codes.map((id) => ({
      ...{ ...act, id: scene.fresh(), room: to, kind: 'stipulation.code', object: id, payload: code },
    })),
    ...cases.map((id) => ({
      ...{ ...act, id: scene.fresh(), room: to, kind: 'case.find', object: id },
      payload: { finding: object },
    })),
  ])
}

/** The rules, by kind of act. */
export const findingActs: Readonly<Record<string, AnyRule>> = {
  'finding.propose': rule<ProposeFinding, Finding>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at, dissents: [], released: [] }),
    reaches: ({ room, payload }, scene) => [
      ...stipulationRefs(scene, payload.stipulations),
      ...citedRefs(room, payload.cites),
      ...reportRefs(scene, payload.report),
      ...caseRefs(scene, payload.case),
    ],
    guard: guardPropose,
  }),
  'finding.confirm': rule<Record<string, never>, Finding>({
    begins: 'known',
    apply: (state, act) => confirmFinding(known(state), actorOf(act), act.at),
    reaches: (_, scene) => everyCard(scene),
    guard: (_, scene, state) => anotherPerson(scene, known(state).by.member),
  }),
  'finding.dissent': rule<{ readonly words: Localised }, Finding>({
    begins: 'known',
    apply: (state, act) => {
      const dissent: Dissent = { by: actorOf(act), at: act.at, words: act.payload.words }
      return dissentFrom(known(state), dissent)
    },
    reaches: (_, scene) => everyCard(scene),
    guard: ({ payload }, scene, state) => {
      const other = anotherPerson(scene, known(state).by.member)
      return other.ok ? inAllLanguages(scene, payload.words) : other
    },
  }),
  'finding.withdraw': rule<Record<string, never>, Finding>({
    begins: 'known',
    apply: (state, act) => withdrawFinding(known(state), act.at),
  }),
  'finding.release': rule<Release, Finding>({
    begins: 'known',
    apply: (state, act) => {
      const released = act.payload as unknown as Finding['released'][number]
      return done({ ...known(state), released: [...known(state).released, released] })
    },
    reaches: ({ room, payload }, scene) => [
      { room, kind: 'source', object: anyObject },
      ...citedRefs(room, payload.cites ?? []),
      ...stipulationRefs(scene, payload.stipulations),
      ...(plenaryOf(scene) ? [{ room: plenaryOf(scene)?.id ?? '', kind: 'case', object: anyObject }] : []),
    ],
    touches: ({ payload }, scene) => {
      const there = receivingRoom(scene, payload.to)
      return there ? [there.id] : []
    },
    guard: guardRelease,
    plan: planRelease,
  }),
  // What another room is told; it comes with the releasing.
  'finding.receive': rule<Omit<ReceivedFinding, 'author' | 'at'>, ReceivedFinding>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, author: actorOf(act), at: act.at }),
  }),
}
