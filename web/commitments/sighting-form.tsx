/** The monitor's form: what was seen, where access was denied, what happened. Made for a phone; what is typed stays. */
import { useState } from 'react'
import type { PostedAct } from '#contract/acts.ts'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import {
  incidentKinds,
  type Observation,
  type ObservationMeans,
  observationMeans,
} from '#domain/commitments/sighting.ts'
import { type AskedAct, useAct } from '../acts.ts'
import { Refused } from '../api.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Choice, LineField, Pick, Tick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Form, useForm } from '../use-form.ts'
import { type Sent, useWaiting, type Waiting } from '../waiting.ts'
import { PickObligations } from './notify-form.tsx'
import { useRecords } from './use-commitments.ts'
import { WaitingList } from './waiting-list.tsx'

const kinds = ['observation', 'denial', 'incident'] as const

interface Writing {
  readonly kind: (typeof kinds)[number]
  readonly place: Written
  readonly latitude: string
  readonly longitude: string
  readonly controls: string
  readonly means: ObservationMeans
  readonly incident: (typeof incidentKinds)[number]
  readonly what: Written
  readonly by: Written
  readonly least: string
  readonly most: string
  readonly bearingFrom: string
  readonly bearingTo: string
  readonly rangeLeast: string
  readonly rangeMost: string
  readonly from: string
  readonly to: string
  readonly assessed: boolean
  readonly stipulations: readonly string[]
  readonly sources: readonly string[]
}

const blank: Omit<Writing, 'from' | 'to'> = {
  ...{ kind: 'observation', place: {}, latitude: '', longitude: '', controls: 'unknown', means: 'seen' },
  ...{ incident: 'other', what: {}, by: {}, least: '', most: '', bearingFrom: '', bearingTo: '' },
  ...{ rangeLeast: '', rangeMost: '', assessed: false, stipulations: [], sources: [] },
}

/** A number as people type it; null when it is none. */
const numberOf = (typed: string): number | null => {
  const value = Number(typed.trim().replace(',', '.'))
  return typed.trim() === '' || !Number.isFinite(value) ? null : value
}

/** Both ends; one end alone stands for both. */
const interval = (least: string, most: string): readonly [number, number] | undefined => {
  const [low, high] = [numberOf(least), numberOf(most)]
  if (low === null && high === null) return undefined
  return [low ?? high ?? 0, high ?? low ?? 0]
}

const momentOf = (typed: string): string => new Date(`${typed}Z`).toISOString()

/** The act of a form that is whole; null while something is missing. */
const actOf = (value: Writing, languages: readonly string[]): AskedAct | null => {
  const name = whole(value.place, languages)
  const what = whole(value.what, languages)
  const by = whole(value.by, languages)
  const [latitude, longitude] = [numberOf(value.latitude), numberOf(value.longitude)]
  if (!name || !what || latitude === null || longitude === null || !value.from || !value.to) return null
  const { stipulations, controls, means, assessed, sources } = value
  const seen = {
    place: { names: [name], latitude, longitude },
    when: { from: momentOf(value.from), to: momentOf(value.to) },
    ...{ what, stipulations, ...(sources.length > 0 ? { sources } : {}) },
  }
  if (value.kind === 'denial')
    return by && { kind: 'denial.record', base: 0, payload: { ...seen, by, controls } }
  const count = interval(value.least, value.most)
  const ends = count && { least: count[0], most: count[1] }
  if (value.kind === 'incident')
    return {
      kind: 'incident.record',
      base: 0,
      payload: { ...seen, kind: value.incident, ...(ends ? { casualties: ends } : {}) },
    }
  const bearing = interval(value.bearingFrom, value.bearingTo)
  const range = interval(value.rangeLeast, value.rangeMost)
  const payload: Observation = {
    ...{ ...seen, controls, means, assessed },
    ...(ends ? { count: ends } : {}),
    ...(bearing ? { bearing: { from: bearing[0], to: bearing[1] } } : {}),
    ...(range ? { range: { least: range[0], most: range[1] } } : {}),
  }
  return { kind: 'observation.record', base: 0, payload }
}

const Where = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { value, write } = form
  const here = () =>
    navigator.geolocation?.getCurrentPosition(({ coords }) =>
      write({ latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) }),
    )
  return (
    <>
      <BothFields
        label={say('commitments.record.place')}
        value={value.place}
        onChange={(place) => write({ place })}
      />
      <div className="columns">
        <LineField
          label={say('commitments.record.latitude')}
          value={value.latitude}
          onChange={(latitude) => write({ latitude })}
        />
        <LineField
          label={say('commitments.record.longitude')}
          value={value.longitude}
          onChange={(longitude) => write({ longitude })}
        />
      </div>
      <div>
        <Button onPress={here}>{say('commitments.record.here')}</Button>
      </div>
      {value.kind !== 'incident' && (
        <Pick
          label={say('commitments.record.controls')}
          value={value.controls}
          onChange={(controls) => write({ controls })}
          among={[
            ...process.parties.map(({ key }) => ({ key, name: names.party(key) })),
            { key: 'contested', name: say('commitments.controls.contested') },
            { key: 'unknown', name: say('commitments.controls.unknown') },
          ]}
        />
      )}
    </>
  )
}

const Ends = ({
  label,
  least,
  most,
  onChange,
}: {
  readonly label: string
  readonly least: string
  readonly most: string
  readonly onChange: (least: string, most: string) => void
}) => {
  const say = useSay()
  return (
    <div className="columns">
      <LineField
        label={say('commitments.least', { label })}
        value={least}
        onChange={(each) => onChange(each, most)}
      />
      <LineField
        label={say('commitments.most', { label })}
        value={most}
        onChange={(each) => onChange(least, each)}
      />
    </div>
  )
}

const What = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const { value, write } = form
  return (
    <>
      <BothFields
        long
        label={say('commitments.record.what')}
        value={value.what}
        onChange={(what) => write({ what })}
      />
      {value.kind === 'denial' && (
        <BothFields label={say('commitments.record.by')} value={value.by} onChange={(by) => write({ by })} />
      )}
      {value.kind === 'incident' && (
        <Pick
          label={say('commitments.record.incident')}
          value={value.incident}
          onChange={(key) => write({ incident: key as Writing['incident'] })}
          among={incidentKinds.map((key) => ({ key, name: say(`commitments.incident.${key}`) }))}
        />
      )}
      {value.kind !== 'denial' && (
        <Ends
          label={say(
            value.kind === 'incident' ? 'commitments.record.casualties' : 'commitments.record.count',
          )}
          least={value.least}
          most={value.most}
          onChange={(least, most) => write({ least, most })}
        />
      )}
      {value.kind === 'observation' && (
        <>
          <Pick
            label={say('commitments.record.means')}
            value={value.means}
            onChange={(key) => write({ means: key as ObservationMeans })}
            among={observationMeans.map((key) => ({ key, name: say(`commitments.means-of.${key}`) }))}
          />
          <Ends
            label={say('commitments.record.bearing')}
            least={value.bearingFrom}
            most={value.bearingTo}
            onChange={(bearingFrom, bearingTo) => write({ bearingFrom, bearingTo })}
          />
          <Ends
            label={say('commitments.record.range')}
            least={value.rangeLeast}
            most={value.rangeMost}
            onChange={(rangeLeast, rangeMost) => write({ rangeLeast, rangeMost })}
          />
          <Tick
            label={say('commitments.record.assessed')}
            value={value.assessed}
            onChange={(assessed) => write({ assessed })}
          />
        </>
      )}
    </>
  )
}

const Sources = ({ room, form }: { readonly room: string; readonly form: Form<Writing> }) => {
  const say = useSay()
  const names = useNames()
  const { data } = useRecords(room, 'source', '')
  const { value, write } = form
  const sources = (data?.records ?? []).filter((record) => record.kind === 'source')
  if (sources.length === 0) return null
  return (
    <fieldset className="field">
      <legend className="field-title">{say('commitments.record.sources')}</legend>
      {sources.map(({ object, state }) => (
        <Tick
          key={object}
          label={names.of(state.alias)}
          value={value.sources.includes(object)}
          onChange={(on) =>
            write({
              sources: on ? [...value.sources, object] : value.sources.filter((each) => each !== object),
            })
          }
        />
      ))}
    </fieldset>
  )
}

/** One act of these words, under ids of its own. */
const postedOf = (asked: AskedAct, room: string): PostedAct =>
  ({ ...asked, id: crypto.randomUUID(), room, object: crypto.randomUUID() }) as PostedAct

/**
 * One record at a time. Without a connection it is kept in this tab and sent later, once. Where the browser keeps nothing
 * the form stays as it is, and sending again cannot record it twice.
 */
const useKeeping = (room: string, waiting: Waiting, form: Form<Writing>) => {
  const say = useSay()
  const acting = useAct(room)
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<{ readonly id: string; readonly sent: Sent } | null>(null)
  const keep = async (asked: AskedAct) => {
    setBusy(true)
    setLast(null)
    const act = postedOf(asked, room)
    const written = { act, at: new Date().toISOString(), form: JSON.stringify(form.value) }
    const sent = await waiting.hand(written)
    setLast({ id: act.id, sent })
    setBusy(false)
    if (sent === 'done' || sent === 'waiting') form.clear()
    if (sent === 'unkept' && (await acting.act(asked))) form.clear()
  }
  const held = waiting.acts.find(({ act }) => act.id === last?.id)
  const isDone =
    last?.sent === 'done' ||
    (last?.sent === 'waiting' && !held) ||
    (last?.sent === 'unkept' && acting.last !== null)
  const waits = held && !held.refusal ? say('commitments.record.waits') : null
  return {
    keep,
    busy: busy || acting.busy,
    trouble: last?.sent instanceof Refused ? last.sent : acting.trouble,
    done: isDone ? say('commitments.record.kept') : waits,
    forget: () => setLast(null),
  }
}

/** The form, and below it what waits in this tab. */
export const SightingForm = ({ room, view }: { readonly room: string; readonly view: CommitmentsView }) => {
  const say = useSay()
  const { process } = useProcess()
  const waiting = useWaiting()
  const now = view.at.slice(0, 16)
  const form = useForm<Writing>('sighting', { ...blank, from: now, to: now })
  const keeping = useKeeping(room, waiting, form)
  const { value, write, clear } = form
  const asked = actOf(value, process.languages)
  const isBlank =
    JSON.stringify({ ...blank, from: '', to: '' }) === JSON.stringify({ ...value, from: '', to: '' })
  return (
    <section className="card stack monitor-form" aria-label={say('commitments.record')}>
      <Choice
        label={say('commitments.record.kind')}
        value={value.kind}
        onChange={(kind) => write({ kind })}
        ways={kinds.map((key) => ({ key, name: say(`commitments.kind.${key}`) }))}
      />
      <Where form={form} />
      <div className="columns">
        <LineField
          type="datetime-local"
          label={say('commitments.record.from')}
          value={value.from}
          onChange={(from) => write({ from })}
        />
        <LineField
          type="datetime-local"
          label={say('commitments.record.to')}
          value={value.to}
          onChange={(to) => write({ to })}
        />
      </div>
      <What form={form} />
      <PickObligations
        view={view}
        value={value.stipulations}
        onChange={(stipulations) => write({ stipulations })}
      />
      <Sources room={room} form={form} />
      <p className="hint">{say('commitments.record.no-attribution')}</p>
      <div className="line">
        <Button
          look="main"
          isDisabled={keeping.busy || !asked}
          onPress={() => asked && void keeping.keep(asked)}
        >
          {say('commitments.record.keep')}
        </Button>
        <Button onPress={clear}>{say('commitments.record.clear')}</Button>
      </div>
      <Outcome trouble={keeping.trouble} done={keeping.done} />
      <WaitingList
        waiting={waiting}
        isFree={isBlank}
        putBack={(words) => {
          keeping.forget()
          write(JSON.parse(words) as Writing)
        }}
      />
    </section>
  )
}
