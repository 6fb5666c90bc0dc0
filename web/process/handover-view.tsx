/** The handover to the next envoy: the pack as it would go, and the private notes, each of which goes only if it is ticked. */
import { useState } from 'react'
import type { StandingView } from '#contract/process-views.ts'
import type { Room } from '#domain/parties/process.ts'
import {
  type HandoverPack,
  handoverPack,
  noteKey,
  notesOf,
  type PrivateNote,
} from '#domain/process/handover.ts'
import { toHex, toUtf8 } from '#domain/record/bytes.ts'
import { sha256 } from '#domain/record/sha256.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { Code } from '../elements/code.tsx'
import { Tick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { saveText } from '../elements/save.ts'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment, useMoments } from '../moments.tsx'
import { useMay, useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { NoteWords, Pack, useNoteName } from './pack.tsx'
import { useHeld } from './use-held.ts'
import { useRoomOf, useStanding } from './use-standing.ts'

const Choosing = ({
  notes,
  chosen,
  choose,
}: {
  readonly notes: readonly PrivateNote[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (key: string, isChosen: boolean) => void
}) => {
  const say = useSay()
  const noteName = useNoteName()
  const { dayAndClock } = useMoments()
  return (
    <section className="card stack no-print" aria-labelledby="choose-notes">
      <h2 id="choose-notes">{say('process.handover.choose')}</h2>
      {notes.length === 0 && <p className="small quiet">{say('process.handover.no-notes')}</p>}
      {notes.map((note) => (
        <div key={noteKey(note)} className="stack tight item">
          <Tick
            label={`${noteName(note)} · ${dayAndClock(note.at)}`}
            value={chosen.has(noteKey(note))}
            onChange={(isChosen) => choose(noteKey(note), isChosen)}
          />
          <div className="stack tight beside-tick">
            <NoteWords note={note} />
          </div>
        </div>
      ))}
    </section>
  )
}

/** Records in the office what goes along, then gives out the very file that was recorded. */
const Make = ({ room, pack }: { readonly room: Room; readonly pack: HandoverPack }) => {
  const say = useSay()
  const acting = useAct(room.id)
  const may = useMay(room)
  if (!may('handover.make')) return null
  const make = async () => {
    const file = `${JSON.stringify(pack, null, 2)}\n`
    const payload = { notes: pack.notes.map(noteKey), hash: toHex(sha256(toUtf8(file))) }
    if (await acting.act({ kind: 'handover.make', base: 0, payload })) saveText('handover.json', file)
  }
  return (
    <div className="stack tight no-print">
      <div className="line">
        <Button look="main" isDisabled={acting.busy} onPress={() => void make()}>
          {say('process.handover.make', { count: pack.notes.length })}
        </Button>
        <Button onPress={() => window.print()}>{say('print')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

const Made = ({ view }: { readonly view: StandingView }) => {
  const say = useSay()
  const names = useNames()
  if (view.handovers.length === 0) return null
  return (
    <section className="stack tight no-print" aria-labelledby="handovers">
      <h2 id="handovers">{say('process.handovers')}</h2>
      <ul className="plain-list lines">
        {view.handovers.toReversed().map(({ object, state }) => (
          <li key={object}>
            <p className="small">
              {names.actor(state.by)} · <Moment at={state.at} /> ·{' '}
              {say('process.handover.notes', { count: state.notes.length })}
            </p>
            <p className="small command">
              SHA-256 <Code>{state.hash}</Code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Handover = ({ view, room }: { readonly view: StandingView; readonly room: Room }) => {
  const say = useSay()
  const held = useHeld(view)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (!held)
    return (
      <p className="quiet" role="status">
        {say('loading')}
      </p>
    )
  const choose = (key: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, key] : [...chosen].filter((each) => each !== key)))
  const pack = handoverPack(held, chosen)
  return (
    <div className="stack">
      <Choosing notes={notesOf(held)} chosen={chosen} choose={choose} />
      <Make room={room} pack={pack} />
      <h2>{say('process.pack')}</h2>
      <Pack pack={pack} />
      <Made view={view} />
    </div>
  )
}

/** The view, for the mediator alone. */
export const HandoverView = () => {
  const say = useSay()
  const office = useRoomOf('office')
  const query = useStanding()
  if (!office) return null
  return (
    <div className="stack">
      <RoomLine room={office} />
      <p className="quiet measure no-print">{say('process.handover.what')}</p>
      <Shown query={query}>{(view) => <Handover view={view} room={office} />}</Shown>
    </div>
  )
}
