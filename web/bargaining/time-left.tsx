/** How long there is still to answer, in words, and until when. */
import { useEffect, useState } from 'react'
import { timeLeft } from '../clock.ts'
import { useMoments, usePlace } from '../moments.tsx'
import { useSay } from '../speech.tsx'

/** `due` is null while the talks are adjourned: there is then no date. */
export const TimeLeft = ({ due }: { readonly due: string | null }) => {
  const say = useSay()
  const place = usePlace()
  const { dayAndClock, timeZone } = useMoments()
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 20_000)
    return () => clearInterval(timer)
  }, [])
  if (due === null) return <p className="quiet">{say('silence.stands-still')}</p>
  const { hours, minutes } = timeLeft(now, due)
  if (hours === 0 && minutes === 0) return <p>{say('blind.closing')}</p>
  return (
    <p>
      {say('blind.left', { days: Math.floor(hours / 24), hours: hours % 24, minutes })} ·{' '}
      <time dateTime={due} className="quiet">
        {say('silence.until', { at: dayAndClock(due), place: place(timeZone) })}
      </time>
    </p>
  )
}
