/** A side tells an event: in both languages, with what its account rests on. */
import { useState } from 'react'
import type { EventView } from '#contract/background-views.ts'
import { sourceAs, sourcesOf } from '#domain/background/event-table.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { WordsField } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { useMay, useMySeat, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

interface Writing {
  /** The moment of the account in whose place this one is put; empty where there is none. */
  readonly instead: string
  readonly words: Written
  readonly sources: string
}

export const TellForm = ({ view: { room, object, revision, state } }: { readonly view: EventView }) => {
  const say = useSay()
  const { process, me, rooms } = useProcess()
  const { party } = useMySeat()
  const may = useMay(rooms.find(({ id }) => id === room))
  const acting = useAct(room)
  const [open, setOpen] = useState(false)
  const own = state.accounts.find((account) => account.party === party)
  const begun: Writing = {
    ...{ instead: own?.at ?? '', words: own?.words ?? {} },
    sources: own ? own.sources.map(sourceAs).join('\n') : '',
  }
  // What the other side tells meanwhile is no concern of this account.
  const form = useForm(`tell/${object}`, begun, { revision, ofPart: true })
  if (party === undefined || !may('event.tell') || state.withdrawnAt !== undefined) return null
  const label = say(own ? 'background.tell.again' : 'background.tell')
  if (!open)
    return (
      <div className="no-print">
        <Button onPress={() => setOpen(true)}>{label}</Button>
      </div>
    )
  const words = whole(form.value.words, process.languages)
  const send = async () => {
    if (!words) return
    const { instead, sources } = form.value
    const payload = { words, sources: sourcesOf(sources), ...(instead === '' ? {} : { instead }) }
    if (!(await acting.act({ kind: 'event.tell', object, base: null, payload }))) return
    form.clear()
    setOpen(false)
  }
  return (
    <section className="card stack act-form no-print" aria-label={label}>
      <h3>{label}</h3>
      <BothFields
        long
        label={say('background.account')}
        value={form.value.words}
        onChange={(each) => form.write({ words: each })}
      />
      <WordsField
        label={say('background.sources')}
        hint={say('background.sources.how')}
        lang={me.language}
        value={form.value.sources}
        onChange={(sources) => form.write({ sources })}
      />
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(words)}
        label={say('background.tell.send')}
        send={send}
        cancel={() => setOpen(false)}
      />
    </section>
  )
}
