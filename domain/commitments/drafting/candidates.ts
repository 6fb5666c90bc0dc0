/** Candidate stipulations of a text: every demand of every step, with the meter beside it, in one language or in both. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import type { Term } from '../stipulation.ts'
import type { VerificationMeans } from '../terms.ts'
import { type Demand, demandsIn } from './demand.ts'
import { type Flag, flags, type Measured, type Meter, meterOf } from './meter.ts'
import type { Time } from './times.ts'
import type { KnownActor } from './who.ts'

/**
 * A clause as it is drafted. `under` is the key of the chapeau it hangs on; `follows` the key of the numbered clause
 * that it goes on as a paragraph without a number.
 */
export interface DraftClause {
  readonly key: string
  readonly number: string | null
  readonly words: Readonly<Partial<Record<Known, string>>>
  readonly under?: string | null
  readonly follows?: string | null
}

/** What could be entered as a stipulation; a person decides. Words stand in the clause `clause`. */
export interface Candidate extends Measured {
  readonly clause: string
  /** The keys of the known actors who are bound. */
  readonly bound: readonly string[]
  readonly due: Term
  readonly means: readonly VerificationMeans[]
  /** The paragraphs that its conditions name, as printed. */
  readonly cites: readonly string[]
  readonly openConditions: readonly Cited[]
}

/** What one language says: the meter and its candidates, in one order. */
export interface DraftReading extends Omit<Meter, 'measured'> {
  readonly candidates: readonly Candidate[]
}

/**
 * A numbered clause with the paragraphs that follow it. `differs` are the flags that one language raises and the other
 * does not: either the languages do not say the same, or one says it in words that the meter does not know.
 */
export interface DraftStep {
  readonly key: string
  readonly number: string | null
  readonly readings: Readonly<Partial<Record<Known, DraftReading>>>
  readonly differs: readonly Flag[]
}

/** The deadline a drafter may begin from: a day, a term from the entry into force, at all times, or none yet. */
export const dueOf = (times: readonly Time[]): Term => {
  for (const { kind, date, days, countedFrom } of times) {
    if (kind === 'date' && date !== undefined) return { kind: 'date', date }
    if (kind === 'within' && countedFrom === 'force' && days !== undefined)
      return { kind: 'after', days, from: 'force' }
    if (kind === 'event' && countedFrom === 'force') return { kind: 'after', days: 0, from: 'force' }
    if (kind === 'standing') return { kind: 'standing' }
  }
  return { kind: 'none' }
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

const candidateOf = (measured: Measured, clause: string): Candidate => {
  const { bound, times, verification, conditions } = measured.demand
  return {
    ...measured,
    clause,
    bound: unique(bound.flatMap(({ key }) => (key === null ? [] : [key]))),
    due: dueOf(times),
    means: unique(verification.map(({ means }) => means)),
    cites: unique(conditions.flatMap(({ cites }) => cites)),
    openConditions: conditions.filter(({ isOrdered }) => !isOrdered).map(({ cited }) => cited),
  }
}

const placed = <T extends object>(all: readonly T[], clause: string): readonly T[] =>
  all.map((one) => ({ clause, ...one }))

/** A demand that still says where its words stand when a later paragraph adds to it. */
const within = (demand: Demand, clause: string): Demand & { readonly clause: string } => ({
  ...demand,
  clause,
  bound: placed(demand.bound, clause),
  times: placed(demand.times, clause),
  conditions: placed(demand.conditions, clause),
  verification: placed(demand.verification, clause),
  procedures: placed(demand.procedures, clause),
})

/** The words of the chapeaux above a clause, outermost first. */
const above = (
  clauses: ReadonlyMap<string, DraftClause>,
  clause: DraftClause,
  language: Known,
): readonly string[] => {
  const words: string[] = []
  const seen = new Set([clause.key])
  for (let key = clause.under; key && !seen.has(key); key = clauses.get(key)?.under) {
    seen.add(key)
    const own = clauses.get(key)?.words[language]
    if (own !== undefined) words.unshift(own)
  }
  return words
}

const readingOf = (
  clauses: ReadonlyMap<string, DraftClause>,
  step: readonly DraftClause[],
  language: Known,
  actors: readonly KnownActor[],
): DraftReading | null => {
  const written = step.filter((clause) => clause.words[language] !== undefined)
  if (written.length === 0) return null
  const demands = written.flatMap((clause) =>
    demandsIn(clause.words[language] ?? '', language, actors, above(clauses, clause, language)).map(
      (demand) => within(demand, clause.key),
    ),
  )
  const { level, raised, measured } = meterOf(demands)
  const clauseOf = ({ demand }: Measured): string =>
    'clause' in demand ? String(demand.clause) : (step[0]?.key ?? '')
  return { level, raised, candidates: measured.map((one) => candidateOf(one, clauseOf(one))) }
}

const differing = (en: DraftReading | null, ru: DraftReading | null): readonly Flag[] => {
  if (!en || !ru) return []
  const has = ({ raised }: DraftReading, flag: Flag): boolean => raised.some((one) => one.flag === flag)
  return flags.filter((flag) => has(en, flag) !== has(ru, flag))
}

/** The steps of a text in order, each in the languages it is written in. Nothing is entered by it. */
export const candidatesOf = (
  clauses: readonly DraftClause[],
  actors: readonly KnownActor[] = [],
): readonly DraftStep[] => {
  const byKey = new Map(clauses.map((clause) => [clause.key, clause]))
  const opens = clauses.filter(({ follows }) => !follows || !byKey.has(follows))
  return opens.map((first): DraftStep => {
    const step = [first, ...clauses.filter(({ key, follows }) => follows === first.key && key !== first.key)]
    const en = readingOf(byKey, step, 'en', actors)
    const ru = readingOf(byKey, step, 'ru', actors)
    return {
      key: first.key,
      number: first.number,
      readings: { ...(en && { en }), ...(ru && { ru }) },
      differs: differing(en, ru),
    }
  })
}
