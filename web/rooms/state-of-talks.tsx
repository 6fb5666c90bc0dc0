/** How the talks stand: whether they are adjourned, and what is under silence. */
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isAdjourned, theAdjournments } from '#domain/rooms/adjournment.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { SilenceTime } from './silence-time.tsx'

const Adjourning = ({ adjourned }: { readonly adjourned: boolean }) => {
  const { rooms, adjournments } = useProcess()
  const say = useSay()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const may = useMay(plenary)
  const acting = useAct(plenary?.id ?? '')
  const kind = adjourned ? 'adjournments.end' : 'adjournments.begin'
  if (!may(kind)) return null
  const confirm = async () =>
    (await acting.act({ kind, object: theAdjournments, base: adjournments.revision, payload: {} })) !== null
  return (
    <Confirm
      label={say(adjourned ? 'resume' : 'adjourn')}
      title={say(adjourned ? 'resume.title' : 'adjourn.title')}
      action={say(adjourned ? 'resume' : 'adjourn')}
      confirm={confirm}
      busy={acting.busy}
    >
      <p>{say(adjourned ? 'resume.why' : 'adjourn.why')}</p>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}

const OpenSilences = () => {
  const { id: process, rooms } = useProcess()
  const say = useSay()
  const names = useNames()
  const common = rooms.filter(({ kind }) => kind === 'plenary' || kind === 'working-group')
  const views = useQueries({ queries: common.map((room) => roomQuery(process, room.id)) })
  const open = views.flatMap(({ data }) =>
    (data?.objects ?? []).flatMap((each) =>
      data && each.kind === 'silence' && each.state.standing === 'open' ? [{ data, each }] : [],
    ),
  )
  return open.map(({ data, each }) => (
    <div key={each.object} className="talks-silence">
      <p>
        <strong>{say('silence.under-way')}</strong>{' '}
        <Link
          to="/t/$process/rooms/$room"
          params={{ process, room: data.room.id }}
          hash={`object-${each.object}`}
        >
          {names.of(each.state.title)}
        </Link>
      </p>
      <SilenceTime due={data.due[each.object] ?? null} />
    </div>
  ))
}

/** Only for seats of the plenary: nobody else is told whether the talks are adjourned. */
export const StateOfTalks = () => {
  const { adjournments, rooms } = useProcess()
  const say = useSay()
  const adjourned = isAdjourned(adjournments)
  const last = adjournments.periods.at(-1)
  if (!rooms.some(({ kind }) => kind === 'plenary')) return null
  return (
    <section className="talks" data-adjourned={adjourned} aria-label={say('talks')}>
      <div className="line spread">
        <p>
          <strong>{say(adjourned ? 'talks.adjourned' : 'talks.on')}</strong>{' '}
          {adjourned && last && <Moment at={last.from} />}
          {adjourned && <span className="quiet"> · {say('talks.adjourned.why')}</span>}
        </p>
        <div className="no-print">
          <Adjourning adjourned={adjourned} />
        </div>
      </div>
      <OpenSilences />
    </section>
  )
}
