import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Conflict,
  conflictsAbout,
  conflictsOf,
  emptyTimetable,
  timetableOf,
  withoutSession,
  withSession,
} from './conflicts.ts'
import { plainConflicts } from './testing/plain-conflicts.ts'
import { figures, sessionOf } from './testing/random-sessions.ts'
import type { TimedSession } from './timed-session.ts'

const sorted = (conflicts: readonly Conflict[]): readonly string[] =>
  conflicts.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort()

const ids = Array.from({ length: 9 }, (_, i) => `s${i}`)
const anySession = fc.constantFrom(...ids).chain(sessionOf)
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anySession.map((session) => ({ put: session })) },
    { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => ({ take: id })) },
  ),
  { maxLength: 24 },
)

describe('the conflicts of a timetable', () => {
  it('are those that looking at every two sessions finds, after any changes', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let timetable = emptyTimetable(figures)
        const sessions = new Map<string, TimedSession>()
        for (const step of all) {
          if ('put' in step) {
            timetable = withSession(timetable, step.put)
            sessions.set(step.put.id, step.put)
          } else {
            timetable = withoutSession(timetable, step.take)
            sessions.delete(step.take)
          }
          expect(sorted(conflictsOf(timetable))).toEqual(
            sorted(plainConflicts([...sessions.values()], figures)),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('do not depend on the order in which sessions came', () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(sessionOf)), fc.infiniteStream(fc.nat()), (sessions, picks) => {
        const shuffled = [...sessions]
          .map((session) => ({ session, at: picks.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ session }) => session)
        expect(sorted(conflictsOf(timetableOf(figures, shuffled)))).toEqual(
          sorted(conflictsOf(timetableOf(figures, sessions))),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('are the same whether sessions come one by one or all at once', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 30 }), (sessions) => {
        const one = sessions.reduce(withSession, emptyTimetable(figures))
        const all = timetableOf(figures, sessions)
        expect(sorted(conflictsOf(all))).toEqual(sorted(conflictsOf(one)))
        for (const id of ids) expect(sorted(conflictsAbout(all, id))).toEqual(sorted(conflictsAbout(one, id)))
      }),
      { numRuns: 100 },
    )
  })

  it('about one session are those that go when it goes, and those of a day that it is part of', () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(sessionOf)), (sessions) => {
        const timetable = timetableOf(figures, sessions)
        for (const id of ids) {
          const about = conflictsOf(timetable).filter((each) =>
            (each.sessions as readonly string[]).includes(id),
          )
          expect(sorted(conflictsAbout(timetable, id))).toEqual(sorted(about))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of a reader who may not read some sessions are those of a timetable on which these never stood', () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(sessionOf)), fc.subarray(ids), (sessions, hidden) => {
        const read = sessions.filter(({ id }) => !hidden.includes(id))
        const taken = hidden.reduce(withoutSession, timetableOf(figures, sessions))
        expect(sorted(conflictsOf(taken))).toEqual(sorted(plainConflicts(read, figures)))
      }),
      { numRuns: 100 },
    )
  })
})

const at = (clock: string, day = '2026-03-26') => Date.parse(`${day}T${clock}:00.000Z`)
const session = (id: string, from: string, to: string, rest: Partial<TimedSession> = {}): TimedSession => ({
  ...{ id, begin: at(from), end: at(to), venue: null, people: [], comings: [] },
  ...{ languages: ['en'], interpreters: [] },
  ...rest,
})
const kindsOf = (...sessions: readonly TimedSession[]) =>
  conflictsOf(timetableOf(figures, sessions)).map(({ kind }) => kind)

describe('a conflict', () => {
  const [p, hall, salon] = [{ people: ['p1'] }, { venue: 'hall' }, { venue: 'salon' }]

  it('is a person who has less than the turnaround from one venue to another, not within one', () => {
    expect(
      kindsOf(
        session('a', '08:00', '09:00', { ...p, ...hall }),
        session('b', '09:19', '10:00', { ...p, ...salon }),
      ),
    ).toEqual(['person'])
    expect(
      kindsOf(
        session('a', '08:00', '09:00', { ...p, ...hall }),
        session('b', '09:20', '10:00', { ...p, ...salon }),
      ),
    ).toEqual([])
    expect(
      kindsOf(
        session('a', '08:00', '09:00', { ...p, ...hall }),
        session('b', '09:00', '10:00', { ...p, ...hall }),
      ),
    ).toEqual([])
  })

  it('is a venue that is taken a second time before it is free', () => {
    expect(kindsOf(session('a', '08:00', '09:00', hall), session('b', '08:59', '10:00', hall))).toEqual([
      'venue',
    ])
    expect(kindsOf(session('a', '08:00', '09:00', hall), session('b', '09:00', '10:00', hall))).toEqual([])
  })

  it('is two parties at one entrance within the minutes that are to lie between them, also before one session', () => {
    const come = (party: string, clock: string) => ({ party, entrance: 'north', at: at(clock) })
    const one = (a: string, b: string) =>
      kindsOf(session('a', '08:00', '09:00', { comings: [come('us', a), come('ru', b)] }))
    expect(one('07:30', '07:44')).toEqual(['crossing'])
    expect(one('07:30', '07:45')).toEqual([])
    expect(
      kindsOf(
        session('a', '08:00', '09:00', { comings: [come('us', '07:50')] }),
        session('b', '08:30', '09:00', { comings: [come('ru', '08:00')] }),
      ),
    ).toEqual(['crossing'])
  })

  it('is a team too small for the length of a session in more than one language', () => {
    const team = (count: number, to: string) =>
      kindsOf(
        session('a', '08:00', to, {
          languages: ['en', 'ru'],
          interpreters: Array.from({ length: count }, (_, i) => ({
            member: `i${i}`,
            languages: ['en', 'ru'],
          })),
        }),
      )
    expect(team(1, '08:40')).toEqual([])
    expect(team(1, '08:41')).toEqual(['team', 'team'])
    expect(team(2, '12:00')).toEqual([])
    expect(team(2, '12:01')).toEqual(['team', 'team'])
    expect(team(5, '18:00')).toEqual(expect.not.arrayContaining(['team']))
  })

  it('is an interpreter without rest, or with more than six hours on a day of the place of the talks', () => {
    const work = { interpreters: [{ member: 'i1', languages: ['en', 'ru'] }] }
    expect(kindsOf(session('a', '08:00', '09:00', work), session('b', '09:59', '10:30', work))).toEqual([
      'rest',
    ])
    expect(kindsOf(session('a', '08:00', '11:00', work), session('b', '12:00', '15:01', work))).toEqual([
      'day',
    ])
  })

  it('is a venue that was allotted anew or is gone, for who has a session in it that is to come', () => {
    const at = (venue: string, venuesOf?: readonly string[]) =>
      kindsOf(session('a', '08:00', '09:00', { venue, venuesOf }))
    expect(at('salon', ['us', 'mediator', 'common'])).toEqual([])
    expect(at('salon', ['ru', 'mediator', 'common'])).toEqual(['allotment'])
    expect(at('hall', ['ru'])).toEqual(['allotment'])
    expect(at('attic', ['ru', 'common'])).toEqual(['withdrawn'])
    expect(at('attic')).toEqual([])
  })

  it('counts the minutes of an interpreter on the day on which they lie, past midnight on the next', () => {
    const work = { interpreters: [{ member: 'i1', languages: ['en', 'ru'] }] }
    // Vienna is an hour ahead: 22:30 to 01:30 of UTC are half an hour of one day and two and a half hours of the next.
    const late = { ...session('a', '22:30', '22:30', work), end: at('01:30', '2026-03-27') }
    const day = (from: string, to: string, on: string) =>
      conflictsOf(
        timetableOf(figures, [
          late,
          { ...session('b', from, to, work), begin: at(from, on), end: at(to, on) },
        ]),
      ).filter(({ kind }) => kind === 'day')
    expect(day('10:00', '13:30', '2026-03-27')).toEqual([])
    expect(day('10:00', '13:31', '2026-03-27')).toEqual([
      { kind: 'day', person: 'i1', day: '2026-03-27', sessions: ['a', 'b'], minutes: 361, most: 360 },
    ])
    expect(day('10:00', '15:30', '2026-03-26')).toEqual([])
    expect(day('10:00', '15:31', '2026-03-26')).toMatchObject([{ day: '2026-03-26', minutes: 361 }])
  })
})
