/** Bargaining as the mediator has it. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import { type BargainingPart, PartsRow, partShown } from '../views-row.tsx'

/** The parts of the mediator's bargaining under one head. */
export const MediatorBargaining = ({
  view,
  shown: asked,
}: {
  readonly view: BargainingView
  readonly shown: string | undefined
}) => {
  const say = useSay()
  const { rooms } = useProcess()
  const parts: readonly [BargainingPart, ...BargainingPart[]] = [
    { key: 'agenda', name: say('bargaining.part.agenda'), page: () => <AgendaPage view={view} /> },
  ]
  const shown = partShown(parts, asked)
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  return (
    <>
      <div className="page-head">
        {plenary && <RoomLine room={plenary} />}
        <PageTitle>{say('bargaining')}</PageTitle>
      </div>
      <PartsRow parts={parts} shown={shown} />
      {shown.page()}
    </>
  )
}
