/** Bringing a case before the joint commission. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { LineField, Pick, Tick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { useRoom } from './use-commitments.ts'

interface Writing {
  readonly against: string
  readonly stipulations: readonly string[]
  readonly title: Written
  readonly words: Written
  readonly replyBy: string
}

/** Which obligations it is about; at least one. */
export const PickObligations = ({
  view,
  value,
  onChange,
}: {
  readonly view: CommitmentsView
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) => {
  const say = useSay()
  const names = useNames()
  const plenary = useRoom('plenary')
  return (
    <fieldset className="field pick-obligations">
      <legend className="field-title">{say('commitments.obligations')}</legend>
      {view.stipulations
        .filter(({ room }) => room === plenary?.id)
        .map(({ object, terms }) => (
          <Tick
            key={object}
            label={names.of(terms.name)}
            value={value.includes(object)}
            onChange={(on) => onChange(on ? [...value, object] : value.filter((each) => each !== object))}
          />
        ))}
    </fieldset>
  )
}

export const NotifyForm = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const seat = useMySeat()
  const plenary = useRoom('plenary')
  const acting = useAct(plenary?.id ?? '')
  const others = process.parties.filter(({ key }) => key !== seat.party)
  const empty = { against: others[0]?.key ?? '', stipulations: [], title: {}, words: {}, replyBy: '' }
  const { value, write, clear } = useForm<Writing>('notify', empty)
  const title = whole(value.title, process.languages)
  const words = whole(value.words, process.languages)
  const ready = title && words && value.replyBy !== '' && value.stipulations.length > 0
  const send = async () => {
    if (!title || !words) return
    const { against, stipulations, replyBy } = value
    const payload = { against, stipulations, replyBy, title, words }
    if (await acting.act({ kind: 'case.notify', base: 0, payload })) clear()
  }
  return (
    <section className="card stack" aria-labelledby="notify">
      <h3 id="notify">{say('commitments.case.bring')}</h3>
      <div className="columns">
        <Pick
          label={say('commitments.case.against-whom')}
          value={value.against}
          onChange={(against) => write({ against })}
          among={others.map(({ key }) => ({ key, name: names.party(key) }))}
        />
        <LineField
          type="date"
          label={say('commitments.case.reply-by')}
          value={value.replyBy}
          onChange={(replyBy) => write({ replyBy })}
        />
      </div>
      <PickObligations
        view={view}
        value={value.stipulations}
        onChange={(stipulations) => write({ stipulations })}
      />
      <BothFields
        label={say('commitments.case.title')}
        value={value.title}
        onChange={(written) => write({ title: written })}
      />
      <BothFields
        long
        label={say('commitments.words')}
        value={value.words}
        onChange={(written) => write({ words: written })}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !ready} onPress={() => void send()}>
          {say('commitments.case.bring')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
