import { expect, test } from 'vitest'
import { agoAt, clockAt, dayInWords, momentAt, timeLeft } from './clock.ts'

test('an hour is told in the zone asked for', () => {
  expect(clockAt('en', 'Europe/Moscow', '2026-11-22T20:40:00Z')).toBe('23:40')
  expect(clockAt('ru', 'America/New_York', '2026-11-22T20:40:00Z')).toBe('15:40')
})

test('today needs no day, another day does, another year its year; what is today depends on the zone', () => {
  const now = '2026-11-22T22:30:00Z'
  expect(momentAt('en', 'Europe/Vienna', '2026-11-22T08:00:00Z', now)).toBe('09:00')
  expect(momentAt('en', 'Europe/Moscow', '2026-11-22T08:00:00Z', now)).toBe('22 Nov, 11:00')
  expect(momentAt('en', 'Europe/Vienna', '2025-12-31T08:00:00Z', now)).toContain('2025')
})

test('a day is a day, whatever the zone of the reader', () => {
  expect(dayInWords('en', '2026-09-01')).toBe('1 September 2026')
  expect(dayInWords('ru', '2026-09-01')).toBe('1 сентября 2026\u00a0г.')
})

test('the time left is never less than none', () => {
  expect(timeLeft('2026-11-22T10:00:00Z', '2026-11-24T10:05:30Z')).toEqual({ hours: 48, minutes: 5 })
  expect(timeLeft('2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z')).toEqual({ hours: 0, minutes: 0 })
})

test('how long ago it was is told in the largest unit that is full, and never in the future', () => {
  const at = '2026-11-22T20:00:00Z'
  const after = (seconds: number) => Date.parse(at) + seconds * 1000
  expect([0, 1, 59.9, 60, 3_599, 3_600, 86_400].map((seconds) => agoAt('en', at, after(seconds)))).toEqual([
    '0 seconds ago',
    '1 second ago',
    '59 seconds ago',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '1 day ago',
  ])
  expect(agoAt('ru', at, after(12))).toBe('12 секунд назад')
  expect(agoAt('en', at, after(-5))).toBe('0 seconds ago')
})
