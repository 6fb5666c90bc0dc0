/** One channel on the desk: the delegation's hour, what waits to be conveyed, and what was said last. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeskView, RoomView } from '#contract/rooms.ts'
import { Side } from '../../elements/side.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { WhoReads } from '../../elements/who-reads.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { Entry } from '../entry.tsx'
import { RoomProvider } from '../room-context.tsx'
import { ConveyPanel } from './convey-panel.tsx'
import { deskOrder } from './ready.ts'
import { SeatHour } from './seat-hour.tsx'

const Lately = ({ rest }: { readonly rest: RoomView['objects'] }) => {
  const say = useSay()
  if (rest.length === 0) return null
  return (
    <>
      <h3 className="desk-label">{say('desk.lately')}</h3>
      <ol className="entries">
        {rest.map((entry) => (
          <li key={entry.object}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </>
  )
}

export const Channel = ({
  view,
  notes,
  adjourned,
}: {
  readonly view: RoomView
  readonly notes: DeskView['notes']
  readonly adjourned: boolean
}) => {
  const { id: process, process: table } = useProcess()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const party = table.seats.find(({ key, kind }) => kind === 'party' && view.room.seats.includes(key))
  const { waiting, rest } = deskOrder(view.objects)
  const [conveyed, setConveyed] = useState(false)
  const title = `channel-${view.room.id}`
  return (
    <RoomProvider value={{ view }}>
      <section className="card channel" aria-labelledby={title}>
        <div className="channel-head">
          <h2 id={title}>
            {party && <Side seat={party.key} />} {names.of(view.room.name)}
          </h2>
          <p className="small quiet line">
            <span>{say('desk.readers', { seats: listing(view.room.seats.map(names.sitter)) })}</span>
            <WhoReads room={view.room} about={names.of(view.room.name)} />
          </p>
          {party && <SeatHour seat={party.key} />}
        </div>
        <h3 className="desk-label">{say('desk.waiting')}</h3>
        <Outcome done={conveyed ? say('convey.done') : null} />
        {waiting.length === 0 && <p className="quiet">{say('desk.nothing')}</p>}
        <ol className="entries">
          {waiting.map((entry) => (
            <li key={entry.object}>
              <Entry entry={entry} />
              <ConveyPanel
                entry={entry}
                view={view}
                notes={notes}
                adjourned={adjourned}
                conveyed={() => setConveyed(true)}
              />
            </li>
          ))}
        </ol>
        <Lately rest={rest} />
        <p>
          <Link to="/t/$process/rooms/$room" params={{ process, room: view.room.id }} hash="composer">
            {say('desk.open')}
          </Link>
        </p>
      </section>
    </RoomProvider>
  )
}
