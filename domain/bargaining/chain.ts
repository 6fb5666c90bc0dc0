/** The chain from worth to clause: what was shown, suggested, put and adopted, as far as the reader has each link. */
import { canonical, type Json } from '#domain/record/canonical.ts'
import type { Package } from './agenda.ts'

interface Dated {
  readonly at: string
}

interface Link<S extends Dated> {
  readonly object: string
  readonly state: S
}

type Suggesting = Dated & { readonly package: Package }

/** What the reader's rooms hold; a view of bargaining is one. */
export interface Links<D extends Dated, S extends Suggesting> {
  readonly disclosures: readonly Link<D & { readonly withdrawnAt?: string | undefined }>[]
  readonly suggestions: readonly Link<S>[]
}

/** What came before a ballot. */
export interface Before<D extends Dated, S extends Suggesting> {
  /** What had been shown when the package was suggested, or put, and not been taken back by then. */
  readonly disclosures: readonly Link<D>[]
  /** Suggestions that say nothing but what the ballot says. */
  readonly suggestions: readonly Link<S>[]
}

const text = (value: Package): string => canonical(value as unknown as Json)

/** Whether a part of a package says nothing but what the whole says. */
const isPartOf = (part: Package, whole: Package): boolean =>
  text(part) === text(Object.fromEntries(Object.keys(part).map((issue) => [issue, whole[issue] ?? ''])))

/** What a ballot rests on; only links that the reader has are there. */
export const chainBefore = <D extends Dated, S extends Suggesting>(
  ballot: Suggesting,
  { disclosures, suggestions }: Links<D, S>,
): Before<D, S> => {
  const before = suggestions.filter(
    ({ state }) => state.at <= ballot.at && isPartOf(state.package, ballot.package),
  )
  const from = before.reduce((first, { state }) => (state.at < first ? state.at : first), ballot.at)
  return {
    suggestions: before,
    disclosures: disclosures.filter(
      ({ state }) => state.at <= from && (state.withdrawnAt === undefined || state.withdrawnAt > from),
    ),
  }
}
