/** Choosing records of a room by ticking them: those that bear on the chosen obligations first, the newest after them. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentRecord, RecordKind } from '#contract/commitments-views.ts'
import { LineField, Tick } from '../../elements/field.tsx'
import { useMoments } from '../../moments.tsx'
import { useProcess } from '../../process.tsx'
import { bearingQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { useRecordTitle } from '../record-title.ts'
import { useCommitments, useNamed, useRecords } from '../use-commitments.ts'

interface Asked {
  readonly room: string
  readonly kinds: readonly RecordKind[]
  /** The obligations whose records come first. */
  readonly about: readonly string[]
  readonly value: readonly string[]
}

const isTakenBack = ({ state }: CommitmentRecord): boolean =>
  'withdrawnAt' in state && state.withdrawnAt !== undefined

/** Each record once: what is chosen stays in sight, whatever the list holds. */
const useChoosable = ({ room, kinds, about, value }: Asked): readonly CommitmentRecord[] => {
  const { id } = useProcess()
  const bearing = useQueries({ queries: about.map((each) => bearingQuery(id, each)) })
  const chosen = useNamed(room, value).data?.records ?? []
  const newest = useRecords(room, '', '').data?.records ?? []
  const cases = (useCommitments().data?.cases ?? []).map((each) => ({ kind: 'case' as const, ...each }))
  const all = [...bearing.flatMap(({ data }) => data?.records ?? []), ...newest, ...cases, ...chosen]
  const seen = new Map(all.map((record) => [record.object, record]))
  return [...seen.values()].filter(
    (record) => record.room === room && kinds.includes(record.kind) && !isTakenBack(record),
  )
}

/** How many records there must be before one looks for words among them. */
const many = 8

/** Nothing where the room has no record of these kinds. */
export const PickRecords = ({
  label,
  hint,
  onChange,
  ...asked
}: Asked & {
  readonly label: string
  readonly hint: string
  readonly onChange: (value: readonly string[]) => void
}) => {
  const say = useSay()
  const { moment } = useMoments()
  const titleOf = useRecordTitle()
  const [sought, seek] = useState('')
  const { value } = asked
  const records = useChoosable(asked)
  if (records.length === 0) return null
  const isSought = (record: CommitmentRecord) =>
    value.includes(record.object) || titleOf(record).toLowerCase().includes(sought.trim().toLowerCase())
  return (
    <fieldset className="field pick-records">
      <legend className="field-title">{label}</legend>
      <p className="hint">{hint}</p>
      {records.length > many && (
        <LineField label={say('commitments.pick.seek')} type="search" value={sought} onChange={seek} />
      )}
      <div className="pick-list">
        {records.filter(isSought).map((record) => (
          <Tick
            key={record.object}
            label={titleOf(record)}
            hint={moment(record.state.at)}
            value={value.includes(record.object)}
            onChange={(on) =>
              onChange(on ? [...value, record.object] : value.filter((each) => each !== record.object))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
