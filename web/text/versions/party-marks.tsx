/** What each party has put to a version, and, for the reader's own, what it can put now. */
import type { VersionView } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { type MarkKind, markKinds } from '#domain/text/version/statement.ts'
import { type Mark, markOf, mayMark, openSignatureOf, type Version } from '#domain/text/version/version.ts'
import { useAct } from '../../acts.ts'
import { Refused } from '../../api.ts'
import { Confirm } from '../../elements/dialog.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useWordOf } from '../../leadership.ts'
import { Moment } from '../../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../../process.tsx'
import { useTrouble } from '../../refusals.ts'
import { useSay } from '../../speech.tsx'
import { ObjectForm } from './object-form.tsx'
import { SignButton } from './sign-button.tsx'

interface Props {
  readonly room: Room
  readonly version: VersionView
  readonly vouched: number
  readonly isNewest: boolean
}

/** The domain asks of a version what the list says of it; the words themselves are not needed for that. */
const asVersion = (view: VersionView): Version => ({ ...view, leaves: {} })

const MarkLine = ({ mark, vouched }: { readonly mark: Mark; readonly vouched: number }) => {
  const say = useSay()
  const names = useNames()
  return (
    <li>
      {say(`mark.${mark.kind}`, { who: names.member(mark.by.member) })} <Moment at={mark.at} />
      <span className="small quiet">
        {' · '}
        {say(vouched > mark.index ? 'version.vouched' : 'version.not-yet-vouched')}
        {mark.rp.endsWith('.invalid') && ` · ${say('mark.played')}`}
      </span>
    </li>
  )
}

const mayPut: Readonly<Record<MarkKind, 'version.initial' | 'version.sign'>> = {
  initial: 'version.initial',
  'sign-ad-referendum': 'version.sign',
  sign: 'version.sign',
  confirm: 'version.sign',
}

/** The marks that the reader's party can put now; and if there is none, why. */
const useOpenMarks = ({ room, version, isNewest }: Props) => {
  const { process } = useProcess()
  const seat = useMySeat()
  const may = useMay(room)
  const party = seat.party ?? ''
  const parties = process.parties.map(({ key }) => key)
  const asked = markKinds
    .filter((kind) => may(mayPut[kind]) && !markOf(version, party, kind))
    .filter((kind) => kind !== 'initial' || isNewest)
    .map((kind) => ({ kind, answer: mayMark(asVersion(version), kind, party, parties) }))
  const open = asked.flatMap(({ kind, answer }) => (answer.ok ? [kind] : []))
  const initial = asked.find(({ kind }) => kind === 'initial')
  const why = initial && !initial.answer.ok ? initial.answer.refusal : null
  return { open, why, party }
}

/** The other word on a signature ad referendum: that it is not confirmed. */
const Decline = ({ room, version }: Pick<Props, 'room' | 'version'>) => {
  const say = useSay()
  const acting = useAct(room.id)
  const object = String(version.record.number)
  const decline = () => acting.act({ kind: 'version.decline', object, base: null, payload: {} })
  return (
    <Confirm
      label={say('version.decline')}
      look="text"
      title={say('version.decline')}
      action={say('version.decline')}
      confirm={async () => (await decline()) !== null}
      busy={acting.busy}
    >
      <p>{say('version.decline.hint')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const Own = (props: Props) => {
  const say = useSay()
  const may = useMay(props.room)
  const wordOf = useWordOf()
  const { room, version } = props
  const sentence = useTrouble()
  const { open, why, party } = useOpenMarks(props)
  const signature = openSignatureOf(version, party)
  const word = wordOf(signature)
  if (!word.isMine)
    return <p className="small">{say('text.successors-word', { who: word.successor ?? '' })}</p>
  return (
    <div className="stack tight no-print">
      {why && <p className="small quiet">{sentence(new Refused(422, why.code, why.facts))}</p>}
      <div className="line">
        {open.map((kind) => (
          <SignButton key={kind} room={room} version={version} kind={kind} party={party} />
        ))}
        {signature && may('version.decline') && <Decline room={room} version={version} />}
        {version.record.corrects !== undefined && open.includes('initial') && (
          <ObjectForm room={room} number={version.record.number} />
        )}
      </div>
    </div>
  )
}

const OneParty = ({ party, ...props }: Props & { readonly party: string }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const seat = useMySeat()
  const marks = props.version.marks.filter((mark) => mark.party === party)
  const found = process.parties.find(({ key }) => key === party)
  return (
    <li className="stack tight">
      <p>
        <span className="side" data-hue={found?.hue}>
          {names.of(found?.short ?? {})}
        </span>{' '}
        <strong>{names.party(party)}</strong>
      </p>
      {marks.length === 0 && <p className="quiet small">{say('mark.none')}</p>}
      <ul className="plain-list">
        {marks.map((mark) => (
          <MarkLine key={mark.kind} mark={mark} vouched={props.vouched} />
        ))}
        {(props.version.declined ?? [])
          .filter((each) => each.party === party)
          .map(({ by, at }) => (
            <li key={at}>
              {say('mark.declined', { who: names.member(by.member) })} <Moment at={at} />
            </li>
          ))}
      </ul>
      {seat.party === party && <Own {...props} />}
    </li>
  )
}

/** Each side sees itself first. */
export const PartyMarks = (props: Props) => {
  const { process } = useProcess()
  const seat = useMySeat()
  const ordered = process.parties.toSorted(
    (one, other) => Number(other.key === seat.party) - Number(one.key === seat.party),
  )
  return (
    <ul className="version-parties">
      {ordered.map(({ key }) => (
        <OneParty key={key} party={key} {...props} />
      ))}
    </ul>
  )
}
