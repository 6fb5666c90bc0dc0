/** A small form of words in every language, opened by its name: what many acts need. */
import { type ReactNode, useState } from 'react'
import type { Acting } from './acts.ts'
import { BothFields, type Written, whole } from './elements/both-fields.tsx'
import { Button } from './elements/button.tsx'
import { Outcome } from './elements/trouble.tsx'
import { useProcess } from './process.tsx'
import { useSay } from './speech.tsx'
import { useForm } from './use-form.ts'

/** `send` answers whether it was done; what was written is kept until then. */
export const WordsAct = ({
  name,
  label,
  action,
  acting,
  send,
  children,
  ready = true,
}: {
  readonly name: string
  readonly label: string
  readonly action?: string
  readonly acting: Acting
  readonly send: (words: Written) => Promise<boolean>
  readonly children?: ReactNode
  readonly ready?: boolean
}) => {
  const say = useSay()
  const { process } = useProcess()
  const [open, setOpen] = useState(false)
  const form = useForm<{ words: Written }>(name, { words: {} })
  const words = whole(form.value.words, process.languages)
  if (!open) return <Button onPress={() => setOpen(true)}>{label}</Button>
  const submit = async () => {
    if (!words || !(await send(words))) return
    form.clear()
    setOpen(false)
  }
  return (
    <section className="card stack act-form" aria-label={label}>
      <h4>{label}</h4>
      {children}
      <BothFields
        long
        label={say('commitments.words')}
        value={form.value.words}
        onChange={(written) => form.write({ words: written })}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !words || !ready} onPress={() => void submit()}>
          {action ?? label}
        </Button>
        <Button onPress={() => setOpen(false)}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
