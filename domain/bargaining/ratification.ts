/** What a package must pass at home: bodies whose groups each accept some options, and how many votes are needed. */
import type { Localised } from '#domain/parties/localised.ts'
import { type Agenda, optionsOf, type Package, type Together } from './agenda.ts'
import { isTogether } from './references.ts'

/** Members who vote together, and what they can accept: on every issue named, one of the options named. */
export interface Group {
  readonly name: Localised
  readonly votes: number
  readonly accepts: Together
}

/** A parliament, a council, an ally: whoever must consent before the state is bound. */
export interface Body {
  readonly id: string
  readonly name: Localised
  /** `need` votes of `of`; two thirds of a hundred are 67 of 100. */
  readonly threshold: { readonly need: number; readonly of: number }
  /** Votes that no group has are not counted on. */
  readonly groups: readonly Group[]
}

/** Everything a party must pass at home. */
export interface Ratification {
  readonly bodies: readonly Body[]
}

/** How a body would vote on a package. */
export interface Vote {
  readonly for: number
  readonly need: number
  readonly passes: boolean
}

/** Counts the votes; who wants something on an issue that the package leaves open is not counted for it. */
export const passesAt = ({ groups, threshold: { need } }: Body, chosen: Package): Vote => {
  const votes = groups.reduce(
    (sum, group) => (isTogether(group.accepts, chosen) ? sum + group.votes : sum),
    0,
  )
  return { for: votes, need, passes: votes >= need }
}

/** One option changed, after which the body passes the package. */
export interface Change {
  readonly issue: string
  readonly option: string
}

/** A body that stops a package. */
export interface Veto {
  readonly body: string
  /** How many votes are missing. */
  readonly short: number
  /** Every single change of the package that this body would pass; empty when one is not enough. */
  readonly moves: readonly Change[]
}

const movesFor = (body: Body, agenda: Agenda, chosen: Package): readonly Change[] => {
  // An issue on which no group wants anything changes no vote.
  const wanted = new Set(body.groups.flatMap(({ accepts }) => Object.keys(accepts)))
  return agenda.issues
    .filter(({ id }) => wanted.has(id))
    .flatMap((issue) =>
      optionsOf(issue)
        .filter((option) => option !== chosen[issue.id])
        .filter((option) => passesAt(body, { ...chosen, [issue.id]: option }).passes)
        .map((option) => ({ issue: issue.id, option })),
    )
}

/** The body that misses fewest votes among those that stop the package, and what would move it; undefined if all pass it. */
export const narrowestVeto = (
  { bodies }: Ratification,
  agenda: Agenda,
  chosen: Package,
): Veto | undefined => {
  const [narrowest] = bodies
    .map((body) => ({ body, vote: passesAt(body, chosen) }))
    .filter(({ vote }) => !vote.passes)
    .map(({ body, vote }) => ({ body, short: vote.need - vote.for }))
    .toSorted((a, b) => a.short - b.short)
  if (!narrowest) return undefined
  const { body, short } = narrowest
  return { body: body.id, short, moves: movesFor(body, agenda, chosen) }
}
