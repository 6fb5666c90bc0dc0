/** Keeps the text on the screen up to date with what has changed since. */
import type { TextView } from '#contract/text-views.ts'

/** The earlier view with the clauses of the later one in their places; the rest is the later one's. */
export const mergeText = (before: TextView | undefined, later: TextView): TextView => {
  if (!before || later.since === 0) return later
  const clauses = new Map(before.clauses.map((clause) => [clause.id, clause]))
  for (const clause of later.clauses) clauses.set(clause.id, clause)
  return { ...later, since: 0, clauses: [...clauses.values()] }
}
