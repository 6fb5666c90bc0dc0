/** Drafting a stipulation beside the clause it is drawn from: whose words, who is bound, by when, and how one will see. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Candidate } from '#domain/commitments/drafting/candidates.ts'
import type { MeteredReading } from '#domain/commitments/drafting/clause-meter.ts'
import { quotable } from '#domain/commitments/quote.ts'
import type { Terms } from '#domain/commitments/terms.ts'
import type { Clause } from '#domain/text/clause.ts'
import { anchorageOf } from '#domain/text/text.ts'
import { useAct } from '../acts.ts'
import { BothFields, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { Pick, WordsField } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { type Form, useForm } from '../use-form.ts'
import { ClauseList } from './clause-list.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { MeterReadings } from './meter-readings.tsx'
import { useMetered } from './metered.ts'
import { MoreFields } from './more-fields.tsx'
import { RatesBeside } from './outside/base-rates.tsx'
import { Actors, Counted, Seeing } from './stipulation-fields.tsx'
import {
  emptyWriting,
  type Flaw,
  flawsOf,
  takenOver,
  termsOf,
  type Writing,
  wordsOf,
} from './stipulation-written.ts'
import { TermField } from './term-field.tsx'
import { useCommitments, useRoom } from './use-commitments.ts'

const Quoting = ({ clause, form }: { readonly clause: Clause; readonly form: Form<Writing> }) => {
  const say = useSay()
  const { process } = useProcess()
  const languageName = useLanguageName()
  const { value, write } = form
  return (
    <section className="card stack" aria-labelledby="quote">
      <h2 id="quote">{say('commitments.quote')}</h2>
      <p className="hint">{say('commitments.quote.how')}</p>
      <div className="columns">
        {process.languages.map((language) => (
          <div key={language} className="stack tight">
            <p lang={language} className="words">
              {quotable(clause.passage[language] ?? [])}
            </p>
            <WordsField
              label={say('commitments.quote.in', { language: languageName(language) })}
              lang={language}
              value={value.quote[language] ?? ''}
              onChange={(words) => write({ quote: { ...value.quote, [language]: words } })}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

/** What the meter finds in the clause; a demand is taken over only when somebody presses for it. */
const Proposed = ({
  clause,
  above,
  form,
}: {
  readonly clause: Clause
  readonly above: readonly Clause[]
  readonly form: Form<Writing>
}) => {
  const say = useSay()
  const { process } = useProcess()
  const readings = useMetered(process, clause, above)
  if (!readings) return null
  const take = (step: MeteredReading, candidate: Candidate) => form.write(takenOver(clause, step, candidate))
  const finds = readings.some(({ step }) =>
    Object.values(step.readings).some(({ candidates }) => candidates.length > 0),
  )
  return (
    <section className="card stack" aria-labelledby="demands">
      <h2 id="demands">{say('commitments.meter.title')}</h2>
      {finds ? (
        <MeterReadings readings={readings} take={take} />
      ) : (
        <p className="hint">{say('commitments.meter.none')}</p>
      )}
    </section>
  )
}

/** The clause was changed while the form was open: the words that are quoted are those of an earlier wording. */
const Reworded = ({ clause, form }: { readonly clause: Clause; readonly form: Form<Writing> }) => {
  const say = useSay()
  if (form.value.wording === clause.wording) return null
  return (
    <div className="notice stack tight" role="status">
      <p>{say('commitments.reworded')}</p>
      <div>
        <Button onPress={() => form.write({ wording: clause.wording, quote: wordsOf(clause) })}>
          {say('commitments.reworded.take')}
        </Button>
      </div>
    </div>
  )
}

const Flaws = ({ flaws }: { readonly flaws: readonly Flaw[] }) => {
  const say = useSay()
  if (flaws.length === 0) return null
  return (
    <div className="hint" role="status" id="flaws">
      <p>{say('commitments.flaws')}</p>
      <ul className="bullets">
        {flaws.map((flaw) => (
          <li key={flaw}>{say(`commitments.flaw.${flaw}`)}</li>
        ))}
      </ul>
    </div>
  )
}

/** A stipulation that is being changed: where it lies, which revision was read, and the form as it begins. */
export interface Changing {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly writing: Writing
  /** Conditions in words alone, for which the form has no field. */
  readonly openConditions: Terms['openConditions']
}

/** What is written is kept for these words of the clause alone, which it quotes. */
const draftOf = ({ id, wording }: Clause, changing: Changing | undefined): string =>
  changing ? `change/${changing.object}/${id}/${wording}` : `stipulate/${id}`

/** The form, beside the clause with the clauses it hangs on, outermost first. */
export const Drafting = ({
  clause,
  above,
  view,
  changing,
}: {
  readonly clause: Clause
  readonly above: readonly Clause[]
  readonly view: CommitmentsView
  readonly changing?: Changing
}) => {
  const say = useSay()
  const names = useNames()
  const navigate = useNavigate()
  const { id, process, rooms } = useProcess()
  const plenary = useRoom('plenary')
  const mayCommon = useMay(plenary)('stipulation.enter')
  const places = rooms.filter(({ kind, id: place }) =>
    changing
      ? place === changing.room
      : mayCommon
        ? kind === 'plenary' || kind === 'office'
        : kind === 'caucus' || kind === 'channel',
  )
  const [chosen, choose] = useState(places[0]?.id ?? '')
  const room = places.find((each) => each.id === chosen)
  const acting = useAct(chosen)
  const form = useForm<Writing>(
    draftOf(clause, changing),
    changing?.writing ?? emptyWriting(clause),
    changing,
  )
  const { value, write } = form
  const flaws = flawsOf(value, clause, process.languages)
  const terms = termsOf(value, clause, process.languages)
  const words = whole(value.quote, Object.keys(wordsOf(clause)))
  const others = view.stipulations.filter((line) => line.room === chosen && line.object !== changing?.object)
  const send = async () => {
    if (!terms || !words) return
    const quote = { clause: clause.id, wording: clause.wording, words }
    const { object, openConditions } = changing ?? {}
    const payload = { quote, terms: { ...terms, ...(openConditions ? { openConditions } : {}) } }
    const done = await acting.act(
      object === undefined
        ? { kind: 'stipulation.enter', base: 0, payload }
        : { kind: 'stipulation.change', object, base: form.base, payload },
    )
    if (!done) return
    form.clear()
    if (object !== undefined)
      return navigate({
        to: '/t/$process/commitments/$room/$object',
        params: { process: id, room: chosen, object },
      })
    await navigate({ to: '/t/$process/commitments', params: { process: id }, search: {} })
  }
  return (
    <>
      <Proposed clause={clause} above={above} form={form} />
      <Quoting clause={clause} form={form} />
      <Reworded clause={clause} form={form} />
      <section className="card stack" aria-labelledby="terms">
        <h2 id="terms">{say('commitments.terms')}</h2>
        <BothFields label={say('commitments.name')} value={value.name} onChange={(name) => write({ name })} />
        <BothFields
          long
          label={say('commitments.what')}
          value={value.what}
          onChange={(what) => write({ what })}
        />
        <BothFields
          label={say('commitments.indicator')}
          value={value.indicator}
          onChange={(indicator) => write({ indicator })}
        />
        <div className="columns">
          <Actors
            label={say('commitments.bound')}
            value={value.bound}
            onChange={(bound) => write({ bound })}
          />
          <Actors
            label={say('commitments.beneficiary')}
            value={value.beneficiary}
            onChange={(beneficiary) => write({ beneficiary })}
          />
        </div>
        <TermField
          label={say('commitments.due')}
          value={value.due}
          onChange={(due) => write({ due })}
          among={others}
          standing
        />
        <TermField
          label={say('commitments.begins')}
          value={value.begins}
          onChange={(begins) => write({ begins })}
          among={others}
        />
        <ConditionFields
          value={value.conditions}
          onChange={(conditions) => write({ conditions })}
          among={others}
        />
        <Seeing form={form} />
        <Counted form={form} />
        <RatesBeside provision={value.provision || undefined} />
        <MoreFields value={value} onChange={write} />
        {!changing && (
          <Pick
            label={say('commitments.into')}
            value={chosen}
            onChange={choose}
            among={places.map((each) => ({ key: each.id, name: names.of(each.name) }))}
          />
        )}
        {room && <RoomLine room={room} />}
        <Flaws flaws={flaws} />
        <FormFoot
          form={form}
          acting={acting}
          ready={Boolean(terms) && Boolean(words)}
          label={say(changing ? 'commitments.change.send' : 'commitments.enter')}
          send={send}
        />
      </section>
    </>
  )
}

/** The clauses that one hangs on, outermost first. */
export const aboveOf = (clause: Clause, clauses: readonly Clause[]): readonly Clause[] =>
  anchorageOf(clause, (id) => clauses.find((each) => each.id === id))
    .flatMap(({ clause: id }) => clauses.find((each) => each.id === id) ?? [])
    .toReversed()

/** The page; without a clause it offers the clauses of the common text. */
export const StipulatePage = ({ clause: chosen }: { readonly clause: string }) => {
  const say = useSay()
  const { id } = useProcess()
  const plenary = useRoom('plenary')
  const text = useQuery({ ...textQuery(id, plenary?.id ?? ''), enabled: plenary !== undefined })
  const commitments = useCommitments()
  const clause = text.data?.clauses.find((each) => each.id === chosen)
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('commitments.stipulate')}</PageTitle>
      </div>
      <Shown query={commitments}>
        {(view) =>
          clause ? (
            <Drafting
              key={clause.id}
              clause={clause}
              above={aboveOf(clause, text.data?.clauses ?? [])}
              view={view}
            />
          ) : (
            <ClauseList clauses={text.data?.clauses ?? []} process={id} />
          )
        }
      </Shown>
    </div>
  )
}
