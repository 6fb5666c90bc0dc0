/** Weeks of days written `YYYY-MM-DD`; a week begins on Monday (ISO 8601). */

const milliseconds = 86_400_000

/** The day so many days later. Throws a RangeError for what is no day. */
export const laterDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10)

/** Whether the words are a day that the calendar has. */
export const isDay = (words: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(words) &&
  !Number.isNaN(Date.parse(`${words}T00:00:00Z`)) &&
  laterDay(words, 0) === words

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return laterDay(day, -((weekday + 6) % 7))
}

/** The seven days of the week that begins on this Monday. */
export const daysOf = (monday: string): readonly string[] =>
  Array.from({ length: 7 }, (_, i) => laterDay(monday, i))

/** The days from `from` on and before `until`. */
export interface Window {
  readonly from: string
  readonly until: string
}

/** By how many days a window reaches beyond its weeks: by what can stand in another zone's week, or in the way of what stands in this one. */
const margin = 10

/** What is read of the timetable for so many weeks, of which the first is that of a day: these, and what bears on them. */
export const windowOf = (day: string, weeks: number): Window => {
  const monday = mondayOf(day)
  return { from: laterDay(monday, -margin), until: laterDay(monday, 7 * weeks + margin) }
}
