/** What the reader can say on an obligation: a report, an account, a request to inspect, a comment at home. */
import { useState } from 'react'
import type { StipulationView } from '#contract/commitments-views.ts'
import { type ReportForm, reportForms } from '#domain/commitments/report.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { WordsAct } from '../words-act.tsx'
import { CommentAct } from './comment-act.tsx'
import { useRoom } from './use-commitments.ts'

const Report = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const acting = useAct(view.room)
  const { value, write, clear } = useForm<{ form: ReportForm; dueBy: string }>(`report-form/${view.object}`, {
    form: 'self-report',
    dueBy: '',
  })
  return (
    <WordsAct
      name={`report/${view.object}`}
      label={say('commitments.report.make')}
      acting={acting}
      send={async (words) => {
        const payload = {
          ...{ form: value.form, stipulations: [view.object], words, figures: [] },
          ...(value.dueBy ? { dueBy: value.dueBy } : {}),
        }
        if (!(await acting.act({ kind: 'report.make', base: 0, payload }))) return false
        clear()
        return true
      }}
    >
      <div className="columns">
        <Pick
          label={say('commitments.report.form')}
          value={value.form}
          onChange={(form) => write({ form: form as ReportForm })}
          among={reportForms.map((key) => ({ key, name: say(`commitments.form.${key}`) }))}
        />
        <LineField
          type="date"
          label={say('commitments.report.due-by')}
          value={value.dueBy}
          onChange={(dueBy) => write({ dueBy })}
        />
      </div>
    </WordsAct>
  )
}

const levels = ['', '0', '1', '2', '3'] as const

const Account = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const acting = useAct(view.room)
  const [level, choose] = useState<(typeof levels)[number]>('')
  const [asOf, setAsOf] = useState(view.at.slice(0, 10))
  return (
    <WordsAct
      name={`account/${view.object}`}
      label={say('commitments.account.give')}
      acting={acting}
      send={async (words) => {
        const payload = {
          ...{ stipulations: [view.object], asOf, words },
          ...(level === '' ? {} : { level: Number(level) as 0 | 1 | 2 | 3 }),
        }
        return (await acting.act({ kind: 'account.give', base: 0, payload })) !== null
      }}
    >
      <p className="hint">{say('commitments.account.why')}</p>
      <div className="columns">
        <Pick
          label={say('commitments.level')}
          value={level}
          onChange={(key) => choose(key as (typeof levels)[number])}
          among={levels.map((key) => ({
            key,
            name: key === '' ? '—' : `${key}: ${say(`commitments.level.${key}`)}`,
          }))}
        />
        <LineField type="date" label={say('commitments.finding.as-of')} value={asOf} onChange={setAsOf} />
      </div>
    </WordsAct>
  )
}

const types = ['routine', 'short-notice', 'challenge', 'exhibition'] as const

interface Asking {
  readonly type: (typeof types)[number]
  readonly of: string
  readonly site: Written
  readonly latitude: string
  readonly longitude: string
  readonly from: string
  readonly to: string
  readonly dueBy: string
}

const Inspection = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const { process } = useProcess()
  const acting = useAct(view.room)
  const others = process.parties.filter(({ key }) => key !== seat.party)
  const day = view.at.slice(0, 10)
  const { value, write, clear } = useForm<Asking>(`inspection/${view.object}`, {
    ...{ type: 'routine', of: others[0]?.key ?? '', site: {}, latitude: '', longitude: '' },
    ...{ from: day, to: day, dueBy: day },
  })
  const site = whole(value.site, process.languages)
  const [latitude, longitude] = [Number(value.latitude), Number(value.longitude)]
  const isPlaced = value.latitude !== '' && value.longitude !== '' && Number.isFinite(latitude + longitude)
  return (
    <WordsAct
      name={`request/${view.object}`}
      label={say('commitments.inspection.request')}
      acting={acting}
      ready={site !== null && isPlaced && value.from <= value.to}
      send={async (words) => {
        if (!site) return false
        const { type, of, dueBy } = value
        const payload = {
          ...{ stipulations: [view.object], type, of, dueBy, words },
          site: { names: [site], latitude, longitude },
          window: { from: `${value.from}T00:00:00.000Z`, to: `${value.to}T23:59:59.000Z` },
        }
        if (!(await acting.act({ kind: 'inspection.request', base: 0, payload }))) return false
        clear()
        return true
      }}
    >
      <div className="columns">
        <Pick
          label={say('commitments.inspection.type')}
          value={value.type}
          onChange={(type) => write({ type: type as Asking['type'] })}
          among={types.map((key) => ({ key, name: say(`commitments.inspection.${key}`) }))}
        />
        <Pick
          label={say('commitments.inspection.of')}
          value={value.of}
          onChange={(of) => write({ of })}
          among={others.map(({ key }) => ({ key, name: names.party(key) }))}
        />
      </div>
      <BothFields
        label={say('commitments.inspection.site')}
        value={value.site}
        onChange={(each) => write({ site: each })}
      />
      <div className="columns">
        <LineField
          label={say('commitments.record.latitude')}
          value={value.latitude}
          onChange={(each) => write({ latitude: each })}
        />
        <LineField
          label={say('commitments.record.longitude')}
          value={value.longitude}
          onChange={(each) => write({ longitude: each })}
        />
      </div>
      <div className="columns">
        <LineField
          type="date"
          label={say('commitments.from-day')}
          value={value.from}
          onChange={(from) => write({ from })}
        />
        <LineField
          type="date"
          label={say('commitments.to-day')}
          value={value.to}
          onChange={(to) => write({ to })}
        />
        <LineField
          type="date"
          label={say('commitments.inspection.answer-by')}
          value={value.dueBy}
          onChange={(dueBy) => write({ dueBy })}
        />
      </div>
    </WordsAct>
  )
}

/** Buttons that open forms, as far as the reader's seat has them. */
export const ObligationActs = ({ view }: { readonly view: StipulationView }) => {
  const may = useMay(useRoom('plenary'))
  const { inForce, terms } = view.state
  return (
    <div className="line">
      {inForce && may('report.make') && <Report view={view} />}
      {inForce && may('account.give') && <Account view={view} />}
      {inForce &&
        may('inspection.request') &&
        terms.verification.some(({ means }) => means === 'inspection') && <Inspection view={view} />}
      <CommentAct object={view.object} />
    </div>
  )
}
