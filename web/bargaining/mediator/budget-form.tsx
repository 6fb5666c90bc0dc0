/** The information budget: how many suggestions the mediator lets go in all, and how long it waits between two to one side. */
import { useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { LineField } from '../../elements/field.tsx'
import { FormFoot } from '../../elements/form-foot.tsx'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'

const whole = (typed: string, least: number, most: number): number | null => {
  const value = Number(typed)
  return typed !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null
}

/** The wait in words, in hours where it is whole hours. */
const useWait = (): ((minutes: number) => string) => {
  const say = useSay()
  return (minutes) =>
    minutes % 60 === 0
      ? say('bargaining.mediator.budget.wait-hours', { hours: minutes / 60 })
      : say('bargaining.mediator.budget.wait-minutes', { minutes })
}

const Form = ({ budget, done }: { readonly budget: BargainingView['budget']; readonly done: () => void }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const office = rooms.find(({ kind }) => kind === 'office')
  const acting = useAct(office?.id ?? '')
  const begun = {
    most: String(budget?.state.most ?? 5),
    hours: String(Math.round((budget?.state.apartMinutes ?? 24 * 60) / 0.6) / 100),
  }
  // What is let go meanwhile counts against the budget and does not change it.
  const form = useForm('budget', begun, { revision: budget?.revision ?? 0, ofPart: true })
  const { most, hours } = form.value
  const payload = {
    most: whole(most, 1, 100),
    apartMinutes: whole(hours === '' ? '' : String(Math.round(Number(hours) * 60)), 0, 43_200),
  }
  const set = async (): Promise<void> => {
    const { most: releases, apartMinutes } = payload
    if (releases === null || apartMinutes === null) return
    const asked = { kind: 'budget.set', object: 'budget', base: form.base } as const
    if (!(await acting.act({ ...asked, payload: { most: releases, apartMinutes } }))) return
    form.clear()
    done()
  }
  return (
    <div className="stack tight">
      <div className="columns short">
        <LineField
          label={say('bargaining.mediator.budget.most')}
          type="number"
          value={most}
          onChange={(each) => form.write({ most: each })}
        />
        <LineField
          label={say('bargaining.mediator.budget.apart')}
          hint={say('bargaining.mediator.budget.apart.why')}
          type="number"
          value={hours}
          onChange={(each) => form.write({ hours: each })}
        />
      </div>
      <FormFoot
        form={form}
        acting={acting}
        ready={payload.most !== null && payload.apartMinutes !== null}
        label={say('bargaining.mediator.budget.set')}
        send={set}
        cancel={budget ? done : undefined}
      />
    </div>
  )
}

/** How the budget stands, and the form to set it. */
export const BudgetForm = ({ budget }: { readonly budget: BargainingView['budget'] }) => {
  const say = useSay()
  const wait = useWait()
  const [open, setOpen] = useState(false)
  return (
    <section className="stack tight" aria-labelledby="budget">
      <h2 id="budget">{say('bargaining.mediator.budget')}</h2>
      <p className="hint">{say('bargaining.mediator.budget.why')}</p>
      {budget && (
        <p>
          {say('bargaining.mediator.budget.stands', {
            left: budget.state.most - budget.state.released.length,
            most: budget.state.most,
            wait: wait(budget.state.apartMinutes),
          })}
        </p>
      )}
      {budget && !open ? (
        <div className="no-print">
          <Button onPress={() => setOpen(true)}>{say('bargaining.mediator.budget.change')}</Button>
        </div>
      ) : (
        <Form budget={budget} done={() => setOpen(false)} />
      )}
    </section>
  )
}
