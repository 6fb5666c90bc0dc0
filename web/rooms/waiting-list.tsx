/** What waits on the reader, in sentences that lead there. */
import { Link } from '@tanstack/react-router'
import type { Waiting } from '#contract/rooms.ts'
import { mayPerform } from '#domain/parties/access.ts'
import { Empty } from '../elements/page.tsx'
import { Moment } from '../moments.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { SilenceTime } from './silence-time.tsx'
import { useDeliveredMarks } from './use-delivered-marks.ts'

const WaitingLine = ({ each }: { readonly each: Waiting }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const names = useNames()
  const sentence = say(`waiting.${each.why}`, { room: names.room(each.room), count: each.count ?? 1 })
  return (
    <li className="waiting">
      {each.why === 'ballot' || each.why === 'suggestion' ? (
        <Link to="/t/$process/bargaining" params={{ process }}>
          {sentence}
        </Link>
      ) : each.why === 'case-reply' || each.why === 'remedy' || each.why === 'force' ? (
        <Link
          to="/t/$process/commitments"
          params={{ process }}
          search={each.why === 'force' ? {} : { view: 'cases' }}
        >
          {sentence}
        </Link>
      ) : each.why === 'facts' ? (
        <Link
          to="/t/$process/background/$room/$object"
          params={{ process, room: each.room, object: each.object }}
        >
          {sentence}
        </Link>
      ) : each.why === 'measure' ? (
        <Link to="/t/$process/background" params={{ process }} search={{ view: 'measures' }}>
          {sentence}
        </Link>
      ) : each.why === 'convey' ? (
        <Link to="/t/$process/desk" params={{ process }} hash={`object-${each.object}`}>
          {sentence}
        </Link>
      ) : (
        <Link
          to="/t/$process/rooms/$room"
          params={{ process, room: each.room }}
          hash={each.why === 'unread' ? '' : `object-${each.object}`}
        >
          {sentence}
        </Link>
      )}
      {each.due === undefined ? (
        <span className="quiet small">
          <Moment at={each.at} />
        </span>
      ) : (
        <div className="small">
          <SilenceTime due={each.due} />
        </div>
      )}
    </li>
  )
}

export const WaitingList = ({ waiting }: { readonly waiting: readonly Waiting[] }) => {
  const say = useSay()
  const { me, rooms, at } = useProcess()
  const seat = useMySeat()
  useDeliveredMarks(waiting)
  // Whoever leaves no mark of reading cannot be told what they have not read.
  const marking = rooms.filter((room) => mayPerform(me, seat.kind, 'marks.move', room, at).ok)
  const shown = waiting.filter(({ why, room }) => why !== 'unread' || marking.some(({ id }) => id === room))
  if (shown.length === 0) return <Empty>{say('waiting.nothing')}</Empty>
  return (
    <ul className="lines">
      {shown.map((each) => (
        <WaitingLine key={`${each.why} ${each.room} ${each.object} ${each.at}`} each={each} />
      ))}
    </ul>
  )
}
