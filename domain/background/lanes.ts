/** Where events stand on a picture of the time line: how many there are does not matter, only how many there is room for. */
import { dayNumber } from '#domain/commitments/sequence/calendar.ts'
import { knownWhen } from './when.ts'

/** What is placed. */
export interface Placed {
  readonly object: string
  readonly when: string
}

/** The days that are shown, as day numbers, both included. */
export interface Frame {
  readonly from: number
  readonly to: number
}

/** Events that would stand on one another, in the order of time: the first few are drawn, the others counted. */
export interface Column<E extends Placed> {
  /** The middle of the column, in units of the picture. */
  readonly x: number
  readonly drawn: readonly E[]
  readonly more: readonly E[]
}

/** A time that is longer than a column is wide, in a lane of its own below the axis; an open end runs on to the edge. */
export interface Span<E extends Placed> {
  readonly event: E
  readonly x: number
  readonly width: number
  readonly lane: number
  readonly isOpen: boolean
}

/** The picture; `lanes` is how many lanes the spans need, `hidden` the spans for which there was no lane. */
export interface Laid<E extends Placed> {
  readonly columns: readonly Column<E>[]
  readonly spans: readonly Span<E>[]
  readonly lanes: number
  readonly hidden: readonly E[]
}

/** The sizes of a picture: its width, that of a column, how many marks stand in one, and how many lanes there are. */
export interface Sheet {
  readonly width: number
  readonly column: number
  readonly most: number
  readonly lanes: number
}

/** An event with its days as day numbers; `to` is null where the end is open. */
export interface Dated<E extends Placed> {
  readonly event: E
  readonly from: number
  readonly to: number | null
}

/** Events in the order of time. Reading a time costs more than placing it, so it is read once. */
export const inTime = <E extends Placed>(events: readonly E[]): readonly Dated<E>[] =>
  events
    .map((event) => {
      const { first, last } = knownWhen(event.when)
      const from = dayNumber(first) ?? 0
      return { event, from, to: last === null ? null : (dayNumber(last) ?? from) }
    })
    .toSorted((one, other) => one.from - other.from || (one.event.object < other.event.object ? -1 : 1))

/** The days of all of them, with a little room on both sides; null where there are none. An open end ends `today`. */
export const frameOf = (events: readonly Dated<Placed>[], today: number): Frame | null => {
  const [first] = events
  if (!first) return null
  const { from } = first
  const to = events.reduce((most, each) => Math.max(most, each.to ?? Math.max(today, each.from)), from)
  const room = Math.max(15, Math.round((to - from) * 0.02))
  return { from: from - room, to: to + room }
}

/** Lays out what lies in the frame of events in the order of time; every event is in exactly one place. */
export const laidOut = <E extends Placed>(
  events: readonly Dated<E>[],
  frame: Frame,
  sheet: Sheet,
): Laid<E> => {
  const scale = sheet.width / Math.max(1, frame.to - frame.from)
  const columns = new Map<number, E[]>()
  const spans: Span<E>[] = []
  const hidden: E[] = []
  const ends: number[] = []
  for (const { event, from, to } of events) {
    const last = to ?? Math.max(from, frame.to)
    if (last < frame.from || from > frame.to) continue
    const x = Math.max(0, (from - frame.from) * scale)
    const end = Math.min(sheet.width, (last + 1 - frame.from) * scale)
    if (end - x <= sheet.column) {
      const at = Math.min(Math.floor(x / sheet.column), Math.ceil(sheet.width / sheet.column) - 1)
      const there = columns.get(at)
      if (there) there.push(event)
      else columns.set(at, [event])
      continue
    }
    const free = ends.findIndex((taken) => taken <= x)
    const lane = free >= 0 ? free : ends.length
    if (lane >= sheet.lanes) hidden.push(event)
    else {
      ends[lane] = end + 2
      spans.push({ event, x, width: end - x, lane, isOpen: to === null })
    }
  }
  return {
    columns: [...columns].map(([at, all]) => ({
      x: (at + 0.5) * sheet.column,
      drawn: all.slice(0, all.length > sheet.most ? sheet.most - 1 : sheet.most),
      more: all.slice(all.length > sheet.most ? sheet.most - 1 : sheet.most),
    })),
    ...{ spans, lanes: ends.length, hidden },
  }
}

const nearest = 20

/** The frame so many times closer around a day, or its own middle; never closer than twenty days. */
export const closer = ({ from, to }: Frame, times: number, around = (from + to) / 2): Frame => {
  const half = Math.max(nearest / 2, (to - from) / 2 / times)
  return { from: Math.round(around - half), to: Math.round(around + half) }
}

/** The frame moved by a share of its own length. */
export const moved = ({ from, to }: Frame, share: number): Frame => {
  const by = Math.round((to - from) * share)
  return { from: from + by, to: to + by }
}

/** The years at which the axis is marked: at most `most` of them, in steps of 1, 2, 5, 10, 20, 50. */
export const yearsOf = ({ from, to }: Frame, most: number): readonly number[] => {
  const yearAt = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
  const [first, last] = [yearAt(from), yearAt(to)]
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (last - first) / each <= most) ?? 100
  const start = Math.ceil(first / step) * step
  return Array.from(
    { length: Math.max(0, Math.floor((last - start) / step) + 1) },
    (_, i) => start + i * step,
  )
}
