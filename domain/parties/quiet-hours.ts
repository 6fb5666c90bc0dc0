/** Quiet hours: the time of day, in a seat's own time zone, in which nothing is brought to its attention. */
import type { Seat } from './process.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, made)
  return made
}

/** The wall-clock time `HH:MM` at a moment (ISO 8601) in an IANA time zone. */
export const wallClock = (at: string, timeZone: string): string => clockOf(timeZone).format(new Date(at))

/** Whether this machine knows the time zone by its IANA name; a bare offset as `+03:00` names no place and no clocks that change. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** Whether the seat has its quiet hours at this moment. Hours may pass midnight; equal ends mean none. */
export const isQuiet = (seat: Pick<Seat, 'timeZone' | 'quietHours'>, at: string): boolean => {
  if (!seat.quietHours) return false
  const { from, to } = seat.quietHours
  const now = wallClock(at, seat.timeZone)
  return from <= to ? from <= now && now < to : now >= from || now < to
}
