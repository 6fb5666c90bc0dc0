/** What a reader of event files knows of one source: its columns, and how a row becomes an event. */
import type { Cells } from './cells.ts'
import { type Deaths, longest, type OutsideEvent } from './event.ts'
import { codesOf, daysOf, type PlacePrecision, placePrecisionOf, type Span, spanOf } from './precision.ts'
import type { EventSource } from './sources.ts'

/** The shape of a source's files. Names are plain: small letters, one sign between words. */
export interface Shape {
  readonly source: EventSource
  /** The columns by which a file is known to be this source's. */
  readonly marks: readonly string[]
  /** The columns without which it cannot be read. */
  readonly needed: readonly string[]
  /** The other columns that are read where they are. */
  readonly read: readonly string[]
  /** The columns that are the source's own and are not carried over. */
  readonly left: readonly string[]
  readonly eventOf: (cells: Cells) => OutsideEvent
}

/** The words of these columns, blanks left out, none twice in a row. */
export const wordsOf = (cells: Cells, names: readonly string[], most: number): readonly string[] =>
  names
    .flatMap((name) => cells.words(name, most) ?? [])
    .filter((words, i, all) => i === 0 || words !== all[i - 1])

/** The days of an event: how exactly they are known by this column, first and last by these. */
export const daysIn = (cells: Cells, source: EventSource, code: string, from: string, to: string) => {
  const span: Span = spanOf(source, cells.whole(code, 1, codesOf(source).time)) ?? 'day'
  const [first, last] = [cells.day(from), from === to ? cells.day(from) : cells.day(to)]
  if (last < first) cells.refuse(to, `≥ ${first}`)
  return { ...daysOf(span, first, last), coded: first, span }
}

const exact: PlacePrecision = { code: 1, area: 'point', radiusKm: 0 }

/** The place of an event; without a name of its own it has that of what it lies in. */
export const placeIn = (
  cells: Cells,
  source: EventSource,
  code: string,
  { name, within }: { readonly name: string; readonly within: readonly string[] },
): OutsideEvent['place'] => {
  const precision = placePrecisionOf(source, cells.whole(code, 1, codesOf(source).place)) ?? exact
  const around = wordsOf(cells, within, longest.name)
  const own = cells.words(name, longest.name) ?? around[0]
  return {
    name: own ?? '—',
    within: around.filter((each) => each !== own),
    ...{ latitude: cells.degrees('latitude', 90), longitude: cells.degrees('longitude', 180) },
    precision,
  }
}

/** A number of dead. */
export const deadIn = (cells: Cells, name: string): number => cells.whole(name, 0, 10_000_000)

/** Notes estimates that are not in order: the lowest above the best, or the best above the highest. */
export const noteOrder = (
  cells: Cells,
  { best, low, high }: Deaths,
  names: readonly [string, string],
): void => {
  if (low !== null && low > best) cells.note(names[0], 'order')
  if (high !== null && high < best) cells.note(names[1], 'order')
}
