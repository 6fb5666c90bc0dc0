/** One record by itself: what it says, what can be done with it, the obligations it bears on, and what refers to it. */
import { Link } from '@tanstack/react-router'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { RecordActs } from './record-acts.tsx'
import { RecordLine } from './record-line.tsx'
import { useBearing, useCommitments, useNamed, useRoom } from './use-commitments.ts'

const Obligations = ({ ids }: { readonly ids: readonly string[] }) => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const plenary = useRoom('plenary')
  const lines = useCommitments().data?.stipulations ?? []
  const about = lines.filter(({ room, object }) => room === plenary?.id && ids.includes(object))
  if (about.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="obligations">
      <h2 id="obligations">{say('commitments.obligations')}</h2>
      <ul className="plain-list stack tight">
        {about.map(({ room, object, terms }) => (
          <li key={object}>
            <Link to="/t/$process/commitments/$room/$object" params={{ process: id, room, object }}>
              {names.of(terms.name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Referring = ({ object }: { readonly object: string }) => {
  const say = useSay()
  const { data } = useBearing(object)
  if (!data || data.records.length === 0) return null
  return (
    <section className="stack" aria-labelledby="referring">
      <h2 id="referring">{say('commitments.referring')}</h2>
      <ul className="plain-list lines">
        {data.records.map((record) => (
          <RecordLine key={`${record.room}${record.object}`} record={record}>
            <RecordActs record={record} />
          </RecordLine>
        ))}
      </ul>
    </section>
  )
}

const Whole = ({ record }: { readonly record: CommitmentRecord }) => (
  <>
    <ul className="plain-list card">
      <RecordLine record={record}>
        <RecordActs record={record} />
      </RecordLine>
    </ul>
    <Obligations ids={'stipulations' in record.state ? record.state.stipulations : []} />
    <Referring object={record.object} />
  </>
)

/** The page of this record of this room. */
export const RecordPage = ({ room: of, object }: { readonly room: string; readonly object: string }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const room = rooms.find((each) => each.id === of)
  const query = useNamed(of, [object])
  const record = query.data?.records[0]
  return (
    <div className="stack wide-gap">
      <div className="page-head">
        {room && <RoomLine room={room} />}
        <PageTitle>
          {record ? say(`commitments.kind.${record.kind}`) : say('commitments.record.one')}
        </PageTitle>
        <p className="small">
          <Link to="/t/$process/commitments" params={{ process: id }} search={{}}>
            {say('commitments')}
          </Link>
        </p>
      </div>
      <Shown query={query}>
        {() => (record ? <Whole record={record} /> : <Empty>{say('commitments.record.unknown')}</Empty>)}
      </Shown>
    </div>
  )
}
