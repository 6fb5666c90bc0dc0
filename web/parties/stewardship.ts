/** Whose list of members the reader looks after. */
import type { Seat } from '#domain/parties/process.ts'
import { useMay, useMySeat, useProcess } from '../process.tsx'

/** A delegation's stewards look after their own; the mediator's also after the seats that are no party's. */
export const useStewardship = (seat: Seat): boolean => {
  const { rooms } = useProcess()
  const own = useMySeat()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const hosted = own.kind === 'mediator' && seat.kind !== 'party'
  return may('member.join') && (own.key === seat.key || hosted)
}
