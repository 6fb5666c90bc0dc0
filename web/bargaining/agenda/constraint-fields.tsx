/** What cannot go together, whoever wants it: named by the options. */
import { useState } from 'react'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { Button } from '../../elements/button.tsx'
import { useSay } from '../../speech.tsx'
import { useAgendaNames } from '../names.ts'
import { noPairs, type Pairs, PickTogether, togetherOf } from '../pick-together.tsx'

/** The constraints in words, and one more. */
export const ConstraintFields = ({
  agenda,
  write,
}: {
  readonly agenda: Agenda
  readonly write: (agenda: Agenda) => void
}) => {
  const say = useSay()
  const names = useAgendaNames(agenda)
  const [pairs, setPairs] = useState<Pairs | undefined>(undefined)
  const together = pairs && togetherOf(pairs)
  const add = () => {
    if (together) write({ ...agenda, constraints: [...agenda.constraints, { never: together }] })
    setPairs(undefined)
  }
  return (
    <section className="stack tight">
      <h2>{say('agenda.constraints')}</h2>
      <p className="hint">{say('agenda.constraints.hint')}</p>
      <ul className="stack tight">
        {agenda.constraints.map((constraint) => {
          const words = say('agenda.never', { options: names.together(constraint.never) })
          return (
            <li key={words}>
              {words}{' '}
              <Button
                look="text"
                onPress={() =>
                  write({ ...agenda, constraints: agenda.constraints.filter((each) => each !== constraint) })
                }
              >
                {say('bargaining.take-out')}
                <span className="unseen"> {words}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      {pairs ? (
        <div className="stack bargaining-form">
          <PickTogether agenda={agenda} pairs={pairs} onChange={setPairs} />
          <div className="line">
            <Button look="main" isDisabled={!together} onPress={add}>
              {say('bargaining.add')}
            </Button>
            <Button onPress={() => setPairs(undefined)}>{say('cancel')}</Button>
          </div>
        </div>
      ) : (
        agenda.issues.length > 1 && (
          <div>
            <Button look="text" onPress={() => setPairs(noPairs)}>
              {say('agenda.constraint.add')}
            </Button>
          </div>
        )
      )}
    </section>
  )
}
