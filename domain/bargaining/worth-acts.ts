/** The acts on worth: what a party keeps in its caucus, and what it shows the mediator of it in its channel. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { partyOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, actorOf, known, rule, type Scene } from '#domain/record/rule.ts'
import type { Agenda, Issue } from './agenda.ts'
import { type Disclosure, type Shown, withdrawDisclosure } from './disclosure.ts'
import { compareExact, exact, plus, readExact, times, zero } from './exact.ts'
import type { Body, Ratification } from './ratification.ts'
import {
  allHold,
  inEveryLanguage,
  issueNamed,
  optionsKnown,
  packageKnown,
  togetherKnown,
} from './references.ts'
import { agendaIn, agendaRefs } from './rooms.ts'
import type { Comparison, Estimate, IssueWorth, Worth } from './worth.ts'

type Check = () => Outcome<void>

/** The points one option may have, before its weight. */
const mostPoints = exact(100n)

const isEstimate = (given: Estimate): boolean =>
  typeof given !== 'object' || Number(given.least) <= Number(given.most)

/** A slope stays within the points on all of its range. */
const slopeHolds = (
  { id, range }: Issue,
  { offset, slope }: NonNullable<IssueWorth['slope']>,
): Outcome<void> => {
  const [from, by] = [readExact(offset), readExact(slope)]
  if (!range || !from || !by) return refuse('worth.slope', { issue: id })
  const ends = [from, plus(from, times(by, exact(BigInt(range.to - range.from))))]
  return ends.every((end) => compareExact(end, zero) >= 0 && compareExact(end, mostPoints) <= 0)
    ? done(undefined)
    : refuse('worth.slope', { issue: id })
}

const issueHolds = (agenda: Agenda, id: string, given: IssueWorth): Outcome<void> => {
  const { weight, options = {}, slope } = given
  const all = optionsKnown(agenda, id, Object.keys(options), 'worth')
  if (!all.ok) return all
  if (![weight, ...Object.values(options)].every(isEstimate)) return refuse('worth.interval', { issue: id })
  const issue = issueNamed(agenda, id)
  return slope && issue ? slopeHolds(issue, slope) : done(undefined)
}

const sameIssues = ({ better, worse }: Comparison): Outcome<void> =>
  Object.keys(better).toSorted().join() === Object.keys(worse).toSorted().join()
    ? done(undefined)
    : refuse('worth.comparison')

const bodyHolds = (agenda: Agenda, scene: Scene, { name, groups, threshold }: Body): readonly Check[] => [
  () => inEveryLanguage(scene, name),
  ...groups.map((group) => () => inEveryLanguage(scene, group.name)),
  ...groups.map(
    ({ accepts }) =>
      () =>
        togetherKnown(agenda, accepts, 'ratification'),
  ),
  () =>
    groups.reduce((sum, { votes }) => sum + votes, 0) > threshold.of || threshold.need > threshold.of
      ? refuse('ratification.votes', { of: threshold.of })
      : done(undefined),
]

const bodiesHold = (agenda: Agenda, scene: Scene, bodies: readonly Body[]): readonly Check[] => [
  () =>
    new Set(bodies.map(({ id }) => id)).size < bodies.length
      ? refuse('ratification.body-twice')
      : done(undefined),
  ...bodies.flatMap((body) => bodyHolds(agenda, scene, body)),
]

/** A BATNA can be weighed only when it says something of every issue. */
const batnaHolds = (agenda: Agenda, batna: Worth['batna']): Outcome<void> =>
  batna && agenda.issues.some(({ id }) => !Object.hasOwn(batna, id))
    ? refuse('bargaining.batna', { where: 'worth' })
    : packageKnown(agenda, batna ?? {}, 'batna')

const partsHold = (agenda: Agenda, scene: Scene, shown: Shown): Outcome<void> =>
  allHold([
    ...Object.entries(shown.issues ?? {}).map(
      ([id, given]): Check =>
        () =>
          issueHolds(agenda, id, given),
    ),
    ...(shown.interdependence ?? []).map(
      ({ together }): Check =>
        () =>
          togetherKnown(agenda, together, 'worth'),
    ),
    ...(shown.constraints ?? []).map(
      (together): Check =>
        () =>
          togetherKnown(agenda, together, 'worth'),
    ),
    ...(shown.redLines ?? []).map(
      ({ issue, option }): Check =>
        () =>
          optionsKnown(agenda, issue, [option], 'worth'),
    ),
    () => batnaHolds(agenda, shown.batna),
    ...(shown.comparisons ?? []).flatMap((each): readonly Check[] => [
      () => sameIssues(each),
      () => packageKnown(agenda, each.better, 'comparison'),
      () => packageKnown(agenda, each.worse, 'comparison'),
    ]),
    ...bodiesHold(agenda, scene, shown.bodies ?? []),
  ])

/** What is said of the agenda fits the one that everybody at the table reads. */
const fitting = (scene: Scene, shown: Shown): Outcome<void> => {
  const agenda = agendaIn(scene)
  return agenda ? partsHold(agenda, scene, shown) : refuse('bargaining.no-agenda')
}

/** Whose it is says the room it is in. */
const withParty = <P extends object>(act: Act<P>, scene: Scene): Outcome<readonly Act[]> => {
  const party = partyOf(scene.process, scene.room)?.key
  return party === undefined ? refuse('act.not-here') : done([{ ...act, payload: { ...act.payload, party } }])
}

/** The rules, by kind of act. */
export const worthActs: Readonly<Record<string, AnyRule>> = {
  'worth.set': rule<Worth, Worth>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    reaches: (_, scene) => agendaRefs(scene),
    guard: ({ payload }, scene) => fitting(scene, payload),
    plan: withParty,
  }),
  'ratification.set': rule<Ratification, Ratification>({
    begins: 'either',
    apply: (_, act) => done(act.payload),
    reaches: (_, scene) => agendaRefs(scene),
    guard: ({ payload }, scene) => fitting(scene, payload),
  }),
  'disclosure.make': rule<Shown & { readonly party: string }, Disclosure>({
    begins: 'new',
    apply: (_, act) => {
      const { party, ...shown } = act.payload
      return done({ party, shown, by: actorOf(act), at: act.at })
    },
    reaches: (_, scene) => agendaRefs(scene),
    guard: ({ payload }, scene) =>
      Object.keys(payload).length === 0 ? refuse('disclosure.empty') : fitting(scene, payload),
    plan: withParty,
  }),
  'disclosure.withdraw': rule<Record<string, never>, Disclosure>({
    begins: 'known',
    apply: (state, act) => withdrawDisclosure(known(state), act.at),
  }),
}
