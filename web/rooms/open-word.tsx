/** What the reader's side has agreed or signed ad referendum and not yet confirmed, and whose word it waits for. */
import { Link } from '@tanstack/react-router'
import type { LeadershipView } from '#contract/leadership.ts'
import { lastChange } from '#domain/parties/leadership.ts'
import { citeOf } from '#domain/text/version/record.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useLeadership, useWordOf } from '../leadership.ts'
import { Moment } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

type Agreed = LeadershipView['agreed'][number]
type Signed = LeadershipView['signed'][number]

/** Who gave it and when; under an earlier head, that too. */
const Given = ({ given }: { readonly given: Agreed | Signed }) => {
  const say = useSay()
  const names = useNames()
  return (
    <p className="quiet small">
      {say(given.awaits ? 'word.given-before' : 'word.given', { who: names.actor(given.by) })} ·{' '}
      <Moment at={given.at} />
    </p>
  )
}

const Clause = ({ agreed, room }: { readonly agreed: Agreed; readonly room: string }) => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const acting = useAct(room)
  const may = useMay(rooms.find(({ id }) => id === room))
  const wordOf = useWordOf()
  const { clause, wording, under } = agreed
  const confirm = () => {
    const payload = { wording, degree: 'confirmed' as const, under, subjectToConformity: false }
    return acting.act({ kind: 'clause.agree', object: clause, base: null, payload })
  }
  const decline = () =>
    acting.act({ kind: 'clause.decline', object: clause, base: null, payload: { wording } })
  return (
    <li className="stack tight">
      <Link to="/t/$process/text" params={{ process }} search={{}} hash={`clause-${clause}`}>
        {names.of(agreed.words)}
      </Link>
      <Given given={agreed} />
      {may('clause.agree') && wordOf(agreed).isMine && (
        <div className="line">
          <Confirm
            wording={JSON.stringify([wording, under])}
            label={say('text.confirm')}
            title={say('text.confirm.title')}
            action={say('text.confirm')}
            confirm={async () => (await confirm()) !== null}
            busy={acting.busy}
          >
            <p className="serif">{names.of(agreed.words)}</p>
            <p>{say('text.confirm.hint')}</p>
            <Outcome trouble={acting.trouble} />
          </Confirm>
          <Confirm
            wording={String(wording)}
            label={say('text.decline')}
            look="text"
            title={say('text.decline.title')}
            action={say('text.decline')}
            confirm={async () => (await decline()) !== null}
            busy={acting.busy}
          >
            <p className="serif">{names.of(agreed.words)}</p>
            <p>{say('text.decline.hint')}</p>
            <Outcome trouble={acting.trouble} />
          </Confirm>
        </div>
      )}
    </li>
  )
}

const Version = ({ signed }: { readonly signed: Signed }) => {
  const { id: process } = useProcess()
  const say = useSay()
  return (
    <li>
      <Link to="/t/$process/text/versions" params={{ process }}>
        {say('word.version', { cite: citeOf(signed.number) })}
      </Link>
      <Given given={signed} />
    </li>
  )
}

/** Whose word it is: anybody's with the authority, until the leadership has passed; then the successor's alone. */
const Whose = ({ view }: { readonly view: LeadershipView }) => {
  const say = useSay()
  const names = useNames()
  const { me } = useProcess()
  const { key } = useMySeat()
  const last = lastChange(view.leaderships.find(({ state }) => state.seat === key)?.state)
  const awaiting = [...view.agreed, ...view.signed].some(({ awaits }) => awaits)
  if (!last || !awaiting) return <p className="quiet small">{say('word.why')}</p>
  const isMine = last.successor.member === me.id
  return (
    <p className="notice">
      {say(isMine ? 'word.yours' : 'word.successors', { who: names.member(last.successor.member) })}{' '}
      <Moment at={last.at} />
    </p>
  )
}

/** A section of the table, for a side that has something to confirm. */
export const OpenWord = () => {
  const { rooms } = useProcess()
  const say = useSay()
  const { data } = useLeadership()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  if (!data || !plenary || data.agreed.length + data.signed.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="open-word">
      <h2 id="open-word">{say('word')}</h2>
      <Whose view={data} />
      <ul className="lines">
        {data.signed.map((signed) => (
          <Version key={signed.number} signed={signed} />
        ))}
        {data.agreed.map((agreed) => (
          <Clause key={agreed.clause} agreed={agreed} room={plenary.id} />
        ))}
      </ul>
    </section>
  )
}
