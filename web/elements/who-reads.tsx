/** "Who can read this?": the answer, in words, that every object of every room gives. */
import { Link } from '@tanstack/react-router'
import type { Room } from '#domain/parties/process.ts'
import { byFunction } from '../order.ts'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Aside } from './dialog.tsx'
import { Side } from './side.tsx'

/** Opens the list of the seats and members of a room, and says who is not among them. */
export const WhoReads = ({
  room,
  about,
}: {
  readonly room: Pick<Room, 'kind' | 'seats'>
  readonly about?: string
}) => {
  const { members } = useProcess()
  const names = useNames()
  const say = useSay()
  const label = (
    <>
      {say('who-reads')}
      {about && <span className="unseen"> {about}</span>}
    </>
  )
  return (
    <Aside label={label} title={say('who-reads')}>
      <ul className="stack tight">
        {room.seats.map((seat) => (
          <li key={seat}>
            <Side seat={seat} /> <strong>{names.seat(seat)}</strong>
            <ul className="plain-list small quiet">
              {byFunction(
                members
                  .filter(({ member, serving }) => member.seat === seat && serving)
                  .map((card) => card.member),
              )
                .filter((member) => member.visibility === 'table' || room.seats.length === 1)
                .map((member) => (
                  <li key={member.id}>
                    {names.of(member.name)}, {names.function(member)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>{say(`who-reads.${room.kind}`)}</p>
      <p className="small">
        <Link to="/trust">{say('who-reads.more')}</Link>
      </p>
    </Aside>
  )
}
