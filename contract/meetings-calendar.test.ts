import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { unarranged } from '#domain/meetings/arrangements.ts'
import { smallProcess } from '../server/testing/process.ts'
import { calendarOfSessions } from './meetings-calendar.ts'
import type { MeetingsView } from './meetings-views.ts'

type Read = MeetingsView['sessions'][number]

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const room = id(900)
const session = (n: number, state: Partial<Read['state']> = {}): Read => ({
  ...{ room, object: id(n), revision: 1 },
  state: {
    title: { en: `Session ${n}`, ru: `Заседание ${n}` },
    ...{ begin: '2026-03-27T09:00:00.000Z', end: '2026-03-27T10:00:00.000Z', venue: 'hall', changes: 0 },
    ...{ attends: [], arrivals: [], agenda: [], languages: ['en'], interpreters: [] },
    ...{ by: { seat: 'mediator', member: id(901) }, at: '2026-03-01T09:00:00.000Z' },
    ...state,
  },
})
const viewOf = (sessions: readonly Read[], timeZone = 'Europe/Vienna'): MeetingsView => ({
  arrangements: {
    revision: 1,
    state: {
      ...unarranged(smallProcess),
      timeZone,
      entrances: [{ key: 'main', name: { en: 'Main entrance', ru: 'Главный вход' } }],
      venues: [
        {
          ...{ key: 'hall', kind: 'conference-room', entrance: 'main', allotted: 'common' },
          name: { en: 'Large hall; first floor, left', ru: 'Большой зал' },
        },
      ],
    },
  },
  ...{ sessions, accreditations: [], minutes: [], papers: [], at: '2026-03-02T09:00:00.000Z' },
})
const calendar = (view: MeetingsView, language = 'en', only?: string): string =>
  calendarOfSessions({ view, process: smallProcess, language, only })

/** Read by another library than the one that wrote it; a zone is taken from the file, never from the machine. */
const read = (ics: string) => {
  const component = new ICAL.Component(ICAL.parse(ics))
  const zones = component.getAllSubcomponents('vtimezone').map((each) => new ICAL.Timezone(each))
  const momentOf = (event: ICAL.Component, name: string): string => {
    const property = event.getFirstProperty(name)
    const time = property?.getFirstValue() as ICAL.Time
    if (time.zone.tzid === 'UTC') return new Date(time.toUnixTime() * 1000).toISOString()
    const zone = zones.find(({ tzid }) => tzid === property?.getParameter('tzid'))
    if (!zone) throw new Error(`${name} has no zone in the file`)
    const local = time.clone()
    local.zone = zone
    return new Date(local.toUnixTime() * 1000).toISOString()
  }
  return component.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    summary: event.getFirstPropertyValue('summary'),
    location: event.getFirstPropertyValue('location'),
    description: event.getFirstPropertyValue('description'),
    begin: momentOf(event, 'dtstart'),
    end: momentOf(event, 'dtend'),
  }))
}

describe('a calendar of sessions', () => {
  it('loses nothing on its way through another library, at any hour of any zone', () => {
    const zones = [
      'UTC',
      'Europe/Vienna',
      'Europe/Moscow',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ]
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((each) => each.replaceAll(/\p{C}/gu, '').trim() || 'x')
    const begin = fc.integer({
      min: Date.parse('2025-01-01') / 60_000,
      max: Date.parse('2028-01-01') / 60_000,
    })
    const one = fc.record({
      begin,
      minutes: fc.integer({ min: 1, max: 720 }),
      title: words,
      changes: fc.nat(99),
      off: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(one, { minLength: 1, maxLength: 5 }), (zone, all) => {
        const sessions = all.map((given, n) =>
          session(n, {
            title: { en: given.title, ru: given.title },
            begin: new Date(given.begin * 60_000).toISOString(),
            end: new Date((given.begin + given.minutes) * 60_000).toISOString(),
            changes: given.changes,
            ...(given.off
              ? { cancelled: { by: { seat: 'mediator', member: id(1) }, at: '2026-01-01T00:00:00.000Z' } }
              : {}),
          }),
        )
        const back = read(calendar(viewOf(sessions, zone)))
        // An hour that clocks show twice is written once: RFC 5545, 3.3.5, takes it for the first of the two.
        const shown = (at: string) =>
          new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(
            new Date(at),
          )
        expect(back.map((each) => ({ ...each, begin: shown(each.begin), end: shown(each.end) }))).toEqual(
          sessions.map(({ object, state }) => ({
            ...{
              uid: `${object}@parley`,
              sequence: state.changes,
              status: state.cancelled ? 'CANCELLED' : 'CONFIRMED',
            },
            ...{
              summary: state.title.en,
              location: 'Large hall; first floor, left, Main entrance',
              description: null,
            },
            ...{ begin: shown(state.begin), end: shown(state.end) },
          })),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('gives the very moment on both sides of the hour in which clocks are put forward', () => {
    const moments = [
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-28T12:00:00.000Z',
      '2026-10-25T02:30:00.000Z',
    ]
    const sessions = moments.map((begin, n) =>
      session(n, { begin, end: new Date(Date.parse(begin) + 1_800_000).toISOString() }),
    )
    expect(read(calendar(viewOf(sessions))).map((each) => each.begin)).toEqual(moments)
  })

  it('keeps the UID of a session that is moved and then called off, and counts', () => {
    const [before] = read(calendar(viewOf([session(1)])))
    const moved = { begin: '2026-03-27T12:00:00.000Z', end: '2026-03-27T13:00:00.000Z', changes: 1 }
    const [after] = read(calendar(viewOf([session(1, moved)])))
    const words = { en: 'A flight was late.', ru: 'Рейс задержался.' }
    const cancelled = { by: { seat: 'mediator', member: id(1) }, at: '2026-03-26T00:00:00.000Z', words }
    const [off] = read(calendar(viewOf([session(1, { ...moved, changes: 2, cancelled })])))
    expect([before?.uid, after?.uid, off?.uid]).toEqual(Array(3).fill(`${id(1)}@parley`))
    expect([before?.sequence, after?.sequence, off?.sequence]).toEqual([0, 1, 2])
    expect([before?.status, after?.status, off?.status]).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    expect(after?.begin).toBe(moved.begin)
    expect(off?.description).toBe('A flight was late.')
  })

  it('lets nothing in the name of the talks begin another line of the file', () => {
    const breaks = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u2029', '\t', ' ', ';', ',', '\\')
    const smuggled = fc.constantFrom('BEGIN:VEVENT', 'ATTACH:http://x', 'END:VCALENDAR', 'X-WR-TIMEZONE:Utc')
    const plain = calendarOfSessions({
      ...{ view: viewOf([session(1)]), process: { ...smallProcess, name: { en: 'Talks' } }, language: 'en' },
    })
    const namesOf = (ics: string) =>
      ics
        .replaceAll(/\r\n[ \t]/g, '')
        .split(/\r\n|\n|\r/)
        .map((line) => line.split(/[:;]/)[0])
    fc.assert(
      fc.property(fc.array(fc.tuple(breaks, smuggled), { minLength: 1, maxLength: 6 }), (pieces) => {
        const name = { en: `Talks${pieces.flat().join('')}` }
        const ics = calendarOfSessions({
          ...{ view: viewOf([session(1)]), process: { ...smallProcess, name }, language: 'en' },
        })
        expect(namesOf(ics)).toEqual(namesOf(plain))
      }),
    )
  })

  it('speaks the language of its reader and holds one session where one is asked for', () => {
    const ics = calendar(viewOf([session(1), session(2)]), 'ru', id(2))
    expect(read(ics).map(({ summary, location }) => [summary, location])).toEqual([
      ['Заседание 2', 'Большой зал, Главный вход'],
    ])
    expect(ics.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  })
})
