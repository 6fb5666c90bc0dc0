/** Setting the agenda: what is negotiated, on which options, and which words of the common text they would settle. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { type AnyRule, type Ref, rule, type Scene } from '#domain/record/rule.ts'
import type { Clause } from '#domain/text/clause.ts'
import { clauseRef, plenaryOf } from '#domain/text/guards.ts'
import type { Agenda, Issue, Place } from './agenda.ts'
import { mostOptions } from './compile.ts'
import { allHold, inEveryLanguage, togetherKnown } from './references.ts'

const placesIn = (agenda: Agenda): readonly Place[] =>
  agenda.issues.flatMap(({ options }) => options.flatMap(({ closes = [] }) => closes))

const placeRefs = (scene: Pick<Scene, 'rooms'>, agenda: Agenda): readonly Ref[] => {
  const plenary = plenaryOf(scene)
  const clauses = new Set(placesIn(agenda).map(({ clause }) => clause))
  return plenary ? [...clauses].map((clause) => clauseRef(plenary.id, clause)) : []
}

/** The alternative is or was in that bracket: an agenda stays good when the text moves on. */
const placeHolds = (scene: Scene, { clause, bracket, alternative }: Place): Outcome<void> => {
  const plenary = plenaryOf(scene)
  const found = plenary && scene.find<Clause>(clauseRef(plenary.id, clause))?.state
  const open = found && Object.hasOwn(found.brackets, bracket) ? found.brackets[bracket] : undefined
  const settled = found?.settled.filter((each) => each.bracket.id === bracket).map((each) => each.bracket)
  const all = [open, ...(settled ?? [])].flatMap((each) => each?.alternatives ?? [])
  return all.some(({ id }) => id === alternative)
    ? done(undefined)
    : refuse('agenda.place-unknown', { clause, bracket, alternative })
}

const isTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length

const issueHolds = ({ id, range, options, basket }: Issue, baskets: readonly string[]): Outcome<void> => {
  if (basket !== undefined && !baskets.includes(basket)) return refuse('agenda.basket-unknown', { basket })
  if (range && options.length > 0) return refuse('agenda.options-and-range', { issue: id })
  const count = range ? range.to - range.from + 1 : options.length
  if (count < 1) return refuse('bargaining.no-option', { issue: id })
  if (count > mostOptions) return refuse('bargaining.too-many-options', { issue: id, most: mostOptions })
  return isTwice(options.map((option) => option.id))
    ? refuse('bargaining.option-twice', { issue: id })
    : done(undefined)
}

const namesIn = ({ baskets, issues, constraints }: Agenda): readonly Localised[] => [
  ...baskets.map(({ name }) => name),
  ...issues.flatMap(({ name, options, range }) => [
    name,
    ...options.map((option) => option.name),
    ...(range?.unit ? [range.unit] : []),
  ]),
  ...constraints.flatMap(({ name }) => (name ? [name] : [])),
]

const agendaHolds = (agenda: Agenda, scene: Scene): Outcome<void> => {
  const baskets = agenda.baskets.map(({ id }) => id)
  return allHold([
    () => (isTwice(baskets) ? refuse('agenda.basket-twice') : done(undefined)),
    () => (isTwice(agenda.issues.map(({ id }) => id)) ? refuse('bargaining.issue-twice') : done(undefined)),
    ...agenda.issues.map((issue) => () => issueHolds(issue, baskets)),
    ...namesIn(agenda).map((name) => () => inEveryLanguage(scene, name)),
    ...agenda.constraints.map(
      ({ never }) =>
        () =>
          togetherKnown(agenda, never, 'constraints'),
    ),
    ...placesIn(agenda).map((place) => () => placeHolds(scene, place)),
  ])
}

/** The rules, by kind of act. */
export const agendaActs: Readonly<Record<string, AnyRule>> = {
  // In the plenary for everybody at the table; in the office as the mediator's own draft of it.
  'agenda.set': rule<Agenda, Agenda>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    reaches: ({ payload }, scene) => placeRefs(scene, payload),
    guard: ({ payload }, scene) => agendaHolds(payload, scene),
  }),
}
