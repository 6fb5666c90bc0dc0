/** The acts of stipulations: entered, changed, accepted by each party; bound and coded by what is decided elsewhere. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { seatOf } from '#domain/parties/process.ts'
import { type AnyRule, actorOf, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import type { Clause } from '#domain/text/clause.ts'
import { clauseRef, partiesOf, plenaryOf, speaksFor } from '#domain/text/guards.ts'
import { unquoted } from './quote.ts'
import {
  acceptStipulation,
  bindStipulation,
  type Coding,
  changeStipulation,
  codeStipulation,
  type EnterStipulation,
  enterStipulation,
  type InForce,
  type Stipulated,
  withdrawStipulation,
} from './stipulated.ts'
import { namedIn, type Terms } from './terms.ts'

/** Where the words of a stipulation stand: a clause of the common text, also for a private draft. */
const quotedRef = (scene: Pick<Scene, 'rooms'>, clause: string) => {
  const room = plenaryOf(scene)?.id
  return room === undefined ? [] : [clauseRef(room, clause)]
}

const quoteHolds = (scene: Scene, { quote }: EnterStipulation): Outcome<void> => {
  const [ref] = quotedRef(scene, quote.clause)
  const clause = ref && scene.find<Clause>(ref)?.state
  if (clause?.standing !== 'in') return refuse('stipulation.clause-unknown')
  if (clause.wording !== quote.wording) return refuse('text.stale', { wording: clause.wording })
  const [language] = unquoted(clause, quote)
  return language === undefined ? done(undefined) : refuse('stipulation.words-not-found', { language })
}

/** Everything with words must have them in every authentic language: a stipulation is read by all sides alike. */
const inEvery = (scene: Scene, texts: readonly (Localised | undefined)[]): Outcome<void> => {
  const { languages } = scene.process
  const missing = languages.find((language) => texts.some((text) => text && !text[language]))
  if (missing !== undefined) return refuse('stipulation.language-missing', { language: missing })
  const foreign = texts
    .flatMap((text) => Object.keys(text ?? {}))
    .find((language) => !languages.includes(language))
  return foreign === undefined ? done(undefined) : refuse('wording.language', { language: foreign })
}

/** Who is bound, who gains and who verifies are known at this table. */
const actorsKnown = (scene: Scene, { bound, beneficiary, verifier }: Terms): Outcome<void> => {
  const parties = partiesOf(scene)
  const wrong = [...bound, ...beneficiary].find(
    (key) => !parties.includes(key) && (seatOf(scene.process, key)?.kind ?? 'party') === 'party',
  )
  if (wrong !== undefined) return refuse('stipulation.actor-unknown', { actor: wrong })
  return verifier === undefined || seatOf(scene.process, verifier)
    ? done(undefined)
    : refuse('stipulation.actor-unknown', { actor: verifier })
}

const others = (posted: Posted<EnterStipulation>): readonly string[] =>
  namedIn(posted.payload.terms).filter((id) => id !== posted.object)

/** What it waits for is on the same list, and it does not wait for itself. */
const orderKnown = (scene: Scene, posted: Posted<EnterStipulation>): Outcome<void> => {
  if (namedIn(posted.payload.terms).includes(posted.object)) return refuse('stipulation.waits-for-itself')
  const lost = others(posted).find((object) => {
    const found = scene.find<Stipulated>({ room: posted.room, kind: 'stipulation', object })
    return !found || found.state.withdrawnAt !== undefined
  })
  return lost === undefined ? done(undefined) : refuse('stipulation.waits-for-unknown', { stipulation: lost })
}

const quotaHolds = ({ verification }: Terms): Outcome<void> =>
  verification.some(({ means, quota }) => quota !== undefined && means !== 'inspection')
    ? refuse('stipulation.quota')
    : done(undefined)

const guardEnter = (posted: Posted<EnterStipulation>, scene: Scene): Outcome<void> => {
  const { terms } = posted.payload
  const words = [terms.name, terms.what, terms.indicator, terms.resources, terms.subTheme]
  return allHold(
    quoteHolds(scene, posted.payload),
    inEvery(scene, [...words, ...(terms.openConditions ?? [])]),
    actorsKnown(scene, terms),
    orderKnown(scene, posted),
    quotaHolds(terms),
  )
}

const reachEnter = (posted: Posted<EnterStipulation>, scene: Pick<Scene, 'rooms'>) => [
  ...quotedRef(scene, posted.payload.quote.clause),
  ...others(posted).map((object) => ({ room: posted.room, kind: 'stipulation', object })),
]

/** The rules, by kind of act. */
export const stipulationActs: Readonly<Record<string, AnyRule>> = {
  'stipulation.enter': rule<EnterStipulation, Stipulated>({
    begins: 'new',
    apply: (_, act) => done(enterStipulation(act.payload, actorOf(act), act.at)),
    reaches: reachEnter,
    guard: guardEnter,
  }),
  'stipulation.change': rule<EnterStipulation, Stipulated>({
    begins: 'known',
    apply: (state, act) => changeStipulation(known(state), act.payload, actorOf(act), act.at),
    reaches: reachEnter,
    guard: guardEnter,
  }),
  'stipulation.withdraw': rule<Record<string, never>, Stipulated>({
    begins: 'known',
    apply: (state, act) => withdrawStipulation(known(state), act.at),
  }),
  'stipulation.accept': rule<{ readonly party: string }, Stipulated>({
    begins: 'known',
    apply: (state, act) => acceptStipulation(known(state), act.payload.party),
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { party: party.value } }]) : party
    },
  }),
  // That it binds: it follows from the last party's acceptance of an entry into force.
  'stipulation.bind': rule<InForce, Stipulated>({
    begins: 'known',
    blind: true,
    apply: (state, act) => bindStipulation(known(state), act.payload),
  }),
  // A level: it follows from the release of a finding.
  'stipulation.code': rule<Omit<Coding, 'at'>, Stipulated>({
    begins: 'known',
    blind: true,
    apply: (state, act) => codeStipulation(known(state), { ...act.payload, at: act.at }),
  }),
}
