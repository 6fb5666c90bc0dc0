/** The acts of suggestions: preparing one, releasing it within the budget, answering it. */

import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { channelOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { type AnyRule, actorOf, known, type Posted, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import { adjournmentsIn, adjournmentsRef, isAdjourned } from '#domain/rooms/adjournment.ts'
import { wellWorded } from '#domain/rooms/links.ts'
import { type Budget, mayRelease, noteRelease, type Release, type SetBudget, setBudget } from './budget.ts'
import { allHold, type Chosen, inEveryLanguage, packageHolds } from './references.ts'
import { agendaRefs, channelsOf } from './rooms.ts'
import {
  type AnswerSuggestion,
  type Placing,
  type Prepared,
  type Received,
  release,
  type Suggest,
  type Suggested,
  suggestedIn,
} from './suggestion.ts'

/** What the mediator puts to the parties is on the agenda, in every language. */
export const suggestionHolds = (scene: Scene, { package: chosen, words, from }: Suggest): Outcome<void> =>
  allHold([
    () => wellWorded(scene, words),
    () => inEveryLanguage(scene, words.words),
    () => {
      const held = packageHolds(scene, chosen)
      return held.ok ? done(undefined) : held
    },
    () => {
      const held = from ? packageHolds(scene, from) : done([])
      return held.ok ? done(undefined) : held
    },
  ])

/** The act with the names of what was chosen, as they stand on the agenda now. */
export const withNames = <P extends Suggest>(act: Act<P>, scene: Scene): Outcome<Act<P & Suggested>> => {
  const chosen = packageHolds(scene, act.payload.package)
  return chosen.ok ? done({ ...act, payload: { ...act.payload, chosen: chosen.value } }) : chosen
}

/** All of these are parties, each named once, and each has a channel. Refusals: `suggestion.party-unknown`. */
export const partiesKnown = (scene: Scene, parties: readonly string[]): Outcome<void> => {
  const wrong = parties.find((party, i) => !channelOf(scene, party) || parties.indexOf(party) !== i)
  return wrong === undefined ? done(undefined) : refuse('suggestion.party-unknown', { party: wrong })
}

/** The budget of an office. */
export const budgetRef = (room: string): Ref => ({ room, kind: 'budget', object: 'budget' })

interface Releasing {
  readonly to: readonly string[]
}

/** What was prepared still says what the agenda says. */
const stillNamed = (scene: Scene, prepared: Prepared): Outcome<void> => {
  const now: Outcome<readonly Chosen[]> = packageHolds(scene, prepared.package)
  if (!now.ok) return now
  const text = (chosen: readonly Chosen[]) => canonical(chosen as unknown as Json)
  return text(now.value) === text(prepared.chosen) ? done(undefined) : refuse('suggestion.agenda-changed')
}

const guardRelease = (
  posted: Posted<Releasing>,
  scene: Scene,
  state: Prepared | undefined,
): Outcome<void> => {
  const { to } = posted.payload
  const budget = scene.find<Budget>(budgetRef(posted.room))?.state
  return allHold([
    () => (isAdjourned(adjournmentsIn(scene)) ? refuse('adjournment.on') : done(undefined)),
    () => partiesKnown(scene, to),
    () => stillNamed(scene, known(state)),
    () => mayRelease(budget, to, scene.at),
  ])
}

/** In the office that it went, and the count; in each channel the suggestion, alike in all and under an id of its own. */
const planRelease = (
  act: Act<Releasing>,
  scene: Scene,
  state: Prepared | undefined,
): Outcome<readonly Act[]> => {
  const { to } = act.payload
  const placed = Object.fromEntries(to.map((party) => [party, scene.fresh()]))
  const there = to.flatMap((party): readonly Act[] => {
    const [room, object] = [channelOf(scene, party)?.id, placed[party]]
    if (room === undefined || object === undefined) return []
    const payload = suggestedIn(known(state))
    return [{ ...act, id: scene.fresh(), room, kind: 'suggestion.receive', object, payload }]
  })
  const noted: Release = { suggestion: act.object, to, at: act.at }
  const count = { ...budgetRef(act.room), id: scene.fresh(), payload: noted }
  return done([{ ...act, payload: { to, placed } }, ...there, { ...act, ...count, kind: 'budget.note' }])
}

/** The rules, by kind of act. */
export const suggestionActs: Readonly<Record<string, AnyRule>> = {
  'budget.set': rule<SetBudget, Budget>({
    begins: 'either',
    apply: (state, act) => setBudget(state, act.payload),
  }),
  // That something was released; it comes with the releasing.
  'budget.note': rule<Release, Budget>({
    begins: 'known',
    apply: (state, act) => done(noteRelease(known(state), act.payload)),
  }),
  'suggestion.prepare': rule<Suggest, Prepared>({
    begins: 'new',
    apply: (_, act) => done({ ...(act.payload as Suggested), by: actorOf(act), at: act.at, released: [] }),
    reaches: (_, scene) => agendaRefs(scene),
    guard: ({ payload }, scene) => suggestionHolds(scene, payload),
    plan: (act, scene) => {
      const named = withNames(act, scene)
      return named.ok ? done([named.value]) : named
    },
  }),
  'suggestion.release': rule<Releasing, Prepared>({
    begins: 'known',
    apply: (state, act) => release(known(state), act.payload as unknown as Placing, act.at),
    reaches: ({ room }, scene) => [budgetRef(room), ...agendaRefs(scene), ...adjournmentsRef(scene)],
    touches: ({ payload }, scene) => channelsOf(scene, payload.to).map(({ id }) => id),
    guard: guardRelease,
    plan: planRelease,
  }),
  'suggestion.receive': rule<Suggested, Received>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
  }),
  'suggestion.answer': rule<AnswerSuggestion, Received>({
    begins: 'known',
    apply: (state, act) =>
      done({ ...known(state), answered: { ...act.payload, by: actorOf(act), at: act.at } }),
    guard: ({ payload }, scene) => (payload.remark ? wellWorded(scene, payload.remark) : done(undefined)),
  }),
}
