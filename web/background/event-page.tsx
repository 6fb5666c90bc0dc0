/** One event: what happened, each side's account beside the other's, what both agree on, and what the reader's room thinks of it. */
import { Link } from '@tanstack/react-router'
import type { EventLine, EventView } from '#contract/background-views.ts'
import type { Source } from '#domain/background/event.ts'
import { alternat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Button } from '../elements/button.tsx'
import { PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AgreedLine } from './agreed-line.tsx'
import { DatedLink } from './event-link.tsx'
import { Readings } from './readings.tsx'
import { TellForm } from './tell-form.tsx'
import { useBackground, useClauses, useEvent } from './use-background.ts'
import { useWhenWords } from './use-when-words.ts'

const Sources = ({ of, title }: { readonly of: readonly Source[]; readonly title: string }) =>
  of.length === 0 ? null : (
    <section className="stack tight" aria-label={title}>
      <h3>{title}</h3>
      <ul className="bullets small">
        {of.map(({ words, url }) => (
          <li key={`${words} ${url ?? ''}`}>
            {/* A citation is in the language of its source; the address goes nowhere unless somebody presses it. */}
            <cite lang="zxx">{words}</cite>
            {url && (
              <>
                {' '}
                <a href={url} rel="noreferrer noopener" target="_blank" lang="zxx">
                  {new URL(url).hostname}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

const Accounts = ({ view }: { readonly view: EventView }) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  const { accounts } = view.state
  return (
    <section className="stack tight" aria-labelledby="accounts">
      <h2 id="accounts">{say('background.accounts')}</h2>
      <div className="columns event-accounts">
        {alternat(process, me.seat, at).map(({ key, hue }) => {
          const account = accounts.find(({ party }) => party === key)
          return (
            <article key={key} className="card stack tight" data-hue={hue} aria-label={names.party(key)}>
              <h3>{names.party(key)}</h3>
              {account ? (
                <>
                  <p dir="auto">{names.of(account.words)}</p>
                  <Sources of={account.sources} title={say('background.sources')} />
                  <p className="small quiet">
                    {names.actor(account.by)} · <Moment at={account.at} />
                  </p>
                </>
              ) : (
                <p className="quiet">{say('background.account.none')}</p>
              )}
            </article>
          )
        })}
      </div>
      <TellForm view={view} />
    </section>
  )
}

/** What it bears on, what it goes on with, and what became of it. */
const Links = ({ view, events }: { readonly view: EventView; readonly events: readonly EventLine[] }) => {
  const say = useSay()
  const names = useNames()
  const { id, process } = useProcess()
  const all = useClauses()
  const { issues, clauses, of } = view.state
  const earlier = events.find(({ object }) => object === of)
  const later = events.filter((event) => event.of === view.object)
  const items = process.agenda.filter(({ key }) => issues.includes(key))
  if (!earlier && later.length + items.length + clauses.length === 0) return null
  return (
    <dl className="terms">
      {earlier && (
        <div>
          <dt>{say('background.of')}</dt>
          <dd>
            <DatedLink of={earlier} />
          </dd>
        </div>
      )}
      {later.length > 0 && (
        <div>
          <dt>{say('background.became')}</dt>
          <dd>
            <ul className="plain-list">
              {later.map((event) => (
                <li key={`${event.room} ${event.object}`}>
                  <DatedLink of={event} />{' '}
                  <span className="small quiet">{say(`background.kind.${event.kind}`)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {items.length > 0 && (
        <div>
          <dt>{say('background.issues')}</dt>
          <dd>
            <ul className="plain-list">
              {items.map(({ key, title }) => (
                <li key={key}>
                  <Link to="/t/$process/background" params={{ process: id }} search={{ issue: key }}>
                    {names.of(title)}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {clauses.length > 0 && (
        <div>
          <dt>{say('background.clauses')}</dt>
          <dd>
            <ul className="plain-list">
              {clauses.map((clause) => (
                <li key={clause} dir="auto">
                  <Link to="/t/$process/text" params={{ process: id }} search={{}} hash={`clause-${clause}`}>
                    {all.find((each) => each.id === clause)?.words ?? clause}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}

const Entered = ({ view }: { readonly view: EventView }) => {
  const say = useSay()
  const names = useNames()
  const { id, me, rooms } = useProcess()
  const room = rooms.find((each) => each.id === view.room)
  const may = useMay(room)
  const acting = useAct(view.room)
  const { state, object, revision } = view
  const isOwn = state.by.seat === me.seat && state.withdrawnAt === undefined
  const withdraw = () => void acting.act({ kind: 'event.withdraw', object, base: revision, payload: {} })
  return (
    <>
      <p className="small quiet">
        {say('background.entered-by', { who: names.actor(state.by) })} · <Moment at={state.at} />
      </p>
      {isOwn && may('event.change') && (
        <div className="line no-print">
          <Link
            className="button"
            to="/t/$process/background/$room/$object/change"
            params={{ process: id, room: view.room, object }}
          >
            {say('background.change')}
          </Link>
          {!state.agreed && (
            <Button isDisabled={acting.busy} onPress={withdraw}>
              {say('background.withdraw')}
            </Button>
          )}
        </div>
      )}
      {state.withdrawnAt && <p className="notice">{say('background.withdrawn')}</p>}
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const Event = ({ view }: { readonly view: EventView }) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  const { id, rooms } = useProcess()
  const events = useBackground().data?.events ?? []
  const room = rooms.find((each) => each.id === view.room)
  const { state } = view
  const about = [
    when(state.when),
    say(`background.kind.${state.kind}`),
    ...(state.place ? [names.of(state.place)] : []),
  ]
  return (
    <div className="stack">
      <div className="page-head">
        {room && <RoomLine room={room} />}
        <PageTitle>{names.of(state.name)}</PageTitle>
        <p className="line">
          <Link to="/t/$process/background" params={{ process: id }} search={{}}>
            {say('background')}
          </Link>
          <span>{about.join(' · ')}</span>
        </p>
      </div>
      <section className="stack tight" aria-label={say('background.facts')}>
        <p className="reading-words" dir="auto">
          {names.of(state.facts)}
        </p>
        <Sources of={state.sources} title={say('background.sources')} />
        <Links view={view} events={events} />
        <Entered view={view} />
      </section>
      {room?.kind === 'plenary' && (
        <>
          <AgreedLine view={view} />
          <Accounts view={view} />
        </>
      )}
      <Readings view={view} />
    </div>
  )
}

export const EventPage = ({ room, object }: { readonly room: string; readonly object: string }) => (
  <Shown query={useEvent(room, object)}>{(view) => <Event view={view} />}</Shown>
)
