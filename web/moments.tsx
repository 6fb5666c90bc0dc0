/** Days and hours by the reader's language, in the time zone of the reader's seat, and always named. */
import { useMemo } from 'react'
import { clockAt, dayInWords, locale, momentAt } from './clock.ts'
import { usePreferences } from './preferences.tsx'
import { useMySeat, useProcessIfAny } from './process.tsx'
import { useSay } from './speech.tsx'

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
