/** The quiet hours of a seat; its own stewards can set them. */
import type { Seat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { LineField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { usePlace } from '../moments.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { hoursOf } from './hours.ts'

const SetHours = ({ seat }: { readonly seat: Seat }) => {
  const { hours, rooms } = useProcess()
  const say = useSay()
  const place = usePlace()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const acting = useAct(plenary?.id ?? '')
  const now = hours.find((each) => each.seat === seat.key)
  const begun = { from: now?.hours?.from ?? '', to: now?.hours?.to ?? '' }
  const form = useForm(`quiet-hours/${seat.key}`, begun, now)
  const { from, to } = form.value
  const payload = hoursOf(from, to)
  if (!may('quiet-hours.set')) return null
  const set = async () => {
    if (payload === null) return false
    const asked = { kind: 'quiet-hours.set', object: seat.key, base: form.base, payload } as const
    const done = await acting.act(asked)
    if (done) form.clear()
    return done !== null
  }
  return (
    <Confirm
      label={say('quiet-hours.set')}
      look="text"
      title={say('quiet-hours.title')}
      action={say('quiet-hours.do')}
      confirm={set}
      form={form}
      busy={acting.busy || payload === null}
    >
      <p>{say('quiet-hours.why', { place: place(seat.timeZone) })}</p>
      <div className="columns">
        <LineField
          label={say('quiet-hours.from')}
          value={from}
          onChange={(each) => form.write({ from: each })}
        />
        <LineField label={say('quiet-hours.to')} value={to} onChange={(each) => form.write({ to: each })} />
      </div>
      <p className="hint">{say('quiet-hours.form')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

export const QuietHoursOf = ({ seat, own }: { readonly seat: Seat; readonly own: boolean }) => {
  const { hours } = useProcess()
  const say = useSay()
  const now = hours.find((each) => each.seat === seat.key)?.hours
  return (
    <p className="quiet small line">
      {now ? say('quiet-hours', { from: now.from, to: now.to }) : say('quiet-hours.none')}
      {own && <SetHours seat={seat} />}
    </p>
  )
}
