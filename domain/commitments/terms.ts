/** What a stipulation says: who owes what to whom, by when, and how one will see that it was done. */
import type { Localised } from '#domain/parties/localised.ts'
import type { Stipulation } from './stipulation.ts'

/** The parts of an agreement that its stipulations are counted by. */
export const themes = [
  'ceasefire',
  'forces',
  'arms-control',
  'communication',
  'political',
  'justice',
  'humanitarian',
  'economic',
  'institutions',
  'implementation',
] as const
export type Theme = (typeof themes)[number]

/**
 * How one will see that it was done, from the weakest to the strongest. `national-technical-means` is each side's own
 * watching, which the other undertakes not to hinder (New START 2010, art. X).
 */
export const verificationMeans = [
  'self-report',
  'data-exchange',
  'notification',
  'inspection',
  'national-technical-means',
  'third-party',
] as const
export type VerificationMeans = (typeof verificationMeans)[number]

/** One way of seeing; a `quota` is the most inspections in a calendar year (UTC), for `inspection` alone. */
export interface Verification {
  readonly means: VerificationMeans
  readonly quota?: number | undefined
}

/**
 * Everything a stipulation says. Conditions and terms name other stipulations by their object ids; `bound`, `beneficiary`
 * and `verifier` are keys of parties and seats. `codes` are PA-X codes, `provision` a stem of the Peace Accords Matrix.
 */
export interface Terms extends Omit<Stipulation, 'id' | 'clause'> {
  readonly what: Localised
  readonly indicator?: Localised | undefined
  readonly beneficiary: readonly string[]
  readonly verification: readonly Verification[]
  readonly verifier?: string | undefined
  readonly resources?: Localised | undefined
  readonly theme: Theme
  readonly subTheme?: Localised | undefined
  readonly tags: readonly string[]
  readonly codes: readonly string[]
  readonly provision?: string | undefined
}

/** The stipulations that these terms wait for or are counted from. */
export const namedIn = ({ begins, due, conditions }: Pick<Terms, 'begins' | 'due' | 'conditions'>) => {
  const points = [begins, due].flatMap((term) =>
    term?.kind === 'after' && term.from !== 'force' ? [term.from.stipulation] : [],
  )
  return [...new Set([...points, ...conditions.map(({ of }) => of.stipulation)])]
}
