/**
 * A party's consent to the process and its mediator: given, qualified, withdrawn, each by the party's own act
 * (United Nations Guidance for Effective Mediation, 2012, "Consent": it may be given in part, late, and taken back).
 */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'

/** How a consent stands. */
export const consentStandings = ['given', 'qualified', 'withdrawn'] as const
export type ConsentStanding = (typeof consentStandings)[number]

/** What the party consents to, and what it makes it depend upon; without qualifications the consent is whole. */
export interface GiveConsent {
  readonly scope: Wording
  readonly qualifications?: Wording | undefined
}

/** Taking it back, with or without a reason. */
export interface WithdrawConsent {
  readonly reason?: Wording | undefined
}

/** One step in the life of a consent. Moments are ISO 8601 in UTC. */
export interface ConsentStep {
  readonly standing: ConsentStanding
  readonly by: Actor
  readonly at: string
  readonly qualifications?: Wording | undefined
  readonly reason?: Wording | undefined
}

/** The consent of the party whose channel it stands in: what it covers now, how it stands, and every step until here. */
export interface Consent {
  readonly scope: Wording
  readonly qualifications?: Wording | undefined
  readonly standing: ConsentStanding
  readonly steps: readonly ConsentStep[]
}

type When = Pick<ConsentStep, 'by' | 'at'>

/** Given, or given anew with another scope, with fewer qualifications or after a withdrawal. */
export const giveConsent = (
  before: Consent | undefined,
  { scope, qualifications }: GiveConsent,
  when: When,
): Consent => {
  const standing = qualifications === undefined ? 'given' : 'qualified'
  const kept = qualifications === undefined ? {} : { qualifications }
  const step: ConsentStep = { standing, ...when, ...kept }
  return { scope, ...kept, standing, steps: [...(before?.steps ?? []), step] }
}

/** Taken back. What it covered stays readable. */
export const withdrawConsent = (
  before: Consent,
  { reason }: WithdrawConsent,
  when: When,
): Outcome<Consent> => {
  if (before.standing === 'withdrawn') return refuse('consent.withdrawn')
  const step: ConsentStep = { standing: 'withdrawn', ...when, ...(reason === undefined ? {} : { reason }) }
  return done({ ...before, standing: 'withdrawn', steps: [...before.steps, step] })
}
