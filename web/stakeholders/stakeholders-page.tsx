/** The stakeholder map of the reader's own room: who stands behind the delegations, issue by issue. */
import { useState } from 'react'
import type { StakeholdersView } from '#contract/stakeholders.ts'
import type { Room } from '#domain/parties/process.ts'
import { Pick } from '../elements/field.tsx'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { EndsForm } from './ends-form.tsx'
import { IssuePicture } from './issue-picture.tsx'
import { StakeholderForm } from './stakeholder-form.tsx'
import { StandsTable } from './stands-table.tsx'
import { TableFile } from './table-file.tsx'
import { useDrawing, useDrawn, useOwnRoom } from './use-map.ts'

const MapOf = ({ room, view }: { readonly room: Room; readonly view: StakeholdersView }) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const mayDraw = useMay(room)('stakeholders.set')
  const drawing = useDrawing(room.id, view)
  const { ends, stakeholders } = drawing.map
  const [issue, choose] = useState(process.agenda[0]?.key ?? '')
  const title = names.of(process.agenda.find(({ key }) => key === issue)?.title ?? {})
  return (
    <>
      <Pick
        label={say('stakeholders.issue')}
        value={issue}
        onChange={choose}
        among={process.agenda.map(({ key, title: each }) => ({ key, name: names.of(each) }))}
      />
      {stakeholders.length === 0 ? (
        <Empty>{say('stakeholders.none')}</Empty>
      ) : (
        <>
          <IssuePicture
            issue={issue}
            title={title}
            stakeholders={stakeholders}
            ends={ends.find((each) => each.issue === issue)}
          />
          <StandsTable issue={issue} drawing={drawing} mayDraw={mayDraw} />
        </>
      )}
      {mayDraw && (
        <div className="line no-print">
          <StakeholderForm key={`add ${issue}`} issue={issue} drawing={drawing} />
          <EndsForm key={`ends ${issue}`} issue={issue} drawing={drawing} />
        </div>
      )}
      <details>
        <summary>{say('stakeholders.explained')}</summary>
        <div className="stack tight">
          <p>{say('stakeholders.explained.figures')}</p>
          <p>{say('stakeholders.explained.median')}</p>
          <p>{say('stakeholders.explained.range')}</p>
        </div>
      </details>
      <TableFile drawing={drawing} mayDraw={mayDraw} />
    </>
  )
}

const InOwnRoom = ({ room }: { readonly room: Room }) => (
  <>
    <RoomLine room={room} />
    <Shown query={useDrawn(room.id)}>{(view) => <MapOf room={room} view={view} />}</Shown>
  </>
)

export const StakeholdersPage = () => {
  const { process } = useProcess()
  const say = useSay()
  const room = useOwnRoom()
  return (
    <>
      <div className="page-head">
        <PageTitle>{say('stakeholders')}</PageTitle>
        <p className="quiet">{say('stakeholders.why')}</p>
      </div>
      <div className="stack wide-gap">
        {room && process.agenda.length > 0 ? (
          <InOwnRoom room={room} />
        ) : (
          <Empty>{say('stakeholders.no-room')}</Empty>
        )}
      </div>
    </>
  )
}
