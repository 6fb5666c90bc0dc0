/** The time line as words, decade by decade: everything that the picture says, and how far each event has been told. */
import { memo } from 'react'
import type { EventLine } from '#contract/background-views.ts'
import { alternat } from '#domain/parties/process.ts'
import { useNames, useProcess } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import { EventLink, OwnRoom } from './event-link.tsx'
import { useWhenWords } from './use-when-words.ts'

const Told = ({ event }: { readonly event: EventLine }) => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const { process, me, at } = useProcess()
  const told = alternat(process, me.seat, at).filter(({ key }) => event.told.includes(key))
  const who = listing(told.map(({ key }) => names.party(key)))
  const said = [
    ...(event.agreed ? [say('background.has-agreed')] : []),
    ...(event.proposed ? [say('background.has-proposed')] : []),
    ...(told.length > 0 ? [say('background.told-by', { who })] : []),
  ]
  if (said.length === 0 && !event.read) return null
  return (
    <p className="small quiet">
      {said.join(' · ')}
      {/* Whether the room thinks something of it is not for those who are handed a print. */}
      {event.read && (
        <span className="no-print">
          {said.length > 0 && ' · '}
          {say('background.has-reading')}
        </span>
      )}
    </p>
  )
}

const Line = ({ event }: { readonly event: EventLine }) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  return (
    <li className="event-line">
      <span className="quiet">{when(event.when)}</span>
      <div>
        <p>
          <EventLink of={event} />{' '}
          <span className="small quiet">
            {say(`background.kind.${event.kind}`)}
            {event.place && (
              <>
                {' · '}
                <span dir="auto">{names.of(event.place)}</span>
              </>
            )}
          </span>{' '}
          <OwnRoom of={event} />
        </p>
        <Told event={event} />
      </div>
    </li>
  )
}

const decadeOf = ({ when }: EventLine): string => `${when.slice(0, 3)}0`

/** Thousands of lines are not drawn anew when a mark on the picture is chosen. */
export const EventList = memo(({ events }: { readonly events: readonly EventLine[] }) => {
  const say = useSay()
  const decades = new Map<string, EventLine[]>()
  for (const event of events) {
    const decade = decadeOf(event)
    const there = decades.get(decade)
    if (there) there.push(event)
    else decades.set(decade, [event])
  }
  return (
    <div className="stack">
      {[...decades].map(([decade, among]) => (
        <section key={decade} className="event-decade" aria-label={say('background.decade', { decade })}>
          <h3>{say('background.decade', { decade })}</h3>
          <ol className="plain-list lines">
            {among.map((event) => (
              <Line key={`${event.room} ${event.object}`} event={event} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
})
