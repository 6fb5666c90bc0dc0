/** Reads a table of observations, a row each: what is wrong is told with its line and column, what is right is taken. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { type Observation, type ObservationMeans, observationMeans } from './sighting.ts'

/** A row as it stands in the file, with the line it begins on. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** One observation of the table, and the rows that could not be taken, each with its reason. */
export interface ReadObservations {
  readonly observations: readonly { readonly line: number; readonly observation: Observation }[]
  readonly refused: readonly { readonly line: number; readonly refusal: Refusal }[]
}

const needed = ['from', 'to', 'latitude', 'longitude', 'controls', 'means', 'assessed'] as const
/** The columns that a table may have beside those of every table. */
export const optionalColumns = [
  'count_least',
  'count_most',
  'bearing_from',
  'bearing_to',
  'range_least',
  'range_most',
  'stipulations',
] as const

/** The columns that every table has in talks in these languages. */
export const neededColumns = (languages: readonly string[]): readonly string[] => [
  ...needed,
  ...languages.flatMap((each) => [`place_${each}`, `what_${each}`]),
]

/** A row's cells by the names of their columns; the first cell that is wrong is kept. */
class Cells {
  readonly #by: ReadonlyMap<string, string>
  flaw: Refusal | undefined
  constructor(names: readonly string[], cells: readonly string[]) {
    this.#by = new Map(names.map((name, i) => [name, (cells[i] ?? '').trim()]))
  }

  text(column: string): string {
    return this.#by.get(column) ?? ''
  }

  #wrong(column: string, wants: string): void {
    this.flaw ??= refuse('observations.cell', { column, cell: this.text(column), wants }).refusal
  }

  moment(column: string): string {
    const found = new Date(this.text(column))
    const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(this.text(column)) && !Number.isNaN(found.getTime())
    if (isMoment) return found.toISOString()
    this.#wrong(column, 'YYYY-MM-DDThh:mm:ssZ')
    return ''
  }

  number(column: string, least: number, most: number): number {
    const cell = this.text(column)
    const found = Number(cell)
    if (cell !== '' && Number.isFinite(found) && found >= least && found <= most) return found
    this.#wrong(column, `${least}…${most}`)
    return 0
  }

  one<T extends string>(column: string, of: readonly T[]): T {
    const found = of.find((each) => each === this.text(column))
    if (found !== undefined) return found
    this.#wrong(column, of.join(', '))
    return of[0] as T
  }

  words(column: string): string {
    if (this.text(column) === '') this.#wrong(column, '…')
    return this.text(column)
  }

  /** Both ends, or neither. */
  interval(least: string, most: string, bottom: number, top: number): readonly [number, number] | undefined {
    if (this.text(least) === '' && this.text(most) === '') return undefined
    const ends = [this.number(least, bottom, top), this.number(most, bottom, top)] as const
    return ends
  }
}

const headOf = (head: readonly string[], languages: readonly string[]): Outcome<readonly string[]> => {
  const names = head.map((name) => name.trim().toLowerCase())
  const wanted = neededColumns(languages)
  const missing = wanted.find((name) => !names.includes(name))
  if (missing !== undefined) return refuse('observations.column-missing', { column: missing })
  const known: readonly string[] = [...wanted, ...optionalColumns]
  const foreign = names.find((name, i) => !known.includes(name) || names.indexOf(name) !== i)
  return foreign === undefined ? done(names) : refuse('observations.column-unknown', { column: foreign })
}

const observationIn = (cells: Cells, languages: readonly string[]): Observation => {
  const inEach = (column: string) =>
    Object.fromEntries(languages.map((each) => [each, cells.words(`${column}_${each}`)]))
  const count = cells.interval('count_least', 'count_most', 0, 1e9)
  const bearing = cells.interval('bearing_from', 'bearing_to', 0, 360)
  const range = cells.interval('range_least', 'range_most', 0, 1e9)
  return {
    place: {
      names: [inEach('place')],
      latitude: cells.number('latitude', -90, 90),
      longitude: cells.number('longitude', -180, 180),
    },
    when: { from: cells.moment('from'), to: cells.moment('to') },
    what: inEach('what'),
    stipulations: cells.text('stipulations').split(/\s+/).filter(Boolean),
    controls: cells.words('controls'),
    means: cells.one<ObservationMeans>('means', observationMeans),
    assessed: cells.one('assessed', ['yes', 'no']) === 'yes',
    ...(count ? { count: { least: count[0], most: count[1] } } : {}),
    ...(bearing ? { bearing: { from: bearing[0], to: bearing[1] } } : {}),
    ...(range ? { range: { least: range[0], most: range[1] } } : {}),
  }
}

/**
 * The observations of a table whose first row names the columns, in any order. Moments are UTC, `assessed` is `yes` or
 * `no`, `stipulations` are ids with spaces between. Refusals: `observations.empty`, `observations.column-missing`,
 * `observations.column-unknown`; of a row, `observations.cell` with what the cell holds and what it should.
 */
export const readObservations = (
  rows: readonly TableRow[],
  languages: readonly string[],
): Outcome<ReadObservations> => {
  const [head, ...rest] = rows
  if (!head) return refuse('observations.empty')
  const names = headOf(head.cells, languages)
  if (!names.ok) return names
  const observations: ReadObservations['observations'][number][] = []
  const refused: ReadObservations['refused'][number][] = []
  for (const { line, cells } of rest) {
    if (cells.length !== names.value.length) {
      const refusal = refuse('observations.width', { cells: cells.length, columns: names.value.length })
      refused.push({ line, refusal: refusal.refusal })
      continue
    }
    const reader = new Cells(names.value, cells)
    const observation = observationIn(reader, languages)
    if (reader.flaw) refused.push({ line, refusal: reader.flaw })
    else observations.push({ line, observation })
  }
  return done({ observations, refused })
}
