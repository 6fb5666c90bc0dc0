/** The parts of a session's page: hours, agenda, people, arrivals. */
import { Link } from '@tanstack/react-router'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { useLanguageName } from '../elements/languages.ts'
import { Side } from '../elements/side.tsx'
import { useMoments, usePlace } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { type ReadSession, useSeatsOf } from './use-meetings.ts'
import { usePlaces, useSpan } from './words.ts'

interface Shown {
  readonly session: ReadSession
  readonly view: MeetingsView
}

/** The zones that matter for a session: that of the talks, those of the seats in its room, and UTC; each once. */
const useZones = ({ session, view }: Shown): readonly string[] => {
  const { process, rooms } = useProcess()
  const seats = rooms.find(({ id }) => id === session.room)?.seats ?? []
  const own = process.seats.filter(({ key }) => seats.includes(key)).map(({ timeZone }) => timeZone)
  return [...new Set([view.arrangements.state.timeZone, ...own, 'UTC'])]
}

export const Hours = ({ session, view }: Shown) => {
  const say = useSay()
  const place = usePlace()
  const span = useSpan()
  const { dayAndClock } = useMoments()
  const { begin, end } = session.state
  const { timeZone } = view.arrangements.state
  return (
    <section className="stack tight" aria-labelledby="hours">
      <h2 id="hours">{say('meetings.hours')}</h2>
      <dl className="hours">
        {useZones({ session, view }).map((zone) => (
          <div key={zone} data-talks={zone === timeZone}>
            <dt className="small quiet">{zone === 'UTC' ? 'UTC' : place(zone)}</dt>
            <dd>
              <time dateTime={begin}>{span({ begin, end }, zone)}</time>{' '}
              <span className="small quiet">
                {dayAndClock(begin, zone).replace(/,? (?:at |в )?\d\d:\d\d$/, '')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export const AgendaShown = ({ session, view }: Shown) => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const { room, state } = session
  if (state.agenda.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="agenda">
      <h2 id="agenda">{say('meetings.agenda')}</h2>
      <ol className="numbered">
        {state.agenda.map((item) => (
          <li key={names.of(item.title)}>
            {names.of(item.title)}
            <ul className="plain-list small">
              {item.papers.map((paper) => (
                <li key={paper}>
                  <Link to="/t/$process/rooms/$room/papers/$paper" params={{ process: id, room, paper }}>
                    {names.of(
                      view.papers.find((each) => each.room === room && each.object === paper)?.title ?? {},
                    ) || say('paper')}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

export const People = ({ session: { state, room } }: Pick<Shown, 'session'>) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const languageName = useLanguageName()
  const { rooms } = useProcess()
  const seats = useSeatsOf(rooms.find(({ id }) => id === room))
  const of = (seat: string) => state.attends.filter((id) => names.memberCard(id)?.seat === seat)
  return (
    <section className="stack tight" aria-labelledby="attends">
      <h2 id="attends">{say('meetings.attends')}</h2>
      {state.attends.length === 0 && <p className="small quiet">{say('meetings.attends.nobody')}</p>}
      {seats
        .filter((seat) => of(seat).length > 0)
        .map((seat) => (
          <p key={seat}>
            <Side seat={seat} /> {listing(of(seat).map(names.member))}
          </p>
        ))}
      {(state.languages.length > 1 || state.interpreters.length > 0) && (
        <p>
          <strong>{say('meetings.interpreting')}:</strong>{' '}
          {state.interpreters.length === 0
            ? say('meetings.interpreting.nobody')
            : state.interpreters
                .map((each) => `${names.member(each.member)} (${listing(each.languages.map(languageName))})`)
                .join('; ')}
        </p>
      )}
    </section>
  )
}

export const Arrivals = ({ session: { state }, view }: Shown) => {
  const say = useSay()
  const { clock } = useMoments()
  const { entrance } = usePlaces(view)
  const { timeZone } = view.arrangements.state
  if (state.arrivals.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="arrivals">
      <h2 id="arrivals">{say('meetings.arrivals')}</h2>
      <ul className="stack tight">
        {state.arrivals
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map(({ seat, entrance: key, at }) => (
            <li key={seat}>
              {clock(at, timeZone)} <Side seat={seat} /> {entrance(key)}
            </li>
          ))}
      </ul>
    </section>
  )
}
