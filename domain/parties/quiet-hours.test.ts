import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, isTimeZone, wallClock } from './quiet-hours.ts'

const quiet = (timeZone: string, from: string, to: string, at: string) =>
  isQuiet({ timeZone, quietHours: { from, to } }, at)
const minute = fc.integer({ min: 0, max: 1439 })
const clock = (n: number) =>
  `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`

describe('quiet hours', () => {
  it('hold from the first minute to the last, which is not in them, also over midnight', () => {
    fc.assert(
      fc.property(minute, minute, minute, (from, to, now) => {
        const at = `2026-11-22T${clock(now)}:30.000Z`
        const length = (to - from + 1440) % 1440
        expect(quiet('UTC', clock(from), clock(to), at)).toBe((now - from + 1440) % 1440 < length)
      }),
    )
  })

  it('are never when there are none', () => {
    expect(isQuiet({ timeZone: 'UTC' }, '2026-11-22T03:00:00.000Z')).toBe(false)
  })

  it.each([
    // 29 March 2026, 01:00 UTC: the clocks of Vienna go from 02:00 to 03:00.
    ['Europe/Vienna', '2026-03-29T00:59:00.000Z', '01:59'],
    ['Europe/Vienna', '2026-03-29T01:00:00.000Z', '03:00'],
    // 25 October 2026, 01:00 UTC: back from 03:00 to 02:00.
    ['Europe/Vienna', '2026-10-25T00:59:00.000Z', '02:59'],
    ['Europe/Vienna', '2026-10-25T01:00:00.000Z', '02:00'],
    ['America/New_York', '2026-11-01T05:59:00.000Z', '01:59'],
    ['America/New_York', '2026-11-01T06:00:00.000Z', '01:00'],
    ['Europe/Moscow', '2026-03-29T01:00:00.000Z', '04:00'],
    ['Asia/Kathmandu', '2026-11-21T18:15:00.000Z', '00:00'],
  ])('follow the wall clock of %s at %s: %s', (zone, at, shown) => {
    expect(wallClock(at, zone)).toBe(shown)
    expect(
      quiet(zone, shown, clock((Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3)) + 1) % 1440), at),
    ).toBe(true)
    expect(quiet(zone, '00:00', shown, at)).toBe(false)
  })

  it('know which time zones there are', () => {
    expect(isTimeZone('Europe/Moscow')).toBe(true)
    expect(isTimeZone('Europe/Atlantis')).toBe(false)
    for (const offset of ['+03:00', '-05:00', '+0300', '−03:00', ''])
      expect([offset, isTimeZone(offset)]).toEqual([offset, false])
  })
})
