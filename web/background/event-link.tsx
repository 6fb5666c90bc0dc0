/** The way to an event's page, by its name. */
import { Link } from '@tanstack/react-router'
import type { EventLine } from '#contract/background-views.ts'
import { useNames, useProcess } from '../process.tsx'
import { useWhenWords } from './use-when-words.ts'

export const EventLink = ({ of }: { readonly of: Pick<EventLine, 'room' | 'object' | 'name'> }) => {
  const { id } = useProcess()
  const names = useNames()
  return (
    <Link
      to="/t/$process/background/$room/$object"
      params={{ process: id, room: of.room, object: of.object }}
      dir="auto"
    >
      {names.of(of.name)}
    </Link>
  )
}

/** The room of an event that is not the table's: nobody takes for common what is not. */
export const OwnRoom = ({ of }: { readonly of: Pick<EventLine, 'room'> }) => {
  const { rooms } = useProcess()
  const names = useNames()
  const room = rooms.find(({ id }) => id === of.room)
  return room && room.kind !== 'plenary' ? <span className="tag">{names.of(room.name)}</span> : null
}

/** When it was, and its name. */
export const DatedLink = ({ of }: { readonly of: EventLine }) => {
  const when = useWhenWords()
  return (
    <>
      <span className="quiet">{when(of.when)}</span> <EventLink of={of} /> <OwnRoom of={of} />
    </>
  )
}
