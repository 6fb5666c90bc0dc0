/** A stipulation as far as its place in time goes: who is bound, from when, until when, and what it waits for. */
import type { Localised } from '#domain/parties/localised.ts'

/** What can be waited for: the beginning or the end of what another stipulation demands. */
export interface Point {
  readonly stipulation: string
  readonly event: 'begun' | 'done'
}

/** What a term is counted from: the entry into force of the agreement, or an event. */
export type CountedFrom = 'force' | Point

/**
 * A moment the drafter gave: a day as `YYYY-MM-DD`, or whole days after something. `standing` is owed at all times
 * while the agreement is in force; `none` is the gap that a drafter should see.
 */
export type Term =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'after'; readonly days: number; readonly from: CountedFrom }
  | { readonly kind: 'standing' }
  | { readonly kind: 'none' }

/**
 * What must have happened first. `before` says what waits: beginning, or completing. `days` is the least time between
 * (default 0). With `by` it is a reciprocal step: owed only if the other side was there by that day.
 */
export interface Condition {
  readonly before: 'begin' | 'complete'
  readonly of: Point
  readonly days?: number | undefined
  readonly by?: string | undefined
}

/** The smallest concrete commitment of a clause, with its place in time. */
export interface Stipulation {
  readonly id: string
  readonly name: Localised
  /** The number of the clause it comes from, as printed. */
  readonly clause?: string | undefined
  /** The keys of who is bound. */
  readonly bound: readonly string[]
  /** It cannot begin earlier. */
  readonly begins?: Exclude<Term, { readonly kind: 'standing' }> | undefined
  /** It is to be completed by then. */
  readonly due: Term
  readonly conditions: readonly Condition[]
  /** Conditions that stand in words alone and name no step of this agreement. */
  readonly openConditions?: readonly Localised[] | undefined
}
