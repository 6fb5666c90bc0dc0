/** A new clause after this one: a party proposes it, who holds the pen enters it. */
import { useState } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import { orderBetween } from '#domain/text/order.ts'
import { Button } from '../elements/button.tsx'
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'

/** The place after a clause among those that hang on the same one; at the end of the text when there is none. */
export const placeAfter = (clauses: readonly Clause[], after: Clause | null) => {
  const parent = after?.parent ?? null
  const orders = clauses
    .filter((each) => each.parent === parent)
    .map(({ order }) => order)
    .toSorted()
  const before = after?.order ?? orders.at(-1) ?? null
  const next = orders.find((order) => before !== null && order > before) ?? null
  return { parent, order: orderBetween(before, next), kind: after?.kind ?? ('operative' as const) }
}

export const NewClause = ({ after, done }: { readonly after: Clause | null; readonly done: () => void }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { languages, view } = useText()
  const { role, bring, acting } = useProposing()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const passage = Object.fromEntries(
    languages.map((language) => {
      const said = words[language]?.replace(/\s+/gu, ' ').trim() ?? ''
      return [language, said === '' ? null : [said.normalize('NFC')]]
    }),
  )
  const ready = Object.values(passage).some((content) => content !== null)
  const send = async () => {
    const target = { on: 'place' as const, ...placeAfter(view.clauses, after) }
    if (await bring({ target, passage })) done()
  }
  return (
    <section className="stack propose" aria-label={say('text.new-clause')}>
      <div className="columns">
        {languages.map((language) => (
          <WordsField
            key={language}
            label={say('text.words-in', { language: languageName(language) })}
            lang={language}
            value={words[language] ?? ''}
            onChange={(said) => setWords({ ...words, [language]: said })}
          />
        ))}
      </div>
      <p className="hint">{say('text.may-be-empty')}</p>
      <div className="line">
        <Button look="main" isDisabled={!ready || acting.busy} onPress={() => void send()}>
          {say(role === 'party' ? 'text.send-proposal' : 'text.enter')}
        </Button>
        <Button onPress={done}>{say('cancel')}</Button>
        {role === 'party' && <span className="hint">{say('text.goes-to-mediator')}</span>}
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
