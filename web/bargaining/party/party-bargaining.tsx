/** Bargaining as a party has it: what is negotiated, what it is worth to us, and what has been put to us. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import { type BargainingPart, PartsRow, partShown } from '../views-row.tsx'

/** The parts of a party's bargaining under one head; the line over it is of the room that the part is in. */
export const PartyBargaining = ({
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
