/** Commitments: the list, the joint commission's cases, the register, and for a verifier the mission's own desk. */
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { CasesView } from './cases-view.tsx'
import { EvidenceView } from './evidence/evidence-view.tsx'
import { ListView } from './list-view.tsx'
import { MapView } from './map/map-view.tsx'
import { MissionView } from './mission-view.tsx'
import { OutsideView } from './outside/outside-view.tsx'
import { RegisterView } from './register-view.tsx'
import { ReportsView } from './report/reports-view.tsx'
import type { CommitmentsPart } from './search.ts'
import { useCommitments, useRoom } from './use-commitments.ts'

const Parts = ({ shown }: { readonly shown: CommitmentsPart }) => {
  const say = useSay()
  const { id } = useProcess()
  const mission = useRoom('mission')
  const parts = [
    'list',
    'cases',
    'register',
    'evidence',
    'map',
    'reports',
    'outside',
    ...(mission ? (['mission'] as const) : []),
  ] as const
  return (
    <nav className="switches views" aria-label={say('commitments')}>
      {parts.map((part) => (
        <Link
          key={part}
          to="/t/$process/commitments"
          params={{ process: id }}
          search={part === 'list' ? {} : { view: part }}
          className="button"
          data-look="choice"
          aria-current={part === shown ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {say(`commitments.view.${part}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The page, with what is asked for. */
export const CommitmentsPage = ({ shown }: { readonly shown: CommitmentsPart }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const query = useCommitments()
  const mayCommon = useMay(useRoom('plenary'))('stipulation.enter')
  const mayOwn = useMay(rooms.find(({ kind }) => kind === 'caucus'))('stipulation.enter')
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('commitments')}</PageTitle>
        <div className="line">
          <Parts shown={shown} />
          {(mayCommon || mayOwn) && (
            <Link
              className="button"
              to="/t/$process/commitments/stipulate"
              params={{ process: id }}
              search={{ clause: '' }}
            >
              {say('commitments.stipulate')}
            </Link>
          )}
        </div>
      </div>
      <Shown query={query}>
        {(view) => {
          if (shown === 'cases') return <CasesView view={view} />
          if (shown === 'register') return <RegisterView />
          if (shown === 'evidence') return <EvidenceView view={view} />
          if (shown === 'map') return <MapView />
          if (shown === 'reports') return <ReportsView view={view} />
          if (shown === 'outside') return <OutsideView />
          if (shown === 'mission') return <MissionView view={view} />
          return <ListView view={view} />
        }}
      </Shown>
    </div>
  )
}
