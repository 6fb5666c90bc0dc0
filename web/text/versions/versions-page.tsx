/** The versions of the common text: what was frozen, who has initialled and signed it, and how to check it anywhere. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { VersionList } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { Empty, PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Shown } from '../../elements/shown.tsx'
import { useMay, useProcess } from '../../process.tsx'
import { textQuery, versionsQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { Freeze } from './freeze.tsx'
import { VersionCard } from './version-card.tsx'

const Head = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const { id: process } = useProcess()
  return (
    <div className="page-head">
      <RoomLine room={room} />
      <div className="line spread">
        <PageTitle>{say('versions')}</PageTitle>
        <div className="line no-print">
          <Link className="button" to="/t/$process/text" params={{ process }}>
            {say('versions.back')}
          </Link>
          <Link className="button" to="/verify">
            {say('verify-text')}
          </Link>
        </div>
      </div>
      <p className="quiet">{say('versions.lead')}</p>
    </div>
  )
}

const Listed = ({ room, list }: { readonly room: Room; readonly list: VersionList }) => {
  const say = useSay()
  const { id: process } = useProcess()
  const may = useMay(room)
  const text = useQuery(textQuery(process, room.id))
  const newest = list.versions.at(-1)?.record.number ?? 0
  return (
    <div className="versions">
      {may('version.freeze') && text.data?.text && <Freeze room={room} view={text.data} />}
      {list.versions.toReversed().map((version) => (
        <VersionCard
          key={version.hash}
          room={room}
          version={version}
          vouched={list.vouched}
          isNewest={version.record.number === newest}
        />
      ))}
      {list.versions.length === 0 && <Empty>{say('versions.none')}</Empty>}
    </div>
  )
}

export const VersionsPage = () => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const room = rooms.find(({ kind }) => kind === 'plenary')
  const query = useQuery({ ...versionsQuery(process, room?.id ?? ''), enabled: room !== undefined })
  if (!room) return <Empty>{say('text.no-room')}</Empty>
  return (
    <>
      <Head room={room} />
      <Shown query={query}>{(list) => <Listed room={room} list={list} />}</Shown>
    </>
  )
}
