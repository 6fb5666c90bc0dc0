/** The acts of evidence: lodged, handed on, examined, let go of with its record. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Member } from '#domain/parties/member.ts'
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
import type { HeldFile } from '#domain/rooms/paper.ts'
import { inAllLanguages, plenaryOf } from '#domain/text/guards.ts'
import { blurTime, timePrecisions } from './blur.ts'
import {
  type Evidence,
  examine,
  handOn,
  type LodgeEvidence,
  type ReceiveEvidence,
  type ReleaseEvidence,
} from './evidence.ts'
import { receivingRoom, stipulationRefs } from './rooms.ts'
import type { Kept, Released, Sighting } from './sighting.ts'
import { stipulationsKnown } from './sighting-acts.ts'
import { type Source, wordsName } from './source.ts'

const recordKinds = ['observation', 'denial', 'incident', 'report', 'inspection', 'finding', 'case'] as const

const recordRefs = (room: string, ids: readonly string[]): readonly Ref[] =>
  ids.flatMap((object) => recordKinds.map((kind) => ({ room, kind, object })))

const guardLodge = ({ room, payload }: Posted<LodgeEvidence>, scene: Scene): Outcome<void> => {
  if (!scene.find({ room, kind: 'file', object: payload.file.file })) return refuse('paper.file-unknown')
  if (payload.taken !== undefined && payload.taken > scene.at) return refuse('sighting.ahead')
  const lost = payload.of.find((id) => !recordRefs(room, [id]).some((ref) => scene.find(ref)))
  if (lost !== undefined) return refuse('evidence.record-unknown')
  const worded = inAllLanguages(scene, payload.words)
  return worded.ok ? stipulationsKnown(scene, payload.stipulations) : worded
}

interface Hand {
  readonly to: string
  readonly words: Localised
}

/** The cards of members of the rooms that may hold cards. */
const cards = (scene: Pick<Scene, 'rooms'>, member: string): readonly Ref[] =>
  scene.rooms
    .filter(({ kind }) => kind === 'plenary' || kind === 'caucus')
    .map(({ id }) => ({ room: id, kind: 'member', object: member }))

const guardHand = ({ payload }: Posted<Hand>, scene: Scene): Outcome<void> => {
  const card = cards(scene, payload.to).map((ref) => scene.find<Member>(ref)?.state)
  const there = card.some((each) => each !== undefined && scene.room.seats.includes(each.seat))
  return there ? inAllLanguages(scene, payload.words) : refuse('evidence.member-unknown')
}

/** How its records were told in that room. */
const toldThere = (
  { room, payload }: Pick<Posted<ReleaseEvidence>, 'room' | 'payload'>,
  scene: Scene,
  of: readonly string[],
): readonly Released[] =>
  recordRefs(room, of)
    .flatMap((ref) => scene.find<Partial<Kept<Sighting>>>(ref)?.state.released ?? [])
    .filter(({ to }) => to === payload.to)

/** A name in the properties of a file may be a source's. */
const fileMayGo = (scene: Scene, room: string, file: string): Outcome<void> => {
  const held = scene.find<HeldFile>({ room, kind: 'file', object: file })?.state
  if (!held) return refuse('paper.file-unknown')
  return held.names.length > 0 ? refuse('evidence.names-people') : done(undefined)
}

/** The file itself tells what its record tells and more: it goes only where one was told exactly. A copy goes with any. */
const exactlyEnough = (asked: ReleaseEvidence, went: readonly Released[]): Outcome<void> => {
  // A finding has neither place nor time, and says nothing of how exactly they may be told.
  const told = went.filter(({ place }) => place !== undefined)
  const { copy, time, file } = asked
  if (copy?.file === file) return refuse('evidence.same-file')
  const isExact = told.some(({ place, time: at }) => place === 'exact' && at === 'exact')
  if (told.length === 0 || (!copy && !isExact)) return refuse('evidence.record-first')
  const finest = Math.min(...told.map((each) => timePrecisions.indexOf(each.time)))
  return time !== undefined && timePrecisions.indexOf(time) < finest
    ? refuse('evidence.finer-than-record')
    : done(undefined)
}

const guardRelease = (
  posted: Posted<ReleaseEvidence>,
  scene: Scene,
  state: Evidence | undefined,
): Outcome<void> => {
  const { room, payload } = posted
  const there = receivingRoom(scene, payload.to)
  if (!there) return refuse('release.room')
  const evidence = known(state)
  if (payload.file !== evidence.file.file) return refuse('evidence.other-hash')
  if (evidence.released.some(({ to }) => to === payload.to)) return refuse('sighting.released-already')
  const isTold = evidence.released.some(({ to }) => to === plenaryOf(scene)?.id)
  const sources = scene.all<Source>(room, 'source').map(({ state: source }) => source.alias)
  return allHold(
    there.kind === 'gallery' && !isTold ? refuse('release.table-first') : done(undefined),
    fileMayGo(scene, room, payload.copy?.file ?? payload.file),
    wordsName([payload.words], sources) ? refuse('sighting.names-source') : done(undefined),
    exactlyEnough(payload, toldThere(posted, scene, evidence.of)),
    inAllLanguages(scene, payload.words),
  )
}

const planRelease = (
  act: Act<ReleaseEvidence>,
  scene: Scene,
  state: Evidence | undefined,
): Outcome<readonly Act[]> => {
  const { to, words, copy, time } = act.payload
  const evidence = known(state)
  const object = scene.fresh()
  const isGallery = receivingRoom(scene, to)?.kind === 'gallery'
  const { taken } = evidence
  const payload: ReceiveEvidence = {
    ...{ file: copy ?? evidence.file, words, stipulations: isGallery ? [] : evidence.stipulations },
    of: toldThere(act, scene, evidence.of).map((each) => each.object),
    ...(copy ? { blurred: true } : {}),
    ...(taken !== undefined && time !== undefined
      ? { when: blurTime({ from: taken, to: taken }, time) }
      : {}),
  }
  return done([
    { ...act, payload: { to, at: act.at, object, ...(copy ? { copy: copy.file } : {}) } },
    { ...act, id: scene.fresh(), room: to, kind: 'evidence.receive', object, payload },
  ])
}

const lodge = (act: Act<LodgeEvidence | ReceiveEvidence>, what: 'lodged' | 'received'): Evidence => {
  const by = actorOf(act)
  return { ...act.payload, author: by, at: act.at, custody: [{ what, by, at: act.at }], released: [] }
}

/** The rules, by kind of act. */
export const evidenceActs: Readonly<Record<string, AnyRule>> = {
  'evidence.lodge': rule<LodgeEvidence, Evidence>({
    begins: 'new',
    apply: (_, act) => done(lodge(act, 'lodged')),
    reaches: ({ room, payload }, scene) => [
      { room, kind: 'file', object: payload.file.file },
      ...recordRefs(room, payload.of),
      ...stipulationRefs(scene, payload.stipulations),
    ],
    guard: guardLodge,
  }),
  'evidence.hand': rule<Hand, Evidence>({
    begins: 'known',
    apply: (state, act) =>
      handOn(known(state), { what: 'handed', by: actorOf(act), at: act.at, ...act.payload }),
    reaches: ({ payload }, scene) => cards(scene, payload.to),
    guard: guardHand,
  }),
  'evidence.examine': rule<{ readonly file: string }, Evidence>({
    begins: 'known',
    apply: (state, act) =>
      examine(known(state), act.payload.file, { what: 'examined', by: actorOf(act), at: act.at }),
  }),
  'evidence.release': rule<ReleaseEvidence, Evidence>({
    begins: 'known',
    apply: (state, act) => {
      const released = act.payload as unknown as Evidence['released'][number]
      return done({ ...known(state), released: [...known(state).released, released] })
    },
    reaches: ({ room, payload }) => [
      { room, kind: 'file', object: payload.file },
      ...(payload.copy ? [{ room, kind: 'file', object: payload.copy.file }] : []),
      { room, kind: 'source', object: anyObject },
      ...recordRefs(room, payload.of),
    ],
    touches: ({ payload }, scene) => {
      const there = receivingRoom(scene, payload.to)
      return there ? [there.id] : []
    },
    guard: guardRelease,
    plan: planRelease,
  }),
  // The file, or the copy of it, in another room; it comes with the releasing.
  'evidence.receive': rule<ReceiveEvidence, Evidence>({
    begins: 'new',
    apply: (_, act) => done(lodge(act, 'received')),
  }),
}
