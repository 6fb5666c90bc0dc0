/** Drafting a stipulation beside the clause it is drawn from: whose words, who is bound, by when, and how one will see. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { quotable } from '#domain/commitments/quote.ts'
import { type Terms, themes, type VerificationMeans, verificationMeans } from '#domain/commitments/terms.ts'
import type { Clause } from '#domain/text/clause.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { LineField, Pick, Tick, WordsField } from '../elements/field.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { BothFields, type Written, whole } from './both-fields.tsx'
import { ClauseList } from './clause-list.tsx'
import { ConditionFields, type WrittenCondition } from './condition-fields.tsx'
import { MoreFields, moreOf, noMore, type WrittenMore } from './more-fields.tsx'
import { TermField, termOf, type WrittenTerm } from './term-field.tsx'
import { useCommitments, useRoom } from './use-commitments.ts'
import { type Form, useForm } from './use-form.ts'

/** The form of a stipulation as it is being written. */
export interface Writing extends WrittenMore {
  readonly quote: Written
  readonly name: Written
  readonly what: Written
  readonly indicator: Written
  readonly bound: readonly string[]
  readonly beneficiary: readonly string[]
  readonly due: WrittenTerm
  readonly begins: WrittenTerm
  readonly conditions: readonly WrittenCondition[]
  readonly means: readonly VerificationMeans[]
  readonly quota: string
  readonly verifier: string
  readonly theme: (typeof themes)[number]
  readonly tags: string
  readonly codes: string
  readonly provision: string
}

const listOf = (typed: string): readonly string[] =>
  typed
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)

/** The terms of a form that is whole; null while something is missing. */
const termsOf = (value: Writing, languages: readonly string[]): Terms | null => {
  const [name, what] = [whole(value.name, languages), whole(value.what, languages)]
  const indicator = whole(value.indicator, languages)
  const due = termOf(value.due)
  const begins = termOf(value.begins)
  const more = moreOf(value, languages)
  if (!name || !what || !due || !more) return null
  const quota = Number(value.quota)
  return {
    ...{ name, what, bound: value.bound, beneficiary: value.beneficiary, due, theme: value.theme },
    ...(begins && begins.kind !== 'standing' && begins.kind !== 'none' ? { begins } : {}),
    conditions: value.conditions.flatMap(({ before, other, event, days, by }) =>
      other === ''
        ? []
        : [
            {
              ...{ before, of: { stipulation: other, event } },
              ...(Number(days) > 0 ? { days: Math.round(Number(days)) } : {}),
              ...(by === '' ? {} : { by }),
            },
          ],
    ),
    verification: value.means.map((means) => ({
      means,
      ...(means === 'inspection' && Number.isInteger(quota) && quota > 0 ? { quota } : {}),
    })),
    ...{ tags: listOf(value.tags), codes: listOf(value.codes) },
    ...(indicator ? { indicator } : {}),
    ...more,
    ...(value.verifier ? { verifier: value.verifier } : {}),
    ...(value.provision.trim() ? { provision: value.provision.trim() } : {}),
  }
}

const Actors = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) => {
  const names = useNames()
  const { process } = useProcess()
  const others = process.seats.filter(({ kind }) => ['verifier', 'guarantor', 'mediator'].includes(kind))
  const all = [
    ...process.parties.map(({ key }) => ({ key, name: names.party(key) })),
    ...others.map(({ key }) => ({ key, name: names.seat(key) })),
  ]
  return (
    <fieldset className="field">
      <legend className="field-title">{label}</legend>
      {all.map(({ key, name }) => (
        <Tick
          key={key}
          label={name}
          value={value.includes(key)}
          onChange={(on) => onChange(on ? [...value, key] : value.filter((each) => each !== key))}
        />
      ))}
    </fieldset>
  )
}

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

const Seeing = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { value, write } = form
  const verifiers = process.seats.filter(({ kind }) => kind !== 'party' && kind !== 'public')
  return (
    <>
      <fieldset className="field">
        <legend className="field-title">{say('commitments.verification')}</legend>
        {verificationMeans.map((each) => (
          <Tick
            key={each}
            label={say(`commitments.means.${each}`)}
            value={value.means.includes(each)}
            onChange={(on) =>
              write({ means: on ? [...value.means, each] : value.means.filter((one) => one !== each) })
            }
          />
        ))}
      </fieldset>
      <div className="columns">
        {value.means.includes('inspection') && (
          <LineField
            type="number"
            label={say('commitments.quota')}
            value={value.quota}
            onChange={(quota) => write({ quota })}
          />
        )}
        <Pick
          label={say('commitments.verifier')}
          value={value.verifier}
          onChange={(verifier) => write({ verifier })}
          among={[
            { key: '', name: say('commitments.nobody') },
            ...verifiers.map(({ key }) => ({ key, name: names.seat(key) })),
          ]}
        />
      </div>
    </>
  )
}

const Counted = ({ form }: { readonly form: Form<Writing> }) => {
  const say = useSay()
  const { value, write } = form
  return (
    <div className="columns">
      <Pick
        label={say('commitments.theme')}
        value={value.theme}
        onChange={(key) => write({ theme: key as Writing['theme'] })}
        among={themes.map((key) => ({ key, name: say(`commitments.theme.${key}`) }))}
      />
      <LineField label={say('commitments.tags')} value={value.tags} onChange={(tags) => write({ tags })} />
      <LineField
        label={say('commitments.codes')}
        hint={say('commitments.codes.how')}
        value={value.codes}
        onChange={(codes) => write({ codes })}
      />
      <LineField
        label={say('commitments.provision')}
        hint={say('commitments.provision.how')}
        value={value.provision}
        onChange={(provision) => write({ provision })}
      />
    </div>
  )
}

const emptyTerm: WrittenTerm = { kind: 'none', date: '', days: '', from: 'force', event: 'done' }

const wordsOf = (clause: Clause): Written =>
  Object.fromEntries(
    Object.entries(clause.passage).flatMap(([language, content]) =>
      content === null ? [] : [[language, quotable(content).trim()]],
    ),
  )

/** A stipulation that is being changed: where it lies, which revision was read, and the form as it begins. */
export interface Changing {
  readonly room: string
  readonly object: string
  readonly revision: number
  readonly writing: Writing
  /** Conditions in words alone, for which the form has no field. */
  readonly openConditions: Terms['openConditions']
}

/** What is written is kept for this wording and this revision alone: a change by somebody else is not overwritten unseen. */
const draftOf = ({ id, wording }: Clause, changing: Changing | undefined): string =>
  changing ? `change/${changing.object}/${changing.revision}/${id}/${wording}` : `stipulate/${id}`

export const Drafting = ({
  clause,
  view,
  changing,
}: {
  readonly clause: Clause
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
  const form = useForm<Writing>(draftOf(clause, changing), {
    ...{ quote: wordsOf(clause), name: {}, what: {}, indicator: {}, bound: [], beneficiary: [] },
    ...{ due: emptyTerm, begins: emptyTerm, conditions: [], means: [], quota: '', verifier: '' },
    ...{ theme: 'communication', tags: '', codes: '', provision: '', ...noMore },
    ...changing?.writing,
  })
  const { value, write } = form
  const words = whole(value.quote, Object.keys(wordsOf(clause)))
  const terms = termsOf(value, process.languages)
  const others = view.stipulations.filter((line) => line.room === chosen && line.object !== changing?.object)
  const send = async () => {
    if (!terms || !words) return
    const quote = { clause: clause.id, wording: clause.wording, words }
    const { object, revision, openConditions } = changing ?? {}
    const payload = { quote, terms: { ...terms, ...(openConditions ? { openConditions } : {}) } }
    const done = await acting.act(
      object === undefined
        ? { kind: 'stipulation.enter', base: 0, payload }
        : { kind: 'stipulation.change', object, base: revision ?? 0, payload },
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
      <Quoting clause={clause} form={form} />
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
        <div className="line">
          <Button look="main" isDisabled={acting.busy || !terms || !words} onPress={() => void send()}>
            {say(changing ? 'commitments.change.send' : 'commitments.enter')}
          </Button>
        </div>
        <Outcome trouble={acting.trouble} />
      </section>
    </>
  )
}

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
            <Drafting key={clause.id} clause={clause} view={view} />
          ) : (
            <ClauseList clauses={text.data?.clauses ?? []} process={id} />
          )
        }
      </Shown>
    </div>
  )
}
