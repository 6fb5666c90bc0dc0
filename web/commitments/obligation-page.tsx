/** One obligation: the clause in every language, its terms, its history, both sides' accounts, and what bears on it. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { StipulationView } from '#contract/commitments-views.ts'
import { levelOn, reversalsOf } from '#domain/commitments/stipulated.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { useLanguageName } from '../elements/languages.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMoments } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useTermWords } from './in-words.ts'
import { LevelMark } from './level-mark.tsx'
import { ObligationActs } from './obligation-acts.tsx'
import { RatesBeside, useProvisionNames } from './outside/base-rates.tsx'
import { useCodeName } from './outside/code-field.tsx'
import { PaceLine } from './pace-line.tsx'
import { QuoteDifference } from './quote-difference.tsx'
import { RecordActs } from './record-acts.tsx'
import { RecordLine } from './record-line.tsx'
import { useCommitments, useStipulation } from './use-commitments.ts'

const Quoted = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const { process } = useProcess()
  const languageName = useLanguageName()
  const { quote } = view.state
  return (
    <section className="columns" aria-label={say('commitments.quote')}>
      {process.languages.map((language) => {
        const words = view.clause?.words[language] ?? ''
        const quoted = quote.words[language] ?? ''
        const at = quoted === '' ? -1 : words.indexOf(quoted)
        return (
          <div key={language}>
            <p className="small quiet">{languageName(language)}</p>
            <p lang={language} className="words">
              {at < 0 ? (
                words || quoted
              ) : (
                <>
                  {words.slice(0, at)}
                  <mark>{quoted}</mark>
                  {words.slice(at + quoted.length)}
                </>
              )}
            </p>
          </div>
        )
      })}
    </section>
  )
}

const TermList = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const names = useNames()
  const lines = useCommitments().data?.stipulations ?? []
  const words = useTermWords(lines)
  const { terms } = view.state
  const means = terms.verification.map(({ means, quota }) =>
    quota === undefined
      ? say(`commitments.means.${means}`)
      : say('commitments.means.with-quota', { means: say(`commitments.means.${means}`), quota }),
  )
  const conditions = terms.conditions.map(
    ({ of, event: _e, ...rest }: (typeof terms.conditions)[number] & { event?: string }) =>
      say(rest.by === undefined ? 'commitments.waits' : 'commitments.waits-if', {
        other: words.nameOf(of.stipulation),
        event: of.event,
        by: rest.by ?? '',
      }),
  )
  const codeName = useCodeName()
  const provisionName = useProvisionNames()
  const coded = terms.codes.length > 0 ? <span lang="zxx">{terms.codes.map(codeName).join('; ')}</span> : ''
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say('commitments.what'), names.of(terms.what)],
    [say('commitments.bound'), words.who(terms.bound)],
    [say('commitments.beneficiary'), terms.beneficiary.length > 0 ? words.who(terms.beneficiary) : ''],
    [say('commitments.due'), words.term(terms.due)],
    [say('commitments.conditions'), conditions.join('; ')],
    [say('commitments.indicator'), names.of(terms.indicator ?? {})],
    [say('commitments.verification'), means.join('; ')],
    [say('commitments.verifier'), terms.verifier ? words.who([terms.verifier]) : ''],
    [say('commitments.resources'), names.of(terms.resources ?? {})],
    [say('commitments.theme'), say(`commitments.theme.${terms.theme}`)],
    [say('commitments.sub-theme'), names.of(terms.subTheme ?? {})],
    [say('commitments.tags'), terms.tags.join('; ')],
    [say('commitments.codes'), coded],
    [say('commitments.provision'), terms.provision ? provisionName(terms.provision) : ''],
  ]
  return (
    <dl className="terms">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const History = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  const all = useCommitments().data?.stipulations
  const lines = useMemo(() => (all ?? []).filter(({ room }) => room === view.room), [all, view.room])
  const { codings, inForce } = view.state
  if (!inForce) return null
  const reversed = new Set(reversalsOf(view.state))
  const accounts = view.records.flatMap((record) =>
    record.kind === 'account' && record.state.level !== undefined ? [record.state] : [],
  )
  const parties = [...new Set(accounts.map(({ party }) => party))]
  return (
    <section className="stack tight" aria-labelledby="history">
      <h2 id="history">{say('commitments.history')}</h2>
      <p className="small quiet">
        {say(`commitments.force.${inForce.basis}.holds`)} · {day(inForce.from)} ·{' '}
        {`SNT/Rev.${inForce.version}`}
      </p>
      <p className="line">
        {say('commitments.now')} <LevelMark level={levelOn(view.state)} />
      </p>
      <PaceLine object={view.object} lines={lines} />
      {parties.map((party) => (
        <p className="line" key={party}>
          {say('commitments.account-of', { who: names.party(party) })}{' '}
          <LevelMark level={accounts.find((each) => each.party === party)?.level ?? null} />
        </p>
      ))}
      <ol className="plain-list lines">
        {codings.map((coding) => (
          <li key={coding.finding} className="line">
            {day(coding.asOf)} <LevelMark level={coding.level} />
            {reversed.has(coding) && <strong>{say('commitments.reversal')}</strong>}
          </li>
        ))}
      </ol>
    </section>
  )
}

const Obligation = ({ view }: { readonly view: StipulationView }) => {
  const say = useSay()
  const names = useNames()
  const { id, rooms } = useProcess()
  const room = rooms.find((each) => each.id === view.room)
  const may = useMay(room)
  const acting = useAct(view.room)
  const { state, standing, object, revision } = view
  return (
    <div className="stack wide-gap">
      <div className="page-head">
        {room && <RoomLine room={room} />}
        <PageTitle>{names.of(state.terms.name)}</PageTitle>
        <p className="line small">
          <Link to="/t/$process/commitments" params={{ process: id }} search={{}}>
            {say('commitments')}
          </Link>
          {view.clause?.number && <span>{say('commitments.clause', { number: view.clause.number })}</span>}
        </p>
      </div>
      {standing !== 'same' && <p className="notice">{say(`commitments.standing.${standing}`)}</p>}
      <Quoted view={view} />
      <QuoteDifference view={view} />
      <TermList view={view} />
      <RatesBeside provision={state.terms.provision} />
      {may('stipulation.change') && !state.inForce && !state.withdrawnAt && (
        <div className="line">
          <Link
            className="button"
            data-look={standing === 'same' ? 'plain' : 'main'}
            to="/t/$process/commitments/$room/$object/change"
            params={{ process: id, room: view.room, object }}
          >
            {say(standing === 'same' ? 'commitments.change' : 'commitments.requote')}
          </Link>
          <Button
            isDisabled={acting.busy}
            onPress={() =>
              void acting.act({ kind: 'stipulation.withdraw', object, base: revision, payload: {} })
            }
          >
            {say('commitments.withdraw')}
          </Button>
          <Outcome trouble={acting.trouble} />
        </div>
      )}
      {state.withdrawnAt && <p className="notice">{say('commitments.taken-back')}</p>}
      <History view={view} />
      {room?.kind === 'plenary' && <ObligationActs view={view} />}
      <section className="stack" aria-labelledby="bears">
        <h2 id="bears">{say('commitments.bears', { count: view.count })}</h2>
        {view.records.length === 0 && <Empty>{say('commitments.register.none')}</Empty>}
        <ul className="plain-list lines">
          {view.records.map((record) => (
            <RecordLine key={`${record.room}${record.object}`} record={record}>
              <RecordActs record={record} />
            </RecordLine>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** The page of this stipulation of this room. */
export const ObligationPage = ({ room, object }: { readonly room: string; readonly object: string }) => (
  <Shown query={useStipulation(room, object)}>{(view) => <Obligation view={view} />}</Shown>
)
