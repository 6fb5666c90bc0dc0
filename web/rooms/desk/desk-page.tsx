/** The mediator's desk: every channel beside the others and equal, with what waits to be conveyed on top. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DeskView } from '#contract/rooms.ts'
import { alternat, type Process, partyOf } from '#domain/parties/process.ts'
import { isAdjourned } from '#domain/rooms/adjournment.ts'
import { PageTitle } from '../../elements/page.tsx'
import { Shown } from '../../elements/shown.tsx'
import { useMySeat, useNames, useProcess } from '../../process.tsx'
import { deskQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { RoomLine } from '../room-head.tsx'
import { Channel } from './channel.tsx'

/** The channels in the order in which the mediator sees the sides today. */
export const orderOfChannels = (
  process: Process,
  channels: DeskView['channels'],
  seat: string,
  at: string,
): DeskView['channels'] =>
  alternat(process, seat, at).flatMap((party) =>
    channels.filter(({ room }) => partyOf(process, room)?.key === party.key),
  )

export const DeskPage = () => {
  const { id, process, rooms, adjournments, at } = useProcess()
  const seat = useMySeat()
  const say = useSay()
  const names = useNames()
  const query = useQuery({ ...deskQuery(id), enabled: seat.kind === 'mediator' })
  const office = rooms.find(({ kind }) => kind === 'office')
  const adjourned = isAdjourned(adjournments)
  if (seat.kind !== 'mediator')
    return (
      <div className="page-head">
        <PageTitle>{say('desk')}</PageTitle>
        <p>{say('desk.not-yours')}</p>
      </div>
    )
  const first = alternat(process, seat.key, at)[0]
  return (
    <>
      <div className="page-head">
        {office && <RoomLine room={office} />}
        <PageTitle>{say('desk')}</PageTitle>
        <p className="quiet">{say('desk.order', { first: first ? names.of(first.name) : '' })}</p>
      </div>
      {adjourned && (
        <p className="notice">
          {say('desk.adjourned')}{' '}
          <Link to="/t/$process" params={{ process: id }}>
            {say('nav.table')}
          </Link>
        </p>
      )}
      <Shown query={query}>
        {({ channels, notes }) => (
          <div className="desk">
            {orderOfChannels(process, channels, seat.key, at).map((view) => (
              <Channel key={view.room.id} view={view} notes={notes} adjourned={adjourned} />
            ))}
          </div>
        )}
      </Shown>
    </>
  )
}
