/** What the reader's own room thinks of an event: it never leaves that room, and nobody else learns that it is there. */
import type { EventView } from '#contract/background-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { RoomLine } from '../elements/room-line.tsx'
import { Moment } from '../moments.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { WordsAct } from '../words-act.tsx'
import { useRoomsFor } from './use-background.ts'

const Write = ({
  room,
  object,
  reading,
}: {
  readonly room: Room
  readonly object: string
  readonly reading: EventView['readings'][number] | undefined
}) => {
  const say = useSay()
  const acting = useAct(room.id)
  return (
    <WordsAct
      name={`reading/${room.id}/${object}`}
      {...(reading ? { on: reading } : {})}
      label={say(reading ? 'background.reading.again' : 'background.reading.write')}
      acting={acting}
      send={async (words, { base }) =>
        (await acting.act({ kind: 'reading.write', object, base, payload: { words } })) !== null
      }
    >
      <RoomLine room={room} />
    </WordsAct>
  )
}

export const Readings = ({ view }: { readonly view: EventView }) => {
  const say = useSay()
  const names = useNames()
  const places = useRoomsFor('reading.write').filter(({ kind }) => kind === 'office' || kind === 'caucus')
  if (places.length === 0 && view.readings.length === 0) return null
  return (
    <section className="stack tight no-print" aria-labelledby="readings">
      <h2 id="readings">{say('background.readings')}</h2>
      {view.readings.map(({ room, state }) => (
        <div key={room} className="card stack tight">
          <p className="small quiet">
            {names.room(room)} · {names.actor(state.by)} · <Moment at={state.at} />
          </p>
          <p dir="auto">{names.of(state.words)}</p>
        </div>
      ))}
      {places.map((room) => (
        <div key={room.id}>
          <Write
            room={room}
            object={view.object}
            reading={view.readings.find((reading) => reading.room === room.id)}
          />
        </div>
      ))}
    </section>
  )
}
