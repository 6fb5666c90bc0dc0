/** The record of the process: the logs of the reader's rooms, the anchor log, the witnesses, and what to take home. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordIndex } from '#contract/record.ts'
import { seatOf } from '#domain/parties/process.ts'
import { Download } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { recordIndexQuery, recordQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { AppointedWitnesses } from './appointed-witnesses.tsx'
import { Cosigners, StandingOfLog } from './log-standing.tsx'
import { Mirrors } from './mirrors.tsx'
import { ReceiptsKept } from './receipts-kept.tsx'

const RoomLogs = ({ index }: { readonly index: RecordIndex }) => {
  const { id: process, process: table, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const views = useQueries({ queries: index.logs.map(({ room }) => recordQuery(process, room)) })
  return (
    <section className="stack tight" aria-labelledby="logs">
      <h2 id="logs">{say('my-rooms')}</h2>
      <ul className="lines">
        {index.logs.map(({ room, size }, i) => {
          const view = views[i]?.data
          const seats = rooms.find(({ id }) => id === room)?.seats ?? []
          return (
            <li key={room} className="room-of-list">
              <p className="line spread">
                <Link className="serif" to="/t/$process/rooms/$room/record" params={{ process, room }}>
                  {names.room(room)}
                </Link>
                <span className="quiet">{say('record.entries', { count: size })}</span>
              </p>
              {view && (
                <StandingOfLog
                  log={view.log}
                  seats={seats.flatMap((key) => seatOf(table, key) ?? [])}
                  at={view.at}
                  tickSeconds={view.tickSeconds}
                  brief
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const AnchorLog = ({ index: { anchor, at, tickSeconds } }: { readonly index: RecordIndex }) => {
  const { process } = useProcess()
  const say = useSay()
  return (
    <section className="stack tight" aria-labelledby="anchor">
      <h2 id="anchor">{say('anchor')}</h2>
      <p>{say('anchor.why')}</p>
      <StandingOfLog log={anchor} seats={process.seats} at={at} tickSeconds={tickSeconds} />
      <Cosigners log={anchor} at={at} />
      {anchor.checkpoint && (
        <div className="no-print">
          <Download href={`/log/${anchor.log}/checkpoint`}>{say('checkpoint.download')}</Download>
        </div>
      )}
    </section>
  )
}

const TakeHome = () => {
  const { id: process } = useProcess()
  const say = useSay()
  return (
    <section className="stack tight" aria-labelledby="home">
      <h2 id="home">{say('home')}</h2>
      <p>{say('home.what')}</p>
      <p>{say('home.secret')}</p>
      <div className="no-print">
        <Download href={`/api/processes/${process}/record/export`}>{say('home.take')}</Download>
      </div>
    </section>
  )
}

const Opened = ({ index }: { readonly index: RecordIndex }) => (
  <div className="record-columns">
    <div className="stack wide-gap">
      <RoomLogs index={index} />
      <AnchorLog index={index} />
    </div>
    <div className="stack wide-gap">
      <AppointedWitnesses index={index} />
      <ReceiptsKept />
      <TakeHome />
      <Mirrors mirrors={index.mirrors} />
    </div>
  </div>
)

export const RecordPage = () => {
  const { id } = useProcess()
  const say = useSay()
  const query = useQuery(recordIndexQuery(id))
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('record')}</PageTitle>
        <p className="quiet">{say('record.why')}</p>
      </div>
      <Shown query={query}>{(index) => <Opened index={index} />}</Shown>
    </>
  )
}
