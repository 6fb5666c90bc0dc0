/** What came of a check, in plain sentences: good or not, what was looked at, and what this browser remembers. */
import type { ReactNode } from 'react'
import type { LogView } from '#contract/record.ts'
import { Code, digits } from '../elements/code.tsx'
import { Side } from '../elements/side.tsx'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useExactMoment } from './age.tsx'
import type { CheckedHead, Verdict } from './check.ts'
import { Flaws } from './flaws.tsx'
import { goneWitnesses, gradeOf } from './grade.ts'
import { KeysNamed } from './keys-named.tsx'
import { haveChanged } from './remembered.ts'

interface Checked {
  readonly verdict: Verdict
  readonly log: LogView
}

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Who signed a head, with the times that they state. */
const Cosigned = ({ head, log }: { readonly head: CheckedHead; readonly log: LogView }) => {
  const say = useSay()
  const names = useNames()
  const exact = useExactMoment()
  const seatOf = (key: string) => log.witnesses.find((each) => each.key === key)?.seat
  const who = (key: string): ReactNode => {
    const seat = seatOf(key)
    return seat === undefined ? (
      <Code>{key}</Code>
    ) : (
      <>
        <Side seat={seat} /> {names.sitter(seat)}
      </>
    )
  }
  if (head.cosigned.length + head.missing.length === 0) return say('verify.nobody')
  return (
    <ul className="plain-list">
      {head.cosigned.map(({ key, at }) => (
        <li key={key}>
          {who(key)}, {exact(at)}
        </li>
      ))}
      {head.missing.map((key) => (
        <li key={key}>
          {who(key)}: {say('verify.missing')}
        </li>
      ))}
    </ul>
  )
}

const Anchored = ({ verdict: { anchored } }: Pick<Checked, 'verdict'>) => {
  const say = useSay()
  const exact = useExactMoment()
  return anchored
    ? say('verify.anchored', { count: anchored.size, index: anchored.index, at: exact(anchored.at) })
    : say('verify.not-anchored')
}

const Remembered = ({ head }: { readonly head: CheckedHead }) => {
  const say = useSay()
  const exact = useExactMoment()
  if (!head.recalled) return say('verify.first')
  return say('verify.continues', { count: head.recalled.size, at: exact(head.recalled.at) })
}

const Looked = ({ verdict, log, head }: Checked & { readonly head: CheckedHead }) => {
  const say = useSay()
  const { acts, receipts, flaws } = verdict
  return (
    <dl className="verdict-rows">
      <Row name={say('verify.head')}>
        {say('record.entries', { count: head.size })}, {say('verify.root')} <Code>{digits(head.root)}</Code>
      </Row>
      <Row name={say('verify.cosigned')}>
        <Cosigned head={head} log={log} />
      </Row>
      <Row name={say('verify.acts')}>
        {say(flaws.length === 0 ? 'verify.acts.compared' : 'verify.acts.differing', {
          count: acts.compared,
        })}{' '}
        {acts.hidden > 0 && say('verify.acts.hidden', { count: acts.hidden })}
      </Row>
      <Row name={say('anchor')}>
        <Anchored verdict={verdict} />
      </Row>
      <Row name={say('verify.receipts')}>
        {receipts.kept + receipts.pending > 0
          ? say('verify.receipts.judged', { kept: receipts.kept, pending: receipts.pending })
          : say('verify.receipts.none')}
      </Row>
      {flaws.length === 0 && (
        <Row name={say('verify.memory')}>
          <Remembered head={head} />
        </Row>
      )}
    </dl>
  )
}

const Sentence = ({ verdict }: Pick<Checked, 'verdict'>) => {
  const say = useSay()
  const count = verdict.head?.size ?? 0
  const gone = goneWitnesses(verdict).length
  return <p className="verdict-sentence">{say(`verify.${gradeOf(verdict)}`, { count, gone })}</p>
}

interface Confirming {
  /** Takes the keys of a head for the right ones. */
  readonly confirm: (head: CheckedHead) => void
}

/** The keys of the room's log, and those of the anchor log when they are not the ones remembered. */
const Keys = ({ verdict, log, confirm }: Checked & Confirming) => {
  const say = useSay()
  const { head, anchor, flaws, anchorFlaws } = verdict
  const hasAnchorChanged = anchor?.recalled && haveChanged(anchor.recalled)
  return (
    <>
      {head && <KeysNamed head={head} log={log} confirm={flaws.length === 0 ? confirm : undefined} />}
      {hasAnchorChanged && (
        <KeysNamed
          head={anchor}
          log={log}
          of={say('anchor')}
          confirm={anchorFlaws.length === 0 ? confirm : undefined}
        />
      )}
    </>
  )
}

export const VerdictShown = ({ verdict, log, confirm }: Checked & Confirming) => {
  const say = useSay()
  const { head, flaws, anchorFlaws } = verdict
  if (!head && flaws.length + anchorFlaws.length === 0)
    return <p className="notice">{say('verify.unsigned')}</p>
  const grade = gradeOf(verdict)
  return (
    <div className="verdict" data-grade={grade}>
      <div role={grade === 'bad' || grade === 'fewer' ? 'alert' : 'status'} className="stack tight">
        <Sentence verdict={verdict} />
        <Flaws flaws={flaws} />
        <Flaws flaws={anchorFlaws} where={say('anchor')} />
      </div>
      {head && <Looked verdict={verdict} log={log} head={head} />}
      <Keys verdict={verdict} log={log} confirm={confirm} />
    </div>
  )
}
