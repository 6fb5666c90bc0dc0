/** The acts of accreditation, in the channel of a delegation: its list, and what the mediator's secretariat decides on it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { partyOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, actorOf, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { inAllLanguages } from '#domain/text/guards.ts'
import { type Accreditation, badgeText, decide, type SubmitList, submitList } from './accreditation.ts'

interface Grant {
  readonly people: readonly string[]
}

interface Granted {
  readonly badges: readonly { readonly person: string; readonly badge: string }[]
}

const guardSubmit = ({ payload }: Posted<SubmitList>, scene: Scene): Outcome<void> => {
  const { people, from, until } = payload
  if (until < from || until < scene.at.slice(0, 10)) return refuse('accreditation.days')
  if (new Set(people.map(({ id }) => id)).size < people.length) return refuse('accreditation.twice')
  return inAllLanguages(scene, ...people.flatMap(({ name, title }) => [name, title]))
}

/** Who is granted a badge stands on the list; the badge is signed with the key of the room's log. */
const planGrant = (
  act: Act<Grant>,
  scene: Scene,
  state: Accreditation | undefined,
): Outcome<readonly Act[]> => {
  const list = known(state)
  const party = partyOf(scene.process, scene.room)?.key ?? ''
  const named = act.payload.people.map((id) => list.people.find((person) => person.id === id))
  const people = named.flatMap((person) => person ?? [])
  if (people.length < named.length) return refuse('accreditation.person-unknown')
  const badges = people.map((person) => ({
    person: person.id,
    badge: scene.seal(badgeText(scene.process.key, party, person, list)),
  }))
  return done([{ ...act, payload: { badges } }])
}

/** The rules, by kind of act. */
export const accreditationActs: Readonly<Record<string, AnyRule>> = {
  'accreditation.submit': rule<SubmitList, Accreditation>({
    begins: 'either',
    guard: guardSubmit,
    apply: (state, act) => done(submitList(state, act.payload, { by: actorOf(act), at: act.at })),
  }),
  'accreditation.grant': rule<Grant & Granted, Accreditation>({
    begins: 'known',
    plan: planGrant,
    apply: (state, act) =>
      decide(
        known(state),
        act.payload.badges.map((each) => ({ ...each, by: actorOf(act), at: act.at })),
      ),
  }),
  'accreditation.decline': rule<
    { readonly person: string; readonly words?: Localised | undefined },
    Accreditation
  >({
    begins: 'known',
    guard: ({ payload }, scene) => inAllLanguages(scene, payload.words),
    apply: (state, act) =>
      decide(known(state), [{ ...act.payload, badge: null, by: actorOf(act), at: act.at }]),
  }),
}
