/** The acts of blind acceptance: putting a package to the parties, answering at home, closing by the clock. */

import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Room } from '#domain/parties/process.ts'
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
import { adjournmentsIn, adjournmentsRef, isAdjourned } from '#domain/rooms/adjournment.ts'
import { silenceDueAt } from '#domain/rooms/silence.ts'
import { samePackage } from './agenda.ts'
import {
  type Answer,
  type Ballot,
  type CloseBallot,
  closeBallot,
  type GiveAnswer,
  type PutBallot,
} from './ballot.ts'
import { type Budget, mayRelease, type Release } from './budget.ts'
import { allHold } from './references.ts'
import { agendaRefs, channelsOf } from './rooms.ts'
import type { Prepared, Suggested } from './suggestion.ts'
import { budgetRef, partiesKnown, suggestionHolds, withNames } from './suggestion-acts.ts'

const year = 366 * 86_400_000

const deadlineHolds = (deadline: string, at: string): Outcome<void> => {
  const ahead = Date.parse(deadline) - Date.parse(at)
  if (ahead <= 0) return refuse('ballot.deadline-past')
  return ahead > year ? refuse('ballot.deadline-far') : done(undefined)
}

/** Whether these parties have all been told of this very package before: then a ballot on it tells them nothing new. */
const isKnownTo = (scene: Scene, room: string, { package: chosen, to }: PutBallot): boolean =>
  scene.all<Prepared>(room, 'suggestion').some(({ state }) => {
    const told = new Set(state.released.flatMap((release) => release.to))
    return samePackage(state.package, chosen) && to.every((party) => told.has(party))
  })

const guardPut = ({ payload, room }: Posted<PutBallot>, scene: Scene): Outcome<void> =>
  allHold([
    () => (isAdjourned(adjournmentsIn(scene)) ? refuse('adjournment.on') : done(undefined)),
    () => deadlineHolds(payload.deadline, scene.at),
    () => partiesKnown(scene, payload.to),
    () => suggestionHolds(scene, payload),
    () =>
      isKnownTo(scene, room, payload)
        ? done(undefined)
        : mayRelease(scene.find<Budget>(budgetRef(room))?.state, payload.to, scene.at),
  ])

/** In the office and every channel the ballot; and in the budget that it was released, if it tells anything new. */
const planPut = (act: Act<PutBallot>, scene: Scene): Outcome<readonly Act[]> => {
  const named = withNames(act, scene)
  if (!named.ok) return named
  const { to } = act.payload
  const everywhere = alsoIn(named.value, channelsOf(scene, to), scene)
  if (isKnownTo(scene, act.room, act.payload)) return done(everywhere)
  const noted: Release = { suggestion: act.object, to, at: act.at }
  return done([
    ...everywhere,
    { ...act, ...budgetRef(act.room), id: scene.fresh(), kind: 'budget.note', payload: noted },
  ])
}

/** The same act in each of these rooms, under the same object: the parties know that it is put to all of them. */
const alsoIn = <P>(act: Act<P>, rooms: readonly Room[], scene: Scene): readonly Act<P>[] => [
  act,
  ...rooms.map(({ id }) => ({ ...act, id: scene.fresh(), room: id })),
]

/** When the ballot closes; undefined while an adjournment stands in the way. */
const dueOf = (scene: Scene, ballot: Ballot): string | undefined =>
  silenceDueAt(ballot, adjournmentsIn(scene), scene.openSince)

const isDue = (scene: Scene, ballot: Ballot): boolean => {
  const due = dueOf(scene, ballot)
  return due !== undefined && due <= scene.at
}

const planClose = (
  act: Act<Pick<CloseBallot, 'accepted'>>,
  scene: Scene,
  state: Ballot | undefined,
): Outcome<readonly Act[]> => {
  const ballot = known(state)
  const due = dueOf(scene, ballot)
  if (due === undefined) return refuse('ballot.not-due')
  const closed = { ...act, payload: { accepted: act.payload.accepted, due } }
  return done(alsoIn(closed, channelsOf(scene, ballot.to), scene))
}

const ballotRefs = (scene: Pick<Scene, 'rooms'>, ballot: string): readonly Ref[] =>
  scene.rooms
    .filter(({ kind }) => kind === 'channel')
    .map(({ id }) => ({ room: id, kind: 'ballot', object: ballot }))

/** The ballot is in the party's channel, where it stays open until its time has come. */
const guardAnswer = ({ object }: Posted<GiveAnswer>, scene: Scene): Outcome<void> => {
  const ballot = ballotRefs(scene, object).flatMap((ref) => scene.find<Ballot>(ref)?.state ?? [])[0]
  if (!ballot) return refuse('ballot.unknown')
  return ballot.standing !== 'open' || isDue(scene, ballot) ? refuse('ballot.closed') : done(undefined)
}

/** The rules, by kind of act. */
export const ballotActs: Readonly<Record<string, AnyRule>> = {
  'ballot.put': rule<PutBallot, Ballot>({
    begins: 'new',
    apply: (_, act) =>
      done({
        ...(act.payload as PutBallot & Suggested),
        by: actorOf(act),
        at: act.at,
        standing: 'open',
      }),
    reaches: ({ room }, scene) => [
      budgetRef(room),
      { room, kind: 'suggestion', object: anyObject },
      ...agendaRefs(scene),
      ...adjournmentsRef(scene),
    ],
    touches: ({ payload }, scene) => channelsOf(scene, payload.to).map(({ id }) => id),
    guard: guardPut,
    plan: planPut,
  }),
  // The server's clock alone does this, in every room of the ballot at once.
  'ballot.close': rule<Pick<CloseBallot, 'accepted'>, Ballot>({
    begins: 'known',
    blind: true,
    apply: (state, act) => closeBallot(known(state), act.payload as CloseBallot, act.at),
    reaches: ({ object }, scene) => [...ballotRefs(scene, object), ...adjournmentsRef(scene)],
    guard: (_, scene, state) => {
      if (known(state).standing !== 'open') return refuse('ballot.closed')
      return isDue(scene, known(state)) ? done(undefined) : refuse('ballot.not-due')
    },
    plan: planClose,
  }),
  'answer.give': rule<GiveAnswer, Answer>({
    begins: 'either',
    apply: (_, act) => done({ accept: act.payload.accept, by: actorOf(act), givenAt: act.at }),
    reaches: ({ object }, scene) => [...ballotRefs(scene, object), ...adjournmentsRef(scene)],
    guard: guardAnswer,
  }),
}
