/**
 * Reads a table shaped like PAM_ID, the implementation data set of the Peace Accords Matrix: a row for each year of each
 * accord, and for each provision the columns `X_prov` (1 if the accord has it), `X_init`, `X_implem` (level 0 to 3) and
 * `X_rev` or `X_revers`. What would change a figure is refused with its place; what is only additional is named.
 */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import type { Level, Slot } from './aggregate.ts'
import { type Columns, columnsOf, type Matched, plainName, type Role } from './columns.ts'

/** A row of cells as printed, and its line in the file. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** One provision of an accord in one year. `reversed` is null when the table does not say. */
export interface CodedSlot extends Slot {
  readonly stem: string
  readonly reversed: boolean | null
}

/** One year of one accord. */
export interface CodedYear {
  readonly line: number
  /** `pam_caseid` as printed. */
  readonly accord: string
  /** `year_count`; null where the table has none. */
  readonly year: number | null
  readonly slots: readonly CodedSlot[]
  /** `agg_implem_score` as printed and as a number; null where there is none. */
  readonly published: { readonly printed: string; readonly value: number } | null
}

/** A table that was read; names as printed. */
export interface Coding {
  readonly years: readonly CodedYear[]
  readonly stems: readonly string[]
  readonly matched: readonly Matched[]
  readonly unknown: readonly string[]
  /** Cells that are odd and were not used: a level without its provision, a reversal that is no figure. */
  readonly odd: readonly {
    readonly line: number
    readonly column: number
    readonly name: string
    readonly cell: string
  }[]
}

/** Names that have a meaning of their own; the totals are worked out, not read. */
const own = [
  'pam_caseid',
  'year_count',
  'agg_implem_score',
  'total_prov',
  'total_implem_points',
  'total_implem',
] as const

const blanks = new Set(['', '.', 'na', 'n/a', 'nan', 'null'])
/** Whether a cell says that there is nothing. */
export const isBlank = (cell: string): boolean => blanks.has(cell.trim().toLowerCase())

/** A decimal as printed; null when it is none. */
export const figureOf = (cell: string): number | null =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell.trim()) ? Number(cell.trim()) : null

interface At {
  readonly line: number
  readonly column: number
  readonly name: string
  readonly cell: string
}

const wrong = (at: At, wants: string): Refusal => refuse('pam.cell', { ...at, wants }).refusal

/** Reads cells of one row; the first that is wrong is kept. */
class RowReader {
  readonly row: Row
  readonly names: readonly string[]
  flaw: Refusal | undefined
  constructor(row: Row, names: readonly string[]) {
    this.row = row
    this.names = names
  }
  at(column: number): At {
    const cell = (this.row.cells[column - 1] ?? '').trim()
    return { line: this.row.line, column, name: this.names[column - 1] ?? '', cell }
  }
  /** A whole number from `least` to `most`; null when blank or wrong. */
  whole(column: number, least: number, most: number): number | null {
    const at = this.at(column)
    if (isBlank(at.cell)) return null
    const figure = figureOf(at.cell)
    if (figure !== null && Number.isInteger(figure) && figure >= least && figure <= most) return figure
    this.flaw ??= wrong(at, `${least}–${most}`)
    return null
  }
}

interface Shape {
  readonly names: readonly string[]
  readonly columns: Columns
  readonly place: (stem: string, role: Role) => number | undefined
  readonly fixed: (name: (typeof own)[number]) => number | undefined
}

const shapeOf = (head: Row): Outcome<Shape> => {
  const names = head.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())
  const columns = columnsOf(names, own)
  const places = new Map(columns.matched.map(({ stem, role, column }) => [`${stem} ${role}`, column]))
  const fixed = (name: string): number | undefined => {
    const at = names.findIndex((each) => plainName(each) === name)
    return at < 0 ? undefined : at + 1
  }
  if (fixed('pam_caseid') === undefined) return refuse('pam.column-missing', { column: 'pam_caseid' })
  if (columns.stems.length === 0) return refuse('pam.no-provision')
  return done({ names, columns, fixed, place: (stem, role) => places.get(`${stem} ${role}`) })
}

type Odd = Coding['odd'][number]

const slotOf = (reader: RowReader, shape: Shape, stem: string, odd: Odd[]): CodedSlot => {
  const present = reader.whole(shape.place(stem, 'prov') ?? 0, 0, 1) === 1
  const implem = shape.place(stem, 'implem') ?? 0
  const level = reader.whole(implem, 0, 3) as Level | null
  if (!present && level !== null && level > 0) odd.push(reader.at(implem))
  const rev = shape.place(stem, 'rev')
  const said = rev === undefined ? undefined : reader.at(rev)
  const figure = said && !isBlank(said.cell) ? figureOf(said.cell) : null
  if (said && !isBlank(said.cell) && figure === null) odd.push(said)
  return { stem, present, level, reversed: figure === null ? null : figure > 0 }
}

const yearOf = (row: Row, shape: Shape, odd: Odd[]): Outcome<CodedYear> => {
  const reader = new RowReader(row, shape.names)
  const accord = reader.at(shape.fixed('pam_caseid') ?? 0)
  if (isBlank(accord.cell)) return { ok: false, refusal: wrong(accord, 'pam_caseid') }
  const counted = shape.fixed('year_count')
  const year = counted === undefined ? null : reader.whole(counted, 0, 1000)
  const slots = shape.columns.stems.map((stem) => slotOf(reader, shape, stem, odd))
  const scored = shape.fixed('agg_implem_score')
  const said = scored === undefined ? undefined : reader.at(scored)
  const value = said && !isBlank(said.cell) ? figureOf(said.cell) : null
  if (said && !isBlank(said.cell) && value === null) reader.flaw ??= wrong(said, '0–100')
  if (reader.flaw) return { ok: false, refusal: reader.flaw }
  const published = said && value !== null ? { printed: said.cell, value } : null
  return done({ line: row.line, accord: accord.cell, year, slots, published })
}

/** Whether a row has the cells of the first row, `head` of them, and nothing beyond. */
export const isWhole = (row: Row, head: number): boolean =>
  row.cells.length >= head && row.cells.slice(head).every((cell) => cell.trim() === '')

/**
 * Reads the table; the first row names the columns. Refusals: `pam.empty`, `.column-missing`, `.no-provision`, and with
 * their place `.row-length` and `.cell`.
 */
export const readCoding = (rows: readonly Row[]): Outcome<Coding> => {
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!head) return refuse('pam.empty')
  const shape = shapeOf(head)
  if (!shape.ok) return shape
  const odd: Odd[] = []
  const years: CodedYear[] = []
  for (const row of rest) {
    if (!isWhole(row, head.cells.length))
      return refuse('pam.row-length', { line: row.line, cells: row.cells.length, head: head.cells.length })
    const year = yearOf(row, shape.value, odd)
    if (!year.ok) return year
    years.push(year.value)
  }
  const { columns, names } = shape.value
  const unknown = columns.unknown.map((column) => names[column - 1] ?? '').filter((name) => name !== '')
  return done({ years, stems: columns.stems, matched: columns.matched, unknown, odd })
}
