/** The question turned round: what would a decider have to prefer for a state to hold? */
import { useState } from 'react'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import { type InverseNotion, inverseNotions } from '#domain/bargaining/stability/inverse.ts'
import { Analysed } from '../../analysis/analysed.tsx'
import type { Answers, StabilityFound } from '../../analysis/questions.ts'
import { useAnalysis } from '../../analysis/use-analysis.ts'
import { Pick } from '../../elements/field.tsx'
import { useListing, useSay } from '../../speech.tsx'
import type { StateWords } from './use-state-words.ts'

const Found = ({ of, words }: { readonly of: Answers['inverse']; readonly words: StateWords }) => {
  const say = useSay()
  const listing = useListing()
  const facts = { decider: words.decider(of.decider), state: words.state(of.state) }
  return (
    <div className="stack tight">
      <p dir="auto">
        {say(of.conditions.length === 0 ? 'stability.inverse.always' : 'stability.inverse.if', facts)}
      </p>
      <ul className="bullets">
        {of.conditions.map(({ move, oneOf, held }) => (
          <li key={move} dir="auto">
            {say('stability.inverse.condition', {
              move: words.state(move),
              sets: oneOf.map((set) => listing(set.map((state) => `${state + 1}`))).join('; '),
            })}{' '}
            <strong>{say(held ? 'stability.inverse.held' : 'stability.inverse.not-held')}</strong>
          </li>
        ))}
      </ul>
      <ul className="bullets">
        {of.others.map(({ decider, stays }) => (
          <li key={decider} dir="auto">
            {say(`stability.inverse.other.${stays}`, { decider: words.decider(decider) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const InverseQuestion = ({
  conflict,
  found,
  words,
}: {
  readonly conflict: Conflict
  readonly found: StabilityFound
  readonly words: StateWords
}) => {
  const say = useSay()
  const [decider, setDecider] = useState('0')
  const [state, setState] = useState('0')
  const [notion, setNotion] = useState<InverseNotion>('SEQ')
  const answer = useAnalysis('inverse', {
    conflict,
    meaning: found.meaning,
    decider: Number(decider),
    state: Number(state),
    notion,
  })
  return (
    <section className="stack" aria-labelledby="inverse">
      <h2 id="inverse">{say('stability.inverse')}</h2>
      <p className="hint">{say('stability.inverse.why')}</p>
      <div className="issue-picks no-print">
        <Pick
          label={say('stability.inverse.state')}
          value={state}
          onChange={setState}
          among={found.states.map((_, i) => ({ key: `${i}`, name: words.state(i) }))}
        />
        <Pick
          label={say('stability.inverse.decider')}
          value={decider}
          onChange={setDecider}
          among={conflict.deciders.map((_, i) => ({ key: `${i}`, name: words.decider(i) }))}
        />
        <Pick
          label={say('stability.inverse.notion')}
          value={notion}
          onChange={(key) => setNotion(key as InverseNotion)}
          among={inverseNotions.map((key) => ({ key, name: say(`stability.notion.${key}`) }))}
        />
      </div>
      <Analysed of={answer}>{(inverse) => <Found of={inverse} words={words} />}</Analysed>
    </section>
  )
}
