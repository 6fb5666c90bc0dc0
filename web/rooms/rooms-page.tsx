/** The reader's rooms. */
import { Link } from '@tanstack/react-router'
import { roomKinds } from '#domain/parties/process.ts'
import { PageTitle } from '../elements/page.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'

/** The rooms in which the reader sits, by kind; `short` leaves out who sits there. */
export const RoomList = ({ short = false }: { readonly short?: boolean }) => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const ordered = roomKinds.flatMap((kind) => rooms.filter((room) => room.kind === kind))
  return (
    <ul className="lines">
      {ordered.map((room) => (
        <li key={room.id} className="room-of-list">
          <p className="serif">
            <Link to="/t/$process/rooms/$room" params={{ process, room: room.id }}>
              {names.of(room.name)}
            </Link>
          </p>
          <p className="quiet small">
            {short ? say(`room-kind.${room.kind}`) : listing(room.seats.map(names.sitter))}
          </p>
          {!short && (
            <>
              <p className="small">{say(`room-about.${room.kind}`)}</p>
              <p className="small">
                <WhoReads room={room} about={names.of(room.name)} />
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export const RoomsPage = () => {
  const say = useSay()
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('my-rooms')}</PageTitle>
        <p className="quiet">{say('rooms.why')}</p>
      </div>
      <RoomList />
    </>
  )
}
