/** Groups of issues: adding them, naming them, taking them away. */
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { Button } from '../../elements/button.tsx'
import { useSay } from '../../speech.tsx'
import { NameFields } from './name-fields.tsx'
import { newId } from './writing.ts'

/** The baskets; taking one away leaves its issues on the agenda. */
export const BasketFields = ({
  agenda,
  write,
}: {
  readonly agenda: Agenda
  readonly write: (agenda: Agenda) => void
}) => {
  const say = useSay()
  const drop = (id: string) =>
    write({
      ...agenda,
      baskets: agenda.baskets.filter((each) => each.id !== id),
      issues: agenda.issues.map((issue) => {
        const { basket, ...rest } = issue
        return basket === id ? rest : issue
      }),
    })
  return (
    <section className="stack tight">
      <h2>{say('agenda.baskets')}</h2>
      <p className="hint">{say('agenda.baskets.hint')}</p>
      {agenda.baskets.map(({ id, name }, i) => (
        <div key={id} className="line end">
          <div className="grow">
            <NameFields
              what={say('agenda.basket', { n: i + 1 })}
              name={name}
              onChange={(next) =>
                write({
                  ...agenda,
                  baskets: agenda.baskets.map((each) => (each.id === id ? { id, name: next } : each)),
                })
              }
            />
          </div>
          <Button look="text" onPress={() => drop(id)}>
            {say('bargaining.take-out')}
            <span className="unseen"> {say('agenda.basket', { n: i + 1 })}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="text"
          onPress={() => write({ ...agenda, baskets: [...agenda.baskets, { id: newId(), name: {} }] })}
        >
          {say('agenda.basket.add')}
        </Button>
      </div>
    </section>
  )
}
