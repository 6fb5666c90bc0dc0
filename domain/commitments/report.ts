/** What a side or the mission reports of itself: self-reports, declarations, notifications; and each side's own account. */
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Interval } from './sighting.ts'

/** The forms of a report; a `notification` tells beforehand, a `declaration` states numbers, a `data-exchange` both. */
export const reportForms = ['self-report', 'declaration', 'data-exchange', 'notification'] as const
export type ReportForm = (typeof reportForms)[number]

/** A number that is declared. */
export interface Figure {
  readonly what: Localised
  readonly count: Interval
}

/** A report. `period` and `notBefore` are days; `dueBy` is the day on which the agreement wants it. */
export interface MakeReport {
  readonly form: ReportForm
  readonly stipulations: readonly string[]
  readonly words: Localised
  readonly period?: { readonly from: string; readonly to: string } | undefined
  readonly dueBy?: string | undefined
  /** The day from which what is notified may happen. */
  readonly notBefore?: string | undefined
  readonly figures: readonly Figure[]
}

/** A report as its room has it. */
export interface Report extends MakeReport {
  readonly author: Actor
  readonly at: string
}

/** Whether it came after the day on which it was due. */
export const isLate = ({ dueBy, at }: Pick<Report, 'dueBy' | 'at'>): boolean =>
  dueBy !== undefined && at.slice(0, 10) > dueBy

/**
 * A side's own account of how far an obligation is carried out, or of a case. It stands beside the mission's finding and
 * never counts in a score: nobody marks their own work.
 */
export interface GiveAccount {
  readonly stipulations: readonly string[]
  readonly case?: string | undefined
  readonly level?: 0 | 1 | 2 | 3 | undefined
  readonly asOf: string
  readonly words: Localised
}

/** An account as its room has it. */
export interface Account extends GiveAccount {
  readonly party: string
  readonly author: Actor
  readonly at: string
}
