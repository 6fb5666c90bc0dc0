/** Events of outside sources under the marks of the record: smaller, hollow, never to be taken for what a mission told. */
import { memo } from 'react'
import type { projectionOf } from './frame-of.ts'

/** Where an event was, as its source knows it: within so many km of the point, or (null) in an area that it stands for. */
export interface OutsidePlace {
  readonly key: string
  readonly latitude: number
  readonly longitude: number
  readonly radiusKm: number | null
}

const kmInDegree = 111.195

/** What a point that stands for an area of unsaid size is drawn as, in units of the sheet. */
const unsaid = 11

const Place = ({
  place,
  x,
  y,
  scale,
}: {
  readonly place: OutsidePlace
  readonly x: number
  readonly y: number
  /** Units of the sheet for a degree of latitude here. */
  readonly scale: number
}) => {
  const { radiusKm } = place
  if (radiusKm === null) return <circle cx={x} cy={y} r={unsaid} className="map-outside" data-known="area" />
  const radius = (radiusKm / kmInDegree) * scale
  return (
    <>
      {radius > 5 && <circle cx={x} cy={y} r={radius} className="map-outside" data-known="within" />}
      <path d="M-4 -4L4 4M-4 4L4 -4" transform={`translate(${x} ${y})`} className="map-outside" />
    </>
  )
}

export const OutsideLayer = memo(
  ({
    places,
    projection,
    width,
    height,
  }: {
    readonly places: readonly OutsidePlace[]
    readonly projection: ReturnType<typeof projectionOf>
    readonly width: number
    readonly height: number
  }) => (
    // Drawn without names: the table below the map says the same in words.
    <g>
      {places.map((place) => {
        const [x = -1, y = -1] = projection([place.longitude, place.latitude]) ?? []
        if (x < -40 || x > width + 40 || y < -40 || y > height + 40) return null
        const above = Math.min(84, place.latitude + 0.5)
        const [, up = y] = projection([place.longitude, above]) ?? []
        const scale = Math.abs(y - up) / Math.max(1e-9, Math.abs(above - place.latitude))
        return <Place key={place.key} {...{ place, x, y, scale }} />
      })}
    </g>
  ),
)
