/** The measures of a picture: scales, ticks, and which point is nearest. */

/** From figures to places in a picture. */
export type Scale = (value: number) => number

/** Figures from `from` to `to` onto places from `start` to `end`. */
export const scaleOf = (
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale => {
  const wide = to - from || 1
  return (value) => start + ((value - from) / wide) * (end - start)
}

/** Round figures between two others, about so many. */
export const ticksOf = ([from, to]: readonly [number, number], about = 5): readonly number[] => {
  const raw = (to - from) / about || 1
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step)
}

/** The span of some figures with a margin on both sides. */
export const spanOf = (values: readonly number[]): readonly [number, number] => {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  )
  if (!Number.isFinite(least)) return [0, 1]
  const margin = (most - least || Math.abs(most) || 1) * 0.07
  return [least - margin, most + margin]
}

/** Something with a place in a picture. */
export interface Placed {
  readonly x: number
  readonly y: number
}

/** The place nearest to another, by its number; -1 where none is within `reach`. */
export const nearestTo = (places: readonly Placed[], { x, y }: Placed, reach = 44): number => {
  let [best, least] = [-1, reach * reach]
  for (const [i, place] of places.entries()) {
    const far = (place.x - x) ** 2 + (place.y - y) ** 2
    if (far < least) [best, least] = [i, far]
  }
  return best
}
