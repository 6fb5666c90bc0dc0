/** Days and hours in the words of a language, in a given time zone. */

export type ClockLanguage = 'en' | 'ru'

/** The customs of date and time that go with a language of the interface. */
export const locale = (language: ClockLanguage): string => (language === 'en' ? 'en-GB' : 'ru-RU')

/** The time of day, `10:12`. */
export const clockAt = (language: ClockLanguage, timeZone: string, at: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )

const dayKey = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))

/** The day and hour, as short as it can be without doubt: today's hour alone, else the day too, with its year if it is another. */
export const momentAt = (language: ClockLanguage, timeZone: string, at: string, now: string): string => {
  if (dayKey(timeZone, at) === dayKey(timeZone, now)) return clockAt(language, timeZone, at)
  const otherYear = dayKey(timeZone, at).slice(0, 4) !== dayKey(timeZone, now).slice(0, 4)
  return new Intl.DateTimeFormat(locale(language), {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(otherYear ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
}

/** «г.» is never left alone at the beginning of a line. */
export const withItsYear = (words: string): string => words.replaceAll(' г.', '\u00a0г.')

/** A day written `YYYY-MM-DD`, in words. */
export const dayInWords = (language: ClockLanguage, day: string): string =>
  withItsYear(
    new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', dateStyle: 'long' }).format(
      new Date(`${day}T12:00:00Z`),
    ),
  )

/** Hours and minutes from `now` until `due`; both zero when it has passed. */
export const timeLeft = (now: string, due: string): { readonly hours: number; readonly minutes: number } => {
  const minutes = Math.max(0, Math.floor((Date.parse(due) - Date.parse(now)) / 60_000))
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago it was, in the largest unit that is full: "12 seconds ago", «3 минуты назад». */
export const agoAt = (language: ClockLanguage, at: string, now: number): string => {
  const seconds = Math.max(0, Math.floor((now - Date.parse(at)) / 1000))
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: 'always' })
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', 1]
  return words.format(-Math.floor(seconds / length), unit)
}
