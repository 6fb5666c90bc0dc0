/** Our answer to a blind acceptance: given at home by who may agree, changeable until the time is up. */
import type { BargainingView } from '#contract/bargaining-views.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Choice } from '../../elements/field.tsx'
import { Overtaken } from '../../elements/overtaken.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { WhoReads } from '../../elements/who-reads.tsx'
import { Moment } from '../../moments.tsx'
import { useMay, useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'
import { usePartyRooms } from './use-worth.ts'

type Given = 'accept' | 'not'

/** What was answered, and, while the ballot is open, the answer to give. */
export const BlindAnswer = ({
  ballot,
  answer,
  isOver,
}: {
  readonly ballot: BargainingView['ballots'][number]
  readonly answer: BargainingView['answers'][number] | undefined
  /** Whether the time to answer has passed. */
  readonly isOver: boolean
}) => {
  const say = useSay()
  const names = useNames()
  const { caucus } = usePartyRooms()
  const may = useMay(caucus)
  const acting = useAct(caucus?.id ?? '')
  const form = useForm<{ given: Given | null }>(`answer/${ballot.object}`, { given: null }, answer)
  const { given } = form.value
  const isOpen = !isOver
  const give = async () => {
    const payload = { accept: given === 'accept' }
    const asked = { kind: 'answer.give', object: ballot.object, base: form.base, payload } as const
    if (await acting.act(asked)) form.clear()
  }
  return (
    <section className="stack tight">
      <div className="line">
        <h3>{say('blind.answer')}</h3>
        {caucus && <WhoReads room={caucus} about={say('blind.answer')} />}
      </div>
      {answer ? (
        <p>
          <strong>{say(answer.state.accept ? 'blind.accept' : 'blind.not')}</strong>{' '}
          <span className="quiet small">
            {names.actor(answer.state.by)} · <Moment at={answer.state.givenAt} />
          </span>
        </p>
      ) : (
        <p className="quiet">{say(isOpen ? 'blind.unanswered' : 'blind.was-unanswered')}</p>
      )}
      {isOpen && !may('answer.give') && <p className="quiet small">{say('blind.may-not')}</p>}
      {isOpen && may('answer.give') && (
        <div className="stack tight no-print">
          <Choice
            label={say(answer ? 'blind.change' : 'blind.give')}
            value={given}
            onChange={(each) => form.write({ given: each })}
            ways={[
              { key: 'accept' as const, name: say('blind.accept'), hint: say('blind.accept.hint') },
              { key: 'not' as const, name: say('blind.not'), hint: say('blind.not.hint') },
            ]}
          />
          <Overtaken form={form} />
          <div>
            <Button
              look="main"
              isDisabled={!given || acting.busy || form.isOvertaken}
              onPress={() => void give()}
            >
              {say('blind.give.do')}
            </Button>
          </div>
        </div>
      )}
      <Outcome trouble={acting.trouble} done={acting.last ? say('blind.given') : null} />
    </section>
  )
}
