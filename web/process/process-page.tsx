/** The process itself: how evenly it serves the parties. */
import { PageTitle } from '../elements/page.tsx'
import { useMySeat } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { ProcessPart } from './search.ts'
import { SymmetryView } from './symmetry-view.tsx'

/** The page of the mediator and of each party, with the part that is asked for. */
export const ProcessPage = ({ shown: _ }: { readonly shown: ProcessPart }) => {
  const say = useSay()
  const { kind } = useMySeat()
  const isOpen = kind === 'mediator' || kind === 'party'
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('process')}</PageTitle>
        {!isOpen && <p>{say('process.not-yours')}</p>}
      </div>
      {isOpen && <SymmetryView />}
    </div>
  )
}
