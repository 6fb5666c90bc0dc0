/** Accreditation: a delegation's own list and what became of it; for the mediator both lists, and how even they are. */
import { Link } from '@tanstack/react-router'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { reciprocityOf } from '#domain/meetings/accreditation.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { alternat, partyOf, type Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMoments } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { BadgeCheck } from './badge-check.tsx'
import { ListForm } from './list-form.tsx'

type Read = MeetingsView['accreditations'][number]

/** How many were submitted and accredited on each side: only who sits in the channels of all parties can compare. */
const Reciprocity = ({
  view,
  channels,
}: {
  readonly view: MeetingsView
  readonly channels: readonly Room[]
}) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  if (channels.length < process.parties.length || channels.length < 2) return null
  const rows = alternat(process, me.seat, at).map(({ key }) => {
    const room = channels.find((each) => partyOf(process, each)?.key === key)
    return reciprocityOf(key, view.accreditations.find((each) => each.room === room?.id)?.state)
  })
  return (
    <section className="stack tight" aria-labelledby="reciprocity">
      <h2 id="reciprocity">{say('meetings.reciprocity')}</h2>
      <ul className="plain-list lines">
        {rows.map(({ party, ...counts }) => (
          <li key={party}>
            <strong>{names.party(party)}:</strong> {say('meetings.reciprocity.counts', counts)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Person = ({
  list,
  person,
}: {
  readonly list: Read
  readonly person: Read['state']['people'][number]
}) => {
  const say = useSay()
  const names = useNames()
  const { rooms } = useProcess()
  const acting = useAct(list.room)
  const may = useMay(rooms.find(({ id }) => id === list.room))
  const decision = list.state.decisions.find((each) => each.person === person.id)
  const standing = !decision ? 'waiting' : decision.badge === null ? 'declined' : 'accredited'
  const base = list.revision
  const object = 'accreditation'
  const about = <span className="unseen"> {names.of(person.name)}</span>
  return (
    <li className="line spread">
      <span>
        <strong>{names.of(person.name)}</strong>{' '}
        <span className="small quiet">
          {names.of(person.title)} · {say(`meetings.category.${person.category}`)}
        </span>
        {decision?.words && <span className="small"> {names.of(decision.words)}</span>}
      </span>
      <span className="line">
        <span className="tag">{say(`meetings.badge.${standing}`)}</span>
        {may('accreditation.grant') && standing !== 'accredited' && (
          <Button
            isDisabled={acting.busy}
            onPress={() =>
              void acting.act({ kind: 'accreditation.grant', object, base, payload: { people: [person.id] } })
            }
          >
            {say('meetings.badge.grant')}
            {about}
          </Button>
        )}
        {may('accreditation.decline') && standing !== 'declined' && (
          <Button
            isDisabled={acting.busy}
            onPress={() =>
              void acting.act({ kind: 'accreditation.decline', object, base, payload: { person: person.id } })
            }
          >
            {say(standing === 'accredited' ? 'meetings.badge.withdraw' : 'meetings.badge.decline')}
            {about}
          </Button>
        )}
        <Outcome trouble={acting.trouble} />
      </span>
    </li>
  )
}

const List = ({ room, list }: { readonly room: Room; readonly list: Read | undefined }) => {
  const say = useSay()
  const names = useNames()
  const { id, process } = useProcess()
  const { day } = useMoments()
  const may = useMay(room)
  const party = partyOf(process, room)?.key ?? ''
  const { accredited, waiting } = reciprocityOf(party, list?.state)
  const acting = useAct(room.id)
  const open = list?.state.people.filter(
    ({ id: one }) => !list.state.decisions.some(({ person }) => person === one),
  )
  return (
    <section className="stack" aria-labelledby={`list-${room.id}`}>
      <h2 id={`list-${room.id}`}>{say('meetings.list-of', { party: names.party(party) })}</h2>
      <RoomLine room={room} />
      {list ? (
        <>
          <p className="small">
            {say('meetings.list.days', { from: day(list.state.from), until: day(list.state.until) })}
          </p>
          <ul className="plain-list lines">
            {list.state.people.map((person) => (
              <Person key={person.id} list={list} person={person} />
            ))}
          </ul>
        </>
      ) : (
        <p className="quiet">{say('meetings.list.none')}</p>
      )}
      <div className="line no-print">
        {accredited > 0 && (
          <Link
            className="button"
            to="/t/$process/meetings/$room/badges"
            params={{ process: id, room: room.id }}
          >
            {say('meetings.badges')}
          </Link>
        )}
        {list && open && waiting > 0 && may('accreditation.grant') && (
          <Button
            isDisabled={acting.busy}
            onPress={() =>
              void acting.act({
                ...{ kind: 'accreditation.grant', object: 'accreditation', base: list.revision },
                payload: { people: open.map((each) => each.id) },
              })
            }
          >
            {say('meetings.badge.grant-all', { count: waiting })}
          </Button>
        )}
      </div>
      <Outcome trouble={acting.trouble} />
      {may('accreditation.submit') && <ListForm room={room.id} list={list} />}
    </section>
  )
}

/** The lists of the channels in which the reader sits. */
export const AccreditationView = ({ view }: { readonly view: MeetingsView }) => {
  const say = useSay()
  const { rooms, me, at } = useProcess()
  const { kind } = useMySeat()
  const channels = rooms.filter(({ kind }) => kind === 'channel')
  if (channels.length === 0) return <Empty>{say('meetings.accreditation.elsewhere')}</Empty>
  return (
    <div className="stack wide-gap">
      <Reciprocity view={view} channels={channels} />
      {channels.some((room) => mayPerform(me, kind, 'accreditation.grant', room, at).ok) && (
        <BadgeCheck view={view} />
      )}
      {channels.map((room) => (
        <List key={room.id} room={room} list={view.accreditations.find((each) => each.room === room.id)} />
      ))}
    </div>
  )
}
