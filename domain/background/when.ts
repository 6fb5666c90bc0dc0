/**
 * When something was, as exactly as is known: a part of the Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1).
 * `1945`, `1945-02` and `1945-02-04` are a year, a month, a day; `1948-06-24/1949-05-12` an interval; `..` an open end;
 * `?` after a date says that it is uncertain, `~` that it is approximate, `%` both.
 */
import { done, type Outcome, refuse } from '#domain/outcome.ts'

/** One end of a time: its first and last day, how exactly it is said, and whether it is doubtful. */
interface End {
  readonly first: string
  readonly last: string
  readonly uncertain: boolean
  readonly approximate: boolean
}

/** A time: days as `YYYY-MM-DD`; `last` is null where the end is open. */
export interface When {
  readonly first: string
  readonly last: string | null
  readonly uncertain: boolean
  readonly approximate: boolean
}

const lastOfMonth = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const two = (number: number): string => String(number).padStart(2, '0')

const endOf = (written: string): End | null => {
  const [, y, m, d, doubt] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/.exec(written) ?? []
  if (y === undefined) return null
  const [year, month, day] = [
    Number(y),
    m === undefined ? null : Number(m),
    d === undefined ? null : Number(d),
  ]
  if (year === 0 || (month !== null && (month < 1 || month > 12))) return null
  if (day !== null && month !== null && (day < 1 || day > lastOfMonth(year, month))) return null
  const [from, to] = month === null ? [1, 12] : [month, month]
  return {
    first: `${y}-${two(from)}-${two(day ?? 1)}`,
    last: `${y}-${two(to)}-${two(day ?? lastOfMonth(year, to))}`,
    uncertain: doubt === '?' || doubt === '%',
    approximate: doubt === '~' || doubt === '%',
  }
}

/** Reads it. Refusals: `when.unread` {when}, `when.backwards` {when}. */
export const whenOf = (written: string): Outcome<When> => {
  const [one = '', two, more] = written.split('/')
  const from = endOf(one)
  if (!from || more !== undefined) return refuse('when.unread', { when: written.slice(0, 40) })
  if (two === undefined) return done(from)
  if (two === '..') return done({ ...from, last: null })
  const to = endOf(two)
  if (!to) return refuse('when.unread', { when: written.slice(0, 40) })
  // An interval of a year that ends within it is one; an end before the beginning is none.
  if (to.last < from.first) return refuse('when.backwards', { when: written })
  return done({
    ...{ first: from.first, last: to.last },
    uncertain: from.uncertain || to.uncertain,
    approximate: from.approximate || to.approximate,
  })
}

/** The latest day that it is anywhere at a moment (UTC+14): what has begun there has begun. */
export const latestDay = (at: string): string =>
  new Date(Date.parse(at) + 14 * 3_600_000).toISOString().slice(0, 10)

/** Whether both ends of a time have begun by a day. Expects one that can be read. */
export const beginsBy = (written: string, day: string): boolean =>
  written
    .split('/')
    .filter((end) => end !== '..')
    .every((end) => knownWhen(end).first <= day)

/** The same for a time that has been read before. Throws if it had not: it cannot have been recorded. */
export const knownWhen = (written: string): When => {
  const when = whenOf(written)
  if (!when.ok) throw new Error(`a time that cannot be read was kept: ${written}`)
  return when.value
}
