/** The practical arrangements: venues by entrance and allotment, parity of rooms and of time, the figures of the timetable. */
import { useState } from 'react'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { common, sharedEntrances, venueParity } from '#domain/meetings/arrangements.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { timeParity } from '#domain/meetings/reading.ts'
import { laterDay, mondayOf } from '#domain/meetings/week.ts'
import { alternat } from '#domain/parties/process.ts'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Side } from '../elements/side.tsx'
import { useMoments, usePlace } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { ArrangementsForm } from './arrangements-form.tsx'
import { useChannels } from './use-meetings.ts'
import { usePlaces } from './words.ts'

interface Shown {
  readonly view: MeetingsView
}

const Venues = ({ view }: Shown) => {
  const say = useSay()
  const names = useNames()
  const { entrances, venues } = view.arrangements.state
  return (
    <section className="stack tight" aria-labelledby="venues">
      <h2 id="venues">{say('meetings.venues')}</h2>
      {entrances.map(({ key, name }) => (
        <section key={key} className="card stack tight" aria-labelledby={`entrance-${key}`}>
          <h3 id={`entrance-${key}`}>{names.of(name)}</h3>
          <ul className="plain-list lines">
            {venues
              .filter(({ entrance }) => entrance === key)
              .map((venue) => (
                <li key={venue.key} className="line spread">
                  <span>
                    {names.of(venue.name)}{' '}
                    <span className="small quiet">{say(`meetings.venue-kind.${venue.kind}`)}</span>
                  </span>
                  {venue.allotted === common ? (
                    <span className="small quiet">{say('meetings.allotted.common')}</span>
                  ) : (
                    <Side seat={venue.allotted} />
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

const VenueParity = ({ view }: Shown) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { process, me, at } = useProcess()
  const { entrance } = usePlaces(view)
  const { state } = view.arrangements
  const parties = alternat(process, me.seat, at)
  const rows = venueParity(state, { ...process, parties })
  const shared = sharedEntrances(state, process)
  return (
    <section className="stack tight" aria-labelledby="parity">
      <h2 id="parity">{say('meetings.parity')}</h2>
      <ul className="plain-list lines">
        {rows.map(({ kind, counts, isEven }) => (
          <li key={kind}>
            <strong>{say(`meetings.venue-kind.${kind}`)}:</strong>{' '}
            {counts.map(({ party, venues }) => `${names.party(party)} ${venues}`).join(' · ')}{' '}
            <span className="tag" data-even={isEven}>
              {say(isEven ? 'meetings.parity.even' : 'meetings.parity.uneven')}
            </span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="small quiet">{say('meetings.parity.none')}</p>}
      {shared.length > 0 && (
        <p className="notice" data-kind="trouble">
          {say('meetings.parity.shared', { entrances: listing(shared.map(entrance)) })}
        </p>
      )}
    </section>
  )
}

/** The time that was offered to each party with the mediator alone in this week; only who sits in all channels can tell. */
const TimeParity = ({ view }: Shown) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  const { day } = useMoments()
  const parties = alternat(process, me.seat, at)
  const { timeZone } = view.arrangements.state
  const monday = mondayOf(localTime(timeZone, Date.parse(view.at)).day)
  const sunday = laterDay(monday, 7)
  const parity = timeParity(view, { parties }, useChannels(), monday, sunday)
  if (!parity) return null
  return (
    <section className="stack tight" aria-labelledby="time-parity">
      <h2 id="time-parity">{say('meetings.parity.time')}</h2>
      <p>
        {say('meetings.week', { from: day(monday), until: day(laterDay(monday, 6)) })}:{' '}
        {parity.counts
          .map(({ party, minutes }) => say('meetings.parity.minutes', { who: names.party(party), minutes }))
          .join(' · ')}{' '}
        <span className="tag" data-even={parity.isEven}>
          {say(parity.isEven ? 'meetings.parity.even' : 'meetings.parity.uneven')}
        </span>
      </p>
    </section>
  )
}

const Figures = ({ view }: Shown) => {
  const say = useSay()
  const place = usePlace()
  const { timeZone, apartMinutes, turnaroundMinutes, interpreting } = view.arrangements.state
  return (
    <section className="stack tight" aria-labelledby="figures">
      <h2 id="figures">{say('meetings.figures')}</h2>
      <ul className="plain-list lines">
        <li>{say('meetings.zone', { place: place(timeZone) })}</li>
        <li>{say('meetings.figures.apart', { minutes: apartMinutes })}</li>
        <li>{say('meetings.figures.turnaround', { minutes: turnaroundMinutes })}</li>
        {interpreting.teams.map(({ upToMinutes, interpreters }) => (
          <li key={upToMinutes}>
            {say('meetings.figures.team', { minutes: upToMinutes, count: interpreters })}
          </li>
        ))}
        <li>{say('meetings.figures.daily', { minutes: interpreting.dailyMinutes })}</li>
        <li>{say('meetings.figures.rest', { minutes: interpreting.restMinutes })}</li>
      </ul>
      <p className="small quiet">{say('meetings.figures.source')}</p>
    </section>
  )
}

/** The arrangements; the mediator's secretariat changes them here. */
export const ArrangementsView = ({ view }: Shown) => {
  const say = useSay()
  const { rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const [open, setOpen] = useState(false)
  if (open && plenary) return <ArrangementsForm view={view} room={plenary.id} close={() => setOpen(false)} />
  return (
    <div className="stack wide-gap">
      {plenary && <RoomLine room={plenary} />}
      {may('arrangements.set') && (
        <div className="line no-print">
          <Button onPress={() => setOpen(true)}>{say('meetings.arrange')}</Button>
        </div>
      )}
      {view.arrangements.state.venues.length === 0 ? (
        <Empty>{say('meetings.venues.none')}</Empty>
      ) : (
        <Venues view={view} />
      )}
      <VenueParity view={view} />
      <TimeParity view={view} />
      <Figures view={view} />
    </div>
  )
}
