/** Telling less: a place as a cell of a grid, a time as a longer span. Each grid lies inside the coarser one. */

/** A point in degrees (WGS 84), with the name it is known by; a disputed place has the names both sides use. */
export interface Place {
  readonly names: readonly Readonly<Record<string, string>>[]
  readonly latitude: number
  readonly longitude: number
}

/** A place as it may be told: the middle of a cell of `cell` degrees, or the point itself where `cell` is absent. */
export interface ToldPlace extends Place {
  readonly cell?: number | undefined
}

/** A time: from one moment to another, both ISO 8601 in UTC. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** How precisely a place is told: the point, or cells of 0.01, 0.1 or 1 degree (some 1, 11 and 111 km north to south). */
export const placePrecisions = ['exact', '0.01', '0.1', '1'] as const
export type PlacePrecision = (typeof placePrecisions)[number]

/** How precisely a time is told: to the moment, or the whole hours, days or months (UTC) around it. */
export const timePrecisions = ['exact', 'hour', 'day', 'month'] as const
export type TimePrecision = (typeof timePrecisions)[number]

/** Millionths of a degree, so that cells have sharp edges. */
const micro = 1_000_000

const middleOf = (degrees: number, cell: number): number => {
  const size = Math.round(cell * micro)
  const at = Math.floor(Math.round(degrees * micro) / size) * size
  return (at + size / 2) / micro
}

/** The cell in which a place lies. Cells begin at 0 degrees; two places of one cell become one. */
export const blurPlace = (
  place: Pick<Place, 'latitude' | 'longitude'>,
  precision: PlacePrecision,
): Omit<ToldPlace, 'names'> => {
  const { latitude, longitude } = place
  if (precision === 'exact') return { latitude, longitude }
  const cell = Number(precision)
  return {
    latitude: Math.min(90, middleOf(latitude, cell)),
    longitude: Math.min(180, middleOf(longitude, cell)),
    cell,
  }
}

const floors: Readonly<Record<Exclude<TimePrecision, 'exact'>, (moment: Date) => Date>> = {
  hour: (moment) => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000),
  day: (moment) => new Date(Math.floor(moment.getTime() / 86_400_000) * 86_400_000),
  month: (moment) => new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1)),
}

const nexts: Readonly<Record<Exclude<TimePrecision, 'exact'>, (start: Date) => Date>> = {
  hour: (start) => new Date(start.getTime() + 3_600_000),
  day: (start) => new Date(start.getTime() + 86_400_000),
  month: (start) => new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)),
}

/** The whole hours, days or months around a time; it holds the time, and the coarser one holds the finer. */
export const blurTime = ({ from, to }: Span, precision: TimePrecision): Span => {
  if (precision === 'exact') return { from, to }
  const [floor, next] = [floors[precision], nexts[precision]]
  const end = floor(new Date(to))
  const last = end.getTime() === new Date(to).getTime() && to !== from ? end : next(end)
  return { from: floor(new Date(from)).toISOString(), to: last.toISOString() }
}

/** Whether the first is told at least as vaguely as the second. */
export const isNoFiner = (
  one: { readonly place: PlacePrecision; readonly time: TimePrecision },
  other: { readonly place: PlacePrecision; readonly time: TimePrecision },
): boolean =>
  placePrecisions.indexOf(one.place) >= placePrecisions.indexOf(other.place) &&
  timePrecisions.indexOf(one.time) >= timePrecisions.indexOf(other.time)
