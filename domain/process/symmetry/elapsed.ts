/** Time between a request and what met it, leaving out the time in which the talks were adjourned. */
import type { PartyRecord } from './recorded.ts'

/**
 * What was asked, and how soon it was met. Times are in milliseconds, null where there is nothing to tell of;
 * the median of an even number is the mean of the two in the middle, rounded down. `asked` is `met` and `waiting` together.
 */
export interface Met {
  readonly asked: number
  readonly met: number
  readonly waiting: number
  readonly median: number | null
  readonly longest: number | null
  /** How long what waits longest has waited, at the moment of the report. */
  readonly longestWait: number | null
}

/** When something was asked, and when it was met; `to` is null while it waits. Moments are ISO 8601 in UTC. */
export interface Span {
  readonly from: string
  readonly to: string | null
}

/** Milliseconds between two moments in which the talks were not adjourned. */
export type Elapsed = (from: string, to: string) => number

/** Reads the adjournments of the plenary from its acts. */
export const elapsedIn = (record: PartyRecord): Elapsed => {
  const begun = record.of('adjournments.begin').map(({ at }) => Date.parse(at))
  const ended = record.of('adjournments.end').map(({ at }) => Date.parse(at))
  const periods = begun.map((from, i) => ({ from, to: ended[i] ?? Number.POSITIVE_INFINITY }))
  return (first, last) => {
    const [from, to] = [Date.parse(first), Date.parse(last)]
    const stood = periods.reduce(
      (sum, each) => sum + Math.max(0, Math.min(to, each.to) - Math.max(from, each.from)),
      0,
    )
    return to - from - stood
  }
}

/** The median of whole numbers; null of none. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : Math.floor((low + high) / 2)
}

/** The longest of these times; null of none. */
export const longestOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values)

/** The figures of what was asked in these spans. */
export const metIn = (spans: readonly Span[], elapsed: Elapsed, at: string): Met => {
  const taken = spans.flatMap(({ from, to }) => (to === null ? [] : [elapsed(from, to)]))
  const waits = spans.flatMap(({ from, to }) => (to === null ? [elapsed(from, at)] : []))
  return {
    ...{ asked: spans.length, met: taken.length, waiting: waits.length },
    ...{ median: medianOf(taken), longest: longestOf(taken), longestWait: longestOf(waits) },
  }
}
