/** What time it is for a seat, and whether it has its quiet hours, in words. */
import { useMoments, usePlace } from '../../moments.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

export const SeatHour = ({ seat: key }: { readonly seat: string }) => {
  const { process, hours, at } = useProcess()
  const say = useSay()
  const place = usePlace()
  const { clock } = useMoments()
  const seat = process.seats.find((each) => each.key === key)
  const now = hours.find((each) => each.seat === key)
  if (!seat) return null
  const facts = { place: place(seat.timeZone), clock: clock(at, seat.timeZone), until: now?.hours?.to ?? '' }
  return <p className="small seat-hour">{say(now?.quiet ? 'hour.quiet' : 'hour', facts)}</p>
}
