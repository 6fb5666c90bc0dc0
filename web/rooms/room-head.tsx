/** The top of a room: its kind, who is in it, who can read it, and taking it along on paper or as a file. */
import { Link } from '@tanstack/react-router'
import type { RoomView } from '#contract/rooms.ts'
import { Button, Download } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { WitnessMissing } from '../elements/witness-missing.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

export const RoomHead = ({ view }: { readonly view: RoomView }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const names = useNames()
  const address = `/api/processes/${process}/rooms/${view.room.id}/export`
  return (
    <div className="page-head room-head">
      <RoomLine room={view.room}>
        <Link to="/t/$process/rooms/$room/record" params={{ process, room: view.room.id }}>
          {say('record.of-room')}
        </Link>
      </RoomLine>
      <div className="line spread">
        <PageTitle>{names.of(view.room.name)}</PageTitle>
        <div className="line no-print">
          <Button onPress={() => print()}>{say('print')}</Button>
          <Download href={`${address}?as=html`}>{say('export.html')}</Download>
          <Download href={`${address}?as=json`}>{say('export.json')}</Download>
        </div>
      </div>
      <p className="quiet">{say(`room-about.${view.room.kind}`)}</p>
      <WitnessMissing room={view.room.id} />
    </div>
  )
}
