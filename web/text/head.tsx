/** The head of a text: the room and who reads it, the title, where one can go from here. */
import { Link } from '@tanstack/react-router'
import type { TextView } from '#contract/text-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { KeysHelp } from './keys-help.tsx'
import { TakeHome } from './take-home.tsx'
import { useText } from './text-context.tsx'
import { turned } from './text-search.ts'
import { ToVersions } from './versions/to-versions.tsx'

/** From the common text to the private draft of the own room, and back. */
export const OtherText = ({ room }: { readonly room: Room }) => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const own = rooms.find(({ kind }) => kind === 'caucus') ?? rooms.find(({ kind }) => kind === 'office')
  const common = rooms.find(({ kind }) => kind === 'plenary')
  if (room.kind !== 'plenary')
    return common ? (
      <Link className="button" to="/t/$process/text" params={{ process }}>
        {say('text.common')}
      </Link>
    ) : null
  return own ? (
    <Link className="button" to="/t/$process/rooms/$room/text" params={{ process, room: own.id }}>
      {say('text.private')}
    </Link>
  ) : null
}

/** What can be done with the text as a whole. Taking it home and its versions have their place in this line. */
const WholeText = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const { search } = useText()
  return (
    <>
      <OtherText room={room} />
      {room.kind === 'plenary' && <ToVersions />}
      <TakeHome room={room} />
      <Link
        to="."
        search={turned(search, { view: search.view === 'print' ? undefined : 'print' }) as never}
        className="button"
        activeProps={{}}
        activeOptions={{ exact: true }}
      >
        {say(search.view === 'print' ? 'text.print.back' : 'print')}
      </Link>
      <KeysHelp />
    </>
  )
}

/** On sheets that are made for printing, the head of the page is not printed: every sheet has its own. */
export const Head = ({
  room,
  view,
  isPrint = false,
}: {
  readonly room: Room
  readonly view: TextView
  readonly isPrint?: boolean
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const nothingAgreed =
    view.text && room.kind === 'plenary' && process.rules.nothingAgreedUntilEverythingAgreed
  return (
    <div className={isPrint ? 'page-head text-head no-print' : 'page-head text-head'}>
      <RoomLine room={room} />
      <PageTitle>{view.text ? names.of(view.text.title) : say('text')}</PageTitle>
      <div className="line spread">
        <p className="small quiet">{nothingAgreed && say('text.nothing-agreed')}</p>
        <div className="line no-print">
          {view.text ? <WholeText room={room} /> : <OtherText room={room} />}
        </div>
      </div>
    </div>
  )
}
