/** Records that are finished and wait for a connection, and those that were not taken, each with its reason. */
import { Refused } from '../api.ts'
import { Button } from '../elements/button.tsx'
import { Moment } from '../moments.tsx'
import { useNames } from '../process.tsx'
import { useTrouble } from '../refusals.ts'
import type { WaitingAct } from '../sending.ts'
import { useSay } from '../speech.tsx'
import type { Waiting } from '../waiting.ts'

const Line = ({
  each,
  waiting,
  isFree,
  putBack,
}: {
  readonly each: WaitingAct
  readonly waiting: Waiting
  readonly isFree: boolean
  readonly putBack: (form: string) => void
}) => {
  const say = useSay()
  const names = useNames()
  const sentence = useTrouble()
  const { act, at, form, refusal } = each
  const what = 'what' in act.payload ? names.of(act.payload.what) : ''
  const kind =
    act.kind === 'denial.record' || act.kind === 'incident.record' ? act.kind : 'observation.record'
  const take = () => {
    waiting.drop(act.id)
    putBack(form)
  }
  return (
    <li className="stack tight record-line">
      <p className="small">
        <strong>
          {say(
            `commitments.kind.${kind.slice(0, kind.indexOf('.')) as 'denial' | 'incident' | 'observation'}`,
          )}
        </strong>{' '}
        · {say(refusal ? 'commitments.waiting.refused' : 'commitments.waiting.since')} · <Moment at={at} />
      </p>
      <p className="words">{what}</p>
      {refusal && (
        <p className="notice" data-kind="trouble">
          {sentence(new Refused(refusal.status, refusal.code, refusal.facts))}
        </p>
      )}
      <div className="line">
        <Button isDisabled={!isFree} onPress={take}>
          {say('commitments.waiting.back')}
        </Button>
        {refusal && <Button onPress={() => waiting.drop(act.id)}>{say('commitments.waiting.drop')}</Button>}
      </div>
      {!isFree && <p className="hint">{say('commitments.waiting.back.first')}</p>}
    </li>
  )
}

/** Nothing while nothing waits. `isFree`: the form is empty, and a record can be put back into it. */
export const WaitingList = ({
  waiting,
  isFree,
  putBack,
}: {
  readonly waiting: Waiting
  readonly isFree: boolean
  readonly putBack: (form: string) => void
}) => {
  const say = useSay()
  if (waiting.acts.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="waiting">
      <h3 id="waiting">{say('commitments.waiting')}</h3>
      <ul className="plain-list lines">
        {waiting.acts.map((each) => (
          <Line key={each.act.id} each={each} waiting={waiting} isFree={isFree} putBack={putBack} />
        ))}
      </ul>
      {waiting.acts.some(({ refusal }) => !refusal) && (
        <div>
          <Button onPress={() => void waiting.send()}>{say('commitments.waiting.send')}</Button>
        </div>
      )}
    </section>
  )
}
