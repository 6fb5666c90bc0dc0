/** The badges of a delegation, for paper: name, side, days, and the signed note as a QR code. */
import { Link } from '@tanstack/react-router'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { partyOf } from '#domain/parties/process.ts'
import { Button } from '../elements/button.tsx'
import { Empty, PageTitle } from '../elements/page.tsx'
import { QrCode } from '../elements/qr.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useMeetings } from './use-meetings.ts'

const Badges = ({ list }: { readonly list: MeetingsView['accreditations'][number] }) => {
  const say = useSay()
  const names = useNames()
  const { process, rooms } = useProcess()
  const { day } = useMoments()
  const room = rooms.find(({ id }) => id === list.room)
  const party = room ? partyOf(process, room) : undefined
  const granted = list.state.people.flatMap((person) => {
    const badge = list.state.decisions.find((each) => each.person === person.id)?.badge
    return badge ? [{ person, badge }] : []
  })
  return (
    <ul className="badges">
      {granted.map(({ person, badge }) => (
        <li key={person.id} className="card badge" data-hue={party?.hue}>
          <p className="small quiet">{names.of(process.name)}</p>
          {process.languages.map((language) => (
            <p key={language} lang={language} dir="auto" className="badge-name">
              {person.name[language]}
            </p>
          ))}
          {process.languages.map((language) => (
            <p key={language} lang={language} dir="auto">
              {party?.name[language]}
            </p>
          ))}
          <p className="small">
            {say(`meetings.category.${person.category}`)} · {day(list.state.from)} – {day(list.state.until)}
          </p>
          <QrCode text={badge} label={say('meetings.badge.code', { who: names.of(person.name) })} />
        </li>
      ))}
    </ul>
  )
}

/** The page; a room that the reader has not has no badges. */
export const BadgesPage = ({ room }: { readonly room: string }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const query = useMeetings()
  const there = rooms.find((each) => each.id === room)
  return (
    <div className="stack">
      <div className="page-head">
        {there && <RoomLine room={there} />}
        <PageTitle>{say('meetings.badges')}</PageTitle>
        <div className="line no-print">
          <Button onPress={() => print()}>{say('meetings.print')}</Button>
          <Link to="/t/$process/meetings" params={{ process: id }} search={{ view: 'accreditation' }}>
            {say('meetings.back-to-accreditation')}
          </Link>
        </div>
      </div>
      <Shown query={query}>
        {(view) => {
          const list = view.accreditations.find((each) => each.room === room)
          return list ? <Badges list={list} /> : <Empty>{say('meetings.list.none')}</Empty>
        }}
      </Shown>
    </div>
  )
}
