/** Preparing a suggestion: what it says in every language, begun with the words of the trade or package it comes from. */
import { chosenIn } from '#domain/bargaining/references.ts'
import { packageWords, tradeWords } from '#domain/bargaining/trade-words.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { type Move, useAtMediator } from './at-mediator.tsx'
import { SaidWordsFields, useSaidWords } from './said-words.tsx'

/** What changes, in the reader's language. */
const WhatChanges = ({ move }: { readonly move: Move }) => {
  const say = useSay()
  const names = useNames()
  const { agenda } = useAtMediator()
  const before = new Map(chosenIn(agenda, move.from).map((each) => [each.issue, each]))
  return (
    <ul className="bullets small">
      {chosenIn(agenda, move.to).map(({ issue, option, names: said }) => {
        const was = before.get(issue)
        return (
          <li key={issue}>
            {was && was.option !== option
              ? say('bargaining.mediator.change', {
                  issue: names.of(said.issue),
                  to: names.of(said.option),
                  from: names.of(was.names.option),
                })
              : say('bargaining.mediator.issue-options', {
                  issue: names.of(said.issue),
                  options: names.of(said.option),
                })}
          </li>
        )
      })}
    </ul>
  )
}

export const PrepareForm = ({ move }: { readonly move: Move }) => {
  const say = useSay()
  const { rooms } = useProcess()
  const { agenda, prepare } = useAtMediator()
  const office = rooms.find(({ kind }) => kind === 'office')
  const acting = useAct(office?.id ?? '')
  const words = useSaidWords((language) => {
    const changes = tradeWords(agenda, move.from, move.to, language)
    return (changes.length > 0 ? changes : packageWords(agenda, move.to, language)).join('\n')
  })
  const send = async (): Promise<void> => {
    if (!words.wording) return
    const payload = { package: move.to, from: move.from, words: words.wording }
    if (await acting.act({ kind: 'suggestion.prepare', base: 0, payload })) prepare(null)
  }
  return (
    <section className="card stack" aria-labelledby="prepare">
      <h2 id="prepare">{say('bargaining.mediator.prepare')}</h2>
      <p className="hint">{say('bargaining.mediator.prepare.why')}</p>
      <WhatChanges move={move} />
      <SaidWordsFields of={words} />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !words.wording} onPress={() => void send()}>
          {say('bargaining.mediator.prepare.keep')}
        </Button>
        <Button onPress={() => prepare(null)}>{say('cancel')}</Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
