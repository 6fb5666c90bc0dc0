/** Times in the file of an exercise, counted from the moment it is loaded. */
import { z } from 'zod'

const pattern = /^([+-])(?=\d)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/

/** Days, hours and minutes before or after loading, at least one of them and in this order: `-190d2h25m`, `-7h`, `+30m`. */
export const RelativeTime = z.string().regex(pattern, 'wanted: a time as -190d2h25m, -7h or +30m')

/** How many milliseconds after loading such a time lies; negative before it. Throws where it is none; a day has 24 hours. */
export const offsetOf = (time: string): number => {
  const [, sign, days = 0, hours = 0, minutes = 0] = time.match(pattern) ?? []
  if (sign === undefined) throw new Error(`“${time}” is no time counted from loading`)
  const all = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? -all : all
}
