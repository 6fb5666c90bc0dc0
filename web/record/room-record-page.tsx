/** The record of one room: how its log stands, who cosigned it, the check in this browser, its checkpoint, its entries. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordView } from '#contract/record.ts'
import { type Room, seatOf } from '#domain/parties/process.ts'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { recordQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { CheckpointSheet } from './checkpoint-sheet.tsx'
import { EntryList } from './entry-list.tsx'
import { Cosigners, StandingOfLog } from './log-standing.tsx'
import { Verification } from './verification.tsx'

const Head = ({ room }: { readonly room: Room }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const names = useNames()
  return (
    <div className="page-head no-print">
      <RoomLine room={room} />
      <div className="line spread">
        <PageTitle>{say('record.of-room')}</PageTitle>
        <Link className="button" to="/t/$process/rooms/$room" params={{ process, room: room.id }}>
          {say('paper.back', { room: names.of(room.name) })}
        </Link>
      </div>
      <p className="quiet">{say('record.of-room.why')}</p>
    </div>
  )
}

const Opened = ({ view, room }: { readonly view: RecordView; readonly room: Room }) => {
  const { process } = useProcess()
  const say = useSay()
  const { log, at, tickSeconds, size } = view
  const seats = room.seats.flatMap((key) => seatOf(process, key) ?? [])
  const later = size - (log.checkpoint?.size ?? 0)
  return (
    <div className="record-parts">
      <section className="stack tight no-print" aria-labelledby="witnesses">
        <h2 id="witnesses">{say('witnesses')}</h2>
        <StandingOfLog log={log} seats={seats} at={at} tickSeconds={tickSeconds} />
        {log.checkpoint && later > 0 && <p className="quiet">{say('record.later', { count: later })}</p>}
        <Cosigners log={log} at={at} />
      </section>
      <Verification log={log} />
      <CheckpointSheet log={log} room={room} />
      <EntryList view={view} room={room} />
    </div>
  )
}

export const RoomRecordPage = ({ id }: { readonly id: string }) => {
  const { id: process, rooms } = useProcess()
  const query = useQuery(recordQuery(process, id))
  const room = rooms.find((each) => each.id === id)
  return (
    <>
      {room && <Head room={room} />}
      <Shown query={query}>{(view) => room && <Opened view={view} room={room} />}</Shown>
    </>
  )
}
