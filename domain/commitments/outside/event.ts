/** An event as an outside source has coded it: their words, their figures, and how exactly they know them. */
import type { Days, PlacePrecision, Span } from './precision.ts'
import type { EventSource } from './sources.ts'

/** A place on the map, WGS 84 degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** One side of an event in the words of the source, and who was with it. */
export interface EventSide {
  readonly name: string
  readonly associated?: string | undefined
}

/**
 * How many died, by the source's best estimate and its lowest and highest one; null where it gives none. The parts are
 * those of UCDP GED and make up `best`: of each side, civilians, unknown.
 */
export interface Deaths {
  readonly best: number
  readonly low: number | null
  readonly high: number | null
  readonly parts?:
    | { readonly a: number; readonly b: number; readonly civilians: number; readonly unknown: number }
    | undefined
}

/**
 * One event. `days.coded` is the day that the source has written, `from` and `to` the days that its precision leaves
 * open. `kind` and `detail` are the source's own classes; `status` and `clarity` what it says of its own coding.
 */
export interface OutsideEvent {
  readonly source: EventSource
  readonly id: string
  readonly days: Days & { readonly coded: string; readonly span: Span }
  readonly place: Point & {
    readonly name: string
    /** What the place lies in, from the nearest to the country. */
    readonly within: readonly string[]
    readonly precision: PlacePrecision
  }
  readonly kind: string
  readonly detail?: string | undefined
  readonly sides: readonly EventSide[]
  readonly deaths: Deaths
  readonly conflict?: string | undefined
  readonly status?: string | undefined
  readonly clarity?: number | undefined
  /** What the source says happened. */
  readonly text?: string | undefined
  /** Where the source has it from. */
  readonly reportedBy?: string | undefined
}

/** The longest words that are kept, in UTF-16 units; what is longer is cut, and told. */
export const longest = { id: 100, name: 400, kind: 200, text: 5_000 } as const
