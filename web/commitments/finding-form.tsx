/** Proposing a finding, in the mission's own room. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { ProposeFinding } from '#domain/commitments/finding.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { PickRecords } from './evidence/pick-records.tsx'
import { PickObligations } from './notify-form.tsx'
import { useRecords, useRoom } from './use-commitments.ts'

const kinds = ['implementation', 'monitoring', 'verification', 'investigation'] as const
/** What a finding can rest on. */
const citable = ['observation', 'denial', 'incident', 'evidence'] as const
const levels = ['0', '1', '2', '3'] as const
const verdicts = ['confirmed', 'discrepancy', 'inconclusive'] as const

interface Writing {
  readonly kind: (typeof kinds)[number]
  readonly stipulations: readonly string[]
  readonly asOf: string
  readonly level: (typeof levels)[number]
  readonly verdict: (typeof verdicts)[number]
  readonly report: string
  readonly case: string
  readonly words: Written
  readonly attribution: Written
  readonly cites: readonly string[]
}

/** What is posted of the form; null while something is missing. */
const findingOf = (value: Writing, languages: readonly string[]): ProposeFinding | null => {
  const words = whole(value.words, languages)
  const attribution = whole(value.attribution, languages)
  if (!words || value.asOf === '') return null
  const { kind, stipulations, asOf, cites } = value
  const found = { kind, stipulations, asOf, words, cites }
  if (kind === 'implementation')
    return stipulations.length === 1 ? { ...found, level: Number(value.level) as 0 | 1 | 2 | 3 } : null
  if (kind === 'verification')
    return value.report === '' ? null : { ...found, report: value.report, verdict: value.verdict }
  if (kind === 'investigation')
    return value.case === '' ? null : { ...found, case: value.case, ...(attribution ? { attribution } : {}) }
  return found
}

export const FindingForm = ({ room, view }: { readonly room: string; readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const acting = useAct(room)
  const plenary = useRoom('plenary')
  const reports = useRecords(plenary?.id ?? '', 'report', '').data?.records ?? []
  const empty: Writing = {
    ...{ kind: 'implementation', stipulations: [], asOf: view.at.slice(0, 10), level: '1' },
    ...{ verdict: 'confirmed', report: '', case: '', words: {}, attribution: {}, cites: [] },
  }
  const { value, write, clear } = useForm<Writing>('finding', empty)
  const found = findingOf(value, process.languages)
  const send = async () => {
    if (found && (await acting.act({ kind: 'finding.propose', base: 0, payload: found }))) clear()
  }
  return (
    <section className="card stack" aria-labelledby="find">
      <h3 id="find">{say('commitments.finding.propose')}</h3>
      <div className="columns">
        <Pick
          label={say('commitments.finding.kind')}
          hint={say(`commitments.finding.about.${value.kind}`)}
          value={value.kind}
          onChange={(key) => write({ kind: key as Writing['kind'] })}
          among={kinds.map((key) => ({ key, name: say(`commitments.finding.${key}`) }))}
        />
        <LineField
          type="date"
          label={say('commitments.finding.as-of')}
          value={value.asOf}
          onChange={(asOf) => write({ asOf })}
        />
      </div>
      {value.kind === 'implementation' && (
        <Pick
          label={say('commitments.level')}
          value={value.level}
          onChange={(key) => write({ level: key as Writing['level'] })}
          among={levels.map((key) => ({ key, name: `${key}: ${say(`commitments.level.${key}`)}` }))}
        />
      )}
      {value.kind === 'verification' && (
        <div className="columns">
          <Pick
            label={say('commitments.finding.report')}
            value={value.report}
            onChange={(report) => write({ report })}
            among={[
              { key: '', name: '—' },
              ...reports.flatMap(({ kind, object, state }) =>
                kind === 'report' ? [{ key: object, name: names.of(state.words).slice(0, 80) }] : [],
              ),
            ]}
          />
          <Pick
            label={say('commitments.finding.verdict')}
            value={value.verdict}
            onChange={(key) => write({ verdict: key as Writing['verdict'] })}
            among={verdicts.map((key) => ({ key, name: say(`commitments.verdict.${key}`) }))}
          />
        </div>
      )}
      {value.kind === 'investigation' && (
        <>
          <Pick
            label={say('commitments.kind.case')}
            value={value.case}
            onChange={(key) => write({ case: key })}
            among={[
              { key: '', name: '—' },
              ...view.cases.map(({ object, state }) => ({ key: object, name: names.of(state.title) })),
            ]}
          />
          <BothFields
            long
            label={say('commitments.finding.attribution')}
            value={value.attribution}
            onChange={(attribution) => write({ attribution })}
          />
        </>
      )}
      <PickObligations
        view={view}
        value={value.stipulations}
        onChange={(stipulations) => write({ stipulations })}
      />
      <PickRecords
        label={say('commitments.finding.cites')}
        hint={say('commitments.finding.cites.why')}
        room={room}
        kinds={citable}
        about={value.stipulations}
        value={value.cites}
        onChange={(cites) => write({ cites })}
      />
      <BothFields
        long
        label={say('commitments.words')}
        value={value.words}
        onChange={(words) => write({ words })}
      />
      <div className="line">
        <Button look="main" isDisabled={acting.busy || !found} onPress={() => void send()}>
          {say('commitments.finding.propose')}
        </Button>
      </div>
      <Outcome trouble={acting.trouble} />
    </section>
  )
}
