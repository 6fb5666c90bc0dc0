/** The acts of the process itself: consents, the mandate, tracks, ripeness, the fundamentals. */
import type { Wording } from '#domain/language/wording.ts'
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, actorOf, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { wellWorded } from '#domain/rooms/links.ts'
import { inAllLanguages, partiesOf } from '#domain/text/guards.ts'
import {
  type Consent,
  type GiveConsent,
  giveConsent,
  type WithdrawConsent,
  withdrawConsent,
} from './consent.ts'
import { itemKeys, type MarkedItem, type MarkItem, markItem } from './fundamentals.ts'
import type { Handover, MakeHandover } from './handover.ts'
import { endMandate, type Mandate, mandateHolds, type RecordMandate } from './mandate.ts'
import { mayBeRead, type ReadRipeness, type Ripeness, readRipeness } from './ripeness.ts'
import { type MoveTrack, moveTrack, type Track, tracks } from './track.ts'

const by = (act: Act<unknown>) => ({ by: actorOf(act), at: act.at })

const worded = (scene: Scene, ...words: readonly (Wording | undefined)[]): Outcome<void> =>
  allHold(...words.map((each) => (each ? wellWorded(scene, each) : done(undefined))))

const among = (keys: readonly string[], { object }: Posted<unknown>): Outcome<void> =>
  keys.includes(object) ? done(undefined) : refuse('object.unknown')

const consents: Readonly<Record<string, AnyRule>> = {
  'consent.give': rule<GiveConsent, Consent>({
    begins: 'either',
    apply: (state, act) => done(giveConsent(state, act.payload, by(act))),
    guard: ({ payload }, scene) => worded(scene, payload.scope, payload.qualifications),
  }),
  'consent.withdraw': rule<WithdrawConsent, Consent>({
    begins: 'known',
    apply: (state, act) => withdrawConsent(known(state), act.payload, by(act)),
    guard: ({ payload }, scene) => worded(scene, payload.reason),
  }),
}

const mandates: Readonly<Record<string, AnyRule>> = {
  'mandate.record': rule<RecordMandate, Mandate>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, ...by(act) }),
    guard: ({ payload }, scene) => {
      const holds = mandateHolds(payload, scene.at.slice(0, 10))
      return holds.ok ? inAllLanguages(scene, payload.giver, payload.words, payload.limits) : holds
    },
  }),
  'mandate.end': rule<{ readonly day: string }, Mandate>({
    begins: 'known',
    apply: (state, act) => endMandate(known(state), act.payload.day, act.at.slice(0, 10)),
  }),
}

/** The rules, by kind of act. */
export const processActs: Readonly<Record<string, AnyRule>> = {
  ...consents,
  ...mandates,
  'track.move': rule<MoveTrack, Track>({
    begins: 'either',
    apply: (state, act) => moveTrack(state, { ...act.payload, ...by(act) }),
    guard: (posted, scene) => {
      const there = among(tracks, posted)
      return there.ok ? inAllLanguages(scene, posted.payload.words) : there
    },
  }),
  'ripeness.read': rule<ReadRipeness, Ripeness>({
    begins: 'either',
    apply: (state, act) => done(readRipeness(state, { ...act.payload, ...by(act) })),
    guard: (posted, scene) => {
      const own = seatOf(scene.process, scene.member?.seat ?? '')?.party
      const may = mayBeRead(posted.object, partiesOf(scene), own)
      return may.ok ? worded(scene, posted.payload.words) : may
    },
  }),
  'handover.make': rule<MakeHandover, Handover>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, ...by(act) }),
  }),
  'fundamental.mark': rule<MarkItem, MarkedItem>({
    begins: 'either',
    apply: (state, act) => markItem(state, { ...act.payload, ...by(act) }),
    guard: (posted, scene) => {
      const there = among(itemKeys, posted)
      return there.ok ? worded(scene, posted.payload.note) : there
    },
  }),
}
