/** A piece of evidence as it is read: what it shows, its hash, through whose hands it went, and what went out of it. */
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { holderOf } from '#domain/commitments/evidence.ts'
import { Download } from '../../elements/button.tsx'
import { useFileSize } from '../../elements/file-size.ts'
import { Moment, useMoments } from '../../moments.tsx'
import { useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { Cited } from '../cited.tsx'
import { useToldWords } from '../in-words.ts'

/** A record of evidence. */
export type EvidenceRecord = Extract<CommitmentRecord, { kind: 'evidence' }>

const kindsOfFile = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/xml': 'XML',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
} as const

const Chain = ({ record }: { readonly record: EvidenceRecord }) => {
  const say = useSay()
  const names = useNames()
  const { state } = record
  return (
    <section aria-label={say('commitments.custody')}>
      <p className="small quiet">{say('commitments.custody')}</p>
      <ol className="custody small">
        {state.custody.map(({ what, by, at, to, words }) => (
          <li key={`${what}${at}`}>
            {say(`commitments.custody.${what}`, {
              who: names.actor(by),
              to: to === undefined ? '' : names.member(to),
            })}{' '}
            · <Moment at={at} />
            {words && <span className="quiet"> · {names.of(words)}</span>}
          </li>
        ))}
      </ol>
      <p className="small">{say('commitments.custody.holder', { who: names.member(holderOf(state)) })}</p>
    </section>
  )
}

const Released = ({ record }: { readonly record: EvidenceRecord }) => {
  const say = useSay()
  const names = useNames()
  const { released } = record.state
  return (
    <>
      {released.map(({ to, copy }) => (
        <p className="small quiet" key={to}>
          {say(copy ? 'commitments.evidence.released-copy' : 'commitments.released-to', {
            rooms: names.room(to),
          })}
        </p>
      ))}
    </>
  )
}

/** The body of its line, in every room that has it. */
export const Lodged = ({ record }: { readonly record: EvidenceRecord }) => {
  const say = useSay()
  const names = useNames()
  const words = useToldWords()
  const size = useFileSize()
  const { dayAndClock } = useMoments()
  const { id, rooms } = useProcess()
  const { state, room, object } = record
  const { file, taken, when } = state
  const isMission = rooms.find((each) => each.id === room)?.kind === 'mission'
  return (
    <>
      <p className="words">{names.of(state.words)}</p>
      {taken !== undefined && (
        <p className="small">{say('commitments.evidence.made', { when: dayAndClock(taken) })}</p>
      )}
      {when && <p className="small">{say('commitments.evidence.made', { when: words.span(when) })}</p>}
      {state.blurred && <p className="small">{say('commitments.evidence.blurred')}</p>}
      <p className="small">
        {kindsOfFile[file.type]}, {size(file.bytes)} · <span className="quiet">SHA-256</span>{' '}
        <span className="hash">{file.file}</span>
      </p>
      <Cited room={room} ids={state.of} label="commitments.belongs-to" />
      <Chain record={record} />
      {isMission && state.released.length === 0 && (
        <p className="small quiet">{say('commitments.not-released')}</p>
      )}
      <Released record={record} />
      <div>
        <Download href={`/api/processes/${id}/rooms/${room}/evidence/${object}/file`}>
          {say('commitments.evidence.file')}
        </Download>
      </div>
    </>
  )
}
