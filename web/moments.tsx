/** Days and hours by the reader's language, in the time zone of the reader's seat, and always named. */
import { useMemo } from 'react'
import { type InterfaceLanguage, usePreferences } from './preferences.tsx'
import { useMySeat, useProcessIfAny } from './process.tsx'
import { useSay } from './speech.tsx'

const locale = (language: InterfaceLanguage): string => (language === 'en' ? 'en-GB' : 'ru-RU')

/** The time of day, `10:12`. */
export const clockAt = (language: InterfaceLanguage, timeZone: string, at: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )

const dayKey = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))

/** The day and hour, as short as it can be without doubt: today's hour alone, else the day too, with its year if it is another. */
export const momentAt = (language: InterfaceLanguage, timeZone: string, at: string, now: string): string => {
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

/** A day written `YYYY-MM-DD`, in words. */
export const dayInWords = (language: InterfaceLanguage, day: string): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** Hours and minutes from `now` until `due`; both zero when it has passed. */
export const timeLeft = (now: string, due: string): { readonly hours: number; readonly minutes: number } => {
  const minutes = Math.max(0, Math.floor((Date.parse(due) - Date.parse(now)) / 60_000))
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

const places = [
  'America/New_York',
  'Asia/Dubai',
  'Asia/Qatar',
  'Asia/Riyadh',
  'Asia/Shanghai',
  'Africa/Cairo',
  'Europe/Berlin',
  'Europe/Brussels',
  'Europe/Helsinki',
  'Europe/Istanbul',
  'Europe/Kyiv',
  'Europe/London',
  'Europe/Moscow',
  'Europe/Oslo',
  'Europe/Paris',
  'Europe/Rome',
  'Europe/Vienna',
  'Europe/Zurich',
] as const

/** The place a time zone is called after, in the reader's language; else the name of the zone itself. */
export const usePlace = (): ((timeZone: string) => string) => {
  const say = useSay()
  const { language } = usePreferences()
  return (timeZone) => {
    const place = places.find((each) => each === timeZone)
    if (place) return say(`place.${place}`)
    const parts = new Intl.DateTimeFormat(locale(language), { timeZone, timeZoneName: 'longGeneric' })
    return parts.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  }
}

/** What the reader calls moments. */
export const useMoments = () => {
  const { language } = usePreferences()
  const { timeZone } = useMySeat()
  const now = useProcessIfAny()?.at ?? new Date().toISOString()
  return useMemo(
    () => ({
      moment: (at: string) => momentAt(language, timeZone, at, now),
      full: (at: string) =>
        new Intl.DateTimeFormat(locale(language), {
          timeZone,
          dateStyle: 'full',
          timeStyle: 'long',
        }).format(new Date(at)),
      clock: (at: string, zone = timeZone) => clockAt(language, zone, at),
      dayAndClock: (at: string, zone = timeZone) =>
        new Intl.DateTimeFormat(locale(language), {
          timeZone: zone,
          day: 'numeric',
          month: 'long',
          hour: '2-digit',
          minute: '2-digit',
        }).format(new Date(at)),
      day: (day: string) => dayInWords(language, day),
      timeZone,
    }),
    [language, timeZone, now],
  )
}

/** A moment on the page; hovering or a reader for the blind gives it whole, with its zone. */
export const Moment = ({ at }: { readonly at: string }) => {
  const { moment, full } = useMoments()
  return (
    <time dateTime={at} title={full(at)}>
      {moment(at)}
    </time>
  )
}
