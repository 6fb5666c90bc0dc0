/** The grievances of the reader's own side: kept in its room, and put to the mediator as far as it allows. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConfidenceView } from '#contract/confidence-views.ts'
import type { Room } from '#domain/parties/process.ts'
import type { AuthorisedUse } from '#domain/rooms/message.ts'
import { useAct } from '../acts.ts'
import { DatedLink } from '../background/event-link.tsx'
import { useBackground } from '../background/use-background.ts'
import { useWhenWords } from '../background/use-when-words.ts'
import { OtherWords, useRead } from '../elements/accept.tsx'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { UseChoice } from '../rooms/composer/use-choice.tsx'
import { useSay } from '../speech.tsx'
import { type BegunUpon, WordsAct } from '../words-act.tsx'
import { GrievanceForm } from './grievance-form.tsx'
import { useConfidence } from './use-confidence.ts'

type Line = ConfidenceView['grievances'][number]

/** It goes as a message of the own channel, with what may be done with it. */
const PutForm = ({ line, done }: { readonly line: Line; readonly done: () => void }) => {
  const say = useSay()
  const { rooms, me } = useProcess()
  const acting = useAct(line.room)
  const [use, setUse] = useState<AuthorisedUse | null>(null)
  const [askFirst, setAskFirst] = useState(false)
  const words = useRead(String(line.revision))
  const channel = rooms.find(({ kind, seats }) => kind === 'channel' && seats.includes(me.seat))
  const send = async () => {
    if (!use) return
    const asks = use === 'paraphrase' || use === 'as-mediator'
    const payload = { use, ...(asks && askFirst ? { askFirst } : {}) }
    const { object, revision } = line
    if (await acting.act({ kind: 'grievance.put', object, base: revision, payload })) done()
  }
  return (
    <section className="card stack act-form" aria-label={say('confidence.put')}>
      <h4>{say('confidence.put')}</h4>
      {channel && <RoomLine room={channel} />}
      <UseChoice use={use} setUse={setUse} askFirst={askFirst} setAskFirst={setAskFirst} />
      <OtherWords {...words} />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !use || words.isOther} onPress={() => void send()}>
          {say('confidence.put')}
        </Button>
        <Button onPress={done}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}

const Acts = ({ line }: { readonly line: Line }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const may = useMay(rooms.find(({ id }) => id === line.room))
  const acting = useAct(line.room)
  const [open, setOpen] = useState<'put' | 'change' | null>(null)
  const { object, revision, state } = line
  if (state.ended || !may('grievance.put')) return null
  if (open === 'put') return <PutForm line={line} done={() => setOpen(null)} />
  if (open === 'change') return <GrievanceForm changing={line} done={() => setOpen(null)} />
  const end =
    (how: 'settled' | 'dropped') =>
    async (words: Readonly<Record<string, string>>, { base }: BegunUpon) =>
      (await acting.act({ kind: 'grievance.end', object, base, payload: { how, words } })) !== null
  return (
    <div className="line no-print">
      <Button onPress={() => setOpen('put')}>{say('confidence.put')}</Button>
      <Button onPress={() => setOpen('change')}>{say('confidence.change')}</Button>
      {(['settled', 'dropped'] as const).map((how) => (
        <WordsAct
          key={how}
          name={`grievance-${how}/${object}`}
          on={{ revision }}
          label={say(`confidence.end.${how}`)}
          acting={acting}
          send={end(how)}
        />
      ))}
    </div>
  )
}

const Grievance = ({ line }: { readonly line: Line }) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  const { id, process } = useProcess()
  const { state } = line
  const events = (useBackground().data?.events ?? []).filter(({ object }) => state.events.includes(object))
  const issues = process.agenda.filter(({ key }) => state.issues.includes(key))
  return (
    <li className="card stack tight" id={`object-${line.object}`}>
      <h3 dir="auto">{names.of(state.name)}</h3>
      <p className="small quiet">
        {[
          ...(state.since ? [when(state.since)] : []),
          names.actor(state.by),
          ...issues.map(({ title }) => names.of(title)),
        ].join(' · ')}
      </p>
      <p dir="auto">{names.of(state.words)}</p>
      {state.settling && (
        <p>
          <strong>{say('confidence.settling')}:</strong> <span dir="auto">{names.of(state.settling)}</span>
        </p>
      )}
      {events.length > 0 && (
        <ul className="bullets small">
          {events.map((event) => (
            <li key={`${event.room} ${event.object}`}>
              <DatedLink of={event} />
            </li>
          ))}
        </ul>
      )}
      {state.put.map(({ room, message, at }) => (
        <p key={message} className="small">
          <Link to="/t/$process/rooms/$room" params={{ process: id, room }} hash={`object-${message}`}>
            {say('confidence.was-put')}
          </Link>{' '}
          <span className="quiet">
            <Moment at={at} />
          </span>
        </p>
      ))}
      {state.ended && (
        <p className="notice" dir="auto">
          {say(`confidence.ended.${state.ended.how}`)}: {names.of(state.ended.words)}
        </p>
      )}
      <Acts line={line} />
    </li>
  )
}

const Register = ({ room, lines }: { readonly room: Room; readonly lines: readonly Line[] }) => {
  const say = useSay()
  const may = useMay(room)
  return (
    <div className="stack">
      <RoomLine room={room} />
      {lines.length === 0 ? (
        <Empty>{say('confidence.grievances.none')}</Empty>
      ) : (
        <ul className="plain-list stack">
          {lines.map((line) => (
            <Grievance key={line.object} line={line} />
          ))}
        </ul>
      )}
      {may('grievance.enter') && <GrievanceForm room={room} />}
    </div>
  )
}

export const GrievancesView = () => {
  const say = useSay()
  const { rooms } = useProcess()
  const query = useConfidence()
  const room = rooms.find(({ kind }) => kind === 'caucus')
  return (
    <div className="stack">
      <p className="hint">{say('confidence.grievances.how')}</p>
      {room && <Shown query={query}>{({ grievances }) => <Register room={room} lines={grievances} />}</Shown>}
    </div>
  )
}
