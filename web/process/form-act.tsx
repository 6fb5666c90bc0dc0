/** A small form that is opened by its name: what the acts on this page need. */
import { type ReactNode, useState } from 'react'
import type { Acting } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { type Overtakable, Overtaken } from '../elements/overtaken.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'

/** `send` answers whether it was done; what was written is kept until then. */
export const FormAct = ({
  label,
  form,
  acting,
  ready,
  send,
  children,
}: {
  readonly label: string
  readonly form: Overtakable
  readonly acting: Acting
  readonly ready: boolean
  readonly send: () => Promise<boolean>
  readonly children: ReactNode
}) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div className="no-print">
        <Button onPress={() => setOpen(true)}>{label}</Button>
      </div>
    )
  const submit = async () => {
    if (await send()) setOpen(false)
  }
  return (
    <section className="stack act-form" aria-label={label}>
      {children}
      <Overtaken form={form} />
      <div className="line">
        <Button
          look="main"
          isDisabled={acting.busy || !ready || form.isOvertaken}
          onPress={() => void submit()}
        >
          {label}
        </Button>
        <Button onPress={() => setOpen(false)}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
