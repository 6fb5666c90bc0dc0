/** The process itself: how it stands, and how evenly it serves the parties. */
import { Link } from '@tanstack/react-router'
import type { SeatKind } from '#domain/parties/process.ts'
import { PageTitle } from '../elements/page.tsx'
import { useMoments } from '../moments.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { FundamentalsView } from './fundamentals-view.tsx'
import { HandoverView } from './handover-view.tsx'
import type { ProcessPart } from './search.ts'
import { StandingView } from './standing-view.tsx'
import { SymmetryView } from './symmetry-view.tsx'

/** What is there for each kind of seat. */
const partsOf = (kind: SeatKind): readonly ProcessPart[] => {
  if (kind === 'mediator') return ['standing', 'symmetry', 'fundamentals', 'handover']
  return kind === 'party' ? ['standing', 'symmetry'] : ['standing']
}

const Parts = ({ parts, shown }: { readonly parts: readonly ProcessPart[]; readonly shown: ProcessPart }) => {
  const say = useSay()
  const { id } = useProcess()
  return (
    <nav className="switches views no-print" aria-label={say('process')}>
      {parts.map((part) => (
        <Link
          key={part}
          to="/t/$process/process"
          params={{ process: id }}
          search={part === 'standing' ? {} : { view: part }}
          className="button"
          data-look="choice"
          aria-current={part === shown ? 'true' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {say(`process.view.${part}`)}
        </Link>
      ))}
    </nav>
  )
}

/** On paper there is no menu to say which talks, which part of the page and when. */
const PaperLine = ({ shown }: { readonly shown: ProcessPart }) => {
  const say = useSay()
  const names = useNames()
  const { full } = useMoments()
  const { process, at } = useProcess()
  return (
    <p className="on-paper small quiet">
      {names.of(process.name)} · {say(`process.view.${shown}`)} · {full(at)}
    </p>
  )
}

/** The page, with the part that is asked for; a part that is not the reader's shows how the process stands. */
export const ProcessPage = ({ shown: asked }: { readonly shown: ProcessPart }) => {
  const say = useSay()
  const { kind } = useMySeat()
  const parts = partsOf(kind)
  const shown = parts.find((part) => part === asked) ?? 'standing'
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('process')}</PageTitle>
        {parts.length > 1 && <Parts parts={parts} shown={shown} />}
        <PaperLine shown={shown} />
      </div>
      {shown === 'standing' && <StandingView />}
      {shown === 'symmetry' && <SymmetryView />}
      {shown === 'fundamentals' && <FundamentalsView />}
      {shown === 'handover' && <HandoverView />}
    </div>
  )
}
