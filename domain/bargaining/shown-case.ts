/** The case that the mediator can compute with: the agenda, and what each party has shown and not taken back. */
import type { Agenda, Issue, Package, Together } from './agenda.ts'
import type { BargainingCase } from './case.ts'
import type { Disclosure, Shown } from './disclosure.ts'
import type { Ratification } from './ratification.ts'
import { isOption, issueNamed, togetherKnown } from './references.ts'
import { type IssueWorth, noWorth, type Worth } from './worth.ts'

/** What a party has not shown; nothing is made up in its place. */
export interface Unknown {
  readonly party: string
  /**
   * `everything`: nothing is computed with this party. `issues`: these issues are taken to make no difference to it.
   * `reservation`: any package is taken to be better for it than none. `red-lines`: none are taken to exist.
   */
  readonly what: 'everything' | 'issues' | 'reservation' | 'red-lines'
  readonly issues: readonly string[]
}

/** A case, and what had to be assumed to have one. */
export interface ShownCase {
  readonly case: BargainingCase
  readonly unknown: readonly Unknown[]
}

/** What a party shows now: of what it has shown more than once, the last; issue by issue for its worth. */
export const shownBy = (party: string, disclosures: readonly Disclosure[]): Shown => {
  const shown = disclosures
    .filter((each) => each.party === party && each.withdrawnAt === undefined)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((each) => each.shown)
  const said = shown.flatMap((each) => Object.entries(each)).filter(([, part]) => part !== undefined)
  const issues = Object.fromEntries(shown.flatMap((each) => Object.entries(each.issues ?? {})))
  return { ...Object.fromEntries(said), ...(Object.keys(issues).length > 0 ? { issues } : {}) }
}

const isKnown = (agenda: Agenda, together: Together): boolean => togetherKnown(agenda, together, '').ok

const isWhole = (agenda: Agenda, chosen: Package): boolean =>
  agenda.issues.every((issue) => isOption(issue, chosen[issue.id] ?? ''))

/** What was said of an issue that is on the agenda now, and still says something of each of its options. */
const worthOn = (issue: Issue, given: IssueWorth | undefined): boolean =>
  given !== undefined && (given.slope ? issue.range !== undefined : given.options !== undefined)

/** The worth to compute with; what speaks of things that are no longer on the agenda is left out. */
const worthFrom = (agenda: Agenda, party: string, shown: Shown): Worth => ({
  ...noWorth(party),
  issues: Object.fromEntries(
    agenda.issues.flatMap((issue) => {
      const given = shown.issues?.[issue.id]
      return given && worthOn(issue, given) ? [[issue.id, given] as const] : []
    }),
  ),
  interdependence: (shown.interdependence ?? []).filter(({ together }) => isKnown(agenda, together)),
  redLines: (shown.redLines ?? []).filter(({ issue, option }) => isKnown(agenda, { [issue]: [option] })),
  constraints: (shown.constraints ?? []).filter((together) => isKnown(agenda, together)),
  comparisons: [],
  ...(shown.reservation === undefined ? {} : { reservation: shown.reservation }),
  ...(shown.batna && isWhole(agenda, shown.batna) ? { batna: shown.batna } : {}),
})

const unknownOf = (agenda: Agenda, { party, ...worth }: Worth, shown: Shown): readonly Unknown[] => {
  const missing = agenda.issues.map(({ id }) => id).filter((id) => !Object.hasOwn(worth.issues, id))
  return [
    ...(missing.length > 0 ? [{ party, what: 'issues' as const, issues: missing }] : []),
    ...(worth.reservation === undefined && worth.batna === undefined
      ? [{ party, what: 'reservation' as const, issues: [] }]
      : []),
    ...(shown.redLines === undefined ? [{ party, what: 'red-lines' as const, issues: [] }] : []),
  ]
}

/**
 * The case of these parties, in their order. Who has shown no worth of any issue is left out, and said to be.
 * The case has fewer than two parties where there is nothing to compute yet.
 */
export const shownCase = (
  agenda: Agenda,
  parties: readonly string[],
  disclosures: readonly Disclosure[],
): ShownCase => {
  const each = parties.map((party) => {
    const shown = shownBy(party, disclosures)
    const worth = worthFrom(agenda, party, shown)
    const says = Object.keys(worth.issues).length > 0
    return {
      worths: says ? [worth] : [],
      unknown: says
        ? unknownOf(agenda, worth, shown)
        : [{ party, what: 'everything' as const, issues: agenda.issues.map(({ id }) => id) }],
    }
  })
  return {
    case: { name: '', agenda, worths: each.flatMap(({ worths }) => worths) },
    unknown: each.flatMap(({ unknown }) => unknown),
  }
}

/** What each party has shown of what it must pass at home, by party; who has shown no body is not there. */
export const ratificationsShown = (
  agenda: Agenda,
  parties: readonly string[],
  disclosures: readonly Disclosure[],
): Readonly<Record<string, Ratification>> =>
  Object.fromEntries(
    parties.flatMap((party) => {
      const bodies = (shownBy(party, disclosures).bodies ?? []).filter(({ groups }) =>
        groups.every(({ accepts }) =>
          Object.keys(accepts).every((issue) => issueNamed(agenda, issue) !== undefined),
        ),
      )
      return bodies.length > 0 ? [[party, { bodies }] as const] : []
    }),
  )
