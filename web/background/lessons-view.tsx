/** Lessons: what somebody draws from events for these talks, at the table or for their own room. */
import { useState } from 'react'
import type { BackgroundView } from '#contract/background-views.ts'
import { useAct } from '../acts.ts'
import { BothFields, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { DatedLink } from './event-link.tsx'
import { PickEvents } from './pick-events.tsx'
import { useRoomsFor } from './use-background.ts'

type LessonLine = BackgroundView['lessons'][number]

const Lesson = ({ lesson, view }: { readonly lesson: LessonLine; readonly view: BackgroundView }) => {
  const say = useSay()
  const names = useNames()
  const { rooms, me } = useProcess()
  const room = rooms.find(({ id }) => id === lesson.room)
  const may = useMay(room)
  const acting = useAct(lesson.room)
  const { state, object, revision } = lesson
  const events = view.events.filter((event) => state.events.includes(event.object))
  const withdraw = () => void acting.act({ kind: 'lesson.withdraw', object, base: revision, payload: {} })
  return (
    <li className="stack tight">
      <p dir="auto">{names.of(state.words)}</p>
      <p className="small quiet">
        {names.actor(state.by)}{' '}
        {room && room.kind !== 'plenary' && <span className="tag">{names.of(room.name)}</span>}
      </p>
      {events.length > 0 && (
        <ul className="bullets small">
          {events.map((event) => (
            <li key={`${event.room} ${event.object}`}>
              <DatedLink of={event} />
            </li>
          ))}
        </ul>
      )}
      {state.by.seat === me.seat && may('lesson.withdraw') && (
        <div className="no-print">
          <Button isDisabled={acting.busy} onPress={withdraw}>
            {say('background.lesson.withdraw')}
          </Button>
        </div>
      )}
      <Outcome trouble={acting.trouble} />
    </li>
  )
}

const LessonForm = ({ view }: { readonly view: BackgroundView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const places = useRoomsFor('lesson.enter')
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const acting = useAct(chosen)
  const form = useForm<{ words: Readonly<Record<string, string>>; events: readonly string[] }>('lesson', {
    words: {},
    events: [],
  })
  const { value, write, clear } = form
  const room = places.find(({ id }) => id === chosen)
  if (!room) return null
  // A lesson at the table speaks of events that everybody there reads.
  const among = view.events.filter((event) => event.room === chosen || room.kind !== 'plenary')
  const words = whole(value.words, process.languages)
  const events = value.events.filter((object) => among.some((event) => event.object === object))
  const send = async () => {
    if (words && (await acting.act({ kind: 'lesson.enter', base: 0, payload: { words, events } }))) clear()
  }
  return (
    <section className="card stack no-print" aria-labelledby="lesson">
      <h2 id="lesson">{say('background.lesson.enter')}</h2>
      {places.length > 1 && (
        <Pick
          label={say('background.into')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
      )}
      <RoomLine room={room} />
      <BothFields
        long
        label={say('background.lesson')}
        value={value.words}
        onChange={(each) => write({ words: each })}
      />
      <PickEvents
        value={events}
        onChange={(each) => write({ events: each })}
        {...(room.kind === 'plenary' ? { within: room.id } : {})}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !words} onPress={() => void send()}>
          {say('background.lesson.enter')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}

export const LessonsView = ({ view }: { readonly view: BackgroundView }) => {
  const say = useSay()
  return (
    <div className="stack">
      {view.lessons.length === 0 ? (
        <Empty>{say('background.lessons.none')}</Empty>
      ) : (
        <ul className="plain-list lines">
          {view.lessons.map((lesson) => (
            <Lesson key={`${lesson.room} ${lesson.object}`} lesson={lesson} view={view} />
          ))}
        </ul>
      )}
      <LessonForm view={view} />
    </div>
  )
}
