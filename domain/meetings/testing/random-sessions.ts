/** Random sessions that get in each other's way often enough. */
import fc from 'fast-check'
import { usualInterpreting } from '../arrangements.ts'
import type { Figures } from '../conflicts.ts'
import type { TimedSession } from '../timed-session.ts'

/** The figures of the random timetables, in a zone whose clocks are put forward in their midst. */
export const figures: Figures = {
  ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 20, interpreting: usualInterpreting },
  venues: [
    { key: 'hall', allotted: 'common' },
    { key: 'salon', allotted: 'us' },
  ],
}

const minute = 60_000
/** The Thursday before the clocks of Vienna are put forward. */
const monday = Date.parse('2026-03-26T06:00:00.000Z')
const people = ['p1', 'p2', 'p3', 'p4', 'i1', 'i2', 'i3']

const coming = fc.record({
  party: fc.constantFrom('us', 'ru'),
  entrance: fc.constantFrom('north', 'south'),
  before: fc.integer({ min: 0, max: 90 }),
})

/** A session of this id within five days. */
export const sessionOf = (id: string): fc.Arbitrary<TimedSession> =>
  fc
    .record({
      begin: fc.integer({ min: 0, max: 5 * 24 * 12 }).map((fives) => monday + fives * 5 * minute),
      length: fc.integer({ min: 1, max: 144 }).map((fives) => fives * 5 * minute),
      venue: fc.constantFrom('hall', 'salon', 'library', null),
      venuesOf: fc.constantFrom(undefined, ['us'], ['us', 'common'], ['ru', 'common']),
      people: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 5 }),
      comings: fc.array(coming, { maxLength: 4 }),
      languages: fc.constantFrom<readonly string[]>(['en'], ['en', 'ru']),
      interpreters: fc.uniqueArray(
        fc.record({
          member: fc.constantFrom('i1', 'i2', 'i3'),
          languages: fc.constantFrom<readonly string[]>(['en', 'ru'], ['en']),
        }),
        { selector: ({ member }) => member, maxLength: 3 },
      ),
    })
    .map(({ length, comings, people: attending, ...rest }) => ({
      ...{ id, ...rest, end: rest.begin + length },
      people: [...new Set([...attending, ...rest.interpreters.map(({ member }) => member)])],
      comings: comings.map(({ before, ...one }) => ({ ...one, at: rest.begin - before * minute })),
    }))
