/** Where the names of places stand on a map: above their mark or below it, inside the sheet, and never one over another. */

export interface LabelWanted {
  readonly name: string
  readonly x: number
  /** Where the mark ends above and below, in units of the sheet like all else here. */
  readonly top: number
  readonly bottom: number
}

export interface Label {
  readonly name: string
  /** The middle of the name, and the line that its letters stand on. */
  readonly x: number
  readonly y: number
}

interface Sheet {
  readonly width: number
  readonly height: number
  /** The size of the letters. */
  readonly size: number
}

/** The mean width of a letter, in its size; Cyrillic ones are wider than Latin ones, and this is theirs. */
const letter = 0.62
const gap = 5

const overlap = (one: Label, other: Label, size: number): boolean =>
  Math.abs(one.y - other.y) < 1.2 * size &&
  Math.abs(one.x - other.x) < ((one.name.length + other.name.length) / 2) * letter * size + gap

/** One label for one name, in the order given; a name that finds no room is left out (the table under the map has them all). */
export const placeLabels = (
  wanted: readonly LabelWanted[],
  { width, height, size }: Sheet,
): readonly Label[] => {
  const placed: Label[] = []
  for (const { name, x, top, bottom } of wanted) {
    if (placed.some((each) => each.name === name) || x < 0 || x > width || bottom < 0 || top > height)
      continue
    const half = (name.length * letter * size) / 2 + gap
    if (2 * half > width) continue
    const middle = Math.max(half, Math.min(width - half, x))
    const free = [top - gap, bottom + size + gap]
      .map((y): Label => ({ name, x: middle, y }))
      .find((at) => at.y >= size && at.y <= height - gap && !placed.some((each) => overlap(each, at, size)))
    if (free) placed.push(free)
  }
  return placed
}
