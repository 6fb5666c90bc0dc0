/** The line over every page that shows words of a room: what kind of room it is, who sits in it, who can read it. */
import type { ReactNode } from 'react'
import type { Room } from '#domain/parties/process.ts'
import { useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { WhoReads } from './who-reads.tsx'

/** The kind of a room, its seats, and "Who can read this?"; what else leads out of the room stands behind. */
export const RoomLine = ({
  room,
  children,
}: {
  readonly room: Pick<Room, 'kind' | 'seats'>
  readonly children?: ReactNode
}) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  return (
    <p className="line small quiet room-line">
      <span className="tag room-kind">{say(`room-kind.${room.kind}`)}</span>
      <span>{listing(room.seats.map(names.sitter))}</span>
      <WhoReads room={room} />
      {children}
    </p>
  )
}
