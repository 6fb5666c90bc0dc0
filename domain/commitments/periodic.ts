/** What a periodic monitoring report tells: worked out from what the table held at the moment of issuing, and nothing later. */
import type { Localised } from '#domain/parties/localised.ts'
import { type Case, type CaseStage, caseStageOf, owedIn } from './case.ts'
import type { ReceivedFinding } from './finding.ts'
import { type Force, isInForce } from './force.ts'
import { type Inspection, quotaUsed } from './inspection.ts'
import { isLate, type Report } from './report.ts'
import { type Aggregate, aggregateOf, type Level } from './scores/aggregate.ts'
import type { Denial, Incident, Observation, Told } from './sighting.ts'
import { type Coding, levelOn, reversalsOf, type Stipulated } from './stipulated.ts'
import { type Theme, themes } from './terms.ts'

interface At<S> {
  readonly id: string
  readonly state: S
}

/** What the plenary holds. `seats` says for which party a seat speaks; other seats are not in it. */
export interface Held {
  readonly parties: readonly string[]
  readonly seats: Readonly<Record<string, string>>
  readonly stipulations: readonly At<Pick<Stipulated, 'terms' | 'codings'>>[]
  readonly forces: readonly At<Force>[]
  readonly cases: readonly At<Case>[]
  readonly reports: readonly At<Report>[]
  readonly inspections: readonly At<Inspection>[]
  readonly denials: readonly At<Told<Denial>>[]
  readonly incidents: readonly At<Told<Incident>>[]
  readonly observations: readonly At<Pick<Told<Observation>, 'at'>>[]
  readonly findings: readonly At<ReceivedFinding>[]
}

/** First and last day (`YYYY-MM-DD`, both of the period, UTC) and the moment of issuing (ISO 8601). */
export interface Issue {
  readonly from: string
  readonly to: string
  readonly at: string
}

/** One obligation over the period: its level before the first day, on the last one, and what changed between. */
export interface ObligationLine {
  readonly id: string
  readonly name: Localised
  readonly theme: Theme
  readonly bound: readonly string[]
  readonly start: Level | null
  readonly end: Level | null
  readonly changes: readonly Coding[]
  readonly reversals: readonly Coding[]
}

/** Quota of inspections of one side under one obligation, used in the calendar year in which the period ends. */
export interface QuotaLine {
  readonly obligation: string
  readonly used: number
  readonly quota: number
}

/** What the table learnt of one side. Scores are `strict` over all its obligations, `lenient` over those that are coded. */
export interface SideLine {
  readonly party: string
  readonly start: Aggregate
  readonly end: Aggregate
  readonly reports: number
  readonly late: number
  /** Obligations on which the side is to report, and has not in this period. */
  readonly missing: readonly string[]
  readonly notifications: number
  readonly inspections: {
    readonly requested: number
    readonly concluded: number
    readonly denied: number
    readonly unanswered: number
  }
  readonly quotas: readonly QuotaLine[]
  /** Access denied in places that the side controls. */
  readonly denials: number
}

/** Scores of one theme, per side. */
export interface ThemeLine {
  readonly theme: Theme
  readonly sides: readonly { readonly party: string; readonly end: Aggregate }[]
}

/** A case as it stood at the moment of issuing. */
export interface CaseLine {
  readonly id: string
  readonly title: Localised
  readonly against: string
  readonly stage: CaseStage
  readonly owed: (NonNullable<ReturnType<typeof owedIn>> & { readonly overdue: boolean }) | null
  readonly dissents: readonly { readonly party: string; readonly words: Localised }[]
  readonly outcome: NonNullable<Case['closed']>['outcome'] | null
}

/** The report. Columns of sides stand in the order in which the parties were given. */
export interface Periodic extends Issue {
  readonly parties: readonly string[]
  readonly obligations: readonly ObligationLine[]
  readonly sides: readonly SideLine[]
  readonly themes: readonly ThemeLine[]
  readonly denials: readonly At<Told<Denial>>[]
  readonly incidents: readonly At<Told<Incident>>[]
  readonly observations: number
  readonly findings: readonly At<ReceivedFinding>[]
  readonly cases: readonly CaseLine[]
}

const by =
  <T>(key: (each: T) => string) =>
  (one: T, other: T): number =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0

/** A record belongs to the period in which the table learnt of it, so that nothing falls between two reports. */
const learnt =
  ({ from, to, at }: Issue) =>
  ({ state }: At<{ readonly at: string }>): boolean =>
    state.at <= at && state.at.slice(0, 10) >= from && state.at.slice(0, 10) <= to

const inForce = ({ forces, parties }: Held, { at, to }: Issue): ReadonlySet<string> => {
  const holding = forces.filter(
    ({ state }) =>
      state.from <= to && isInForce({ accepted: state.accepted.filter((each) => each.at <= at) }, parties),
  )
  return new Set(holding.flatMap(({ state }) => state.stipulations))
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const obligationLine = (
  { id, state }: Held['stipulations'][number],
  { from, to, at }: Issue,
): ObligationLine => {
  const codings = state.codings.filter((coding) => coding.at <= at && coding.asOf <= to)
  const inPeriod = (coding: Coding): boolean => coding.asOf >= from
  const { name, theme, bound } = state.terms
  return {
    ...{ id, name, theme, bound },
    start: levelOn({ codings }, dayBefore(from)),
    end: levelOn({ codings }, to),
    changes: codings.filter(
      (coding, i) => inPeriod(coding) && coding.level !== (codings[i - 1]?.level ?? null),
    ),
    reversals: reversalsOf({ codings }).filter(inPeriod),
  }
}

const score = (lines: readonly ObligationLine[], when: 'start' | 'end'): Aggregate =>
  aggregateOf(lines.map((line) => ({ present: line[when] !== null, level: line[when] })))

/** An inspection as it stood at a moment. */
const inspectionAt = (state: Inspection, at: string): Inspection => {
  const { reply, concluded, counted, ...request } = state
  const isConcluded = concluded !== undefined && concluded.at <= at
  return {
    ...request,
    ...(reply && reply.at <= at ? { reply } : {}),
    ...(isConcluded ? { concluded, ...(counted === undefined ? {} : { counted }) } : {}),
  }
}

/** A case as it stood at a moment. */
const caseAt = (state: Case, at: string): Case => {
  const known = (each: { readonly at: string }): boolean => each.at <= at
  const { reply, closed, ...rest } = state
  return {
    ...rest,
    mandates: rest.mandates.filter(known),
    findings: rest.findings.filter(known),
    remedies: rest.remedies
      .filter(known)
      .map((remedy) => ({ ...remedy, accepted: remedy.accepted.filter(known) })),
    dissents: rest.dissents.filter(known),
    ...(reply && known(reply) ? { reply } : {}),
    ...(closed && known(closed) ? { closed } : {}),
  }
}

const inspectionsOf = (held: Held, issue: Issue, party: string): SideLine['inspections'] => {
  const { from, to, at } = issue
  const within = (day: string): boolean => day.slice(0, 10) >= from && day.slice(0, 10) <= to
  const own = held.inspections
    .filter(({ state }) => state.of === party && state.at <= at)
    .map(({ state }) => inspectionAt(state, at))
  const ended = own.filter(({ concluded }) => concluded !== undefined && within(concluded.at))
  return {
    requested: own.filter((each) => within(each.at)).length,
    concluded: ended.filter(({ concluded }) => concluded?.result !== 'denied').length,
    denied: ended.filter(({ concluded }) => concluded?.result === 'denied').length,
    unanswered: own.filter(({ reply, concluded, dueBy }) => !reply && !concluded && dueBy < to).length,
  }
}

const reporting = new Set(['self-report', 'data-exchange'])

type Bound = readonly Held['stipulations'][number][]

const quotasOf = (held: Held, { to, at }: Issue, party: string, bound: Bound): readonly QuotaLine[] => {
  const inspections = held.inspections
    .filter(({ state }) => state.at <= at)
    .map(({ state }) => inspectionAt(state, at))
    .filter(({ concluded }) => concluded !== undefined && concluded.when.to.slice(0, 10) <= to)
  return bound.flatMap(({ id, state }) =>
    state.terms.verification.flatMap(({ means, quota }) =>
      means === 'inspection' && quota !== undefined
        ? [{ obligation: id, used: quotaUsed(inspections, id, party, Number(to.slice(0, 4))), quota }]
        : [],
    ),
  )
}

const sideLine = (held: Held, issue: Issue, lines: readonly ObligationLine[], party: string): SideLine => {
  const own = lines.filter(({ bound }) => bound.includes(party))
  const ids = new Set(own.map(({ id }) => id))
  const bound = held.stipulations.filter(({ id }) => ids.has(id)).toSorted(by(({ id }) => id))
  const told = held.reports
    .filter(learnt(issue))
    .filter(({ state }) => held.seats[state.author.seat] === party)
  const reports = told.filter(({ state }) => state.form !== 'notification')
  const reported = new Set(reports.flatMap(({ state }) => state.stipulations))
  const owes = bound.filter(({ state }) => state.terms.verification.some(({ means }) => reporting.has(means)))
  return {
    party,
    start: score(own, 'start'),
    end: score(own, 'end'),
    reports: reports.length,
    late: told.filter(({ state }) => isLate(state)).length,
    missing: owes.map(({ id }) => id).filter((id) => !reported.has(id)),
    notifications: told.length - reports.length,
    inspections: inspectionsOf(held, issue, party),
    quotas: quotasOf(held, issue, party, bound),
    denials: held.denials.filter(learnt(issue)).filter(({ state }) => state.controls === party).length,
  }
}

const caseLine = ({ parties }: Held, issue: Issue, id: string, state: Case): CaseLine => {
  const owed = owedIn(state, parties)
  return {
    id,
    title: state.title,
    against: state.against,
    stage: caseStageOf(state),
    owed: owed && { ...owed, overdue: owed.due < issue.at.slice(0, 10) },
    dissents: state.dissents.map(({ party, words }) => ({ party, words })),
    outcome: state.closed?.outcome ?? null,
  }
}

const casesOf = (held: Held, issue: Issue): readonly CaseLine[] =>
  held.cases
    .filter(({ state }) => state.at <= issue.at && state.at.slice(0, 10) <= issue.to)
    .map(({ id, state }) => ({ id, state: caseAt(state, issue.at) }))
    .filter(({ state }) => !state.closed || state.closed.at.slice(0, 10) >= issue.from)
    .toSorted(by(({ id, state }) => `${state.at} ${id}`))
    .map(({ id, state }) => caseLine(held, issue, id, state))

const inOrder = <S extends { readonly at: string }>(
  records: readonly At<S>[],
  issue: Issue,
): readonly At<S>[] => records.filter(learnt(issue)).toSorted(by(({ id, state }) => `${state.at} ${id}`))

/**
 * The periodic report. The same things held give the same report, in whatever order they come; nothing said after `at` is in
 * it; parties given the other way round give the same figures with the columns exchanged.
 */
export const periodic = (held: Held, issue: Issue): Periodic => {
  const binding = inForce(held, issue)
  const obligations = held.stipulations
    .filter(({ id }) => binding.has(id))
    .toSorted(by(({ id }) => id))
    .map((each) => obligationLine(each, issue))
  const present = themes.filter((theme) => obligations.some((line) => line.theme === theme))
  return {
    ...{ from: issue.from, to: issue.to, at: issue.at, parties: held.parties, obligations },
    sides: held.parties.map((party) => sideLine(held, issue, obligations, party)),
    themes: present.map((theme) => ({
      theme,
      sides: held.parties.map((party) => ({
        party,
        end: score(
          obligations.filter((line) => line.theme === theme && line.bound.includes(party)),
          'end',
        ),
      })),
    })),
    denials: inOrder(held.denials, issue),
    incidents: inOrder(held.incidents, issue),
    observations: held.observations.filter(learnt(issue)).length,
    findings: inOrder(held.findings, issue),
    cases: casesOf(held, issue),
  }
}
