/** The quiet hours of a seat; its own stewards can set them. */
import { useState } from 'react'
import type { Seat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { LineField } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { usePlace } from '../moments.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { hoursOf } from './hours.ts'

const SetHours = ({ seat }: { readonly seat: Seat }) => {
  const { hours, rooms } = useProcess()
  const say = useSay()
  const place = usePlace()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const acting = useAct(plenary?.id ?? '')
  const now = hours.find((each) => each.seat === seat.key)
  const [from, setFrom] = useState(now?.hours?.from ?? '')
  const [to, setTo] = useState(now?.hours?.to ?? '')
  const payload = hoursOf(from, to)
  if (!may('quiet-hours.set')) return null
  const set = async () =>
    payload !== null &&
    (await acting.act({
      kind: 'quiet-hours.set',
      object: seat.key,
      base: now?.revision ?? 0,
      payload,
    })) !== null
  return (
    <Confirm
      label={say('quiet-hours.set')}
      look="text"
      title={say('quiet-hours.title')}
      action={say('quiet-hours.do')}
      confirm={set}
      busy={acting.busy || payload === null}
    >
      <p>{say('quiet-hours.why', { place: place(seat.timeZone) })}</p>
      <div className="columns">
        <LineField label={say('quiet-hours.from')} value={from} onChange={setFrom} />
        <LineField label={say('quiet-hours.to')} value={to} onChange={setTo} />
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
