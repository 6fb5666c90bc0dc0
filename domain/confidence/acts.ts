/** The acts of confidence: grievances in a side's own room, measures at the table. */
import { beginsBy, latestDay, whenOf } from '#domain/background/when.ts'
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import { mayPerform } from '#domain/parties/access.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { channelOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type AnyRule,
  actorOf,
  inPlaceOf,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import type { AuthorisedUse } from '#domain/rooms/message.ts'
import { inAllLanguages, inNameAmong, partiesOf, plenaryOf, speaksFor } from '#domain/text/guards.ts'
import {
  asPut,
  changeGrievance,
  type EnterGrievance,
  endGrievance,
  enterGrievance,
  type Grievance,
  putGrievance,
} from './grievance.ts'
import {
  acceptMeasure,
  changeMeasure,
  endMeasure,
  type Measure,
  type ProposeMeasure,
  proposeMeasure,
  type Seen,
  seePart,
  type Told,
  tellPart,
} from './measure.ts'

type Reach = Pick<Scene, 'rooms'>

/** Where an object of the table, or of the own room, may be. */
const refsOf = (scene: Reach, room: string, kind: string, objects: readonly string[]): readonly Ref[] =>
  objects.flatMap((object) =>
    [...new Set([plenaryOf(scene)?.id ?? room, room])].map((place) => ({ room: place, kind, object })),
  )

const allThere = (scene: Scene, room: string, kind: string, objects: readonly string[]): boolean =>
  objects.every((object) =>
    refsOf(scene, room, kind, [object]).some((ref) => {
      const state = scene.find<{ readonly withdrawnAt?: string }>(ref)?.state
      return state !== undefined && state.withdrawnAt === undefined
    }),
  )

const sinceHolds = (scene: Scene, since: string | undefined): Outcome<void> => {
  if (since === undefined) return done(undefined)
  const when = whenOf(since)
  if (!when.ok) return when
  return beginsBy(since, latestDay(scene.at)) ? done(undefined) : refuse('event.ahead')
}

const grievanceHolds = ({ payload, room }: Posted<EnterGrievance>, scene: Scene): Outcome<void> => {
  const issue = payload.issues.find((each) => !scene.process.agenda.some(({ key }) => key === each))
  return allHold(
    inAllLanguages(scene, payload.name, payload.words, payload.settling),
    scene.process.languages.includes(payload.original) ? done(undefined) : refuse('grievance.language'),
    sinceHolds(scene, payload.since),
    issue === undefined ? done(undefined) : refuse('event.issue-unknown', { issue }),
    allThere(scene, room, 'event', payload.events) ? done(undefined) : refuse('event.unknown'),
  )
}

interface Put {
  readonly use: AuthorisedUse
  readonly askFirst?: boolean | undefined
}
type Recorded = Put & { readonly to: string; readonly message: string }

/** It goes to the mediator as any message of the side does, with what may be done with it. */
const planPut = (act: Act<Put>, scene: Scene, state: Grievance | undefined): Outcome<readonly Act[]> => {
  const own = speaksFor(scene)
  const there = own.ok ? channelOf(scene, own.value) : undefined
  if (!there || !scene.member) return refuse('grievance.no-channel')
  // Who puts it speaks in the channel: a member whom the mediator does not see, or who may not speak, does not.
  const may = mayPerform(scene.member, 'party', 'message.send', there, scene.at)
  if (!may.ok) return may
  const grievance = known(state)
  const { use, askFirst } = act.payload
  const message = scene.fresh()
  const words = { original: grievance.original, words: asPut(grievance), nature: 'statement' as const }
  const sent = { ...words, use, ...(askFirst === undefined ? {} : { askFirst }) }
  return done([
    { ...act, payload: { ...act.payload, to: there.id, message } },
    { ...act, id: scene.fresh(), room: there.id, kind: 'message.send', object: message, payload: sent },
  ])
}

const grievances: Readonly<Record<string, AnyRule>> = {
  'grievance.enter': rule<EnterGrievance, Grievance>({
    begins: 'new',
    apply: (_, act) => done(enterGrievance(act.payload, actorOf(act), act.at)),
    reaches: ({ payload, room }, scene) => refsOf(scene, room, 'event', payload.events),
    guard: grievanceHolds,
  }),
  'grievance.change': rule<EnterGrievance, Grievance>({
    begins: 'known',
    apply: (state, act) => changeGrievance(known(state), act.payload),
    reaches: ({ payload, room }, scene) => refsOf(scene, room, 'event', payload.events),
    guard: grievanceHolds,
  }),
  'grievance.put': rule<Recorded, Grievance>({
    begins: 'known',
    apply: (state, act) => {
      const { to, message } = act.payload
      return putGrievance(known(state), { room: to, message, at: act.at })
    },
    touches: (_, scene) => scene.rooms.filter(({ kind }) => kind === 'channel').map(({ id }) => id),
    plan: planPut,
  }),
  'grievance.end': rule<{ readonly how: 'settled' | 'dropped'; readonly words: Localised }, Grievance>({
    begins: 'known',
    apply: (state, act) => {
      const { how, words } = act.payload
      return endGrievance(known(state), { how, words, by: actorOf(act), at: act.at })
    },
    guard: ({ payload }, scene) => inAllLanguages(scene, payload.words),
  }),
}

const measureHolds = ({ payload, room }: Posted<ProposeMeasure>, scene: Scene): Outcome<void> => {
  const parties = partiesOf(scene)
  const parts = Object.keys(payload.parts)
  const isReciprocal = parties.every((party) => parts.includes(party)) && parts.length === parties.length
  return allHold(
    inAllLanguages(scene, payload.name, payload.seen, ...Object.values(payload.parts)),
    isReciprocal ? done(undefined) : refuse('measure.one-sided'),
    payload.by < scene.at.slice(0, 10) ? refuse('measure.past') : done(undefined),
    allThere(scene, room, 'stipulation', payload.stipulations)
      ? done(undefined)
      : refuse('commitments.stipulation-unknown'),
  )
}

/** Of the own word, the one that is there may be another than its author saw. */
interface Instead {
  readonly instead?: string
}

const guardTold = (
  { payload }: Posted<Told & Instead>,
  scene: Scene,
  state: Measure | undefined,
): Outcome<void> => {
  const own = speaksFor(scene)
  const before = known(state).told.find(({ party }) => own.ok && party === own.value)
  return allHold(
    inAllLanguages(scene, payload.words),
    payload.on > latestDay(scene.at) ? refuse('measure.not-yet') : done(undefined),
    inPlaceOf(before, payload.instead),
  )
}

const guardSeen = ({ payload }: Posted<Seen>, scene: Scene): Outcome<void> => {
  const own = speaksFor(scene)
  return allHold(
    inAllLanguages(scene, payload.words),
    partiesOf(scene).includes(payload.of)
      ? done(undefined)
      : refuse('stipulation.actor-unknown', { actor: payload.of }),
    own.ok && own.value === payload.of ? refuse('measure.own-part') : done(undefined),
  )
}

const measures: Readonly<Record<string, AnyRule>> = {
  'measure.propose': rule<ProposeMeasure, Measure>({
    begins: 'new',
    apply: (_, act) => done(proposeMeasure(act.payload, actorOf(act), act.at)),
    reaches: ({ payload, room }, scene) => refsOf(scene, room, 'stipulation', payload.stipulations),
    guard: measureHolds,
  }),
  'measure.change': rule<ProposeMeasure, Measure>({
    begins: 'known',
    apply: (state, act) => changeMeasure(known(state), act.payload, actorOf(act), act.at),
    reaches: ({ payload, room }, scene) => refsOf(scene, room, 'stipulation', payload.stipulations),
    guard: measureHolds,
  }),
  'measure.accept': rule<
    { readonly wording: string; readonly party: string; readonly parties: readonly string[] },
    Measure
  >({
    // With the revision that was read: nobody accepts words that were put in their place meanwhile.
    begins: 'known',
    apply: (state, act) => {
      const { wording, party, parties } = act.payload
      return acceptMeasure(known(state), wording, party, parties, act.at)
    },
    guard: (_, scene, state) =>
      known(state).due < scene.at.slice(0, 10) ? refuse('measure.past') : done(undefined),
    plan: inNameAmong,
  }),
  'measure.tell': rule<Told & Instead, Measure>({
    begins: 'known',
    blind: true,
    apply: (state, act) => {
      const { party, on, words } = act.payload
      return tellPart(known(state), { party, on, words, by: actorOf(act), at: act.at })
    },
    guard: guardTold,
    plan: inNameAmong,
  }),
  'measure.see': rule<Seen, Measure>({
    begins: 'known',
    apply: (state, act) => {
      const { of, isSeen, words } = act.payload
      return seePart(known(state), { of, isSeen, words, by: actorOf(act), at: act.at })
    },
    guard: guardSeen,
  }),
  'measure.end': rule<{ readonly words: Localised }, Measure>({
    begins: 'known',
    apply: (state, act) =>
      endMeasure(known(state), { words: act.payload.words, by: actorOf(act), at: act.at }),
    guard: ({ payload }, scene) => inAllLanguages(scene, payload.words),
  }),
}

/** The rules, by kind of act. */
export const confidenceActs: Readonly<Record<string, AnyRule>> = { ...grievances, ...measures }
