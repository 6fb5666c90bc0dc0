/** Wall-clock time in a time zone of the IANA database, and the hours in which clocks are put forward or back. */

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  clocks.set(timeZone, made)
  return made
}

/** What clocks show: a day `YYYY-MM-DD` and a time `HH:MM:SS`. */
export interface LocalTime {
  readonly day: string
  readonly clock: string
}

/** What the clocks of a zone show at a moment (milliseconds since 1970, UTC). Throws a RangeError for a zone that is none. */
export const localTime = (timeZone: string, at: number): LocalTime => {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return {
    day: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`,
    clock: `${parts.hour}:${parts.minute}:${parts.second}`,
  }
}

/** By how many minutes the clocks of a zone are ahead of UTC at a moment. */
export const offsetAt = (timeZone: string, at: number): number => {
  const { day, clock } = localTime(timeZone, at)
  return Math.round((Date.parse(`${day}T${clock}Z`) - Math.floor(at / 1000) * 1000) / 60_000)
}

/**
 * The moment at which the clocks of a zone show this day and time (`HH:MM`); the earlier of two where they are put back.
 * Undefined where clocks never show it because they are put forward, or where it is no day and time.
 */
export const instantOf = (timeZone: string, day: string, clock: string): number | undefined => {
  const shown = Date.parse(`${day}T${clock}:00Z`)
  if (Number.isNaN(shown)) return undefined
  const around = [shown - 86_400_000, shown + 86_400_000].map((at) => offsetAt(timeZone, at))
  const candidates = around.map((offset) => shown - offset * 60_000)
  return candidates
    .filter((at) => {
      const there = localTime(timeZone, at)
      return there.day === day && there.clock === `${clock}:00`
    })
    .sort((a, b) => a - b)[0]
}

/** A change of the clocks of a zone: from this moment on they are this many minutes ahead of UTC. */
export interface Transition {
  readonly at: number
  readonly from: number
  readonly to: number
}

const changeWithin = (timeZone: string, from: number, to: number): Transition => {
  const [before, after] = [offsetAt(timeZone, from), offsetAt(timeZone, to)]
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return { at: high, from: before, to: after }
}

/** Every change of the clocks of a zone after `from` and until `to`; a zone changes at most once in a week. */
export const transitionsOf = (timeZone: string, from: number, to: number): readonly Transition[] => {
  const week = 7 * 86_400_000
  const found: Transition[] = []
  const start = Math.floor(from / 1000) * 1000
  for (let at = start; at < to; at += week) {
    const end = Math.min(at + week, to)
    if (offsetAt(timeZone, at) !== offsetAt(timeZone, end)) found.push(changeWithin(timeZone, at, end))
  }
  return found
}

const dayLength = 86_400_000

/**
 * How many minutes of a span (milliseconds since 1970, UTC) lie on each day by the clocks of a zone, in order. Between two
 * changes of the clocks midnights are a day's length apart; where a change brings a day back, its minutes are one sum.
 */
export const minutesByDay = (timeZone: string, begin: number, end: number): ReadonlyMap<string, number> => {
  const days = new Map<string, number>()
  const changes = transitionsOf(timeZone, begin, end).map(({ at }) => at)
  let from = begin
  for (const until of [...changes.filter((at) => at > begin && at < end), end]) {
    const ahead = offsetAt(timeZone, from) * 60_000
    while (from < until) {
      const shown = from + ahead
      const to = Math.min(until, from + dayLength - (((shown % dayLength) + dayLength) % dayLength))
      const day = new Date(shown).toISOString().slice(0, 10)
      days.set(day, (days.get(day) ?? 0) + (to - from) / 60_000)
      from = to
    }
  }
  return days
}
