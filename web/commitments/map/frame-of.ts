/** How places are laid on the sheet of a map: the frame that holds them all, and where each stands in it. */
import { geoMercator } from 'd3-geo'

/** A place as it was told: a point, or the middle of a cell of `cell` degrees. */
export interface Placed {
  readonly latitude: number
  readonly longitude: number
  readonly cell?: number | undefined
}

/** West, south, east and north, in degrees. */
export type Frame = readonly [number, number, number, number]

/** No map shows less than this many degrees, for then there would be nothing around the place. */
const least = 0.4

/** Mercator's sheet ends before the poles do. */
const highest = 84

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

const widened = (low: number, high: number, most: number): readonly [number, number] => {
  const half = Math.max((high - low) * 0.6, least / 2)
  const middle = (low + high) / 2
  return [within(middle - half, most), within(middle + half, most)]
}

/** The frame around these places and all of their cells; undefined where there are none. */
export const frameAround = (places: readonly Placed[]): Frame | undefined => {
  if (places.length === 0) return undefined
  const edges = places.map(({ latitude, longitude, cell = 0 }) => ({
    ...{ west: longitude - cell / 2, east: longitude + cell / 2 },
    ...{ south: latitude - cell / 2, north: latitude + cell / 2 },
  }))
  const [west, east] = widened(
    Math.min(...edges.map((each) => each.west)),
    Math.max(...edges.map((each) => each.east)),
    180,
  )
  const [south, north] = widened(
    Math.min(...edges.map((each) => each.south)),
    Math.max(...edges.map((each) => each.north)),
    highest,
  )
  return [west, south, east, north]
}

/** The same frame, so many times closer, around a place or its own middle. */
export const closer = (
  [west, south, east, north]: Frame,
  times: number,
  around: Pick<Placed, 'latitude' | 'longitude'> = {
    latitude: (south + north) / 2,
    longitude: (west + east) / 2,
  },
): Frame => {
  const wide = (east - west) / 2 / times
  const high = (north - south) / 2 / times
  const { latitude, longitude } = around
  return times === 1
    ? [west, south, east, north]
    : [
        within(longitude - wide, 180),
        within(latitude - high, highest),
        within(longitude + wide, 180),
        within(latitude + high, highest),
      ]
}

/** Mercator's projection with a frame fitted into a sheet of so many units. */
export const projectionOf = ([west, south, east, north]: Frame, width: number, height: number) =>
  geoMercator().fitExtent(
    [
      [0, 0],
      [width, height],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [east, north],
        [west, north],
        [east, south],
      ],
    },
  )

/** A cell on the sheet, from its upper left corner; undefined for a place told exactly. */
export const cellOn = (
  projection: ReturnType<typeof projectionOf>,
  { latitude, longitude, cell }: Placed,
) => {
  if (cell === undefined) return undefined
  const [x = 0, y = 0] = projection([longitude - cell / 2, Math.min(highest, latitude + cell / 2)]) ?? []
  const [right = x, bottom = y] =
    projection([longitude + cell / 2, Math.max(-highest, latitude - cell / 2)]) ?? []
  return { x, y, width: right - x, height: bottom - y }
}
