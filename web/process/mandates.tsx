/** The mandate of the mediator, as everybody at the table reads it; the mediator records it and its end. */
import type { StandingView } from '#contract/process-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { isInForce, type MandateSource, mandateSources } from '#domain/process/mandate.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Empty } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { FormAct } from './form-act.tsx'
import { useMandateDays } from './use-mandate-days.ts'
import { useRoomOf } from './use-standing.ts'
import { SaidInAll } from './words.tsx'

interface Writing {
  readonly source: MandateSource
  readonly giver: Written
  readonly words: Written
  readonly limits: Written
  readonly from: string
  readonly until: string
}

const empty: Writing = { source: 'parties', giver: {}, words: {}, limits: {}, from: '', until: '' }

const isBlank = (written: Written): boolean => Object.values(written).every((each) => each.trim() === '')

const Record = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room.id)
  const form = useForm<Writing>('mandate', empty)
  const { value, write, clear } = form
  const [giver, words, limits] = [value.giver, value.words, value.limits].map((each) =>
    whole(each, process.languages),
  )
  const ready = giver && words && value.from !== '' && (limits || isBlank(value.limits))
  const send = async () => {
    if (!giver || !words) return false
    const { source, from, until } = value
    const payload = { source, giver, words, from, ...(limits ? { limits } : {}), ...(until ? { until } : {}) }
    const done = await acting.act({ kind: 'mandate.record', base: 0, payload })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct
      label={say('process.mandate.record')}
      form={form}
      acting={acting}
      ready={Boolean(ready)}
      send={send}
    >
      <Pick
        label={say('process.mandate.source')}
        value={value.source}
        onChange={(source) => write({ source: source as MandateSource })}
        among={mandateSources.map((key) => ({ key, name: say(`process.mandate.source.${key}`) }))}
      />
      <BothFields
        label={say('process.mandate.giver')}
        value={value.giver}
        onChange={(each) => write({ giver: each })}
      />
      <BothFields
        long
        label={say('process.mandate.words')}
        value={value.words}
        onChange={(each) => write({ words: each })}
      />
      <BothFields
        long
        label={say('process.mandate.limits')}
        value={value.limits}
        onChange={(each) => write({ limits: each })}
      />
      <div className="columns">
        <LineField
          type="date"
          label={say('process.mandate.from')}
          value={value.from}
          onChange={(from) => write({ from })}
        />
        <LineField
          type="date"
          label={say('process.mandate.until')}
          value={value.until}
          onChange={(until) => write({ until })}
        />
      </div>
    </FormAct>
  )
}

const End = ({
  room,
  mandate,
}: {
  readonly room: Room
  readonly mandate: StandingView['mandates'][number]
}) => {
  const say = useSay()
  const acting = useAct(room.id)
  const form = useForm<{ day: string }>(`mandate-end/${mandate.object}`, { day: '' }, mandate)
  const { value, write, clear, base } = form
  const send = async () => {
    const done = await acting.act({
      kind: 'mandate.end',
      object: mandate.object,
      base,
      payload: { day: value.day },
    })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct
      label={say('process.mandate.end')}
      form={form}
      acting={acting}
      ready={value.day !== ''}
      send={send}
    >
      <LineField
        type="date"
        label={say('process.mandate.last-day')}
        value={value.day}
        onChange={(day) => write({ day })}
      />
    </FormAct>
  )
}

const MandateCard = ({
  mandate,
  room,
  mayEnd,
}: {
  readonly mandate: StandingView['mandates'][number]
  readonly room: Room
  readonly mayEnd: boolean
}) => {
  const say = useSay()
  const names = useNames()
  const daysOf = useMandateDays()
  const { at } = useProcess()
  const { state } = mandate
  return (
    <article className="card stack tight" aria-labelledby={mandate.object}>
      <h3 id={mandate.object} dir="auto">
        {names.of(state.giver)}
      </h3>
      <p className="small quiet">
        {say(`process.mandate.source.${state.source}`)} · {daysOf(state)}
        {isInForce(state, at.slice(0, 10)) ? '' : ` · ${say('process.mandate.over')}`}
      </p>
      <SaidInAll of={state.words} />
      {state.limits && (
        <>
          <p className="small quiet">{say('process.mandate.limits')}</p>
          <SaidInAll of={state.limits} />
        </>
      )}
      {mayEnd && state.ended === undefined && <End room={room} mandate={mandate} />}
    </article>
  )
}

/** The mandates, the newest first. */
export const Mandates = ({ view }: { readonly view: StandingView }) => {
  const say = useSay()
  const plenary = useRoomOf('plenary')
  const may = useMay(plenary)
  if (!plenary) return null
  return (
    <section className="stack" aria-labelledby="mandates">
      <h2 id="mandates">{say('process.mandates')}</h2>
      <RoomLine room={plenary} />
      {view.mandates.length === 0 && <Empty>{say('process.mandate.none')}</Empty>}
      <div className="columns">
        {view.mandates.toReversed().map((mandate) => (
          <MandateCard key={mandate.object} mandate={mandate} room={plenary} mayEnd={may('mandate.end')} />
        ))}
      </div>
      {may('mandate.record') && <Record room={plenary} />}
    </section>
  )
}
