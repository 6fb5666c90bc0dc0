/** The cells of one row of an event file, read by the names of their columns. */
import { type Refusal, refuse } from '#domain/outcome.ts'
import { plainName } from '../scores/columns.ts'
import { figureOf, isBlank, type Row } from '../scores/table.ts'
import { dayNumber } from '../sequence/calendar.ts'

/** Where a cell is and what stands in it. */
export interface At {
  readonly line: number
  /** From 1; 0 for a column that the file does not have. */
  readonly column: number
  readonly name: string
  readonly cell: string
}

/** A cell that was read and that a reader should look at. */
export interface Odd extends At {
  readonly why: 'cut' | 'not-used' | 'order' | 'year'
}

/** The columns of a file: their names as printed, and where each plain name stands. */
export interface Head {
  readonly names: readonly string[]
  readonly at: ReadonlyMap<string, number>
}

/** The head of a file from its first row; of two columns with one name the first counts. */
export const headOf = ({ cells }: Row): Head => {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())
  const at = new Map<string, number>()
  for (const [i, name] of names.entries()) {
    const plain = plainName(name)
    if (plain !== '' && !at.has(plain)) at.set(plain, i + 1)
  }
  return { names, at }
}

/** Words in one form: NFC, no control characters or marks that reorder text, no space around them. */
const inOneForm = (cell: string): string =>
  /^[ -~]*$/.test(cell)
    ? cell.trim()
    : cell
        .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
        .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
        .normalize('NFC')
        .trim()

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
]

/** A day as event files write it: 2024-03-05 with or without an hour, 05 March 2024, 05/03/2024 (day, month, year). */
const dayFrom = (cell: string): string | null => {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?$/.exec(cell) ?? []
  const [, day, month, year] = /^(\d{1,2})[ /-](\p{L}+|\d{1,2})[ /-](\d{4})$/u.exec(cell) ?? []
  const number =
    months.findIndex((each) => [each, each.slice(0, 3)].includes((month ?? '').toLowerCase())) + 1
  const written = `${year}-${String(number || month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const found = iso ?? written
  return dayNumber(found) === null ? null : found
}

/** Reads cells; the first that cannot stand where it stands is kept as the flaw of the row. */
export class Cells {
  readonly #row: Row
  readonly #head: Head
  flaw: Refusal | undefined
  readonly odd: Odd[] = []

  constructor(row: Row, head: Head) {
    this.#row = row
    this.#head = head
  }

  at(name: string): At {
    const column = this.#head.at.get(name) ?? 0
    const cell = (this.#row.cells[column - 1] ?? '').trim()
    return { line: this.#row.line, column, name: this.#head.names[column - 1] ?? name, cell }
  }

  #wrong(at: At, wants: string): void {
    this.flaw ??= refuse('outside.cell', { ...at, wants }).refusal
  }

  note(name: string, why: Odd['why']): void {
    this.odd.push({ ...this.at(name), why })
  }

  /** Words of at most this length; undefined when the cell is blank or the file has no such column. */
  words(name: string, most: number): string | undefined {
    const words = inOneForm(this.at(name).cell)
    if (isBlank(words)) return undefined
    if (words.length <= most) return words
    this.note(name, 'cut')
    return `${words
      .slice(0, most - 1)
      .replace(/\p{Surrogate}$/u, '')
      .trimEnd()}…`
  }

  /** Words that must be there. */
  needed(name: string, most: number): string {
    const words = this.words(name, most)
    if (words === undefined) this.#wrong(this.at(name), name)
    return words ?? ''
  }

  #figure(name: string, fits: (figure: number) => boolean, wants: string): number {
    const at = this.at(name)
    const figure = figureOf(at.cell)
    // No sign before a nought.
    if (figure !== null && fits(figure)) return figure === 0 ? 0 : figure
    this.#wrong(at, wants)
    return 0
  }

  /** A whole number from `least` to `most`. */
  whole(name: string, least: number, most: number): number {
    const fits = (figure: number) => Number.isInteger(figure) && figure >= least && figure <= most
    return this.#figure(name, fits, `${least}–${most}`)
  }

  /** A decimal from `-most` to `most`. */
  degrees(name: string, most: number): number {
    return this.#figure(name, (figure) => Math.abs(figure) <= most, `−${most}–${most}`)
  }

  /** A day as `YYYY-MM-DD`. */
  day(name: string): string {
    const at = this.at(name)
    const day = dayFrom(at.cell)
    if (day === null) this.#wrong(at, 'YYYY-MM-DD')
    return day ?? '1970-01-01'
  }

  /** The cell is refused though it can be read by itself: `wants` says what should stand there. */
  refuse(name: string, wants: string): void {
    this.#wrong(this.at(name), wants)
  }
}
