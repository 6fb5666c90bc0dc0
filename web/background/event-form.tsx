/** Entering an event, or other words for one: when it was, what it was, who says so, and what it bears on. */
import { useState } from 'react'
import type { EventLine } from '#contract/background-views.ts'
import { type EnterEvent, eventKinds } from '#domain/background/event.ts'
import { sourceAs, sourcesOf } from '#domain/background/event-table.ts'
import { whenOf } from '#domain/background/when.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField, Pick, Tick, WordsField } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { PickIssues } from '../elements/pick-issues.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Form, useForm } from '../use-form.ts'
import { useBackground, useClauses, useRoomsFor } from './use-background.ts'
import { useWhenWords } from './use-when-words.ts'

interface Writing {
  readonly when: string
  readonly kind: EnterEvent['kind']
  readonly name: Written
  readonly facts: Written
  readonly place: Written
  readonly issues: readonly string[]
  readonly clauses: readonly string[]
  readonly of: string
  /** A citation on each line, its address in angle brackets. */
  readonly sources: string
}

const empty: Writing = {
  ...{ when: '', kind: 'agreement', name: {}, facts: {}, place: {} },
  ...{ issues: [], clauses: [], of: '', sources: '' },
}

/** The form as it begins for an event that is there. */
export const writingOf = ({ place = {}, of = '', sources, ...event }: EnterEvent): Writing => ({
  ...{ when: event.when, kind: event.kind, name: event.name, facts: event.facts },
  ...{ issues: event.issues, clauses: event.clauses },
  ...{ place, of, sources: sources.map(sourceAs).join('\n') },
})

/** What is posted, or null until it is whole. */
const eventOf = (value: Writing, languages: readonly string[]): EnterEvent | null => {
  const name = whole(value.name, languages)
  const facts = whole(value.facts, languages)
  const when = value.when.trim()
  const isPlaced = Object.values(value.place).some((words) => words.trim() !== '')
  const place = isPlaced ? whole(value.place, languages) : {}
  if (!name || !facts || !place || !whenOf(when).ok) return null
  return {
    ...{ when, kind: value.kind, name, facts, issues: value.issues, clauses: value.clauses },
    ...(isPlaced ? { place } : {}),
    ...(value.of === '' ? {} : { of: value.of }),
    sources: sourcesOf(value.sources),
  }
}

const toggled = (among: readonly string[], key: string, on: boolean): readonly string[] =>
  on ? [...among, key] : among.filter((each) => each !== key)

/** The issues of the agenda and the clauses of the common text that it bears on. */
const Bearing = ({ form: { value, write } }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const clauses = useClauses()
  return (
    <>
      <PickIssues value={value.issues} onChange={(issues) => write({ issues })} />
      {clauses.length > 0 && (
        <details>
          <summary>{say('background.clauses.count', { count: value.clauses.length })}</summary>
          <fieldset className="pick-list stack tight">
            <legend className="unseen">{say('background.clauses')}</legend>
            {clauses.map((clause) => (
              <Tick
                key={clause.id}
                label={clause.words}
                value={value.clauses.includes(clause.id)}
                onChange={(on) => write({ clauses: toggled(value.clauses, clause.id, on) })}
              />
            ))}
          </fieldset>
        </details>
      )}
    </>
  )
}

/** The event whose course this one goes on with; one at the table only if this one is there too, or in a room of its own. */
const Earlier = ({
  room,
  object,
  form: { value, write },
}: {
  readonly room: string
  readonly object: string | undefined
  readonly form: Form<Writing>
}) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  const { rooms } = useProcess()
  const events = useBackground().data?.events ?? []
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const among = events.filter(
    (event: EventLine) => event.object !== object && (event.room === room || event.room === plenary),
  )
  return (
    <Pick
      label={say('background.of')}
      hint={say('background.of.how')}
      value={value.of}
      onChange={(of) => write({ of })}
      among={[
        { key: '', name: '—' },
        ...among.map((event) => ({
          key: event.object,
          name: `${when(event.when)}: ${names.of(event.name)}`,
        })),
      ]}
    />
  )
}

const Fields = ({
  form,
  room,
  object,
}: {
  form: Form<Writing>
  room: string
  object: string | undefined
}) => {
  const say = useSay()
  const words = useWhenWords()
  const { me } = useProcess()
  const { value, write } = form
  const when = value.when.trim()
  const read = whenOf(when)
  return (
    <>
      <div className="columns">
        <LineField
          label={say('background.when')}
          hint={read.ok ? words(when) : say('background.when.how')}
          lang="zxx"
          value={value.when}
          onChange={(each) => write({ when: each })}
        />
        <Pick
          label={say('background.kind')}
          value={value.kind}
          onChange={(chosen) => write({ kind: eventKinds.find((each) => each === chosen) ?? value.kind })}
          among={eventKinds.map((key) => ({ key, name: say(`background.kind.${key}`) }))}
        />
      </div>
      <BothFields label={say('background.name')} value={value.name} onChange={(name) => write({ name })} />
      <BothFields
        long
        label={say('background.facts')}
        value={value.facts}
        onChange={(facts) => write({ facts })}
      />
      <BothFields
        label={say('background.place')}
        value={value.place}
        onChange={(place) => write({ place })}
      />
      <Earlier room={room} object={object} form={form} />
      <Bearing form={form} />
      <WordsField
        label={say('background.sources')}
        hint={say('background.sources.how')}
        lang={me.language}
        value={value.sources}
        onChange={(sources) => write({ sources })}
      />
    </>
  )
}

/** An event that is changed: where it lies, which revision was read, and what it says. */
export interface Changing {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly event: EnterEvent
}

export const EventForm = ({
  changing,
  done,
}: {
  readonly changing?: Changing
  readonly done: (room: string, object: string) => void
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const places = useRoomsFor('event.enter')
  const [chosen, choose] = useState(changing?.room ?? places[0]?.id ?? '')
  const acting = useAct(chosen)
  const form = useForm<Writing>(
    changing ? `event/${changing.object}` : 'event',
    changing ? writingOf(changing.event) : empty,
    // What is told of it, and the lines put to the parties, lie beside what is written here.
    { revision: changing?.revision ?? 0, ofPart: true },
  )
  const room = places.find(({ id }) => id === chosen)
  const event = eventOf(form.value, process.languages)
  if (!room) return <p className="notice">{say('background.no-room')}</p>
  const send = async () => {
    if (!event) return
    const entered = await acting.act(
      changing
        ? { kind: 'event.change', object: changing.object, base: form.base, payload: event }
        : { kind: 'event.enter', base: 0, payload: event },
    )
    if (!entered) return
    form.clear()
    done(chosen, entered.object)
  }
  return (
    <section className="card stack" aria-label={say(changing ? 'background.change' : 'background.enter')}>
      {!changing && places.length > 1 && (
        <Pick
          label={say('background.into')}
          value={chosen}
          onChange={choose}
          among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
        />
      )}
      <RoomLine room={room} />
      <Fields form={form} room={chosen} object={changing?.object} />
      {!event && <p className="hint">{say('background.not-whole')}</p>}
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(event)}
        label={say(changing ? 'background.change.send' : 'background.enter.send')}
        send={send}
      />
    </section>
  )
}
