/** The background of the talks: the time line, earlier agreements and what became of them, lessons, and files of it all. */
import { Link } from '@tanstack/react-router'
import { GrievancesView } from '../confidence/grievances-view.tsx'
import { MeasuresView } from '../confidence/measures-view.tsx'
import { PromisesView } from '../confidence/promises-view.tsx'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AgreementsView } from './agreements-view.tsx'
import { FilesView } from './files-view.tsx'
import { LessonsView } from './lessons-view.tsx'
import { LineView } from './line-view.tsx'
import type { BackgroundPart, BackgroundSearch } from './search.ts'
import { useBackground, useRoomsFor } from './use-background.ts'

const Parts = ({ shown }: { readonly shown: BackgroundPart }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const hasCaucus = rooms.some(({ kind }) => kind === 'caucus')
  const parts = [
    ...(['line', 'agreements', 'lessons', 'measures', 'promises'] as const),
    ...(hasCaucus ? (['grievances'] as const) : []),
    'files',
  ] as const
  return (
    <nav className="switches views no-print" aria-label={say('background')}>
      {parts.map((part) => (
        <Link
          key={part}
          to="/t/$process/background"
          params={{ process: id }}
          search={part === 'line' ? {} : { view: part }}
          className="button"
          data-look="choice"
          aria-current={part === shown ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {say(`background.view.${part}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The page, with what is asked for. */
export const BackgroundPage = ({ search }: { readonly search: BackgroundSearch }) => {
  const say = useSay()
  const { id } = useProcess()
  const query = useBackground()
  const places = useRoomsFor('event.enter')
  const shown = search.view ?? 'line'
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('background')}</PageTitle>
        <div className="line no-print">
          <Parts shown={shown} />
          {places.length > 0 && (
            <Link className="button" to="/t/$process/background/enter" params={{ process: id }}>
              {say('background.enter')}
            </Link>
          )}
        </div>
      </div>
      <Shown query={query}>
        {(view) => {
          if (shown === 'agreements') return <AgreementsView view={view} />
          if (shown === 'lessons') return <LessonsView view={view} />
          if (shown === 'measures') return <MeasuresView />
          if (shown === 'promises') return <PromisesView />
          if (shown === 'grievances') return <GrievancesView />
          if (shown === 'files') return <FilesView view={view} />
          return <LineView view={view} search={search} />
        }}
      </Shown>
    </div>
  )
}
