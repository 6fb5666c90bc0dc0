/** The register of one room: what was reported, observed, inspected and found there, newest first, by kind. */
import { useState } from 'react'
import type { CommitmentRecord, RecordKind } from '#contract/commitments-views.ts'
import { Button, Download } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { RecordActs } from './record-acts.tsx'
import { RecordLine } from './record-line.tsx'
import { useRecords } from './use-commitments.ts'

const kinds = [
  'report',
  'account',
  'observation',
  'denial',
  'incident',
  'inspection',
  'evidence',
  'finding',
  'source',
] as const satisfies readonly RecordKind[]

/** The records of a room, a page at a time; with `kind` those of one kind. */
export const Records = ({ room, kind = '' }: { readonly room: string; readonly kind?: RecordKind | '' }) => {
  const say = useSay()
  const [before, turnTo] = useState('')
  const query = useRecords(room, kind, before)
  return (
    <Shown query={query}>
      {({ records, next }) => (
        <div className="stack">
          {records.length === 0 && <Empty>{say('commitments.register.none')}</Empty>}
          <ul className="plain-list lines">
            {records.map((record: CommitmentRecord) => (
              <RecordLine key={record.object} record={record}>
                <RecordActs record={record} />
              </RecordLine>
            ))}
          </ul>
          <div className="line">
            {before !== '' && (
              <Button onPress={() => turnTo('')}>{say('commitments.register.newest')}</Button>
            )}
            {next !== null && (
              <Button onPress={() => turnTo(next)}>{say('commitments.register.older')}</Button>
            )}
          </div>
        </div>
      )}
    </Shown>
  )
}

/** Choosing a room and a kind. */
export const RegisterView = () => {
  const say = useSay()
  const names = useNames()
  const { id: process, rooms } = useProcess()
  const places = rooms.filter(({ kind }) => kind === 'plenary' || kind === 'working-group')
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const [kind, setKind] = useState<RecordKind | ''>('')
  const room = places.find(({ id }) => id === chosen)
  return (
    <div className="stack">
      {room && <RoomLine room={room} />}
      <div className="columns">
        <Pick
          label={say('commitments.register.room')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
        <Pick
          label={say('commitments.register.kind')}
          value={kind}
          onChange={(key) => setKind(key as RecordKind | '')}
          among={[
            { key: '', name: say('commitments.register.all') },
            ...kinds
              .filter((each) => each !== 'source')
              .map((key) => ({ key, name: say(`commitments.kind.${key}`) })),
          ]}
        />
      </div>
      {room && kind !== '' && (
        <p>
          <Download href={`/api/processes/${process}/rooms/${room.id}/records/table?kind=${kind}`}>
            {say('commitments.register.table')}
          </Download>
        </p>
      )}
      <Records key={`${chosen} ${kind}`} room={chosen} kind={kind} />
    </div>
  )
}
