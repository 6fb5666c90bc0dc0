import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localTime, minutesByDay, offsetAt, transitionsOf } from './local-time.ts'

const zones = [
  'UTC',
  'Europe/Vienna',
  'Europe/Moscow',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
]
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())

describe('wall-clock time', () => {
  it('comes back as the moment it was, or as the earlier one that clocks show alike', () => {
    const moment = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2037-01-01') })
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, given) => {
        const at = Math.floor(given / 60_000) * 60_000
        const { day, clock } = localTime(zone, at)
        const back = instantOf(zone, day, clock.slice(0, 5))
        expect(back).toBeDefined()
        expect(localTime(zone, back ?? 0)).toEqual({ day, clock })
        expect([0, 30, 60].map((minutes) => at - minutes * 60_000)).toContain(back)
      }),
    )
  })

  it('does not exist in the hour that is left out, and is the earlier of two in the hour that is had twice', () => {
    expect(instantOf('Europe/Vienna', '2026-03-29', '02:30')).toBeUndefined()
    expect(iso(instantOf('Europe/Vienna', '2026-10-25', '02:30'))).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('America/New_York', '2026-03-08', '02:00')).toBeUndefined()
    expect(iso(instantOf('America/New_York', '2026-03-08', '03:00'))).toBe('2026-03-08T07:00:00.000Z')
    expect(instantOf('UTC', '2026-02-30', '25:00')).toBeUndefined()
  })

  it('is put forward and back where the zone says so, to the second', () => {
    const year = (zone: string) =>
      transitionsOf(zone, Date.parse('2026-01-01'), Date.parse('2027-01-01')).map(({ at, from, to }) => [
        iso(at),
        from,
        to,
      ])
    expect(year('Europe/Vienna')).toEqual([
      ['2026-03-29T01:00:00.000Z', 60, 120],
      ['2026-10-25T01:00:00.000Z', 120, 60],
    ])
    expect(year('America/New_York')).toEqual([
      ['2026-03-08T07:00:00.000Z', -300, -240],
      ['2026-11-01T06:00:00.000Z', -240, -300],
    ])
    expect(year('Europe/Moscow')).toEqual([])
    expect(offsetAt('Asia/Kathmandu', 0 + Date.parse('2026-01-01'))).toBe(345)
  })
})

describe('the minutes of a span', () => {
  const minute = 60_000
  const around = (zone: string, day: string, from: string, hours: number) => {
    const begin = instantOf(zone, day, from) ?? 0
    return [...minutesByDay(zone, begin, begin + hours * 60 * minute)]
  }

  it('lie on the days that clocks show in them, counted minute by minute', () => {
    // Clocks that change at midnight itself, and one that leaves out a whole day (Samoa, 30 December 2011).
    const all = [
      ...zones,
      'America/Sao_Paulo',
      'America/Havana',
      'Asia/Beirut',
      'Pacific/Apia',
      'America/St_Johns',
    ]
    const changes = all.flatMap((zone) =>
      transitionsOf(zone, Date.parse('2004-01-01'), Date.parse('2027-01-01')).map(({ at }) => ({ zone, at })),
    )
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -900, max: 900 }))
      .map(([{ zone, at }, minutes]) => ({ zone, begin: at + minutes * minute }))
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 720 }), ({ zone, begin }, length) => {
        const counted = new Map<string, number>()
        for (let at = begin; at < begin + length * minute; at += minute) {
          const { day } = localTime(zone, at)
          counted.set(day, (counted.get(day) ?? 0) + 1)
        }
        expect([...minutesByDay(zone, begin, begin + length * minute)].sort()).toEqual([...counted].sort())
      }),
      { numRuns: 100 },
    )
  })

  it('are as many as there are where the clocks are put forward and back', () => {
    expect(around('Europe/Vienna', '2026-03-28', '22:00', 6)).toEqual([
      ['2026-03-28', 120],
      ['2026-03-29', 240],
    ])
    // In Havana clocks go from one o'clock back to midnight: the hour after midnight is had twice.
    expect(around('America/Havana', '2026-10-31', '23:00', 4)).toEqual([
      ['2026-10-31', 60],
      ['2026-11-01', 180],
    ])
    // In Sao Paulo they went from midnight back to eleven: the last hour of the day was had twice.
    expect(around('America/Sao_Paulo', '2019-02-16', '22:00', 4)).toEqual([
      ['2019-02-16', 180],
      ['2019-02-17', 60],
    ])
    expect(around('Europe/Vienna', '2026-03-28', '22:00', 2)).toEqual([['2026-03-28', 120]])
    expect(around('Europe/Vienna', '2026-03-28', '22:00', 0)).toEqual([])
  })
})
