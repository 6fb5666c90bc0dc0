/** The periodic monitoring report: a period, the mission's remarks, and what each side says against it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** What is issued. What the report tells is computed from what the table had by the moment of issuing. */
export interface IssueReport {
  readonly from: string
  readonly to: string
  readonly remarks: Localised
}

/** A report at the table. */
export interface MonitoringReport extends IssueReport {
  readonly by: Actor
  readonly at: string
  readonly dissents: readonly {
    readonly party: string
    readonly words: Localised
    readonly by: Actor
    readonly at: string
  }[]
}

/** The period runs forwards and is over, or ends today. */
export const periodHolds = ({ from, to }: IssueReport, today: string): Outcome<void> => {
  if (to < from) return refuse('report.period')
  return to > today ? refuse('finding.ahead') : done(undefined)
}

/** A party's dissent stands in the report's own box for it, once for each party. */
export const dissentFromReport = (
  report: MonitoringReport,
  dissent: MonitoringReport['dissents'][number],
): Outcome<MonitoringReport> =>
  report.dissents.some(({ party }) => party === dissent.party)
    ? refuse('finding.dissented-already')
    : done({ ...report, dissents: [...report.dissents, dissent] })
