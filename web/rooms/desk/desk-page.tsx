/** The mediator's desk: every channel beside the others and equal, with what waits to be conveyed on top. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { alternat } from '#domain/parties/process.ts'
import { isAdjourned } from '#domain/rooms/adjournment.ts'
import { useArrival } from '../../elements/arrival.ts'
import { PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Shown } from '../../elements/shown.tsx'
import { useMySeat, useNames, useProcess } from '../../process.tsx'
import { deskQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { Channel } from './channel.tsx'
import { orderOfChannels } from './ready.ts'

const Desk = ({ children }: { readonly children: ReactNode }) => {
  useArrival()
  return <div className="desk">{children}</div>
}

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
          <Desk>
            {orderOfChannels(process, channels, seat.key, at).map((view) => (
              <Channel key={view.room.id} view={view} notes={notes} adjourned={adjourned} />
            ))}
          </Desk>
        )}
      </Shown>
    </>
  )
}
