/** What the mediator has suggested to us: in words, against our own worth, and answered. */
import { useState } from 'react'
import type { BargainingView } from '#contract/bargaining-views.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Choice, WordsField } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { Renderings } from '../../elements/renderings.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { Moment } from '../../moments.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useMay, useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { PackageWords } from '../package-words.tsx'
import { AgainstOwn } from './against-own.tsx'
import { useTriedPackage } from './try-package.tsx'
import { type OwnWorth, usePartyRooms } from './use-worth.ts'

type Received = BargainingView['received'][number]
type Said = 'interested' | 'not'

const Answered = ({ answered }: { readonly answered: NonNullable<Received['state']['answered']> }) => {
  const say = useSay()
  const names = useNames()
  return (
    <div className="stack tight">
      <p>
        <strong>{say(`suggestion.answer.${answered.answer}`)}</strong>{' '}
        <span className="quiet small">
          {names.actor(answered.by)} · <Moment at={answered.at} />
        </span>
      </p>
      {answered.remark && <Renderings text={{ ...answered.remark, translations: [] }} />}
    </div>
  )
}

const AnswerForm = ({ received, done }: { readonly received: Received; readonly done: () => void }) => {
  const say = useSay()
  const { language } = usePreferences()
  const acting = useAct(received.room)
  const [said, setSaid] = useState<Said | null>(null)
  const [remark, setRemark] = useState('')
  const answer = async () => {
    if (!said) return
    const words = remark.trim()
    const payload = {
      answer: said,
      ...(words === '' ? {} : { remark: { original: language, words: { [language]: words } } }),
    }
    const { object, revision } = received
    if (await acting.act({ kind: 'suggestion.answer', object, base: revision, payload })) done()
  }
  return (
    <div className="stack no-print">
      <Choice
        label={say('suggestion.answer')}
        hint={say('suggestion.answer.hint')}
        value={said}
        onChange={setSaid}
        ways={(['interested', 'not'] as const).map((key) => ({ key, name: say(`suggestion.answer.${key}`) }))}
      />
      <WordsField label={say('suggestion.remark')} value={remark} onChange={setRemark} lang={language} />
      <div>
        <Button look="main" isDisabled={!said || acting.busy} onPress={() => void answer()}>
          {say('suggestion.answer.do')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </div>
  )
}

const Suggestion = ({ own, received }: { readonly own: OwnWorth; readonly received: Received }) => {
  const say = useSay()
  const names = useNames()
  const { channel } = usePartyRooms()
  const may = useMay(channel)
  const [changing, setChanging] = useState(false)
  const [tried] = useTriedPackage(own)
  const { state } = received
  const now: Package = { ...tried, ...state.from }
  return (
    <li className="stack bargaining-form">
      <p className="small quiet">
        {names.actor(state.by)} · <Moment at={state.at} />
      </p>
      <Renderings text={{ ...state.words, translations: [] }} />
      <PackageWords chosen={state.chosen} caption={say('suggestion.says')} />
      <AgainstOwn
        own={own}
        before={now}
        after={{ ...now, ...state.package }}
        beforeName={say(state.from ? 'suggestion.now.from' : 'suggestion.now.tried')}
      />
      {state.answered && <Answered answered={state.answered} />}
      {!state.answered || changing
        ? may('suggestion.answer') && <AnswerForm received={received} done={() => setChanging(false)} />
        : may('suggestion.answer') && (
            <div>
              <Button look="text" onPress={() => setChanging(true)}>
                {say('suggestion.answer.again')}
              </Button>
            </div>
          )}
    </li>
  )
}

/** The page; those without an answer come first. */
export const SuggestionsPage = ({ view, own }: { readonly view: BargainingView; readonly own: OwnWorth }) => {
  const say = useSay()
  if (view.received.length === 0) return <Empty>{say('suggestion.none')}</Empty>
  const latest = view.received.toReversed()
  const order = latest.toSorted(
    (a, b) => Number(a.state.answered !== undefined) - Number(b.state.answered !== undefined),
  )
  return (
    <div className="stack">
      <p className="quiet">{say('suggestion.intro')}</p>
      <ol className="stack">
        {order.map((received) => (
          <Suggestion key={received.object} own={own} received={received} />
        ))}
      </ol>
    </div>
  )
}
