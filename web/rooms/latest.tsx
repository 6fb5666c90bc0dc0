/** The latest acts that the reader may see, a sentence each. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActLine } from '#contract/parties.ts'
import { useActSentence } from '../deeds.ts'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** How many are shown before the reader asks for more. */
const few = 8

export const Latest = ({ acts }: { readonly acts: readonly ActLine[] }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const names = useNames()
  const sentence = useActSentence()
  const shown = acts.filter(({ kind }) => kind !== 'marks.move')
  const [all, setAll] = useState(false)
  if (shown.length === 0) return <Empty>{say('latest.nothing')}</Empty>
  return (
    <div className="stack tight">
      <ul className="lines">
        {(all ? shown : shown.slice(0, few)).map((act) => (
          <li key={`${act.room} ${act.index}`}>
            <p>
              {act.by && <Side seat={act.by.seat} />} {sentence(act.kind, act.by)}
            </p>
            <p className="quiet small">
              <Link
                to="/t/$process/rooms/$room"
                params={{ process, room: act.room }}
                hash={`object-${act.object}`}
              >
                {names.room(act.room)}
              </Link>{' '}
              · <Moment at={act.at} />
            </p>
          </li>
        ))}
      </ul>
      {!all && shown.length > few && (
        <div>
          <Button look="text" onPress={() => setAll(true)}>
            {say('latest.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
