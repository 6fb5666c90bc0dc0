/** The records that another record stands on, as links; only what the reader's own room holds is there. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Shown } from '../elements/shown.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useRecordTitle } from './record-title.ts'
import { useNamed } from './use-commitments.ts'

const Links = ({ room, ids }: { readonly room: string; readonly ids: readonly string[] }) => {
  const { id } = useProcess()
  const titleOf = useRecordTitle()
  return (
    <Shown query={useNamed(room, ids)}>
      {({ records }) => (
        <ul className="plain-list stack tight">
          {records.map((record) => (
            <li key={record.object} className="small">
              {record.kind === 'case' ? (
                <Link to="/t/$process/commitments" params={{ process: id }} search={{ view: 'cases' }}>
                  {titleOf(record)}
                </Link>
              ) : (
                <Link
                  to="/t/$process/commitments/$room/records/$object"
                  params={{ process: id, room, object: record.object }}
                >
                  {titleOf(record)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Shown>
  )
}

/** Closed it costs nothing: the records are asked for when it is opened. */
export const Cited = ({
  room,
  ids,
  label,
}: {
  readonly room: string
  readonly ids: readonly string[]
  readonly label: 'commitments.rests-on' | 'commitments.belongs-to'
}) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (ids.length === 0) return null
  return (
    <details className="cited" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{say(label, { count: ids.length })}</summary>
      {open && <Links room={room} ids={ids} />}
    </details>
  )
}
