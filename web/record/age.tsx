/** How long ago something was, counted while one looks. */
import { useEffect, useMemo, useState } from 'react'
import { agoAt, locale } from '../clock.ts'
import { useMoments } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'

/** The hour of the server now, second by second; `at` is the hour it gave with its last answer. */
export const useServerHour = (at: string): number => {
  const ahead = useMemo(() => Date.parse(at) - Date.now(), [at])
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(now + ahead, Date.parse(at))
}

/** "12 seconds ago", in the reader's language. */
export const useAgo = (now: number): ((at: string) => string) => {
  const { language } = usePreferences()
  return (at) => agoAt(language, at, now)
}

/** A moment as it is told in a sentence: the hour, with its seconds, and the day. */
export const useExactMoment = (): ((at: string) => string) => {
  const { timeZone } = useMoments()
  const { language } = usePreferences()
  return (at) =>
    new Intl.DateTimeFormat(locale(language), {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).format(new Date(at))
}
