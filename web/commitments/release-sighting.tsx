/** Letting a record out of the mission's room: to whom, how exactly, in which words; what will be told is shown first. */
import { useState } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import {
  blurPlace,
  blurTime,
  type PlacePrecision,
  placePrecisions,
  type TimePrecision,
  timePrecisions,
} from '#domain/commitments/blur.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Pick } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { useToldWords } from './in-words.ts'

type Sighted = Extract<CommitmentRecord, { kind: 'observation' | 'denial' | 'incident' }>

/** The rooms into which a mission can let something go. */
export const useDestinations = (): readonly Room[] =>
  useProcess().rooms.filter(
    ({ kind }) => kind === 'plenary' || kind === 'working-group' || kind === 'gallery',
  )

interface Writing {
  readonly to: string
  readonly place: PlacePrecision
  readonly time: TimePrecision
  readonly what: Written
  readonly name: Written
}

const ReleaseForm = ({ record, close }: { readonly record: Sighted; readonly close: () => void }) => {
  const say = useSay()
  const names = useNames()
  const words = useToldWords()
  const { process } = useProcess()
  const places = useDestinations()
  const acting = useAct(record.room)
  const { object, revision, state, kind } = record
  const empty: Writing = { to: places[0]?.id ?? '', place: '0.1', time: 'day', what: {}, name: {} }
  const form = useForm<Writing>(`release/${object}`, empty, { revision })
  const { value, write, clear, base } = form
  const what = whole(value.what, process.languages)
  const name = whole(value.name, process.languages)
  const isExact = value.place === 'exact'
  const told = {
    names: isExact ? state.place.names : name ? [name] : [],
    ...blurPlace(state.place, value.place),
  }
  const send = async () => {
    if (!what) return
    const { to, place, time } = value
    const payload = { to, place, time, what, ...(!isExact && name ? { name } : {}) }
    if (!(await acting.act({ kind: `${kind}.release`, object, base, payload }))) return
    clear()
    close()
  }
  return (
    <section className="card stack act-form" aria-label={say('commitments.release')}>
      <Pick
        label={say('commitments.release.to')}
        value={value.to}
        onChange={(to) => write({ to })}
        among={places.map((room) => ({ key: room.id, name: names.of(room.name) }))}
      />
      <div className="columns">
        <Pick
          label={say('commitments.release.place')}
          value={value.place}
          onChange={(key) => write({ place: key as PlacePrecision })}
          among={placePrecisions.map((key) => ({
            key,
            name: say(`commitments.precision.${key === 'exact' ? 'exact' : 'cell'}`, {
              km: Math.round(Number(key) * 111) || 0,
            }),
          }))}
        />
        <Pick
          label={say('commitments.release.time')}
          value={value.time}
          onChange={(key) => write({ time: key as TimePrecision })}
          among={timePrecisions.map((key) => ({ key, name: say(`commitments.precision.time.${key}`) }))}
        />
      </div>
      {!isExact && (
        <BothFields
          label={say('commitments.release.name')}
          value={value.name}
          onChange={(written) => write({ name: written })}
        />
      )}
      <BothFields
        long
        label={say('commitments.release.words')}
        value={value.what}
        onChange={(written) => write({ what: written })}
      />
      <div className="notice">
        <p className="small">{say('commitments.release.will-tell')}</p>
        <p>{words.place(told)}</p>
        <p>{words.span(blurTime(state.when, value.time))}</p>
      </div>
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(what) && (isExact || Boolean(name))}
        label={say('commitments.release')}
        send={send}
        cancel={close}
      />
    </section>
  )
}

/** A button that opens the form. */
export const ReleaseSighting = ({ record }: { readonly record: Sighted }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return open ? (
    <ReleaseForm record={record} close={() => setOpen(false)} />
  ) : (
    <Button onPress={() => setOpen(true)}>{say('commitments.release')}</Button>
  )
}
