/** Changing a stipulation before it binds: its terms, or the words it stands on, if its clause has changed since. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { StipulationView } from '#contract/commitments-views.ts'
import { quotable, unquoted } from '#domain/commitments/quote.ts'
import { quoteInstead } from '#domain/commitments/requote.ts'
import type { Clause } from '#domain/text/clause.ts'
import { keyedByContent } from '../begun.ts'
import { Pick } from '../elements/field.tsx'
import { Empty, PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { QuoteDifference } from './quote-difference.tsx'
import { aboveOf, type Changing, Drafting } from './stipulate-page.tsx'
import { type Writing, writtenTerm } from './stipulation-written.ts'
import { useCommitments, useRoom, useStipulation } from './use-commitments.ts'

/** The words quoted before, where they still stand; in the other languages those that stand now in their place. */
const quoteNow = ({ quote }: StipulationView['state'], clause: Clause): Writing['quote'] => {
  const lost = unquoted(clause, quote)
  return Object.fromEntries(
    Object.entries(clause.passage).flatMap(([language, content]) => {
      if (content === null) return []
      const before = quote.words[language] ?? ''
      return [[language, lost.includes(language) ? quoteInstead(before, quotable(content)) : before]]
    }),
  )
}

const writingOf = (state: StipulationView['state'], clause: Clause): Writing => {
  const { terms } = state
  return {
    ...{ wording: clause.wording, quote: quoteNow(state, clause), name: terms.name, what: terms.what },
    ...{ indicator: terms.indicator ?? {}, resources: terms.resources ?? {}, subTheme: terms.subTheme ?? {} },
    ...{ bound: terms.bound, beneficiary: terms.beneficiary, theme: terms.theme },
    ...{ due: writtenTerm(terms.due), begins: writtenTerm(terms.begins) },
    conditions: keyedByContent(
      terms.conditions.map(({ before, of, days, by }) => ({
        ...{ before, other: of.stipulation, event: of.event },
        ...{ days: days === undefined ? '' : String(days), by: by ?? '' },
      })),
    ),
    means: terms.verification.map(({ means }) => means),
    quota: String(terms.verification.find(({ quota }) => quota !== undefined)?.quota ?? ''),
    ...{ verifier: terms.verifier ?? '', provision: terms.provision ?? '' },
    ...{ tags: terms.tags.join('; '), codes: terms.codes.join('; ') },
  }
}

const Form = ({
  view,
  clause,
  above,
}: {
  readonly view: StipulationView
  readonly clause: Clause
  readonly above: readonly Clause[]
}) => {
  const list = useCommitments()
  const changing = useMemo<Changing>(
    () => ({
      ...{ room: view.room, object: view.object, revision: view.revision },
      writing: writingOf(view.state, clause),
      openConditions: view.state.terms.openConditions,
    }),
    [view, clause],
  )
  return (
    <Shown query={list}>
      {(lines) => <Drafting key={clause.id} clause={clause} above={above} view={lines} changing={changing} />}
    </Shown>
  )
}

/** A clause that has left the text quotes nothing: another one is chosen. */
const PickClause = ({
  clauses,
  chosen,
  choose,
}: {
  readonly clauses: readonly Clause[]
  readonly chosen: string
  readonly choose: (clause: string) => void
}) => {
  const say = useSay()
  const { me } = useProcess()
  return (
    <Pick
      label={say('commitments.change.clause')}
      value={chosen}
      onChange={choose}
      among={[
        { key: '', name: '—' },
        ...clauses.map(({ id, passage }) => ({
          key: id,
          name: quotable(passage[me.language] ?? Object.values(passage)[0] ?? []).slice(0, 100),
        })),
      ]}
    />
  )
}

const Change = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const may = useMay(rooms.find((each) => each.id === view.room))
  const plenary = useRoom('plenary')
  const text = useQuery({ ...textQuery(id, plenary?.id ?? ''), enabled: plenary !== undefined })
  const [chosen, choose] = useState('')
  const { state, standing } = view
  if (!may('stipulation.change')) return <Empty>{say('commitments.change.not-yours')}</Empty>
  if (state.inForce || state.withdrawnAt)
    return <Empty>{say(state.inForce ? 'commitments.change.in-force' : 'commitments.taken-back')}</Empty>
  const clauses = (text.data?.clauses ?? []).filter((each) => each.standing === 'in')
  const wanted = standing === 'gone' ? chosen : state.quote.clause
  const clause = clauses.find((each) => each.id === wanted)
  return (
    <div className="stack">
      {standing !== 'same' && <p className="notice">{say(`commitments.standing.${standing}`)}</p>}
      <QuoteDifference view={view} />
      {state.accepted.length > 0 && <p className="notice">{say('commitments.change.asks-again')}</p>}
      {standing === 'gone' && <PickClause clauses={clauses} chosen={chosen} choose={choose} />}
      {clause && <Form view={view} clause={clause} above={aboveOf(clause, text.data?.clauses ?? [])} />}
    </div>
  )
}

/** The page on which this stipulation of this room is changed. */
export const ChangePage = ({ room, object }: { readonly room: string; readonly object: string }) => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const query = useStipulation(room, object)
  return (
    <div className="stack">
      <div className="page-head">
        <PageTitle>{say('commitments.change')}</PageTitle>
        <p className="small">
          <Link to="/t/$process/commitments/$room/$object" params={{ process: id, room, object }}>
            {names.of(query.data?.state.terms.name ?? {}) || say('commitments')}
          </Link>
        </p>
      </div>
      <Shown query={query}>{(view) => <Change view={view} />}</Shown>
    </div>
  )
}
