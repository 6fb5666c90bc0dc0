/** What changed between two states of a text: words and places by comparison, and how each clause stands by then and now. */
import type { Clause } from '#domain/text/clause.ts'
import { type ClauseChange, compareTexts, type Written } from '#domain/text/compare/compare.ts'
import { type ClauseStatus, statusOf } from '#domain/text/status.ts'
import { anchorageOf } from '#domain/text/text.ts'

/** One clause in the comparison. The statuses are null where the clause was not yet, or is no more, in the text. */
export interface Changed extends ClauseChange {
  readonly key: string
  readonly statuses: { readonly before: ClauseStatus | null; readonly after: ClauseStatus | null }
  /** The parties whose reservations are new since. */
  readonly reserved: readonly string[]
}

type Known = ReadonlyMap<string, Clause>

const knownOf = (clauses: readonly Clause[]): Known => new Map(clauses.map((clause) => [clause.id, clause]))

const statusIn = (known: Known, id: string | null, parties: readonly string[]): ClauseStatus | null => {
  const clause = id === null ? undefined : known.get(id)
  return clause
    ? statusOf(
        clause,
        anchorageOf(clause, (each) => known.get(each)),
        parties,
      )
    : null
}

const reservedIn = (clause: Clause | undefined): readonly string[] =>
  (clause?.reservations ?? []).filter(({ liftedAt }) => liftedAt === undefined).map(({ id }) => id)

const newlyReserved = (before: Clause | undefined, after: Clause | undefined): readonly string[] => {
  const known = new Set(reservedIn(before))
  return (after?.reservations ?? [])
    .filter(({ id, liftedAt }) => liftedAt === undefined && !known.has(id))
    .map(({ party }) => party)
}

/** Every clause of both states, in the order of the later one. */
export const changesBetween = (
  earlier: readonly Clause[],
  later: readonly Clause[],
  languages: readonly string[],
  parties: readonly string[],
  write?: Written,
): readonly Changed[] => {
  const [before, after] = [knownOf(earlier), knownOf(later)]
  const { changes } = compareTexts({ languages, clauses: earlier }, { languages, clauses: later }, write)
  return changes.map((change) => ({
    ...change,
    key: change.after ?? `was-${change.before ?? ''}`,
    statuses: {
      before: statusIn(before, change.before, parties),
      after: statusIn(after, change.after, parties),
    },
    reserved: newlyReserved(before.get(change.before ?? ''), after.get(change.after ?? '')),
  }))
}

/** True when there is something to tell of a clause. A new number alone, after a change elsewhere, is not. */
export const isChanged = ({ what, moved, statuses, reserved }: Changed): boolean =>
  what !== 'same' || moved || statuses.before !== statuses.after || reserved.length > 0

/** How much changed, in a few numbers. */
export const countChanges = (changes: readonly Changed[]) => {
  const of = (test: (change: Changed) => boolean): number => changes.filter(test).length
  return {
    changed: of(({ what }) => what === 'changed'),
    added: of(({ what }) => what === 'added'),
    removed: of(({ what }) => what === 'removed'),
    moved: of(({ moved }) => moved),
  }
}
