/** The mandate of the mediator: who gave it, in which words, from when until when, and its limits. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** Where mandates come from. */
export const mandateSources = [
  'parties',
  'united-nations',
  'regional-organisation',
  'state',
  'other',
] as const
export type MandateSource = (typeof mandateSources)[number]

/** What is recorded of a mandate. Days are `YYYY-MM-DD`; `until` is the last day, if there is one. */
export interface RecordMandate {
  readonly source: MandateSource
  readonly giver: Localised
  readonly words: Localised
  readonly limits?: Localised | undefined
  readonly from: string
  readonly until?: string | undefined
}

/** A mandate as it stands. */
export interface Mandate extends RecordMandate {
  readonly by: Actor
  readonly at: string
  /** The last day, when it was ended otherwise than it was written. */
  readonly ended?: string | undefined
}

/** The days must be in order, and it cannot begin on a day that has not come. */
export const mandateHolds = ({ from, until }: RecordMandate, today: string): Outcome<void> => {
  if (from > today) return refuse('process.day-ahead')
  return until !== undefined && until < from ? refuse('mandate.days') : done(undefined)
}

/** Ended on a day that has come, and not before it began. */
export const endMandate = (mandate: Mandate, day: string, today: string): Outcome<Mandate> => {
  if (mandate.ended !== undefined) return refuse('mandate.ended')
  if (day > today) return refuse('process.day-ahead')
  return day < mandate.from ? refuse('mandate.days') : done({ ...mandate, ended: day })
}

/** Whether it is in force on a day. */
export const isInForce = ({ from, until, ended }: Mandate, day: string): boolean =>
  from <= day && day <= (ended ?? until ?? day)
