/** Bargaining, as each seat has it: a party its own worth, the mediator packages, everybody else what is negotiated. */
import { lazy, Suspense } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMySeat, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AgendaPage } from './agenda/agenda-page.tsx'
import type { BargainingSearch } from './search.ts'
import { useBargaining } from './use-bargaining.ts'

const MediatorBargaining = lazy(async () => ({
  default: (await import('./mediator/mediator-bargaining.tsx')).MediatorBargaining,
}))
const PartyBargaining = lazy(async () => ({
  default: (await import('./party/party-bargaining.tsx')).PartyBargaining,
}))

const ForTheTable = ({ view }: { readonly view: BargainingView }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  return (
    <>
      <div className="page-head">
        {plenary && <RoomLine room={plenary} />}
        <PageTitle>{say('bargaining')}</PageTitle>
      </div>
      <AgendaPage view={view} />
    </>
  )
}

const BySeat = ({ view, search }: { readonly view: BargainingView; readonly search: BargainingSearch }) => {
  const { kind } = useMySeat()
  if (kind === 'mediator') return <MediatorBargaining view={view} shown={search.view} />
  if (kind === 'party') return <PartyBargaining view={view} shown={search.view} />
  return <ForTheTable view={view} />
}

/** The page; whoever does not sit in the plenary has no bargaining to read. */
export const BargainingPage = ({ search }: { readonly search: BargainingSearch }) => {
  const say = useSay()
  const query = useBargaining()
  return (
    <Suspense
      fallback={
        <p className="quiet waiting-line" role="status">
          {say('loading')}
        </p>
      }
    >
      <Shown query={query}>{(view) => <BySeat view={view} search={search} />}</Shown>
    </Suspense>
  )
}
