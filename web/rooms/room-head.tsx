/** The top of a room: its kind, who is in it, who can read it, and taking it along on paper or as a file. */
import type { RoomView } from '#contract/rooms.ts'
import { Button, Download } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { WhoReads } from '../elements/who-reads.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'

/** The kind of a room, who sits in it, and "Who can read this?": on top of every page that shows words of a room. */
export const RoomLine = ({ room }: { readonly room: RoomView['room'] }) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  return (
    <p className="line small quiet room-line">
      <span className="tag room-kind">{say(`room-kind.${room.kind}`)}</span>
      <span>{listing(room.seats.map(names.sitter))}</span>
      <WhoReads room={room} />
    </p>
  )
}

export const RoomHead = ({ view }: { readonly view: RoomView }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const names = useNames()
  const address = `/api/processes/${process}/rooms/${view.room.id}/export`
  return (
    <div className="page-head room-head">
      <RoomLine room={view.room} />
      <div className="line spread">
        <PageTitle>{names.of(view.room.name)}</PageTitle>
        <div className="line no-print">
          <Button onPress={() => print()}>{say('print')}</Button>
          <Download href={`${address}?as=html`}>{say('export.html')}</Download>
          <Download href={`${address}?as=json`}>{say('export.json')}</Download>
        </div>
      </div>
      <p className="quiet">{say(`room-about.${view.room.kind}`)}</p>
    </div>
  )
}
