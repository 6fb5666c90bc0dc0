/** Issuing a periodic report: the period, the mission's remarks in every language, a look at it beforehand. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { BothFields, whole } from '../../elements/both-fields.tsx'
import { Button } from '../../elements/button.tsx'
import { LineField } from '../../elements/field.tsx'
import { Shown } from '../../elements/shown.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useProcess } from '../../process.tsx'
import { previewQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { useForm } from '../../use-form.ts'
import { Sheets } from './sheets.tsx'

interface Written {
  readonly from: string
  readonly to: string
  readonly remarks: Readonly<Record<string, string>>
}

const Preview = ({ from, to }: Pick<Written, 'from' | 'to'>) => {
  const say = useSay()
  const query = useQuery(previewQuery(useProcess().id, from, to))
  return (
    <section className="card stack" aria-label={say('commitments.periodic.preview')}>
      <p className="notice">{say('commitments.periodic.preview.is')}</p>
      <Shown query={query}>{({ sheets }) => <Sheets sheets={sheets} />}</Shown>
    </section>
  )
}

export const IssueForm = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room.id)
  const { value, write, clear } = useForm<Written>('periodic', { from: '', to: '', remarks: {} })
  const [looking, look] = useState(false)
  const { from, to } = value
  const remarks = whole(value.remarks, process.languages)
  const hasPeriod = from !== '' && to !== ''
  const issue = async () => {
    if (!remarks) return
    const payload = { from, to, remarks }
    if (!(await acting.act({ kind: 'monitoring-report.issue', base: 0, payload }))) return
    clear()
    look(false)
  }
  return (
    <section className="card stack" aria-labelledby="issue-report">
      <h3 id="issue-report">{say('commitments.periodic.issue')}</h3>
      <p className="small quiet">{say('commitments.periodic.issue.how')}</p>
      <div className="columns">
        <LineField
          type="date"
          label={say('commitments.from-day')}
          value={from}
          onChange={(day) => write({ from: day })}
        />
        <LineField
          type="date"
          label={say('commitments.to-day')}
          value={to}
          onChange={(day) => write({ to: day })}
        />
      </div>
      <BothFields
        long
        label={say('commitments.periodic.remarks')}
        value={value.remarks}
        onChange={(words) => write({ remarks: words })}
      />
      <div className="line">
        <Button look="main" isDisabled={!hasPeriod || !remarks || acting.busy} onPress={() => void issue()}>
          {say('commitments.periodic.send')}
        </Button>
        <Button isDisabled={!hasPeriod} onPress={() => look(!looking)}>
          {say('commitments.periodic.preview')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} done={acting.last ? say('commitments.periodic.done') : null} />
      {looking && hasPeriod && <Preview key={`${from} ${to}`} from={from} to={to} />}
    </section>
  )
}
