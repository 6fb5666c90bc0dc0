/** One channel on the desk: the delegation's hour, what waits to be conveyed, and what was said last. */
import { Link } from '@tanstack/react-router'
import type { DeskView, RoomView } from '#contract/rooms.ts'
import { isWaiting } from '#domain/rooms/message.ts'
import { Side } from '../../elements/side.tsx'
import { WhoReads } from '../../elements/who-reads.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { Entry } from '../entry.tsx'
import { RoomProvider } from '../room-context.tsx'
import type { MessageObject, PaperObject } from '../threads.ts'
import { ConveyPanel } from './convey-panel.tsx'
import { SeatHour } from './seat-hour.tsx'

type Carried = MessageObject | PaperObject

/** What waits to be conveyed, oldest first, and the other things of a channel, newest first, the last few. */
export const deskOrder = (
  objects: RoomView['objects'],
): { readonly waiting: readonly Carried[]; readonly rest: RoomView['objects'] } => {
  const waits = (each: RoomView['objects'][number]): each is Carried =>
    (each.kind === 'message' || each.kind === 'paper') && isWaiting(each.state)
  return {
    waiting: objects.filter(waits).toSorted((one, other) => one.first - other.first),
    rest: objects
      .filter((each) => !waits(each) && each.kind !== 'conveyance')
      .toSorted((one, other) => other.first - one.first)
      .slice(0, 5),
  }
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
  const title = `channel-${view.room.id}`
  return (
    <RoomProvider value={{ view }}>
      <section className="card channel" aria-labelledby={title}>
        <div className="channel-head">
          <h2 id={title}>
            {party && <Side seat={party.key} />} {names.of(view.room.name)}
          </h2>
          <p className="small quiet line">
            <span>{say('desk.readers', { seats: listing(view.room.seats.map(names.seat)) })}</span>
            <WhoReads room={view.room} about={names.of(view.room.name)} />
          </p>
          {party && <SeatHour seat={party.key} />}
        </div>
        <h3 className="desk-label">{say('desk.waiting')}</h3>
        {waiting.length === 0 && <p className="quiet">{say('desk.nothing')}</p>}
        <ol className="entries">
          {waiting.map((entry) => (
            <li key={entry.object}>
              <Entry entry={entry} />
              <ConveyPanel entry={entry} view={view} notes={notes} adjourned={adjourned} />
            </li>
          ))}
        </ol>
        {rest.length > 0 && <h3 className="desk-label">{say('desk.lately')}</h3>}
        <ol className="entries">
          {rest.map((entry) => (
            <li key={entry.object}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
        <p>
          <Link to="/t/$process/rooms/$room" params={{ process, room: view.room.id }} hash="composer">
            {say('desk.open')}
          </Link>
        </p>
      </section>
    </RoomProvider>
  )
}
