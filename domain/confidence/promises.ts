/**
 * What each side has promised at this table and what became of it: computed from acts that everybody at the table reads,
 * by the same rule for every side. There is no single number: promises differ too much to be added up.
 */
import { type Case, isAgreedRemedy } from '#domain/commitments/case.ts'
import { duesOn } from '#domain/commitments/due.ts'
import type { Listed } from '#domain/commitments/progress.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { type Measure, partStanding } from './measure.ts'

/** What was promised: an obligation in force, a reply to a case, an agreed remedy, a part of an agreed measure. */
export const promiseKinds = ['obligation', 'reply', 'remedy', 'measure'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/**
 * What became of it on a day: kept in time, kept late, not due yet, overdue, or open — it has no day of its own, waits
 * for something else, or is disputed.
 */
export const promiseStandings = ['kept', 'late', 'due', 'overdue', 'open'] as const
export type PromiseStanding = (typeof promiseStandings)[number]

/** One promise of one side. Days as `YYYY-MM-DD`; `object` is what it stands in. */
export interface MadePromise {
  readonly party: string
  readonly kind: PromiseKind
  readonly object: string
  readonly name: Localised
  readonly due: string | null
  readonly kept: string | null
  readonly standing: PromiseStanding
}

const withId = <S>(object: string, state: S) => ({ object, state })
type With<S> = ReturnType<typeof withId<S>>

/** What it is computed from: the common list, the cases and the measures of the table. */
export interface Table {
  readonly parties: readonly string[]
  readonly stipulations: readonly Listed[]
  readonly cases: readonly With<Case>[]
  readonly measures: readonly With<Measure>[]
}

const byDay = (due: string | null, kept: string | null, today: string): PromiseStanding => {
  if (kept !== null) return due !== null && kept > due ? 'late' : 'kept'
  if (due === null) return 'open'
  return due < today ? 'overdue' : 'due'
}

const obligations = ({ stipulations, parties }: Table, today: string): readonly MadePromise[] => {
  const dues = duesOn(stipulations, today)
  return stipulations.flatMap((one) => {
    const due = dues.get(one.object)
    if (!due) return []
    const day = 'deadline' in due ? due.deadline : null
    const kept = due.kind === 'done' ? due.on : null
    return one.terms.bound
      .filter((party) => parties.includes(party))
      .map((party) => ({
        ...{ party, kind: 'obligation' as const, object: one.object, name: one.terms.name },
        ...{ due: day, kept, standing: byDay(day, kept, today) },
      }))
  })
}

const inCase = ({ object, state }: With<Case>, { parties }: Table, today: string): readonly MadePromise[] => {
  const { against, replyBy, reply, title, remedies, closed } = state
  const replied = reply?.at.slice(0, 10) ?? null
  // A case that was closed before its day asks for no reply any more.
  const isAsked = replied !== null || closed === undefined || closed.at.slice(0, 10) > replyBy
  const common = { object, name: title }
  const answer: MadePromise = {
    ...common,
    ...{
      party: against,
      kind: 'reply',
      due: replyBy,
      kept: replied,
      standing: byDay(replyBy, replied, today),
    },
  }
  const remedied = closed?.outcome === 'remedied' ? closed.at.slice(0, 10) : null
  return [
    ...(isAsked ? [answer] : []),
    ...remedies
      .filter((remedy) => isAgreedRemedy(remedy, parties))
      .map(({ bound, due }): MadePromise => {
        // Closed as anything but remedied, nobody says whether it was done.
        const standing = closed && remedied === null ? 'open' : byDay(due, remedied, today)
        return { ...common, party: bound, kind: 'remedy', due, kept: remedied, standing }
      }),
  ]
}

const inMeasure = (
  { object, state }: With<Measure>,
  { parties }: Table,
  today: string,
): readonly MadePromise[] =>
  state.agreed === undefined
    ? []
    : parties.map((party): MadePromise => {
        const stands = partStanding(state, party)
        const told = state.told.find((each) => each.party === party)
        const seen = state.seenBy.filter(({ of }) => of === party).map(({ at }) => at.slice(0, 10))
        // The day on which its own side says it was done; without that, the first on which another saw it.
        const kept = stands === 'seen' ? (told?.on ?? seen.toSorted()[0] ?? null) : null
        // What was overdue when the measure was ended stays so.
        const isEnded = state.ended !== undefined && state.ended.at.slice(0, 10) <= state.due
        const isOpen = stands === 'contested' || (isEnded && kept === null)
        return {
          ...{ party, kind: 'measure', object, name: state.name, due: state.due, kept },
          standing: isOpen ? 'open' : byDay(state.due, kept, today),
        }
      })

/** Every promise that the table holds on a day, by kind, in the order in which it was made. */
export const promisesOn = (table: Table, today: string): readonly MadePromise[] => [
  ...obligations(table, today),
  ...table.cases.flatMap((each) => inCase(each, table, today)),
  ...table.measures.flatMap((each) => inMeasure(each, table, today)),
]

/** How many of one side's promises of a kind stand how. */
export const countedBy = (
  promises: readonly MadePromise[],
  party: string,
  kind: PromiseKind,
): Readonly<Record<PromiseStanding, number>> => {
  const own = promises.filter((each) => each.party === party && each.kind === kind)
  const count = (standing: PromiseStanding) => own.filter((each) => each.standing === standing).length
  return {
    ...{ kept: count('kept'), late: count('late'), due: count('due') },
    ...{ overdue: count('overdue'), open: count('open') },
  }
}
