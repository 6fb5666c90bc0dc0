/** Times as a reader says them: as exactly as they were written, and with their doubts. */
import { whenOf } from '#domain/background/when.ts'
import { type ClockLanguage, locale, withItsYear } from '../clock.ts'

/** What is said of a time beside its days. */
type SayOfTime = (
  phrase: `background.when.${'since' | 'about' | 'uncertain'}`,
  facts?: Readonly<Record<string, string>>,
) => string

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A formatter is much to make, and thousands of times are said with it. */
const formatter = (language: ClockLanguage, form: 'long' | 'month'): Intl.DateTimeFormat => {
  const made =
    formatters.get(`${language} ${form}`) ??
    new Intl.DateTimeFormat(locale(language), {
      timeZone: 'UTC',
      ...(form === 'long' ? { dateStyle: 'long' } : { month: 'long', year: 'numeric' }),
    })
  formatters.set(`${language} ${form}`, made)
  return made
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

const endInWords = (language: ClockLanguage, written: string): string => {
  const bare = written.replace(/[?~%]$/, '')
  if (bare.length === 10) return withItsYear(formatter(language, 'long').format(noon(bare)))
  if (bare.length === 4) return bare
  return withItsYear(formatter(language, 'month').format(noon(`${bare}-15`)))
}

/** Two days as one interval: "11–12 October 1986". */
const daysInWords = (language: ClockLanguage, from: string, to: string): string =>
  withItsYear(formatter(language, 'long').formatRange(noon(from), noon(to)))

const isDay = (written: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(written)

/** A time in words; what cannot be read as one stays as it is. */
export const whenInWords = (language: ClockLanguage, say: SayOfTime, written: string): string => {
  const when = whenOf(written)
  if (!when.ok) return written
  const [from = '', to] = written.split('/')
  const first = endInWords(language, from)
  const said =
    to === undefined
      ? first
      : to === '..'
        ? say('background.when.since', { day: first })
        : isDay(from) && isDay(to)
          ? daysInWords(language, from, to)
          : `${first} – ${endInWords(language, to)}`
  const { uncertain, approximate } = when.value
  return [
    said,
    ...(approximate ? [say('background.when.about')] : []),
    ...(uncertain ? [say('background.when.uncertain')] : []),
  ].join(', ')
}
