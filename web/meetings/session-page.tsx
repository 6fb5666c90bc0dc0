/** One session: hours in every zone that matters, place, people, agenda, what it does not go together with; and its papers. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { conflictsAbout } from '#domain/meetings/conflicts.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { MinutesSection } from './minutes-section.tsx'
import { SeatingPlan } from './seating-plan.tsx'
import { AgendaShown, Arrivals, Hours, People } from './session-parts.tsx'
import { type ReadSession, useMeetings, useTimetable } from './use-meetings.ts'
import { useConflictSentence, usePlaces } from './words.ts'

/** Calling a session off, with a word on why for those who were asked to come. */
const CancelAct = ({ session }: { readonly session: ReadSession }) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(session.room)
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState<Written>({})
  const isBlank = Object.values(words).every((each) => each.trim() === '')
  const given = whole(words, process.languages)
  const { object, revision } = session
  if (!open) return <Button onPress={() => setOpen(true)}>{say('meetings.cancel')}</Button>
  return (
    <section className="card stack act-form" aria-label={say('meetings.cancel')}>
      <BothFields long label={say('meetings.cancel.why')} value={words} onChange={setWords} />
      <div className="line">
        <Button
          look="main"
          isDisabled={acting.busy || (!isBlank && !given)}
          onPress={() =>
            void acting.act({
              ...{ kind: 'session.cancel', object, base: revision },
              payload: given ? { words: given } : {},
            })
          }
        >
          {say('meetings.cancel')}
        </Button>
        <Button onPress={() => setOpen(false)}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}

const Acts = ({ session, view }: { readonly session: ReadSession; readonly view: MeetingsView }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const may = useMay(rooms.find((room) => room.id === session.room))
  const { room, object, state } = session
  const isOver = state.cancelled !== undefined || state.end <= view.at
  return (
    <div className="line no-print">
      {may('session.change') && !isOver && (
        <Link
          className="button"
          to="/t/$process/meetings/$room/$object/change"
          params={{ process: id, room, object }}
        >
          {say('meetings.change')}
        </Link>
      )}
      <CalendarButton invitation={{ view, session: object }} />
      <Link
        className="button"
        to="/t/$process/meetings/$room/$object/pack"
        params={{ process: id, room, object }}
      >
        {say('meetings.pack')}
      </Link>
      <Button onPress={() => print()}>{say('meetings.print')}</Button>
      {may('session.cancel') && !isOver && <CancelAct session={session} />}
    </div>
  )
}

const Conflicts = ({ session, view }: { readonly session: ReadSession; readonly view: MeetingsView }) => {
  const say = useSay()
  const sentence = useConflictSentence(view)
  const conflicts = conflictsAbout(useTimetable(view), session.object)
  if (conflicts.length === 0) return null
  return (
    <section className="notice" aria-labelledby="conflicts" data-kind="trouble">
      <h2 id="conflicts">{say('meetings.conflicts')}</h2>
      <ul className="plain-list">
        {conflicts.map((each) => (
          <li key={sentence(each, session.object)}>{sentence(each, session.object)}</li>
        ))}
      </ul>
    </section>
  )
}

const Session = ({ session, view }: { readonly session: ReadSession; readonly view: MeetingsView }) => {
  const say = useSay()
  const names = useNames()
  const { id, rooms } = useProcess()
  const { venue, entrance } = usePlaces(view)
  const { room: roomId, state } = session
  const room = rooms.find((each) => each.id === roomId)
  const where = view.arrangements.state.venues.find(({ key }) => key === state.venue)
  return (
    <div className="stack">
      <div className="page-head">
        {room && <RoomLine room={room} />}
        <PageTitle>{names.of(state.title)}</PageTitle>
        <p className="small no-print">
          <Link
            to="/t/$process/meetings"
            params={{ process: id }}
            search={{ week: state.begin.slice(0, 10) }}
          >
            {say('meetings.back')}
          </Link>
        </p>
      </div>
      {state.cancelled && (
        <p className="notice">
          <strong>{say('meetings.cancelled')}</strong> {names.of(state.cancelled.words ?? {})}
        </p>
      )}
      <Acts session={session} view={view} />
      <Conflicts session={session} view={view} />
      <Hours session={session} view={view} />
      <p>
        <strong>{say('meetings.venue')}:</strong>{' '}
        {where ? `${venue(state.venue)}, ${entrance(where.entrance)}` : say('meetings.venue.none')}
      </p>
      <AgendaShown session={session} view={view} />
      <People session={session} />
      <Arrivals session={session} view={view} />
      <MinutesSection session={session} view={view} />
      <SeatingPlan session={session} />
    </div>
  )
}

/** The page of a session; an id from a room that the reader has not is as unknown as one that never was. */
export const SessionPage = ({ room, object }: { readonly room: string; readonly object: string }) => {
  const say = useSay()
  const query = useMeetings({ session: object })
  return (
    <Shown query={query}>
      {(view) => {
        const session = view.sessions.find((each) => each.room === room && each.object === object)
        return session ? (
          <Session session={session} view={view} />
        ) : (
          <Empty>{say('meetings.session.unknown')}</Empty>
        )
      }}
    </Shown>
  )
}
