/** The entries of a room's log, newest first: what was done, by whom, when, and what to take away as a proof. */
import { useState } from 'react'
import type { RecordView } from '#contract/record.ts'
import type { Room } from '#domain/parties/process.ts'
import { useActSentence } from '../deeds.ts'
import { Button } from '../elements/button.tsx'
import { Code, digits } from '../elements/code.tsx'
import { Empty } from '../elements/page.tsx'
import { saveText } from '../elements/save.ts'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Entry, useEntries } from './use-entries.ts'

const Deed = ({ entry: { salted } }: { readonly entry: Entry }) => {
  const say = useSay()
  const sentence = useActSentence()
  if (salted === undefined) return <p className="quiet">{say('entries.fetching')}</p>
  if (salted === null) return <p className="quiet">{say('entries.hidden')}</p>
  const { kind, by, at } = salted.act
  return (
    <p>
      {by && <Side seat={by.seat} />} {sentence(kind, by)}{' '}
      <span className="quiet small">
        · <Moment at={at} />
      </span>
    </p>
  )
}

const ToTake = ({ entry, room }: { readonly entry: Entry; readonly room: Room }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const about = <span className="unseen"> {say('entries.of', { index: entry.index })}</span>
  const save = () => saveText(`parley-${room.key}-${entry.index}.json`, `${JSON.stringify(entry.salted)}\n`)
  return (
    <p className="entry-take no-print">
      {entry.signed ? (
        <a href={`/api/processes/${process}/rooms/${room.id}/record/proofs/${entry.index}`} download>
          {say('entries.proof')}
          {about}
        </a>
      ) : (
        <span className="quiet">{say('entries.pending')}</span>
      )}
      {entry.salted && (
        <Button look="text" onPress={save}>
          <span>
            {say('entries.act')}
            {about}
          </span>
        </Button>
      )}
    </p>
  )
}

const atOnce = 50

export const EntryList = ({ view, room }: { readonly view: RecordView; readonly room: Room }) => {
  const say = useSay()
  const [shown, setShown] = useState(atOnce)
  const entries = useEntries(view, shown)
  return (
    <section className="stack tight no-print" aria-labelledby="entries">
      <h2 id="entries">{say('entries')}</h2>
      <p className="quiet small">{say('entries.why')}</p>
      {entries.length === 0 && <Empty>{say('entries.none')}</Empty>}
      <ol className="log-entries">
        {entries.map((entry) => (
          <li key={entry.index} data-signed={entry.signed}>
            <span className="entry-number">{entry.index}</span>
            <Deed entry={entry} />
            <span className="entry-hash">{entry.hash && <Code>{digits(entry.hash)}</Code>}</span>
            <ToTake entry={entry} room={room} />
          </li>
        ))}
      </ol>
      {entries.length < view.size && (
        <div>
          <Button onPress={() => setShown(shown + atOnce)}>{say('entries.more')}</Button>
        </div>
      )}
    </section>
  )
}
