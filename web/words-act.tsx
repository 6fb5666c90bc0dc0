/** A small form of words in every language, opened by its name: what many acts need. */
import { type ReactNode, useState } from 'react'
import type { Acting } from './acts.ts'
import { BothFields, type Written, whole } from './elements/both-fields.tsx'
import { Button } from './elements/button.tsx'
import { FormFoot } from './elements/form-foot.tsx'
import { useProcess } from './process.tsx'
import { useSay } from './speech.tsx'
import { useForm } from './use-form.ts'

/** What words are written upon: the revision, or the moment of the own part in whose place they are put, '' for none. */
export type Upon = { readonly revision: number } | { readonly instead: string }

/** Of what they were begun upon, what an act names. */
export interface BegunUpon {
  readonly base: number
  readonly instead?: string
}

/**
 * `on` is what stands now of that upon which the words are written, where it matters whether it is still the same.
 * `send` names what they were begun upon, and answers whether it was done; what was written is kept until then.
 */
export const WordsAct = ({
  name,
  on,
  label,
  action,
  acting,
  send,
  children,
  ready = true,
}: {
  readonly name: string
  readonly on?: Upon
  readonly label: string
  readonly action?: string
  readonly acting: Acting
  readonly send: (words: Written, begun: BegunUpon) => Promise<boolean>
  readonly children?: ReactNode
  readonly ready?: boolean
}) => {
  const say = useSay()
  const { process } = useProcess()
  const [open, setOpen] = useState(false)
  const isPart = on !== undefined && 'instead' in on
  const form = useForm<{ words: Written; instead: string }>(
    name,
    { words: {}, instead: isPart ? on.instead : '' },
    isPart ? { revision: 0, ofPart: true } : on,
  )
  const words = whole(form.value.words, process.languages)
  const { base, value } = form
  const begun = { base, ...(value.instead === '' ? {} : { instead: value.instead }) }
  if (!open) return <Button onPress={() => setOpen(true)}>{label}</Button>
  const submit = async () => {
    if (!words || !(await send(words, begun))) return
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
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(words) && ready}
        label={action ?? label}
        send={submit}
        cancel={() => setOpen(false)}
      />
    </section>
  )
}
