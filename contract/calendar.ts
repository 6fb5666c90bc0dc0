/** The deadlines of an agreement as a calendar file (iCalendar, RFC 5545), in every language of its names at once. */
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Sequence } from '#domain/commitments/sequence/sequence.ts'
import { named } from '#domain/parties/localised.ts'
import type { StipulationsFile } from './stipulations-file.ts'

/** Which file, which order was worked out for it, whose deadlines (a key; undefined for everybody's), and when it is written. */
export interface Asked {
  readonly file: StipulationsFile
  readonly sequence: Sequence
  readonly bound?: string | undefined
  readonly now: Date
}

type Step = StipulationsFile['stipulations'][number]

const inAll = (name: Readonly<Record<string, string>>): string =>
  [...new Set(Object.values(name))].join(' / ')

const summaryOf = (step: Step): string => [step.clause, inAll(step.name)].filter(Boolean).join(' ')

/**
 * The calendar: an all-day entry on the last day of each step that has one by its own deadline or by what waits for it.
 * A step keeps its identity from one export to the next, so that a calendar program moves the entry it has.
 */
export const calendarOf = ({
  file,
  sequence,
  bound,
  now,
}: Asked): { readonly ics: string; readonly entries: number } => {
  const calendar = ical({
    name: inAll(file.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Parley//commitments//EN',
  })
  for (const { stipulation, complete } of sequence.places) {
    const step = file.stipulations.find(({ id }) => id === stipulation)
    if (!step || complete.latest === null || (bound !== undefined && !step.bound.includes(bound))) continue
    const names = step.bound.map((key) => {
      const actor = file.actors.find((each) => each.key === key)
      return actor ? inAll(actor.name) : key
    })
    calendar.createEvent({
      id: `${stipulation}@parley-${named(file.name, 'en')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`,
      start: new Date(`${complete.latest}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      summary: summaryOf(step),
      ...(names.length === 0 ? {} : { description: names.join('; ') }),
    })
  }
  return { ics: calendar.toString(), entries: calendar.length() }
}
