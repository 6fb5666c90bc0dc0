/** Meetings: the timetable of a week and the practical arrangements, as far as the reader may read them. */
import { Link } from '@tanstack/react-router'
import { isDay } from '#domain/meetings/week.ts'
import { Button } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AccreditationView } from './accreditation-view.tsx'
import { ArrangementsView } from './arrangements-view.tsx'
import { CalendarButton } from './calendar-button.tsx'
import type { MeetingsSearch } from './search.ts'
import { useConvening } from './use-convening.ts'
import { useMeetings } from './use-meetings.ts'
import { WeekView } from './week-view.tsx'

const Views = ({ shown }: { readonly shown: NonNullable<MeetingsSearch['view']> | 'timetable' }) => {
  const say = useSay()
  const { id } = useProcess()
  return (
    <nav className="switches views no-print" aria-label={say('meetings')}>
      {(['timetable', 'arrangements', 'accreditation'] as const).map((view) => (
        <Link
          key={view}
          to="/t/$process/meetings"
          params={{ process: id }}
          search={view === 'timetable' ? {} : { view }}
          className="button"
          data-look="choice"
          aria-current={view === shown ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {say(`meetings.view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The page, with what is asked for. */
export const MeetingsPage = ({ search }: { readonly search: MeetingsSearch }) => {
  const say = useSay()
  const { id } = useProcess()
  const isKnown = search.week !== undefined && isDay(search.week)
  const query = useMeetings(isKnown ? { week: search.week } : {})
  const convening = useConvening()
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('meetings')}</PageTitle>
        <div className="line no-print">
          <Views shown={search.view ?? 'timetable'} />
          {convening.length > 0 && (
            <Link className="button" to="/t/$process/meetings/convene" params={{ process: id }}>
              {say('meetings.convene')}
            </Link>
          )}
          <CalendarButton />
          <Button onPress={() => print()}>{say('meetings.print')}</Button>
        </div>
      </div>
      <Shown query={query}>
        {(view) => {
          if (search.view === 'accreditation') return <AccreditationView view={view} />
          if (search.view === 'arrangements')
            return <ArrangementsView key={view.arrangements.revision} view={view} />
          return <WeekView view={view} week={search.week} />
        }}
      </Shown>
    </div>
  )
}
