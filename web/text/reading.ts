/** What the page computes of a text once, for all of its rows. */
import { useMemo } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Clause } from '#domain/text/clause.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { type ClauseStatus, statusOf } from '#domain/text/status.ts'
import { anchorageOf, inReadingOrder } from '#domain/text/text.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'

/** A clause with what stands beside it on the page. */
export interface Row {
  readonly clause: Clause
  readonly depth: number
  readonly status: ClauseStatus
}

/** The rows of a text in order, and the numbers of its clauses in the reader's language and in each other one. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly languages: readonly string[]
  readonly numbers: Readonly<Record<string, ReadonlyMap<string, string>>>
}

/** The rows of a text; the reader's own language comes first. */
export const useRows = (view: TextView): Rows => {
  const { process } = useProcess()
  const { language } = usePreferences()
  return useMemo(() => {
    const known = new Map(view.clauses.map((clause) => [clause.id, clause]))
    const parties = process.parties.map(({ key }) => key)
    const rows = inReadingOrder(view).map(({ clause, depth }) => ({
      clause,
      depth,
      status: statusOf(
        clause,
        anchorageOf(clause, (id) => known.get(id)),
        parties,
      ),
    }))
    const languages = [
      ...process.languages.filter((each) => each === language),
      ...process.languages.filter((each) => each !== language),
    ]
    const numbers = Object.fromEntries(languages.map((each) => [each, numbersOf(view, each)]))
    return { rows, languages, numbers }
  }, [view, process, language])
}
