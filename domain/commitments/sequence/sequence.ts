/** The order of an agreement: what waits for what, which dates cannot all be kept, and when each step can be. */
import { done, type Outcome } from '#domain/outcome.ts'
import type { Condition, Stipulation } from '../stipulation.ts'
import { dayNumber, dayOf } from './calendar.ts'
import { calendar, force, type Network, networkOf, type Reason, type Reasoned } from './constraints.ts'
import { impossibleCycle, knots, leastAfter, shortestCycle } from './network.ts'

/** One thing that a drafter should see. Ids are those of stipulations; `because` is what was written, step by step. */
export type Finding =
  | {
      readonly code: 'waits-in-circle'
      readonly stipulations: readonly string[]
      readonly because: readonly Reason[]
    }
  | {
      readonly code: 'impossible'
      readonly stipulations: readonly string[]
      readonly because: readonly Reason[]
    }
  | { readonly code: 'hangs'; readonly stipulations: readonly [string, string] }
  | { readonly code: 'squeezed'; readonly stipulations: readonly [string, string]; readonly days: number }
  | { readonly code: 'too-late'; readonly stipulations: readonly [string, string]; readonly date: string }
  | { readonly code: 'no-deadline' | 'open-condition'; readonly stipulations: readonly [string] }

/** Every code of a finding. */
export const findingCodes = [
  'waits-in-circle',
  'impossible',
  'hangs',
  'squeezed',
  'too-late',
  'no-deadline',
  'open-condition',
] as const satisfies readonly Finding['code'][]

/** When an event can be: days of the calendar where they follow, and days after the entry into force. */
export interface Window {
  readonly earliest: string | null
  readonly latest: string | null
  readonly afterForce: { readonly least: number | null; readonly most: number | null }
}

/** When a step can begin and must be done. */
export interface Place {
  readonly stipulation: string
  readonly begin: Window
  readonly complete: Window
}

/**
 * What is known of the order. Where something cannot be, `places` holds for what is left when the conditions that go in
 * circles, and the terms that contradict, are left aside: `isSound` is false then.
 */
export interface Sequence {
  readonly isSound: boolean
  readonly findings: readonly Finding[]
  /** In the order in which they can first be done; in the order given where that says nothing. */
  readonly places: readonly Place[]
  /** The days between which the agreement has to enter into force for every date in it to be kept. */
  readonly force: Pick<Window, 'earliest' | 'latest'>
}

const named = (because: readonly Reason[]): readonly string[] => [
  ...new Set(because.flatMap((why) => ('stipulation' in why ? [why.stipulation] : []))),
]

/** Waiting for another step: a condition, or a beginning that is counted from it. */
const isWaiting = ({ why }: Reasoned): boolean =>
  why.kind === 'waits' || (why.kind === 'begins' && why.term.kind === 'after' && why.term.from !== 'force')

/** From so many events of a knot its shortest circle is looked for; in a larger knot there may be a shorter one. */
const mostTried = 200

/** Every knot of steps that wait for each other, with its shortest circle; and what is left without those waits. */
const untie = ({ events, distances }: Network) => {
  const edges = distances.filter((each) => isWaiting(each) || each.why.kind === 'order')
  const groups = knots(events, edges)
  const group = new Map(groups.flatMap((all, i) => all.map((event) => [event, i] as const)))
  const isInside = ({ from, to }: Reasoned): boolean => group.has(from) && group.get(from) === group.get(to)
  const inside = edges.filter(isInside)
  const findings = groups.map((all, i): Finding => {
    const own = inside.filter(({ from }) => group.get(from) === i)
    const circles = all
      .slice(0, mostTried)
      .map((event) => shortestCycle(event, own))
      .filter(({ length }) => length > 0)
    const [shortest = []] = circles.toSorted((one, other) => one.length - other.length)
    const because = shortest.filter(isWaiting).map(({ why }) => why)
    return { code: 'waits-in-circle', stipulations: named(own.map(({ why }) => why)), because }
  })
  return { findings, left: distances.filter((each) => !isWaiting(each) || !isInside(each)) }
}

const isTerm = ({ why }: Reasoned): boolean => why.kind === 'begins' || why.kind === 'due'

/** Every contradiction of dates, one after the other: the terms of the one before are left aside. */
const contradictions = (events: number, given: readonly Reasoned[]) => {
  const findings: Finding[] = []
  let left = given
  for (
    let cycle = impossibleCycle(events, left);
    cycle !== undefined;
    cycle = impossibleCycle(events, left)
  ) {
    const because = cycle.map(({ why }) => why).filter(({ kind }) => kind !== 'order' && kind !== 'in-force')
    findings.push({ code: 'impossible', stipulations: named(cycle.map(({ why }) => why)), because })
    const aside = new Set(cycle.filter(isTerm))
    if (aside.size === 0) throw new Error('a contradiction without a term in it')
    left = left.filter((each) => !aside.has(each))
  }
  return { findings, left }
}

/** Days after one event at least, and before it at most: reversed, "at least before" is the same question. */
const windowsFrom = (start: number, events: number, distances: readonly Reasoned[]) => {
  const least = leastAfter(start, events, distances)
  const back = leastAfter(
    start,
    events,
    distances.map((each) => ({ ...each, from: each.to, to: each.from })),
  )
  return (event: number) => {
    const before = back[event] ?? null
    return { least: least[event] ?? null, most: before === null ? null : 0 - before }
  }
}

const asDay = (number: number | null): string | null => (number === null ? null : dayOf(number))

/** By its own term alone: what it is counted from, and how many days after that; undefined without one. */
const ownTerm = (
  { due }: Stipulation,
  inForce: string | undefined,
): { from: string; days: number } | undefined => {
  if (due.kind === 'date') return { from: 'calendar', days: dayNumber(due.date) ?? 0 }
  if (due.kind !== 'after') return undefined
  if (due.from !== 'force') return { from: `${due.from.stipulation} ${due.from.event}`, days: due.days }
  const day = inForce === undefined ? null : dayNumber(inForce)
  return day === null ? { from: 'force', days: due.days } : { from: 'calendar', days: day + due.days }
}

const conditionFindings = (
  one: Stipulation,
  other: Stipulation,
  condition: Condition,
  inForce: string | undefined,
): readonly Finding[] => {
  const pair = [one.id, other.id] as const
  const [own, theirs] = [ownTerm(one, inForce), ownTerm(other, inForce)]
  const found: Finding[] = []
  if (own && other.due.kind === 'none') found.push({ code: 'hangs', stipulations: pair })
  if (own && theirs && own.from === theirs.from && condition.of.event === 'done') {
    const days = theirs.days + (condition.days ?? 0) - own.days
    if (days > 0) found.push({ code: 'squeezed', stipulations: pair, days })
  }
  const by = condition.by === undefined ? null : dayNumber(condition.by)
  if (by !== null && own?.from === 'calendar' && by > own.days)
    found.push({ code: 'too-late', stipulations: pair, date: condition.by ?? '' })
  return found
}

/** What a lawyer would ask of each stipulation, and of each pair of which one waits for the other. */
const drafting = (all: readonly Stipulation[], inForce: string | undefined): readonly Finding[] => {
  const byId = new Map(all.map((each) => [each.id, each]))
  return all.flatMap((one): readonly Finding[] => [
    ...one.conditions.flatMap((condition) => {
      const other = byId.get(condition.of.stipulation)
      return other ? conditionFindings(one, other, condition, inForce) : []
    }),
    ...(one.due.kind === 'none' ? [{ code: 'no-deadline', stipulations: [one.id] } as const] : []),
    ...(one.openConditions?.length ? [{ code: 'open-condition', stipulations: [one.id] } as const] : []),
  ])
}

/** Works out the order of an agreement. Refusals: those of `networkOf`. */
export const sequenceOf = (all: readonly Stipulation[], inForce?: string): Outcome<Sequence> => {
  const network = networkOf(all, inForce)
  if (!network.ok) return network
  const { events, begun, done: ended } = network.value
  const untied = untie(network.value)
  const dated = contradictions(events, untied.left)
  const [days, relative] = [calendar, force].map((start) => windowsFrom(start, events, dated.left))
  if (!days || !relative) throw new Error('two starts give two windows')
  const windowOf = (event: number): Window => {
    const { least, most } = days(event)
    return { earliest: asDay(least), latest: asDay(most), afterForce: relative(event) }
  }
  const places = all.map(({ id }) => ({
    stipulation: id,
    begin: windowOf(begun(id)),
    complete: windowOf(ended(id)),
  }))
  const first = ({ complete }: Place): number => complete.afterForce.least ?? 0
  const { earliest, latest } = windowOf(force)
  const wrong = [...untied.findings, ...dated.findings]
  return done({
    isSound: wrong.length === 0,
    findings: [...wrong, ...drafting(all, inForce)],
    places: places.toSorted((one, other) => first(one) - first(other)),
    force: { earliest, latest },
  })
}
