/** Proposing a measure: a part for every side, the day, and how it is seen that it was done. */
import type { ConfidenceView } from '#contract/confidence-views.ts'
import { alternat, type Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { useCommitments } from '../commitments/use-commitments.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField, Tick } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Form, useForm } from '../use-form.ts'

type Line = ConfidenceView['measures'][number]

interface Writing {
  readonly name: Written
  readonly parts: Readonly<Record<string, Written>>
  readonly by: string
  readonly seen: Written
  readonly stipulations: readonly string[]
}
const empty: Writing = { name: {}, parts: {}, by: '', seen: {}, stipulations: [] }

const writingOf = ({ name, parts, due, seen, stipulations }: Line['state']): Writing => ({
  ...{ name, parts, by: due, seen, stipulations },
})

const measureOf = (value: Writing, languages: readonly string[], parties: readonly string[]) => {
  const [name, seen] = [whole(value.name, languages), whole(value.seen, languages)]
  const parts = parties.flatMap((party) => {
    const part = whole(value.parts[party] ?? {}, languages)
    return part ? [[party, part] as const] : []
  })
  if (!name || !seen || value.by === '' || parts.length < parties.length) return null
  return { name, seen, by: value.by, parts: Object.fromEntries(parts), stipulations: value.stipulations }
}

/** The obligations of the common list that it belongs to. */
const Belonging = ({ form: { value, write } }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const names = useNames()
  const { rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const lines = (useCommitments().data?.stipulations ?? []).filter(({ room }) => room === plenary)
  if (lines.length === 0) return null
  const { stipulations } = value
  return (
    <details>
      <summary>{say('confidence.belongs.count', { count: stipulations.length })}</summary>
      <fieldset className="pick-list stack tight">
        <legend className="unseen">{say('confidence.belongs')}</legend>
        {lines.map(({ object, terms }) => (
          <Tick
            key={object}
            label={names.of(terms.name)}
            value={stipulations.includes(object)}
            onChange={(on) =>
              write({
                stipulations: on ? [...stipulations, object] : stipulations.filter((each) => each !== object),
              })
            }
          />
        ))}
      </fieldset>
    </details>
  )
}

/** For a new one the room is given, for other words the measure. */
export const MeasureForm = ({
  room,
  changing,
  done,
}: {
  readonly room?: Room
  readonly changing?: Line
  readonly done?: () => void
}) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  const acting = useAct(changing?.room ?? room?.id ?? '')
  const form = useForm<Writing>(
    changing ? `measure/${changing.object}` : 'measure',
    changing ? writingOf(changing.state) : empty,
    changing,
  )
  const { value, write } = form
  const sides = alternat(process, me.seat, at).map(({ key }) => key)
  const measure = measureOf(value, process.languages, sides)
  const send = async () => {
    if (!measure) return
    const payload = { ...measure, wording: crypto.randomUUID() }
    const acted = await acting.act(
      changing
        ? { kind: 'measure.change', object: changing.object, base: form.base, payload }
        : { kind: 'measure.propose', base: 0, payload },
    )
    if (!acted) return
    form.clear()
    done?.()
  }
  const title = say(changing ? 'confidence.measure.change' : 'confidence.measure.propose')
  return (
    <section className="card stack act-form no-print" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint">{say('confidence.measure.how')}</p>
      <BothFields
        label={say('confidence.measure.name')}
        value={value.name}
        onChange={(name) => write({ name })}
      />
      {sides.map((party) => (
        <BothFields
          key={party}
          long
          label={say('confidence.part-of', { who: names.party(party) })}
          value={value.parts[party] ?? {}}
          onChange={(part) => write({ parts: { ...value.parts, [party]: part } })}
        />
      ))}
      <LineField
        type="date"
        label={say('confidence.by-day')}
        value={value.by}
        onChange={(by) => write({ by })}
      />
      <BothFields
        long
        label={say('confidence.seen')}
        value={value.seen}
        onChange={(seen) => write({ seen })}
      />
      <Belonging form={form} />
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(measure)}
        label={title}
        send={send}
        cancel={done}
      />
    </section>
  )
}
