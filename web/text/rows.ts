/** All rows of a text, reckoned from what was read of it. */
import type { TextView } from '#contract/text-views.ts'
import type { Anchorage } from '#domain/text/clause.ts'
import type { Package } from '#domain/text/negotiation.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { statusOf } from '#domain/text/status.ts'
import { anchorageOf, inReadingOrder } from '#domain/text/text.ts'
import { type Numbers, type Row, referencesIn } from './row.ts'

/** The rows of a text in order, and the numbers of its clauses in the reader's language and in each other one. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly languages: readonly string[]
  readonly numbers: Readonly<Record<string, Numbers>>
}

const packagesByClause = (packages: readonly Package[]): ReadonlyMap<string, readonly Package[]> => {
  const byClause = new Map<string, readonly Package[]>()
  for (const each of packages)
    for (const clause of each.clauses) byClause.set(clause, [...(byClause.get(clause) ?? []), each])
  return byClause
}

type Stances = ReadonlyMap<string, TextView['stances']>

const stancesByClause = (view: TextView): Stances => {
  const byClause = new Map<string, TextView['stances']>()
  for (const stance of view.stances)
    byClause.set(stance.state.clause, [...(byClause.get(stance.state.clause) ?? []), stance])
  return byClause
}

/** The rows of a text as it is now, afresh. */
export const rowsOf = (view: TextView, languages: readonly string[], parties: readonly string[]): Rows => {
  const known = new Map(view.clauses.map((clause) => [clause.id, clause]))
  const numbers = Object.fromEntries(languages.map((each) => [each, numbersOf(view, each)]))
  const packages = packagesByClause(view.text?.packages ?? [])
  const stances = stancesByClause(view)
  const numbersFor = (clause: string): Readonly<Record<string, string>> =>
    Object.fromEntries(languages.map((each) => [each, numbers[each]?.get(clause) ?? '']))
  const rows = inReadingOrder(view).map(({ clause, depth }): Row => {
    const under: readonly Anchorage[] = anchorageOf(clause, (id) => known.get(id))
    const linked = packages.get(clause.id) ?? []
    const named = [...referencesIn(clause), ...linked.flatMap((each) => each.clauses)]
    return {
      clause,
      depth,
      under,
      above: under.flatMap(({ clause: id }) => known.get(id) ?? []).toReversed(),
      status: statusOf(clause, under, parties),
      number: numbersFor(clause.id),
      named: Object.fromEntries(named.map((id) => [id, numbersFor(id)])),
      packages: linked,
      stances: stances.get(clause.id) ?? [],
    }
  })
  return { rows, languages, numbers }
}
