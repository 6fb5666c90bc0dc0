/** An inspection in the manner of arms-control treaties: requested, answered, carried out or denied, concluded; counted. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Place, Span } from './blur.ts'

/** What is asked: which obligation, whose site, where, when, and by which day an answer is due (`YYYY-MM-DD`). */
export interface RequestInspection {
  readonly stipulations: readonly string[]
  readonly type: 'routine' | 'short-notice' | 'challenge' | 'exhibition'
  readonly of: string
  readonly site: Place
  readonly window: Span
  readonly dueBy: string
  readonly words: Localised
}

/** The inspected side's answer. */
export interface Reply {
  readonly accept: boolean
  readonly words: Localised
}

/** What came of it. `denied`: the inspectors were not let in; it does not use up the quota. */
export interface Conclude {
  readonly result: 'confirmed' | 'discrepancy' | 'inconclusive' | 'denied'
  readonly when: Span
  readonly words: Localised
}

type Said<T> = T & { readonly by: Actor; readonly at: string }

/** An inspection as it stands. `counted` is the calendar year (UTC) whose quota it uses. */
export interface Inspection extends RequestInspection {
  readonly by: Actor
  readonly at: string
  readonly reply?: Said<Reply> | undefined
  readonly concluded?: Said<Conclude> | undefined
  readonly counted?: number | undefined
}

/** Where it stands. */
export const stageOf = ({ reply, concluded }: Pick<Inspection, 'reply' | 'concluded'>) => {
  if (concluded) return concluded.result === 'denied' ? 'denied' : 'concluded'
  if (!reply) return 'requested'
  return reply.accept ? 'accepted' : 'declined'
}

/** The inspected side answers, once. */
export const replyTo = (inspection: Inspection, reply: Said<Reply>): Outcome<Inspection> =>
  inspection.reply || inspection.concluded ? refuse('inspection.answered') : done({ ...inspection, reply })

/** It is concluded; an inspection that took place uses the quota of the year in which it ended. */
export const concludeInspection = (
  inspection: Inspection,
  concluded: Said<Conclude>,
): Outcome<Inspection> => {
  if (inspection.concluded) return refuse('inspection.concluded')
  if (concluded.result !== 'denied' && inspection.reply?.accept !== true)
    return refuse('inspection.not-accepted')
  const year = Number(concluded.when.to.slice(0, 4))
  return done({ ...inspection, concluded, ...(concluded.result === 'denied' ? {} : { counted: year }) })
}

/** How many inspections of a side under an obligation used the quota of a year. */
export const quotaUsed = (
  inspections: readonly Pick<Inspection, 'stipulations' | 'of' | 'counted'>[],
  stipulation: string,
  of: string,
  year: number,
): number =>
  inspections.filter(
    (each) => each.counted === year && each.of === of && each.stipulations.includes(stipulation),
  ).length
