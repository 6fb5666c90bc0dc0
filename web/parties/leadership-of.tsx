/** The leadership of a delegation: who led it from when to when, with which authority, and on which credentials. */

import type { LeadershipView } from '#contract/leadership.ts'
import type { ProcessView } from '#contract/parties.ts'
import type { Held } from '#domain/parties/leadership.ts'
import type { Seat } from '#domain/parties/process.ts'
import { useLeadership } from '../leadership.ts'
import { Moment, useMoments } from '../moments.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { ChangeLeadership } from './change-leadership.tsx'

type Change = LeadershipView['leaderships'][number]['state']['changes'][number]

/** A moment, or a day where a term began with one. */
const Since = ({ at }: { readonly at: string }) => {
  const { day } = useMoments()
  return at.length > 10 ? <Moment at={at} /> : <time dateTime={at}>{day(at)}</time>
}

const HeldLine = ({ held }: { readonly held: Held }) => {
  const say = useSay()
  const listing = useListing()
  const { day } = useMoments()
  const { authority, fullPowers } = held
  const may = authority.length > 0 ? listing(authority.map((each) => say(`authority.${each}`))) : null
  return (
    <p className="small quiet">
      {may === null ? say('authority.none') : say('leadership.may', { authority: may })}
      {fullPowers &&
        ` · ${
          fullPowers.until
            ? say('leadership.powers.both', { from: day(fullPowers.from), until: day(fullPowers.until) })
            : say('leadership.powers', { from: day(fullPowers.from) })
        }`}
    </p>
  )
}

/** One head's time, from the change that began it to the one that ended it. */
const Time = ({
  held,
  until,
  change,
  view,
}: {
  readonly held: Held
  readonly until: string | null
  readonly change: Change | undefined
  readonly view: LeadershipView
}) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  const lodged = view.credentials.find(({ object }) => object === change?.credentials)
  return (
    <li aria-current={until === null ? 'true' : undefined}>
      <p>
        <strong>{names.member(held.member)}</strong>
      </p>
      <p className="small">
        {say('leadership.from')} <Since at={held.since} />
        {until && (
          <>
            {' '}
            {say('leadership.until')} <Moment at={until} />
          </>
        )}
      </p>
      <HeldLine held={held} />
      {change && (
        <p className="small quiet">{say('leadership.passed-by', { who: names.actor(change.by) })}</p>
      )}
      {lodged && (
        <p className="small quiet">
          {say('leadership.on', { issuer: names.of(lodged.state.issuer), day: day(lodged.state.dated) })}
        </p>
      )}
    </li>
  )
}

const History = ({
  changes,
  view,
}: {
  readonly changes: readonly Change[]
  readonly view: LeadershipView
}) => {
  const { members } = useProcess()
  const say = useSay()
  const first = changes[0]?.outgoing
  const served = (id: string) => members.find(({ member }) => member.id === id)?.serving ?? false
  return (
    <ol className="leadership" aria-label={say('leadership')}>
      {changes
        .map((change, i) => {
          const next = changes[i + 1]
          const left = served(change.successor.member) ? null : change.at
          return (
            <Time
              key={change.at}
              held={change.successor}
              until={next ? next.at : left && endOf(members, change.successor.member)}
              change={change}
              view={view}
            />
          )
        })
        .toReversed()}
      {first && <Time held={first} until={changes[0]?.at ?? null} change={undefined} view={view} />}
    </ol>
  )
}

/** When a member who leads no more was removed, or the last day of their time. */
const endOf = (members: ProcessView['members'], id: string): string | null => {
  const found = members.find(({ member }) => member.id === id)?.member
  return found?.removedAt ?? found?.until ?? null
}

/** Only a delegation's leadership passes by an act; before the first change its cards say all there is. */
export const LeadershipOf = ({ seat }: { readonly seat: Seat }) => {
  const say = useSay()
  const names = useNames()
  const own = useMySeat().key === seat.key
  const { data } = useLeadership()
  if (seat.kind !== 'party' || !data) return null
  const found = data.leaderships.find(({ state }) => state.seat === seat.key)
  if (!found && !own) return null
  return (
    <div className="stack tight">
      {found && (
        <section className="stack tight" aria-labelledby={`leadership-${seat.key}`}>
          <h3 id={`leadership-${seat.key}`}>
            {say('leadership')}
            <span className="unseen"> {names.of(seat.name)}</span>
          </h3>
          <p className="quiet small">{say('leadership.why')}</p>
          <History changes={found.state.changes} view={data} />
        </section>
      )}
      {own && <ChangeLeadership seat={seat} revision={found?.revision ?? 0} />}
    </div>
  )
}
