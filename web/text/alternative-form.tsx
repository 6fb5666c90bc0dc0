/** Another alternative for an open bracket, in one language or in all. */
import { useState } from 'react'
import type { Bracket } from '#domain/text/bracket.ts'
import type { Clause } from '#domain/text/clause.ts'
import { Button } from '../elements/button.tsx'
import { WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useSay } from '../speech.tsx'
import { useText } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'

export const AlternativeForm = ({
  clause,
  bracket,
  done,
}: {
  readonly clause: Clause
  readonly bracket: Bracket
  readonly done: () => void
}) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { languages } = useText()
  const { role, bring, acting } = useProposing()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const ready = languages.some((language) => words[language]?.trim())
  const send = async () => {
    const passage = Object.fromEntries(
      languages.map((language) => {
        const said = words[language]?.replace(/\s+/gu, ' ').trim() ?? ''
        return [language, said === '' ? null : [said.normalize('NFC')]]
      }),
    )
    const target = { on: 'bracket' as const, clause: clause.id, bracket: bracket.id }
    if (await bring({ target, passage })) done()
  }
  return (
    <div className="stack">
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
    </div>
  )
}
