/** What became of an agreement, told by the events that go on with it. */
import type { EventKind } from './event.ts'
import { knownWhen } from './when.ts'

/** What is looked at of an event. */
export interface Told {
  readonly object: string
  readonly when: string
  readonly kind: EventKind
  readonly of?: string | undefined
  /** The room it lies in; what another room adds to an agreement does not change how it stands. */
  readonly room?: string | undefined
}

/** How an agreement stands by the last word on it: `untold` where no event says whether it came into force. */
export const fates = ['untold', 'in-force', 'suspended', 'ended'] as const
export type Fate = (typeof fates)[number]

const told: Partial<Record<EventKind, Fate>> = {
  'entry-into-force': 'in-force',
  suspension: 'suspended',
  termination: 'ended',
}

/** An agreement with what came after it, in the order of time. */
export interface Course<E extends Told> {
  readonly agreement: E
  readonly after: readonly E[]
  readonly fate: Fate
}

const isAgreement = ({ kind }: Told): boolean => kind === 'agreement' || kind === 'alliance'

const inTime = (one: Told, other: Told): number => {
  const [a, b] = [knownWhen(one.when).first, knownWhen(other.when).first]
  return a < b ? -1 : a > b ? 1 : one.object < other.object ? -1 : 1
}

/** Everything that goes on with an event, and with what went on with it. */
const after = <E extends Told>(object: string, byOf: ReadonlyMap<string, readonly E[]>): readonly E[] => {
  const found = new Map<string, E>()
  const open = [object]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const event of byOf.get(next) ?? [])
      if (!found.has(event.object) && event.object !== object) {
        found.set(event.object, event)
        open.push(event.object)
      }
  return [...found.values()].toSorted(inTime)
}

/** The agreements that go on with no other event, each with its course, in the order of time. */
export const coursesOf = <E extends Told>(events: readonly E[]): readonly Course<E>[] => {
  const here = new Set(events.map(({ object }) => object))
  const byOf = new Map<string, E[]>()
  for (const event of events)
    if (event.of !== undefined) byOf.set(event.of, [...(byOf.get(event.of) ?? []), event])
  return events
    .filter((event) => isAgreement(event) && !(event.of !== undefined && here.has(event.of)))
    .toSorted(inTime)
    .map((agreement) => {
      const all = after(agreement.object, byOf)
      const fate =
        all
          .filter(({ room }) => room === agreement.room)
          .flatMap(({ kind }) => told[kind] ?? [])
          .at(-1) ?? 'untold'
      return { agreement, after: all, fate }
    })
}
