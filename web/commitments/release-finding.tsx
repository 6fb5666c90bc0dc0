/** Letting a finding out of the mission's room: to whom, in which words, and which of its records are named there. */
import { useState } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { useAct } from '../acts.ts'
import { Pick, Tick } from '../elements/field.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { WordsAct } from '../words-act.tsx'
import { useRecordTitle } from './record-title.ts'
import { useDestinations } from './release-sighting.tsx'
import { useNamed } from './use-commitments.ts'

type FindingRecord = Extract<CommitmentRecord, { kind: 'finding' }>

const isToldIn = ({ state }: CommitmentRecord, room: string): boolean =>
  'released' in state && state.released.some(({ to }) => to === room)

/** What was told there can be named there; of the rest it is said that it stays. */
const Naming = ({
  records,
  to,
  left,
  leave,
}: {
  readonly records: readonly CommitmentRecord[]
  readonly to: string
  readonly left: readonly string[]
  readonly leave: (left: readonly string[]) => void
}) => {
  const say = useSay()
  const titleOf = useRecordTitle()
  if (records.length === 0) return null
  const told = records.filter((record) => isToldIn(record, to))
  const kept = records.length - told.length
  return (
    <fieldset className="field">
      <legend className="field-title">{say('commitments.finding.name')}</legend>
      {told.map((record) => (
        <Tick
          key={record.object}
          label={titleOf(record)}
          value={!left.includes(record.object)}
          onChange={(on) =>
            leave(on ? left.filter((each) => each !== record.object) : [...left, record.object])
          }
        />
      ))}
      {kept > 0 && <p className="hint">{say('commitments.finding.name.stays', { count: kept })}</p>}
    </fieldset>
  )
}

export const ReleaseFinding = ({ record }: { readonly record: FindingRecord }) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(record.room)
  const places = useDestinations()
  const [to, setTo] = useState(places[0]?.id ?? '')
  const [left, leave] = useState<readonly string[]>([])
  const { object, revision, state, room } = record
  const records = useNamed(room, state.cites ?? []).data?.records ?? []
  const cites = records.filter((each) => isToldIn(each, to)).map((each) => each.object)
  return (
    <WordsAct
      name={`release/${object}`}
      on={{ revision }}
      label={say('commitments.release')}
      acting={acting}
      ready={to !== ''}
      send={async (words, { base }) => {
        const named = cites.filter((id) => !left.includes(id))
        const payload = { to, words, stipulations: state.stipulations, cites: named }
        return (await acting.act({ kind: 'finding.release', object, base, payload })) !== null
      }}
    >
      <Pick
        label={say('commitments.release.to')}
        value={to}
        onChange={setTo}
        among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
      />
      <Naming records={records} to={to} left={left} leave={leave} />
    </WordsAct>
  )
}
