/** Reads a file of outside coding, whosever it is: that is seen from its columns. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { baseRatesOf } from '../scores/base-rates.ts'
import { type Coding, type Row, readCoding } from '../scores/table.ts'
import { type ReadAgreements, readAgreements } from './agreements.ts'
import type { OutsideEvent } from './event.ts'
import { type ReadEvents, readEvents } from './events.ts'
import { mostEvents, type OutsideContents } from './outside.ts'
import { type Asked, chosenOf } from './series.ts'
import type { EventSource } from './sources.ts'

/** A file that was read. */
export type OutsideFile =
  | { readonly kind: 'base-rates'; readonly source: 'pam-id'; readonly coding: Coding }
  | { readonly kind: 'events'; readonly source: EventSource; readonly read: ReadEvents }
  | { readonly kind: 'agreements'; readonly source: 'pa-x'; readonly read: ReadAgreements }

/** Refusals that say that a table is not of this kind at all, rather than that something in it is wrong. */
const foreign = ['pam.column-missing', 'pam.no-provision']

/** Reads the file; the first row names the columns. Refusals: `outside.no-source`, and those of its own reader. */
export const readOutsideFile = (rows: readonly Row[]): Outcome<OutsideFile> => {
  const events = readEvents(rows)
  if (events.ok) return done({ kind: 'events', source: events.value.source, read: events.value })
  if (events.refusal.code !== 'outside.unrecognised') return events
  const agreements = readAgreements(rows)
  if (agreements.ok) return done({ kind: 'agreements', source: 'pa-x', read: agreements.value })
  if (agreements.refusal.code !== 'outside.unrecognised') return agreements
  const coding = readCoding(rows)
  if (coding.ok) return done({ kind: 'base-rates', source: 'pam-id', coding: coding.value })
  return foreign.includes(coding.refusal.code) ? refuse('outside.no-source') : coding
}

/** What of a file would be loaded, how much of it surely lies in what is asked for, and how much may. */
export interface Taken {
  readonly contents: OutsideContents
  readonly inside: number
  readonly open: number
}

const within = (events: number): Outcome<void> => {
  if (events === 0) return refuse('outside.none')
  return events > mostEvents ? refuse('outside.too-many', { events, most: mostEvents }) : done(undefined)
}

/**
 * What is loaded of a file: its base rates; those events that lie in the place and the period asked for or of which that
 * cannot be said; those agreements that were signed in the period. Refusals: `outside.too-many` {events, most}, `outside.none`.
 */
export const takenOf = (file: OutsideFile, asked: Asked): Outcome<Taken> => {
  if (file.kind === 'base-rates') {
    const rates = baseRatesOf(file.coding)
    return done({ contents: { kind: 'base-rates', rates }, inside: rates.length, open: 0 })
  }
  if (file.kind === 'agreements') {
    const { from, to } = asked.period ?? { from: '0000-01-01', to: '9999-12-31' }
    const agreements = file.read.agreements.filter(({ day }) => day >= from && day <= to)
    const bounded = within(agreements.length)
    const contents = { kind: 'agreements', agreements } as const
    return bounded.ok ? done({ contents, inside: agreements.length, open: 0 }) : bounded
  }
  const { inside, open } = chosenOf(file.read.events, asked)
  const chosen = new Set<OutsideEvent>([...inside, ...open])
  const events = file.read.events.filter((event) => chosen.has(event))
  const bounded = within(events.length)
  return bounded.ok
    ? done({ contents: { kind: 'events', events }, inside: inside.length, open: open.length })
    : bounded
}
