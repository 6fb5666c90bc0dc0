/** One record of commitments, whatever its kind: who, when, in which words, and what it tells. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { stageOf } from '#domain/commitments/inspection.ts'
import { isLate } from '#domain/commitments/report.ts'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { Cited } from './cited.tsx'
import { Lodged } from './evidence/lodged.tsx'
import { useToldWords } from './in-words.ts'
import { LevelMark } from './level-mark.tsx'

type Of<K extends CommitmentRecord['kind']> = Extract<CommitmentRecord, { kind: K }>

const Seen = ({ record }: { readonly record: Of<'observation'> | Of<'denial'> | Of<'incident'> }) => {
  const say = useSay()
  const names = useNames()
  const words = useToldWords()
  const { state } = record
  const count = 'count' in state ? state.count : undefined
  return (
    <>
      <p className="words">{names.of(state.what)}</p>
      <p className="small">{words.place(state.place)}</p>
      <p className="small">{words.span(state.when)}</p>
      {count && <p className="small">{say('commitments.count', { least: count.least, most: count.most })}</p>}
      {'means' in state && (
        <p className="small">
          {say(`commitments.means-of.${state.means}`)} ·{' '}
          {say(state.assessed ? 'commitments.assessed' : 'commitments.not-assessed')}
        </p>
      )}
      {'by' in state && <p className="small">{say('commitments.denied-by', { who: names.of(state.by) })}</p>}
      {'kind' in state && <p className="small">{say(`commitments.incident.${state.kind}`)}</p>}
      {'released' in state && (
        <p className="small quiet">
          {state.released.length === 0
            ? say('commitments.not-released')
            : say('commitments.released-to', {
                rooms: state.released.map(({ to }) => names.room(to)).join('; '),
              })}
        </p>
      )}
    </>
  )
}

const Found = ({ record }: { readonly record: Of<'finding'> }) => {
  const say = useSay()
  const names = useNames()
  const { state, room } = record
  return (
    <>
      <p className="words">{names.of(state.words)}</p>
      {state.level !== undefined && <LevelMark level={state.level} />}
      {state.verdict && <p className="small">{say(`commitments.verdict.${state.verdict}`)}</p>}
      {state.attribution && <p className="words">{names.of(state.attribution)}</p>}
      <p className="small quiet">
        {'proposedBy' in state
          ? say('commitments.four-eyes', {
              one: names.actor(state.proposedBy),
              other: names.actor(state.confirmedBy),
            })
          : state.confirmed
            ? say('commitments.four-eyes', {
                one: names.actor(state.by),
                other: names.actor(state.confirmed.by),
              })
            : say('commitments.one-pair', { one: names.actor(state.by) })}
      </p>
      <Cited room={room} ids={state.cites ?? []} label="commitments.rests-on" />
      {state.dissents.map(({ by, words }) => (
        <blockquote key={by.member} className="dissent">
          <p className="small">{say('commitments.dissent-of', { who: names.actor(by) })}</p>
          <p className="words">{names.of(words)}</p>
        </blockquote>
      ))}
    </>
  )
}

const Inspected = ({ record }: { readonly record: Of<'inspection'> }) => {
  const say = useSay()
  const names = useNames()
  const words = useToldWords()
  const { state } = record
  return (
    <>
      <p className="words">{names.of(state.words)}</p>
      <p className="small">
        <strong>{say(`commitments.inspection.stage.${stageOf(state)}`)}</strong> ·{' '}
        {say(`commitments.inspection.${state.type}`)} · {names.party(state.of)} · {words.place(state.site)} ·{' '}
        {words.span(state.window)}
      </p>
      {state.reply && (
        <p className="small">
          {say(state.reply.accept ? 'commitments.inspection.accepted' : 'commitments.inspection.declined')}:{' '}
          {names.of(state.reply.words)}
        </p>
      )}
      {state.concluded && (
        <p className="small">
          {say(`commitments.inspection.result.${state.concluded.result}`)}: {names.of(state.concluded.words)}
        </p>
      )}
    </>
  )
}

const Reported = ({ record }: { readonly record: Of<'report'> }) => {
  const say = useSay()
  const names = useNames()
  const { state } = record
  return (
    <>
      <p className="words">{names.of(state.words)}</p>
      <p className="small">
        {say(`commitments.form.${state.form}`)}
        {isLate(state) && ` · ${say('commitments.late')}`}
      </p>
      {state.figures.map(({ what, count }) => (
        <p className="small" key={JSON.stringify(what)}>
          {names.of(what)}: {say('commitments.count', { least: count.least, most: count.most })}
        </p>
      ))}
    </>
  )
}

const Plain = ({ words, level }: { readonly words: string; readonly level?: 0 | 1 | 2 | 3 | undefined }) => (
  <>
    <p className="words">{words}</p>
    {level !== undefined && <LevelMark level={level} />}
  </>
)

const Body = ({ record }: { readonly record: CommitmentRecord }) => {
  const names = useNames()
  switch (record.kind) {
    case 'observation':
    case 'denial':
    case 'incident':
      return <Seen record={record} />
    case 'finding':
      return <Found record={record} />
    case 'inspection':
      return <Inspected record={record} />
    case 'evidence':
      return <Lodged record={record} />
    case 'report':
      return <Reported record={record} />
    case 'account':
      return <Plain words={names.of(record.state.words)} level={record.state.level} />
    case 'source':
      return <Plain words={`${names.of(record.state.alias)}: ${names.of(record.state.words)}`} />
    case 'case':
      return <Plain words={names.of(record.state.title)} />
    case 'message':
      return <Plain words={names.of(record.state.words)} />
  }
}

const authorOf = ({ state }: CommitmentRecord) => ('author' in state ? state.author : state.by)

/** The kind of a record, which leads to its own page; what has no line in a register has no such page. */
const KindLink = ({ record }: { readonly record: CommitmentRecord }) => {
  const say = useSay()
  const { id } = useProcess()
  const { kind, room, object } = record
  const name = say(`commitments.kind.${kind}`)
  if (kind === 'case' || kind === 'message') return name
  return (
    <Link to="/t/$process/commitments/$room/records/$object" params={{ process: id, room, object }}>
      {name}
    </Link>
  )
}

/** The record; what the reader can do with it stands below. */
export const RecordLine = ({
  record,
  children,
}: {
  readonly record: CommitmentRecord
  readonly children?: ReactNode
}) => {
  const say = useSay()
  const names = useNames()
  return (
    <li className="stack tight record-line">
      <p className="small quiet">
        <strong>
          <KindLink record={record} />
        </strong>{' '}
        · {names.actor(authorOf(record))} · <Moment at={record.state.at} /> · {names.room(record.room)}
        {'withdrawnAt' in record.state && record.state.withdrawnAt && ` · ${say('commitments.taken-back')}`}
      </p>
      <Body record={record} />
      {children && <div className="line">{children}</div>}
    </li>
  )
}
