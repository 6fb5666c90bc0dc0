/** Entering a grievance, or other words for it. */
import type { ConfidenceView } from '#contract/confidence-views.ts'
import { whenOf } from '#domain/background/when.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { PickEvents } from '../background/pick-events.tsx'
import { useWhenWords } from '../background/use-when-words.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { PickIssues } from '../elements/pick-issues.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

type Line = ConfidenceView['grievances'][number]

interface Writing {
  readonly name: Written
  readonly words: Written
  readonly since: string
  readonly settling: Written
  readonly events: readonly string[]
  readonly issues: readonly string[]
}
const empty: Writing = { name: {}, words: {}, since: '', settling: {}, events: [], issues: [] }

const writingOf = ({ name, words, since = '', settling = {}, events, issues }: Line['state']): Writing => ({
  ...{ name, words, since, settling, events, issues },
})

const grievanceOf = (value: Writing, languages: readonly string[], original: string) => {
  const [name, words] = [whole(value.name, languages), whole(value.words, languages)]
  const since = value.since.trim()
  const wants = Object.values(value.settling).some((each) => each.trim() !== '')
  const settling = wants ? whole(value.settling, languages) : {}
  if (!name || !words || !settling || (since !== '' && !whenOf(since).ok)) return null
  return {
    ...{ original, name, words, events: value.events, issues: value.issues },
    ...(since === '' ? {} : { since }),
    ...(wants ? { settling } : {}),
  }
}

/** For a new one the room is given, for other words the grievance. */
export const GrievanceForm = ({
  room,
  changing,
  done,
}: {
  readonly room?: Room
  readonly changing?: Line
  readonly done?: () => void
}) => {
  const say = useSay()
  const when = useWhenWords()
  const { process, me } = useProcess()
  const acting = useAct(changing?.room ?? room?.id ?? '')
  const form = useForm<Writing>(
    changing ? `grievance/${changing.object}` : 'grievance',
    changing ? writingOf(changing.state) : empty,
    changing,
  )
  const { value, write } = form
  const payload = grievanceOf(value, process.languages, changing?.state.original ?? me.language)
  const send = async () => {
    if (!payload) return
    const acted = await acting.act(
      changing
        ? { kind: 'grievance.change', object: changing.object, base: form.base, payload }
        : { kind: 'grievance.enter', base: 0, payload },
    )
    if (!acted) return
    form.clear()
    done?.()
  }
  const title = say(changing ? 'confidence.change' : 'confidence.enter')
  const since = value.since.trim()
  return (
    <section className="card stack act-form no-print" aria-label={title}>
      <h3>{title}</h3>
      <BothFields label={say('confidence.name')} value={value.name} onChange={(name) => write({ name })} />
      <BothFields
        long
        label={say('confidence.words')}
        value={value.words}
        onChange={(words) => write({ words })}
      />
      <LineField
        label={say('confidence.since')}
        hint={since !== '' && whenOf(since).ok ? when(since) : say('background.when.how')}
        lang="zxx"
        value={value.since}
        onChange={(each) => write({ since: each })}
      />
      <BothFields
        long
        label={say('confidence.settling')}
        value={value.settling}
        onChange={(settling) => write({ settling })}
      />
      <PickIssues value={value.issues} onChange={(issues) => write({ issues })} />
      <PickEvents value={value.events} onChange={(events) => write({ events })} />
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(payload)}
        label={title}
        send={send}
        cancel={done}
      />
    </section>
  )
}
