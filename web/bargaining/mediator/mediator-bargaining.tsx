/** Bargaining as the mediator has it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { Empty, PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import type { LoadedConflict } from '../stability/read-conflict.ts'
import { StabilityPage } from '../stability/stability-page.tsx'
import { type BargainingPart, PartsRow, partShown } from '../views-row.tsx'
import { MediatorProvider } from './at-mediator.tsx'
import { BallotsPage } from './ballots-page.tsx'
import { FirmnessPage } from './firmness-page.tsx'
import { PackagesPage } from './packages-page.tsx'
import { SuggestionsPage } from './suggestions-page.tsx'
import { TradesPage } from './trades-page.tsx'

const useParts = (view: BargainingView): readonly [BargainingPart, ...BargainingPart[]] => {
  const say = useSay()
  const [loaded, load] = useState<LoadedConflict | null>(null)
  return [
    { key: 'agenda', name: say('bargaining.part.agenda'), page: () => <AgendaPage view={view} /> },
    { key: 'packages', name: say('bargaining.mediator.part.packages'), page: () => <PackagesPage /> },
    { key: 'trades', name: say('bargaining.mediator.part.trades'), page: () => <TradesPage /> },
    { key: 'firmness', name: say('bargaining.mediator.part.firmness'), page: () => <FirmnessPage /> },
    {
      key: 'suggestions',
      name: say('bargaining.mediator.part.suggestions'),
      page: () => <SuggestionsPage />,
    },
    { key: 'ballots', name: say('bargaining.mediator.part.ballots'), page: () => <BallotsPage /> },
    {
      key: 'stability',
      name: say('stability'),
      page: () => <StabilityPage loaded={loaded} load={load} />,
    },
  ]
}

/** What was computed is let go of when the mediator leaves these pages. */
const useForgetting = (): void => {
  const { id } = useProcess()
  const client = useQueryClient()
  useEffect(
    () => () =>
      // Only when the parts of the page have let go of their questions too.
      queueMicrotask(() => client.removeQueries({ queryKey: ['process', id, 'analysis'], type: 'inactive' })),
    [client, id],
  )
}

/** The parts of the mediator's bargaining under one head. What is set out is read in the plenary, all else in the office. */
export const MediatorBargaining = ({
  view,
  shown: asked,
}: {
  readonly view: BargainingView
  readonly shown: string | undefined
}) => {
  const say = useSay()
  const { rooms } = useProcess()
  const parts = useParts(view)
  useForgetting()
  const shown = partShown(parts, asked)
  const room = rooms.find(({ kind }) => kind === (shown.key === 'agenda' ? 'plenary' : 'office'))
  const needsAgenda = shown.key !== 'agenda' && shown.key !== 'stability'
  return (
    <>
      <div className="page-head">
        {room && <RoomLine room={room} />}
        <PageTitle>{say('bargaining')}</PageTitle>
      </div>
      <PartsRow parts={parts} shown={shown} />
      {needsAgenda && !view.agenda && <Empty>{say('bargaining.mediator.no-agenda')}</Empty>}
      {view.agenda && needsAgenda ? (
        <MediatorProvider view={view} agenda={view.agenda.state}>
          <div className="mediator-page">{shown.page()}</div>
        </MediatorProvider>
      ) : (
        !needsAgenda && <div className="mediator-page">{shown.page()}</div>
      )}
    </>
  )
}
