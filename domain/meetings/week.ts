/** Weeks of days written `YYYY-MM-DD`; a week begins on Monday (ISO 8601). */

const milliseconds = 86_400_000

/** The day so many days later. Throws a RangeError for what is no day. */
export const laterDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10)

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return laterDay(day, -((weekday + 6) % 7))
}

/** The seven days of the week that begins on this Monday. */
export const daysOf = (monday: string): readonly string[] =>
  Array.from({ length: 7 }, (_, i) => laterDay(monday, i))
