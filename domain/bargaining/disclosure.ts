/** What a party shows the mediator of its worth: as much as it likes, as it likes, and nothing of what it keeps. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Body } from './ratification.ts'
import { noWorth, type Worth } from './worth.ts'

type Part =
  | 'issues'
  | 'interdependence'
  | 'redLines'
  | 'constraints'
  | 'reservation'
  | 'batna'
  | 'comparisons'

/** The parts that are shown. What is absent is not shown; it is not said to be nothing. */
export type Shown = { readonly [P in Part]?: Worth[P] | undefined } & {
  readonly bodies?: readonly Body[] | undefined
}

/** A disclosure in a party's channel. */
export interface Disclosure {
  readonly party: string
  readonly shown: Shown
  readonly by: Actor
  readonly at: string
  readonly withdrawnAt?: string | undefined
}

/** A disclosure that is taken back is no longer to be computed with; that it was read cannot be undone. */
export const withdrawDisclosure = (disclosure: Disclosure, at: string): Outcome<Disclosure> =>
  disclosure.withdrawnAt === undefined
    ? done({ ...disclosure, withdrawnAt: at })
    : refuse('disclosure.withdrawn')

/** The worth to compute with, from what was shown. */
export const worthShown = ({ party, shown }: Disclosure): Worth => {
  const { bodies: _, ...parts } = shown
  const said = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  return { ...noWorth(party), ...said }
}
