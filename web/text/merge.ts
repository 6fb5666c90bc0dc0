/** Keeps the text on the screen up to date with what has changed since, and puts its clauses in order. */
import type { TextView } from '#contract/text-views.ts'
import { type Clause, newClause } from '#domain/text/clause.ts'

/** The earlier view with the clauses of the later one in their places; the rest is the later one's. */
export const mergeText = (before: TextView | undefined, later: TextView): TextView => {
  if (!before || later.since === 0) return later
  const clauses = new Map(before.clauses.map((clause) => [clause.id, clause]))
  for (const clause of later.clauses) clauses.set(clause.id, clause)
  return { ...later, since: 0, clauses: [...clauses.values()] }
}

/** An empty clause of a kind, for a place where there is none yet. */
export const blankClause = (id: string, languages: readonly string[], kind: Clause['kind']): Clause =>
  newClause({ id, kind, passage: Object.fromEntries(languages.map((language) => [language, []])) })
