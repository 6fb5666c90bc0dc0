/** Events of an outside source counted: by month and kind, in a period, near a place; nothing is placed by guess. */
import type { OutsideEvent, Point } from './event.ts'
import type { Days } from './precision.ts'

/** The mean radius of the earth in km (IUGG 1980). */
const earthRadius = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The distance of two places along the surface in km, by the haversine formula (Sinnott 1984). */
export const kilometresBetween = (one: Point, other: Point): number => {
  const [here, there] = [radians(one.latitude), radians(other.latitude)]
  const across = Math.sin((there - here) / 2) ** 2
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const chord = across + Math.cos(here) * Math.cos(there) * along
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, Math.max(0, chord))))
}

/** A circle on the map. */
export interface Circle extends Point {
  readonly km: number
}

/** Whether an event was there: yes, no, or not to be said with the precision that the source has. */
export type Membership = 'inside' | 'outside' | 'open'

/** Whether an event was in a circle. An event that is known only by an area of unsaid size is open wherever its point is. */
export const nearTo = ({ place }: OutsideEvent, circle: Circle): Membership => {
  const { radiusKm } = place.precision
  if (radiusKm === null) return 'open'
  const distance = kilometresBetween(place, circle)
  if (distance + radiusKm <= circle.km) return 'inside'
  return distance - radiusKm > circle.km ? 'outside' : 'open'
}

/** Whether an event was in a period, both its days included. */
export const during = ({ days }: OutsideEvent, { from, to }: Days): Membership => {
  if (days.from >= from && days.to <= to) return 'inside'
  return days.to < from || days.from > to ? 'outside' : 'open'
}

/** What is asked for; nothing asked for is everything. */
export interface Asked {
  readonly near?: Circle | undefined
  readonly period?: Days | undefined
}

/** The events that were there, and those of which it cannot be said. */
export interface Chosen {
  readonly inside: readonly OutsideEvent[]
  readonly open: readonly OutsideEvent[]
}

/** Chooses events by place and time. */
export const chosenOf = (events: readonly OutsideEvent[], { near, period }: Asked): Chosen => {
  const placed = events.map((event) => {
    const answers = [near ? nearTo(event, near) : 'inside', period ? during(event, period) : 'inside']
    const most: Membership = answers.includes('outside')
      ? 'outside'
      : answers.includes('open')
        ? 'open'
        : 'inside'
    return [event, most] as const
  })
  const of = (which: Membership) => placed.flatMap(([event, most]) => (most === which ? [event] : []))
  return { inside: of('inside'), open: of('open') }
}

/** The events of a month; the lowest and highest numbers of dead are null where an event has none. */
export interface MonthCount {
  /** `YYYY-MM`. */
  readonly month: string
  readonly events: number
  readonly kinds: Readonly<Record<string, number>>
  readonly best: number
  readonly low: number | null
  readonly high: number | null
}

const summed = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0)

const countOf = (month: string, events: readonly OutsideEvent[]): MonthCount => {
  const kinds = new Map<string, number>()
  for (const { kind } of events) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return {
    month,
    events: events.length,
    kinds: Object.fromEntries(kinds),
    best: summed(events.map(({ deaths }) => deaths.best)) ?? 0,
    low: summed(events.map(({ deaths }) => deaths.low)),
    high: summed(events.map(({ deaths }) => deaths.high)),
  }
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const [y, m] = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`
}

/** The longest gap that is filled with months without events; longer ones are a mistake in a date, not a peace. */
const longestGap = 600

/**
 * Events by month, in the month of the day that the source has written, in order; months without events in between are
 * there with none.
 */
export const monthsOf = (events: readonly OutsideEvent[]): readonly MonthCount[] => {
  const by = new Map<string, OutsideEvent[]>()
  for (const event of events) {
    const month = event.days.coded.slice(0, 7)
    const there = by.get(month)
    if (there) there.push(event)
    else by.set(month, [event])
  }
  const months = [...by.keys()].toSorted()
  const filled = months.flatMap((month, i) => {
    const [until, run] = [months[i + 1], [month]]
    for (let next = nextMonth(month); until !== undefined && next < until; next = nextMonth(next))
      run.push(next)
    return run.length > longestGap ? [month] : run
  })
  return filled.map((month) => countOf(month, by.get(month) ?? []))
}
