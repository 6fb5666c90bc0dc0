/** Fourth, for who wants it: what gains or loses by coming together, and what we hold impossible together. */
import { useState } from 'react'
import { Button } from '../../elements/button.tsx'
import { Choice, LineField } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { noPairs, type Pairs, PickTogether, togetherOf } from '../pick-together.tsx'
import type { OwnWorth } from './use-worth.ts'

const kinds = ['bonus', 'penalty', 'never'] as const
type Kind = (typeof kinds)[number]

interface Line {
  readonly key: string
  readonly words: string
  readonly drop: () => void
}

const useLines = ({ agenda, worth, change }: OwnWorth): readonly Line[] => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  return [
    ...worth.interdependence.map(({ together, worth: more }, i) => {
      const value = Number(more)
      const facts = { options: names.together(together), points: Math.abs(value) }
      return {
        key: `link-${i}`,
        words: say(value < 0 ? 'worth.together.penalty-of' : 'worth.together.bonus-of', facts),
        drop: () =>
          change({ ...worth, interdependence: worth.interdependence.filter((_, other) => other !== i) }),
      }
    }),
    ...worth.constraints.map((together, i) => ({
      key: `never-${i}`,
      words: say('worth.together.never-of', { options: names.together(together) }),
      drop: () => change({ ...worth, constraints: worth.constraints.filter((_, other) => other !== i) }),
    })),
  ]
}

const AddTogether = ({
  own: { agenda, worth, change },
  done,
}: {
  readonly own: OwnWorth
  readonly done: () => void
}) => {
  const say = useSay()
  const [kind, setKind] = useState<Kind>('bonus')
  const [pairs, setPairs] = useState<Pairs>(noPairs)
  const [typed, setTyped] = useState('500')
  const together = togetherOf(pairs)
  const figure = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined
  const isReady = together && (kind === 'never' || (figure !== undefined && figure > 0 && figure <= 10_000))
  const add = () => {
    if (!together) return
    const more = { together, worth: kind === 'penalty' ? -(figure ?? 0) : (figure ?? 0) }
    change(
      kind === 'never'
        ? { ...worth, constraints: [...worth.constraints, together] }
        : { ...worth, interdependence: [...worth.interdependence, more] },
    )
    done()
  }
  return (
    <div className="stack bargaining-form">
      <Choice
        label={say('worth.together.kind')}
        value={kind}
        onChange={setKind}
        ways={kinds.map((key) => ({ key, name: say(`worth.together.${key}`) }))}
      />
      <PickTogether agenda={agenda} pairs={pairs} onChange={setPairs} />
      {kind !== 'never' && (
        <LineField
          label={say('worth.together.points')}
          hint={say('worth.together.points.hint')}
          value={typed}
          onChange={setTyped}
        />
      )}
      <div className="line">
        <Button look="main" isDisabled={!isReady} onPress={add}>
          {say('bargaining.add')}
        </Button>
        <Button onPress={done}>{say('cancel')}</Button>
      </div>
    </div>
  )
}

/** The step; nothing of it need be said. */
export const TogetherStep = ({ own }: { readonly own: OwnWorth }) => {
  const say = useSay()
  const lines = useLines(own)
  const [adding, setAdding] = useState(false)
  return (
    <section className="stack step" aria-labelledby="worth-together">
      <h2 id="worth-together">{say('worth.step.together')}</h2>
      <p>{say('worth.step.together.how')}</p>
      {lines.length > 0 && (
        <ul className="stack tight">
          {lines.map(({ key, words, drop }) => (
            <li key={key}>
              {words}{' '}
              <Button look="text" onPress={drop}>
                {say('bargaining.take-out')}
                <span className="unseen"> {words}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <AddTogether own={own} done={() => setAdding(false)} />
      ) : (
        own.agenda.issues.length > 1 && (
          <div>
            <Button onPress={() => setAdding(true)}>{say('worth.together.add')}</Button>
          </div>
        )
      )}
    </section>
  )
}
