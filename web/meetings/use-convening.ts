/** In which of their rooms the reader may convene a session. */
import { mayPerform } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import { useMySeat, useProcess } from '../process.tsx'

/** The rooms, in the order of the process; none for who convenes nowhere. */
export const useConvening = (): readonly Room[] => {
  const { rooms, me, at } = useProcess()
  const { kind } = useMySeat()
  return rooms.filter((room) => mayPerform(me, kind, 'session.convene', room, at).ok)
}
