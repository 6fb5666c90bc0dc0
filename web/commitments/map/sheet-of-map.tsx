/** The map itself: coastlines, cells, points and names, drawn here; nothing of it comes from elsewhere. */
import { geoPath } from 'd3-geo'
import { type KeyboardEvent, useMemo, useSyncExternalStore } from 'react'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { cellOn, type Frame, projectionOf } from './frame-of.ts'
import { type LabelWanted, placeLabels } from './labels.ts'
import { land } from './land.ts'
import { OutsideLayer, type OutsidePlace } from './outside-layer.tsx'
import type { PlacedRecord } from './use-placed.ts'

const width = 900
const height = 520
/** A cell that would be smaller than this is still seen, and still no point. */
const smallest = 14

/** Each kind has a shape of its own beside its letter. */
const shapes: Readonly<Record<PlacedRecord['kind'], string>> = {
  observation: 'M0 -7A7 7 0 1 0 0 7A7 7 0 1 0 0 -7Z',
  incident: 'M0 -8L8 6H-8Z',
  denial: 'M-6.5 -6.5H6.5V6.5H-6.5Z',
}

interface Drawn {
  readonly record: PlacedRecord
  readonly x: number
  readonly y: number
  readonly cell: { x: number; y: number; width: number; height: number } | undefined
}

const grown = (cell: NonNullable<Drawn['cell']>, x: number, y: number) => {
  const wide = Math.max(smallest, cell.width)
  const high = Math.max(smallest, cell.height)
  return cell.width >= smallest && cell.height >= smallest
    ? cell
    : { x: x - wide / 2, y: y - high / 2, width: wide, height: high }
}

const Mark = ({
  drawn: { record, x, y, cell },
  isChosen,
  choose,
}: {
  readonly drawn: Drawn
  readonly isChosen: boolean
  readonly choose: (object: string) => void
}) => {
  const say = useSay()
  const names = useNames()
  const place = record.state.place.names.map(names.of).join(' / ')
  const pick = () => choose(record.object)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    pick()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside a drawing.
    <g
      role="button"
      tabIndex={0}
      className="map-mark"
      data-kind={record.kind}
      aria-pressed={isChosen}
      aria-label={say('commitments.map.mark', { kind: say(`commitments.kind.${record.kind}`), place })}
      onClick={pick}
      onKeyDown={press}
    >
      {cell ? (
        <rect {...grown(cell, x, y)} className="map-cell" />
      ) : (
        <path d={shapes[record.kind]} transform={`translate(${x} ${y})`} className="map-point" />
      )}
    </g>
  )
}

/** On a narrow screen the sheet is shrunk to less than half, and its letters are made twice as large. */
const narrow = '(max-width: 40rem)'

const watchWidth = (changed: () => void) => {
  const query = matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const useLetters = (): number =>
  useSyncExternalStore(watchWidth, () => matchMedia(narrow).matches) ? 26 : 13

/** A place is called by the names that both sides use. */
const labelled = (
  drawn: readonly Drawn[],
  nameOf: (record: PlacedRecord) => string,
): readonly LabelWanted[] =>
  drawn.map(({ record, x, y, cell }) => {
    const box = cell && grown(cell, x, y)
    return { name: nameOf(record), x, top: box?.y ?? y - 8, bottom: box ? box.y + box.height : y + 8 }
  })

export const MapSheet = ({
  frame,
  records,
  outside,
  chosen,
  choose,
}: {
  readonly frame: Frame
  readonly records: readonly PlacedRecord[]
  readonly outside: readonly OutsidePlace[]
  readonly chosen: string | null
  readonly choose: (object: string) => void
}) => {
  const say = useSay()
  const names = useNames()
  const projection = useMemo(() => projectionOf(frame, width, height), [frame])
  const coast = useMemo(
    () =>
      geoPath(
        projection.clipExtent([
          [-5, -5],
          [width + 5, height + 5],
        ]),
      )(land) ?? '',
    [projection],
  )
  const drawn = records.map((record): Drawn => {
    const { place } = record.state
    const told = 'cell' in place ? place : { latitude: place.latitude, longitude: place.longitude }
    const [x = 0, y = 0] = projection([place.longitude, place.latitude]) ?? []
    return { record, x, y, cell: cellOn(projection, told) }
  })
  const size = useLetters()
  const wanted = labelled(drawn, ({ state }) => state.place.names.map(names.of).join(' / '))
  const labels = placeLabels(wanted, { width, height, size })
  const seen = drawn.filter(({ x, y }) => x >= -40 && x <= width + 40 && y >= -40 && y <= height + 40)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with marks in it is a group.
    <svg
      className="map-sheet"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say('commitments.map')}
    >
      <rect width={width} height={height} className="map-water" />
      <path d={coast} className="map-land" />
      <OutsideLayer places={outside} projection={projection} width={width} height={height} />
      {seen.toReversed().map((each) => (
        <Mark
          key={each.record.object}
          drawn={each}
          isChosen={each.record.object === chosen}
          choose={choose}
        />
      ))}
      {labels.map(({ name, x, y }) => (
        <text key={name} x={x} y={y} textAnchor="middle" className="map-name" style={{ fontSize: size }}>
          {name}
        </text>
      ))}
    </svg>
  )
}
