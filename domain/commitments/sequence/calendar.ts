/** Days of the calendar as numbers and back; days have no hours and no time zone here. */

const dayLength = 86_400_000

/** The number of a day `YYYY-MM-DD`, counted from 1 January 1970; null when there is no such day. */
export const dayNumber = (date: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? at / dayLength : null
}

/** The day with this number, as `YYYY-MM-DD`; null outside the years 0 to 9999. */
export const dayOf = (number: number): string | null => {
  const date = new Date(number * dayLength)
  if (Number.isNaN(date.getTime())) return null
  const written = date.toISOString()
  return /^\d{4}-/.test(written) ? written.slice(0, 10) : null
}
