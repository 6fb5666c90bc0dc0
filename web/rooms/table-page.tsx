/** The table: what waits on the reader, how the talks stand, who is here, and what was done last. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { tableQuery } from '../queries.ts'
import { useListing, useSay } from '../speech.tsx'
import { Latest } from './latest.tsx'
import { OpenWord } from './open-word.tsx'
import { RoomList } from './rooms-page.tsx'
import { StateOfTalks } from './state-of-talks.tsx'
import { AroundTheTable } from './table-seats.tsx'
import { WaitingList } from './waiting-list.tsx'

const Agenda = () => {
  const { id, process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const hasPlenary = rooms.some(({ kind }) => kind === 'plenary')
  if (process.agenda.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="agenda">
      <h2 id="agenda">{say('agenda')}</h2>
      <ol className="agenda">
        {process.agenda.map((item) => (
          <li key={item.key}>
            <p className="serif">{names.of(item.title)}</p>
            {item.note && <p className="small quiet">{names.of(item.note)}</p>}
            {hasPlenary && (
              <p className="small no-print">
                <Link to="/t/$process/background" params={{ process: id }} search={{ issue: item.key }}>
                  {say('background.of-issue')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export const TablePage = () => {
  const { id, process } = useProcess()
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const query = useQuery(tableQuery(id))
  const about = [
    process.venue ? names.of(process.venue) : '',
    process.round === undefined ? '' : say('round', { round: process.round }),
    process.rules.nothingAgreedUntilEverythingAgreed ? say('table.nothing-agreed') : '',
  ].filter((each) => each !== '')
  return (
    <>
      <div className="page-head">
        <p className="quiet small">{listing(process.parties.map((party) => names.of(party.name)))}</p>
        <PageTitle>{names.of(process.name)}</PageTitle>
        <p className="quiet">{about.join(' · ')}</p>
      </div>
      <StateOfTalks />
      <div className="table-columns">
        <div className="stack wide-gap">
          <section className="stack tight" aria-labelledby="waiting">
            <h2 id="waiting">{say('waiting')}</h2>
            <Shown query={query}>{({ waiting }) => <WaitingList waiting={waiting} />}</Shown>
          </section>
          <OpenWord />
          <section className="stack tight" aria-labelledby="latest">
            <h2 id="latest">{say('latest')}</h2>
            <Shown query={query}>{({ latest }) => <Latest acts={latest} />}</Shown>
          </section>
          <Agenda />
        </div>
        <div className="stack wide-gap">
          <section className="stack tight" aria-labelledby="rooms">
            <h2 id="rooms">
              <Link to="/t/$process/rooms" params={{ process: id }} className="plain-link">
                {say('my-rooms')}
              </Link>
            </h2>
            <RoomList short />
          </section>
          <AroundTheTable />
        </div>
      </div>
    </>
  )
}
