/** How long a silence still lasts, and when it ends. */
import { useEffect, useState } from 'react'
import { timeLeft } from '../clock.ts'
import { useMoments, usePlace } from '../moments.tsx'
import { useSay } from '../speech.tsx'

const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** `due` is null while the talks are adjourned: the clock stands still and there is no date. */
export const SilenceTime = ({ due }: { readonly due: string | null }) => {
  const say = useSay()
  const place = usePlace()
  const { dayAndClock, timeZone } = useMoments()
  const now = useNow()
  if (due === null) return <p className="quiet">{say('silence.stands-still')}</p>
  return (
    <p>
      {say('silence.left', { ...timeLeft(now, due) })} ·{' '}
      <time dateTime={due} className="quiet">
        {say('silence.until', { at: dayAndClock(due), place: place(timeZone) })}
      </time>
    </p>
  )
}
