/** The acts of the background: an event is entered, told by each side, agreed line by line; what a seat thinks stays with it. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  inPlaceOf,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { inAllLanguages, inNameAmong, plenaryOf, speaksFor } from '#domain/text/guards.ts'
import {
  type Account,
  type AgreedFacts,
  acceptFacts,
  type BackgroundEvent,
  changeEvent,
  type EnterEvent,
  type EnterLesson,
  enterEvent,
  type Lesson,
  proposeFacts,
  type Reading,
  tellEvent,
  withdrawEvent,
} from './event.ts'
import { beginsBy, knownWhen, latestDay, whenOf } from './when.ts'

type Reach = Pick<Scene, 'rooms'>

/** The clauses of the common text that an event names. */
const clauseRefs = (scene: Reach, clauses: readonly string[]): readonly Ref[] => {
  const room = plenaryOf(scene)?.id
  return room === undefined ? [] : clauses.map((object) => ({ room, kind: 'clause', object }))
}

/** Background has been: nothing in it begins after today. */
const whenHolds = (scene: Scene, written: string): Outcome<void> => {
  const when = whenOf(written)
  if (!when.ok) return when
  return beginsBy(written, latestDay(scene.at)) ? done(undefined) : refuse('event.ahead')
}

/** An event is looked for where the seat sits: on the common time line, or on its own. */
const eventRefs = (object: string, room: string, scene: Reach): readonly Ref[] =>
  [...new Set([plenaryOf(scene)?.id ?? room, room])].map((place) => ({ room: place, kind: 'event', object }))

const eventOf = (scene: Scene, object: string, room: string): BackgroundEvent | undefined =>
  eventRefs(object, room, scene)
    .map((ref) => scene.find<BackgroundEvent>(ref)?.state)
    .find((state) => state !== undefined && state.withdrawnAt === undefined)

/** It goes on with another event, and not with itself or with one that went on with it. */
const ofHolds = (scene: Scene, { object, room, payload }: Posted<EnterEvent>): Outcome<void> => {
  if (payload.of === undefined) return done(undefined)
  const earlier = eventOf(scene, payload.of, room)
  if (!earlier) return refuse('event.unknown')
  const begins = (when: string) => knownWhen(when).first
  return payload.of === object || begins(earlier.when) > begins(payload.when)
    ? refuse('event.of-later')
    : done(undefined)
}

/** What goes on with it still begins after it, and it goes on with none of them. */
const afterHolds = ({ object, room, payload }: Posted<EnterEvent>, scene: Scene): Outcome<void> => {
  const events = scene.all<BackgroundEvent>(room, 'event')
  const { first: begins } = knownWhen(payload.when)
  const after = events.filter(({ state }) => state.of === object && state.withdrawnAt === undefined)
  if (after.some(({ state }) => knownWhen(state.when).first < begins)) return refuse('event.of-later')
  const seen = new Set([object])
  for (let next = payload.of; next !== undefined; ) {
    if (seen.has(next)) return refuse('event.of-later')
    seen.add(next)
    next = events.find((each) => each.object === next)?.state.of
  }
  return done(undefined)
}

const linksHold = (scene: Scene, { issues, clauses }: EnterEvent): Outcome<void> => {
  const agenda = scene.process.agenda.map(({ key }) => key)
  const issue = issues.find((each) => !agenda.includes(each))
  if (issue !== undefined) return refuse('event.issue-unknown', { issue })
  const refs = clauseRefs(scene, clauses)
  return refs.length === clauses.length && refs.every((ref) => scene.find(ref))
    ? done(undefined)
    : refuse('event.clause-unknown')
}

const entered = (posted: Posted<EnterEvent>, scene: Scene): Outcome<void> => {
  const { payload } = posted
  const when = whenHolds(scene, payload.when)
  return when.ok
    ? allHold(
        inAllLanguages(scene, payload.name, payload.facts, payload.place),
        linksHold(scene, payload),
        ofHolds(scene, posted),
      )
    : when
}

const reachesOf = ({ payload, room }: Posted<EnterEvent>, scene: Reach): readonly Ref[] => [
  ...clauseRefs(scene, payload.clauses),
  ...(payload.of === undefined ? [] : eventRefs(payload.of, room, scene)),
]

const isOwn = (scene: Scene, state: BackgroundEvent | Lesson | undefined, code: string): Outcome<void> =>
  known(state).by.seat === scene.member?.seat ? done(undefined) : refuse(code)

const worded = ({ payload }: Posted<{ readonly words: Localised }>, scene: Scene): Outcome<void> =>
  inAllLanguages(scene, payload.words)

const lines: Readonly<Record<string, AnyRule>> = {
  'event.tell': rule<Account & { readonly party: string; readonly instead?: string }, BackgroundEvent>({
    begins: 'known',
    blind: true,
    apply: (state, act) => {
      const { words, sources, party } = act.payload
      return tellEvent(known(state), { words, sources, party, by: actorOf(act), at: act.at })
    },
    guard: (posted, scene, state) => {
      const party = speaksFor(scene)
      const own = known(state).accounts.find((each) => party.ok && each.party === party.value)
      return allHold(worded(posted, scene), inPlaceOf(own, posted.payload.instead))
    },
    plan: inNameAmong,
  }),
  'event.propose-facts': rule<AgreedFacts, BackgroundEvent>({
    begins: 'known',
    apply: (state, act) => {
      const { id, words } = act.payload
      return proposeFacts(known(state), { id, words, by: actorOf(act), at: act.at })
    },
    guard: worded,
  }),
  'event.accept-facts': rule<
    { readonly line: string; readonly party: string; readonly parties: readonly string[] },
    BackgroundEvent
  >({
    // With the revision that was read: nobody accepts words that were put in their place meanwhile.
    begins: 'known',
    apply: (state, act) => {
      const { line, party, parties } = act.payload
      return acceptFacts(known(state), line, party, parties, act.at)
    },
    plan: inNameAmong,
  }),
}

const lessonHolds = ({ payload, room }: Posted<EnterLesson>, scene: Scene): Outcome<void> =>
  allHold(
    inAllLanguages(scene, payload.words),
    payload.events.every((object) => eventOf(scene, object, room))
      ? done(undefined)
      : refuse('event.unknown'),
  )

const lessonReaches = ({ payload, room }: Posted<EnterLesson>, scene: Reach): readonly Ref[] =>
  payload.events.flatMap((object) => eventRefs(object, room, scene))

const standingLesson = (state: Lesson | undefined): Outcome<Lesson> =>
  known(state).withdrawnAt === undefined ? done(known(state)) : refuse('lesson.withdrawn')

const lessons: Readonly<Record<string, AnyRule>> = {
  'lesson.enter': rule<EnterLesson, Lesson>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    reaches: lessonReaches,
    guard: lessonHolds,
  }),
  'lesson.change': rule<EnterLesson, Lesson>({
    begins: 'known',
    apply: (state, act) => {
      const standing = standingLesson(state)
      return standing.ok ? done({ ...standing.value, ...act.payload }) : standing
    },
    reaches: lessonReaches,
    guard: (posted, scene, state) =>
      allHold(isOwn(scene, state, 'lesson.not-yours'), lessonHolds(posted, scene)),
  }),
  'lesson.withdraw': rule<Readonly<Record<string, never>>, Lesson>({
    begins: 'known',
    apply: (state, act) => {
      const standing = standingLesson(state)
      return standing.ok ? done({ ...standing.value, withdrawnAt: act.at }) : standing
    },
    guard: (_, scene, state) => isOwn(scene, state, 'lesson.not-yours'),
  }),
}

/** The rules, by kind of act. */
export const backgroundActs: Readonly<Record<string, AnyRule>> = {
  'event.enter': rule<EnterEvent, BackgroundEvent>({
    begins: 'new',
    apply: (_, act) => done(enterEvent(act.payload, actorOf(act), act.at)),
    reaches: reachesOf,
    guard: entered,
  }),
  'event.change': rule<EnterEvent, BackgroundEvent>({
    begins: 'known',
    apply: (state, act) => changeEvent(known(state), act.payload),
    reaches: (posted, scene) => [
      ...reachesOf(posted, scene),
      { room: posted.room, kind: 'event', object: anyObject },
    ],
    guard: (posted, scene, state) =>
      allHold(isOwn(scene, state, 'event.not-yours'), entered(posted, scene), afterHolds(posted, scene)),
  }),
  'event.withdraw': rule<Readonly<Record<string, never>>, BackgroundEvent>({
    begins: 'known',
    apply: (state, act) => withdrawEvent(known(state), act.at),
    guard: (_, scene, state) => isOwn(scene, state, 'event.not-yours'),
  }),
  ...lines,
  ...lessons,
  'reading.write': rule<{ readonly words: Localised }, Reading>({
    begins: 'either',
    apply: (_, act) => done({ event: act.object, words: act.payload.words, by: actorOf(act), at: act.at }),
    reaches: ({ object, room }, scene) => eventRefs(object, room, scene),
    guard: ({ object, room, payload }, scene) =>
      allHold(
        inAllLanguages(scene, payload.words),
        eventOf(scene, object, room) ? done(undefined) : refuse('event.unknown'),
      ),
  }),
}
