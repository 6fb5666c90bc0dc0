/** Reading a file of events in the browser, a table or JSON by what is in it; all of it is looked at before any is entered. */
import { EnterEvent } from '#contract/background-acts.ts'
import { readBackgroundFile } from '#contract/background-file.ts'
import { decoded, longestTable, readRecords } from '#contract/csv.ts'
import { readEventTable } from '#domain/background/event-table.ts'
import type { Listed } from '#domain/background/listed.ts'
import { beginsBy, latestDay } from '#domain/background/when.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'

/** What an event may name, and the moment at which it is entered. */
interface Known {
  readonly languages: readonly string[]
  readonly issues: readonly string[]
  readonly clauses: readonly string[]
  readonly at: string
}

const listedIn = async (file: File, languages: readonly string[]): Promise<Outcome<readonly Listed[]>> => {
  const text = decoded(new Uint8Array(await file.arrayBuffer()))
  if (/^\uFEFF?\s*[{[]/.test(text)) return readBackgroundFile(text)
  const rows = readRecords(file.name, text, longestTable)
  return rows.ok ? readEventTable(rows.value, languages) : rows
}

/** What would be refused later, said now with the place of the event in the file, counted from 1. */
const holds = (event: Listed, at: number, known: Known): Outcome<void> => {
  const { key: _, accounts: _a, of: _of, ...entered } = event
  const read = EnterEvent.safeParse(entered)
  if (!read.success) {
    const [issue] = read.error.issues
    return refuse('background.not-so', { at: `${at}/${issue?.path.join('/')}`, reason: issue?.message ?? '' })
  }
  if (!beginsBy(event.when, latestDay(known.at))) return refuse('background.ahead', { at, when: event.when })
  const issue = event.issues.find((each) => !known.issues.includes(each))
  if (issue !== undefined) return refuse('event.issue-unknown', { issue })
  return event.clauses.every((clause) => known.clauses.includes(clause))
    ? done(undefined)
    : refuse('event.clause-unknown')
}

/** The events of a file; refused with the line and column, or the place, of the first thing that is wrong. */
export const readEvents = async (file: File, known: Known): Promise<Outcome<readonly Listed[]>> => {
  const listed = await listedIn(file, known.languages)
  if (!listed.ok) return listed
  for (const [i, event] of listed.value.entries()) {
    const held = holds(event, i + 1, known)
    if (!held.ok) return held
  }
  return listed
}
