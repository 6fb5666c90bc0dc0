/** Silence procedure: a proposal is adopted when no named objector objects by the deadline, by the server's clock. */
import type { Translatable, Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import { type Adjournments, dueAt } from './adjournment.ts'

/** What `silence.propose` says. `objectors` are keys of the seats that may break the silence. */
export interface ProposeSilence extends Wording {
  readonly title: Localised
  readonly deadline: string
  readonly objectors: readonly string[]
}

/** A proposal under silence. */
export interface Silence extends ProposeSilence, Translatable {
  readonly author: Actor
  readonly at: string
  readonly standing: 'open' | 'adopted' | 'broken' | 'lifted'
  readonly closedAt?: string | undefined
  readonly objection?:
    | { readonly by: Actor; readonly at: string; readonly reason?: string | undefined }
    | undefined
}

/** A proposal as it begins. */
export const openSilence = (proposed: ProposeSilence, author: Actor, at: string): Silence => ({
  ...proposed,
  translations: [],
  author,
  at,
  standing: 'open',
})

/** However the server was away, this much time is left to object after it has come back: fifteen minutes. */
const graceMilliseconds = 15 * 60_000

/**
 * When the silence ends, or anything else that a deadline ends, counting no adjournment; undefined while the talks are adjourned.
 * `openSince` is the end of the last interruption in which nobody could have objected, or null.
 */
export const silenceDueAt = (
  silence: Pick<Silence, 'at' | 'deadline'>,
  adjournments: Adjournments | undefined,
  openSince: string | null,
): string | undefined => {
  const due = dueAt(silence.at, silence.deadline, adjournments)
  if (due === undefined || openSince === null || openSince <= silence.at) return due
  const earliest = new Date(Date.parse(openSince) + graceMilliseconds).toISOString()
  return earliest > due ? earliest : due
}

/** The first objection breaks the silence. */
export const object = (silence: Silence, by: Actor, at: string, reason?: string): Outcome<Silence> => {
  if (silence.standing !== 'open') return refuse('silence.closed')
  if (!silence.objectors.includes(by.seat)) return refuse('silence.not-an-objector')
  const objection = { by, at, ...(reason === undefined ? {} : { reason }) }
  return done({ ...silence, standing: 'broken', closedAt: at, objection })
}

/** Nobody objected in time (`adopted`), or the proposer takes it back (`lifted`). */
export const closeSilence = (
  silence: Silence,
  standing: 'adopted' | 'lifted',
  at: string,
): Outcome<Silence> =>
  silence.standing === 'open' ? done({ ...silence, standing, closedAt: at }) : refuse('silence.closed')
