/** A small form that is opened by its name: what the acts on this page need. */
import { type ReactNode, useState } from 'react'
import type { Acting } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import type { Overtakable } from '../elements/overtaken.tsx'

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
      <FormFoot
        form={form}
        acting={acting}
        ready={ready}
        label={label}
        send={submit}
        cancel={() => setOpen(false)}
      />
    </section>
  )
}
