/** What stipulations say of time, as distances between events: two events each, the calendar, and the entry into force. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Condition, CountedFrom, Point, Stipulation, Term } from '../stipulation.ts'
import { dayNumber } from './calendar.ts'
import type { Distance } from './network.ts'

/** The event from which the days of the calendar are counted. */
export const calendar = 0

/** The entry into force of the agreement. */
export const force = 1

/** Why a distance holds: what somebody wrote, for a reader to see. */
export type Reason =
  | { readonly kind: 'order'; readonly stipulation: string }
  | { readonly kind: 'waits'; readonly stipulation: string; readonly condition: Condition }
  | { readonly kind: 'begins' | 'due'; readonly stipulation: string; readonly term: Term }
  | { readonly kind: 'in-force'; readonly stipulation: string }
  | { readonly kind: 'force'; readonly date: string }

/** A distance with the words it comes from. */
export type Reasoned = Distance<Reason>

/** The events and distances of an agreement. */
export interface Network {
  readonly events: number
  readonly distances: readonly Reasoned[]
  readonly begun: (stipulation: string) => number
  readonly done: (stipulation: string) => number
}

/** The event that a term is counted from. */
const eventOf = (network: Pick<Network, 'begun' | 'done'>, from: CountedFrom): number =>
  from === 'force'
    ? force
    : from.event === 'begun'
      ? network.begun(from.stipulation)
      : network.done(from.stipulation)

const distance = (from: number, to: number, days: number, why: Reason): Reasoned => ({ from, to, days, why })

const termDistances = (
  network: Pick<Network, 'begun' | 'done'>,
  { id, begins, due }: Stipulation,
): readonly Reasoned[] => {
  const found: Reasoned[] = []
  const why = (kind: 'begins' | 'due', term: Term): Reason => ({ kind, stipulation: id, term })
  if (begins?.kind === 'date')
    found.push(distance(calendar, network.begun(id), dayNumber(begins.date) ?? 0, why('begins', begins)))
  if (begins?.kind === 'after')
    found.push(distance(eventOf(network, begins.from), network.begun(id), begins.days, why('begins', begins)))
  if (due.kind === 'date')
    found.push(distance(network.done(id), calendar, -(dayNumber(due.date) ?? 0), why('due', due)))
  if (due.kind === 'after')
    found.push(distance(network.done(id), eventOf(network, due.from), -due.days, why('due', due)))
  return found
}

const waits = (
  network: Pick<Network, 'begun' | 'done'>,
  { id, conditions }: Stipulation,
): readonly Reasoned[] =>
  conditions.map((condition) =>
    distance(
      eventOf(network, condition.of),
      condition.before === 'begin' ? network.begun(id) : network.done(id),
      condition.days ?? 0,
      { kind: 'waits', stipulation: id, condition },
    ),
  )

const pointsIn = ({ begins, due, conditions }: Stipulation): readonly Point[] => [
  ...[begins, due].flatMap((term) => (term?.kind === 'after' && term.from !== 'force' ? [term.from] : [])),
  ...conditions.map(({ of }) => of),
]

const datesIn = ({ begins, due, conditions }: Stipulation): readonly string[] => [
  ...[begins, due].flatMap((term) => (term?.kind === 'date' ? [term.date] : [])),
  ...conditions.flatMap(({ by }) => (by === undefined ? [] : [by])),
]

const flawIn = (all: readonly Stipulation[], inForce: string | undefined): Outcome<void> => {
  const ids = new Set<string>()
  for (const { id } of all) {
    if (ids.has(id)) return refuse('sequence.doubled', { stipulation: id })
    ids.add(id)
  }
  for (const stipulation of all) {
    const { id } = stipulation
    const strange = pointsIn(stipulation).find((point) => !ids.has(point.stipulation))
    if (strange) return refuse('sequence.unknown', { stipulation: id, of: strange.stipulation })
    if (pointsIn(stipulation).some((point) => point.stipulation === id && point.event === 'done'))
      return refuse('sequence.itself', { stipulation: id })
    const wrong = datesIn(stipulation).find((date) => dayNumber(date) === null)
    if (wrong !== undefined) return refuse('sequence.date', { stipulation: id, date: wrong })
  }
  return inForce !== undefined && dayNumber(inForce) === null
    ? refuse('sequence.date', { stipulation: 'force', date: inForce })
    : done(undefined)
}

const between = (network: Pick<Network, 'begun' | 'done'>, stipulation: Stipulation): readonly Reasoned[] => {
  const { id } = stipulation
  return [
    distance(network.begun(id), network.done(id), 0, { kind: 'order', stipulation: id }),
    distance(force, network.begun(id), 0, { kind: 'in-force', stipulation: id }),
  ]
}

/**
 * The network of an agreement that enters into force on that day, or on one that is not yet known.
 * Refusals: `sequence.doubled`, `.unknown`, `.itself` (it waits for its own end), `.date` (no day of the calendar).
 */
export const networkOf = (all: readonly Stipulation[], inForce?: string): Outcome<Network> => {
  const sound = flawIn(all, inForce)
  if (!sound.ok) return sound
  const places = new Map(all.map(({ id }, i) => [id, 2 + 2 * i]))
  const begun = (id: string): number => places.get(id) ?? calendar
  const events = { begun, done: (id: string): number => begun(id) + 1 }
  const day = inForce === undefined ? null : dayNumber(inForce)
  const why: Reason = { kind: 'force', date: inForce ?? '' }
  const fixed =
    day === null ? [] : [distance(calendar, force, day, why), distance(force, calendar, -day, why)]
  const distances = all.flatMap((each) => [
    ...between(events, each),
    ...termDistances(events, each),
    ...waits(events, each),
  ])
  return done({ ...events, events: 2 + 2 * all.length, distances: [...fixed, ...distances] })
}
