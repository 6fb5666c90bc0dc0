/** The label of a seat: letters first, then hue and underline, so that it reads without colour too. */
import { seatOf } from '#domain/parties/process.ts'
import { useNames, useProcess } from '../process.tsx'

/** The short name of a seat as a small label. */
export const Side = ({ seat: key }: { readonly seat: string }) => {
  const { process } = useProcess()
  const names = useNames()
  const seat = seatOf(process, key)
  if (!seat) return null
  return (
    <span className="side" data-hue={names.partyOf(seat)?.hue} title={names.of(seat.name)}>
      {names.short(seat)}
    </span>
  )
}
