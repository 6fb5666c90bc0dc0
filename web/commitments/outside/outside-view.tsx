/** Outside sources: what the reader's rooms have laid beside their own record, and, for who may, a file to load. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LoadedOutside } from '#contract/outside-views.ts'
import { mayPerform } from '#domain/parties/access.ts'
import type { Room } from '#domain/parties/process.ts'
import { useAct } from '../../acts.ts'
import { Button } from '../../elements/button.tsx'
import { Empty } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Shown } from '../../elements/shown.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { Moment, useMoments } from '../../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { AgreementsOf } from './agreements-of.tsx'
import { AllRates } from './base-rates.tsx'
import { EventsByMonth } from './events-by-month.tsx'
import { LoadForm } from './load-form.tsx'
import { SourceLine } from './source-line.tsx'
import { useOutside } from './use-outside.ts'

/** Opened only when somebody looks: a file may hold thousands of events. */
const Contents = ({ of }: { readonly of: LoadedOutside }) => {
  const say = useSay()
  const { day } = useMoments()
  const { id } = useProcess()
  const [isOpen, open] = useState(false)
  const { contents } = of
  const summary =
    contents.kind === 'base-rates'
      ? say('commitments.outside.rates', { count: contents.rates.length })
      : say(`commitments.outside.${contents.kind}-of`, {
          ...{ count: contents.count, from: day(contents.from), to: day(contents.to) },
        })
  return (
    <>
      <p className="small">{summary}</p>
      {contents.kind === 'events' && (
        <p className="small">
          <Link to="/t/$process/commitments" params={{ process: id }} search={{ view: 'map' }}>
            {say('commitments.outside.on-map')}
          </Link>
        </p>
      )}
      <details onToggle={(event) => open(event.currentTarget.open)}>
        <summary>{say('commitments.outside.show')}</summary>
        {isOpen && contents.kind === 'base-rates' && <AllRates rates={contents.rates} />}
        {isOpen && contents.kind === 'events' && <EventsByMonth of={of} />}
        {isOpen && contents.kind === 'agreements' && <AgreementsOf of={of} />}
      </details>
    </>
  )
}

const Loaded = ({ of, room }: { readonly of: LoadedOutside; readonly room: Room }) => {
  const say = useSay()
  const names = useNames()
  const may = useMay(room)
  const acting = useAct(room.id)
  const { object, revision } = of
  return (
    <li className="card stack tight">
      <h3 dir="auto">{names.of(of.label)}</h3>
      <SourceLine from={of} />
      <Contents of={of} />
      <p className="small quiet">
        {names.sitter(of.by.seat)} · <Moment at={of.at} /> · <span dir="auto">{of.file.name}</span>
      </p>
      <p className="hash" lang="zxx">
        {of.file.sha256}
      </p>
      {may('outside.withdraw') && (
        <div className="line">
          <Button
            isDisabled={acting.busy}
            onPress={() => void acting.act({ kind: 'outside.withdraw', object, base: revision, payload: {} })}
          >
            {say('commitments.outside.withdraw')}
          </Button>
          <Outcome trouble={acting.trouble} />
        </div>
      )}
    </li>
  )
}

export const OutsideView = () => {
  const say = useSay()
  const names = useNames()
  const { me, at, rooms } = useProcess()
  const seat = useMySeat()
  const places = rooms.filter((room) => mayPerform(me, seat.kind, 'outside.load', room, at).ok)
  return (
    <div className="stack wide-gap">
      <p className="hint">{say('commitments.outside.what')}</p>
      <Shown query={useOutside()}>
        {({ loaded }) => (
          <>
            {loaded.length === 0 && <Empty>{say('commitments.outside.none')}</Empty>}
            {rooms
              .filter(({ id }) => loaded.some((each) => each.room === id))
              .map((room) => (
                <section key={room.id} className="stack tight" aria-label={names.of(room.name)}>
                  <h2>{names.of(room.name)}</h2>
                  <RoomLine room={room} />
                  <ul className="plain-list stack">
                    {loaded
                      .filter((each) => each.room === room.id)
                      .map((each) => (
                        <Loaded key={each.object} of={each} room={room} />
                      ))}
                  </ul>
                </section>
              ))}
          </>
        )}
      </Shown>
      {places.length > 0 && <LoadForm places={places} />}
    </div>
  )
}
