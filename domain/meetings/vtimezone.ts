/** A time zone as a calendar file describes it (RFC 5545, 3.6.5): every change of its clocks that bears on the entries. */
import { localTime, offsetAt, transitionsOf } from './local-time.ts'

const twoDigits = (value: number): string => String(Math.trunc(value)).padStart(2, '0')

/** An offset from UTC in minutes as `+0530`. */
const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(size / 60)}${twoDigits(size % 60)}`
}

const digitsOf = (moment: string): string => moment.replaceAll(/[-:]/g, '').slice(0, 15)

/** An onset is written in the time that clocks showed just before it. */
const observance = (isDaylight: boolean, at: number, from: number, to: number): readonly string[] => {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${name}`,
    `DTSTART:${digitsOf(new Date(at + from * 60_000).toISOString())}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${name}`,
  ]
}

/**
 * The VTIMEZONE for entries between two moments (milliseconds, UTC), as lines with CRLF. It begins with the time that
 * holds at the first of them, so that no entry lies before every observance; changes stand one by one, without a rule
 * that a government could have altered since.
 */
export const vtimezone = (timeZone: string, from: number, to: number): string => {
  const start = from - 86_400_000
  const initial = offsetAt(timeZone, start)
  const changes = transitionsOf(timeZone, start, to + 86_400_000)
  const offsets = [initial, ...changes.map((change) => change.to)]
  const standard = Math.min(...offsets)
  const isDaylight = (offset: number): boolean => offset > standard
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance(isDaylight(initial), start, initial, initial),
    ...changes.flatMap((change) => observance(isDaylight(change.to), change.at, change.from, change.to)),
    'END:VTIMEZONE',
  ].join('\r\n')
}

/** The digits of a wall-clock time as calendar files write it: `20261123` and `100000`. */
export const wallDigits = (
  timeZone: string,
  at: number,
): { readonly day: string; readonly clock: string } => {
  const { day, clock } = localTime(timeZone, at)
  return { day: day.replaceAll('-', ''), clock: clock.replaceAll(':', '') }
}
