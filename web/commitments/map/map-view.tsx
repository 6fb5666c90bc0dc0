/** Where things were told to have been: a map that is drawn here, and the same as a table. */
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from '../../elements/button.tsx'
import { Tick } from '../../elements/field.tsx'
import { Empty } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Outcome } from '../../elements/trouble.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { useToldWords } from '../in-words.ts'
import { RecordLine } from '../record-line.tsx'
import { useRoom } from '../use-commitments.ts'
import { EventsTwin } from './events-twin.tsx'
import { closer, frameAround } from './frame-of.ts'
import { type EventFrom, useOutsideEvents } from './use-outside-events.ts'
import { type PlacedRecord, placedKinds, usePlaced } from './use-placed.ts'

// The coastlines are much to load, and are needed here alone.
const MapSheet = lazy(async () => ({ default: (await import('./sheet-of-map.tsx')).MapSheet }))

const Twin = ({ records }: { readonly records: readonly PlacedRecord[] }) => {
  const say = useSay()
  const names = useNames()
  const words = useToldWords()
  return (
    <details className="twin">
      <summary>{say('commitments.map.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard. */}
      <section className="matrix-scroll" tabIndex={0} aria-label={say('commitments.map.table')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say('commitments.map.when')}</th>
              <th scope="col">{say('commitments.record.kind')}</th>
              <th scope="col">{say('commitments.map.where')}</th>
              <th scope="col">{say('commitments.what')}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ object, kind, state }) => (
              <tr key={object}>
                <th scope="row">{words.span(state.when)}</th>
                <td>{say(`commitments.kind.${kind}`)}</td>
                <td>{words.place(state.place)}</td>
                <td>{names.of(state.what)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

const Legend = ({ outside }: { readonly outside: boolean }) => {
  const say = useSay()
  return (
    <ul className="line small map-legend">
      {placedKinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          <span className="map-key" aria-hidden="true" />
          {say(`commitments.kind.${kind}`)}
        </li>
      ))}
      {outside && (
        <li>
          <span aria-hidden="true">×</span>
          {say('commitments.outside.mark')}
        </li>
      )}
      {outside && (
        <li data-kind="outside-area">
          <span className="map-key" aria-hidden="true" />
          {say('commitments.outside.mark-area')}
        </li>
      )}
    </ul>
  )
}

/** The nearest that one can come, in times of the whole. */
const nearest = 64

const Drawn = ({
  records,
  events,
}: {
  readonly records: readonly PlacedRecord[]
  readonly events: readonly EventFrom[]
}) => {
  const say = useSay()
  const [times, come] = useState(1)
  const [chosen, choose] = useState<string | null>(null)
  const found = records.find(({ object }) => object === chosen)
  const place = found?.state.place
  const frame = useMemo(() => {
    const all = frameAround([
      ...records.map(({ state }) => state.place),
      ...events.map(({ event }) => ({ latitude: event.place.latitude, longitude: event.place.longitude })),
    ])
    return all && closer(all, times, place)
  }, [records, events, times, place])
  const outside = useMemo(
    () =>
      events.map(({ key, event: { place } }) => ({
        ...{ key, latitude: place.latitude, longitude: place.longitude },
        radiusKm: place.precision.radiusKm,
      })),
    [events],
  )
  if (!frame) return <Empty>{say('commitments.map.none')}</Empty>
  return (
    <figure className="stack tight map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three buttons. */}
      <div className="line no-print" role="group" aria-label={say('commitments.map.buttons')}>
        <Button isDisabled={times >= nearest} onPress={() => come(times * 2)}>
          {say('commitments.map.in')}
        </Button>
        <Button isDisabled={times <= 1} onPress={() => come(times / 2)}>
          {say('commitments.map.out')}
        </Button>
        <Button isDisabled={times === 1} onPress={() => come(1)}>
          {say('commitments.map.all')}
        </Button>
      </div>
      <Suspense fallback={<p role="status">{say('loading')}</p>}>
        <MapSheet frame={frame} records={records} outside={outside} chosen={chosen} choose={choose} />
      </Suspense>
      <Legend outside={events.length > 0} />
      <figcaption className="small quiet">{say('commitments.map.how')}</figcaption>
      <div aria-live="polite">
        {found && (
          <section aria-label={say('commitments.map.chosen')}>
            <ul className="plain-list lines">
              <RecordLine record={found} />
            </ul>
          </section>
        )}
      </div>
      <Twin records={records} />
      {events.length > 0 && <EventsTwin events={events} />}
    </figure>
  )
}

export const MapView = () => {
  const say = useSay()
  const [pages, setPages] = useState(1)
  const plenary = useRoom('plenary', 'gallery')
  const { records, isPending, hasOlder, error } = usePlaced(pages)
  const [withOutside, showOutside] = useState(false)
  const outside = useOutsideEvents(withOutside)
  return (
    <div className="stack">
      {plenary && <RoomLine room={plenary} />}
      <Outcome trouble={error ?? outside.error} />
      {outside.files > 0 && (
        <Tick
          label={say('commitments.outside.layer')}
          hint={say('commitments.outside.layer.how')}
          value={withOutside}
          onChange={showOutside}
        />
      )}
      {isPending && records.length === 0 ? (
        <p className="quiet waiting-line" role="status">
          {say('loading')}
        </p>
      ) : (
        <Drawn records={records} events={outside.events} />
      )}
      {hasOlder && (
        <p>
          <Button isDisabled={isPending} onPress={() => setPages(pages * 2)}>
            {say('commitments.map.older')}
          </Button>
        </p>
      )}
    </div>
  )
}
