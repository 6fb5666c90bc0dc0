/** The timetable of a week: a column for each day, and on a narrow screen one day under the other. */
import { Link } from '@tanstack/react-router'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { conflictsAbout, type Timetable } from '#domain/meetings/conflicts.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { daysOf, isDay, laterDay, mondayOf } from '#domain/meetings/week.ts'
import { locale } from '../clock.ts'
import { Empty } from '../elements/page.tsx'
import { useMoments, usePlace } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type ReadSession, sessionsOn, useTimetable } from './use-meetings.ts'
import { daysAhead, useConflictSentence, usePlaces, useSpan } from './words.ts'

/** The hours of a session by the clocks of the reader's own zone, where these show something else. */
const OwnHours = ({ session, talks }: { readonly session: ReadSession; readonly talks: string }) => {
  const say = useSay()
  const place = usePlace()
  const span = useSpan()
  const { timeZone } = useMoments()
  const { begin } = session.state
  const own = span(session.state, timeZone)
  if (own === span(session.state, talks) && daysAhead(begin, timeZone, talks) === 0) return null
  return (
    <p className="small quiet">
      {say('meetings.own-hours', {
        hours: own,
        place: place(timeZone),
        days: daysAhead(begin, timeZone, talks),
      })}
    </p>
  )
}

/** One session on the timetable. */
const Entry = ({
  session,
  view,
  timetable,
}: {
  readonly session: ReadSession
  readonly view: MeetingsView
  readonly timetable: Timetable
}) => {
  const say = useSay()
  const names = useNames()
  const { id, rooms } = useProcess()
  const span = useSpan()
  const sentence = useConflictSentence(view)
  const { venue } = usePlaces(view)
  const { timeZone } = view.arrangements.state
  const { room, object, state } = session
  const kind = rooms.find((each) => each.id === room)?.kind ?? 'plenary'
  const conflicts = conflictsAbout(timetable, object)
  return (
    <li className="card session" data-room={kind} data-cancelled={state.cancelled !== undefined}>
      <p className="session-hours">{span(state, timeZone)}</p>
      <OwnHours session={session} talks={timeZone} />
      <h3>
        <Link to="/t/$process/meetings/$room/$object" params={{ process: id, room, object }}>
          {names.of(state.title)}
        </Link>
      </h3>
      <p className="small">{names.room(room)}</p>
      {state.venue !== null && <p className="small quiet">{venue(state.venue)}</p>}
      {state.cancelled && (
        <p>
          <span className="tag solid">{say('meetings.cancelled')}</span>
        </p>
      )}
      {conflicts.length > 0 && (
        <details className="session-conflicts unfolds">
          <summary>{say('meetings.conflicts.count', { count: conflicts.length })}</summary>
          <ul className="plain-list small">
            {conflicts.map((each) => (
              <li key={sentence(each, object)}>{sentence(each, object)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

const Day = ({
  day,
  view,
  timetable,
}: {
  readonly day: string
  readonly view: MeetingsView
  readonly timetable: Timetable
}) => {
  const { language } = usePreferences()
  const say = useSay()
  const sessions = sessionsOn(view, [day])
  const inWords = new Intl.DateTimeFormat(locale(language), {
    ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' },
  })
  return (
    <section className="stack tight day" aria-labelledby={`day-${day}`} data-empty={sessions.length === 0}>
      <h2 id={`day-${day}`}>{inWords.format(new Date(`${day}T12:00:00Z`))}</h2>
      {sessions.length === 0 && <p className="small quiet">{say('meetings.no-session')}</p>}
      <ul className="stack tight">
        {sessions.map((session) => (
          <Entry key={session.object} session={session} view={view} timetable={timetable} />
        ))}
      </ul>
    </section>
  )
}

const Weeks = ({ monday }: { readonly monday: string }) => {
  const say = useSay()
  const { id } = useProcess()
  const weeks = [
    [-7, 'meetings.week.before'],
    [7, 'meetings.week.after'],
  ] as const
  return (
    <nav className="line no-print" aria-label={say('meetings.weeks')}>
      {weeks.map(([days, phrase]) => (
        <Link
          key={days}
          className="button"
          to="/t/$process/meetings"
          params={{ process: id }}
          search={{ week: laterDay(monday, days) }}
        >
          {say(phrase)}
        </Link>
      ))}
    </nav>
  )
}

/** The week that is asked for; this one where no day is, which is said. */
export const WeekView = ({
  view,
  week,
}: {
  readonly view: MeetingsView
  readonly week?: string | undefined
}) => {
  const say = useSay()
  const place = usePlace()
  const { day } = useMoments()
  const timetable = useTimetable(view)
  const { timeZone } = view.arrangements.state
  const isKnown = week !== undefined && isDay(week)
  const monday = mondayOf(isKnown ? week : localTime(timeZone, Date.parse(view.at)).day)
  const days = daysOf(monday)
  const isBusy = (each: string): boolean => sessionsOn(view, [each]).length > 0
  const shown = days.filter((each, i) => i < 5 || isBusy(each))
  return (
    <div className="stack">
      {week !== undefined && !isKnown && (
        <p className="notice">{say('meetings.week.unknown', { given: week })}</p>
      )}
      <div className="line spread">
        <p>
          {say('meetings.week', { from: day(monday), until: day(days[6] ?? monday) })}
          <br />
          <span className="small quiet">{say('meetings.zone', { place: place(timeZone) })}</span>
        </p>
        <Weeks monday={monday} />
      </div>
      {!days.some(isBusy) && <Empty>{say('meetings.none')}</Empty>}
      <div className="week" data-days={shown.length}>
        {shown.map((each) => (
          <Day key={each} day={each} view={view} timetable={timetable} />
        ))}
      </div>
    </div>
  )
}
