/**
 * Reads a file of events that a member has got from UCDP or ACLED. Whose file it is is seen from its columns; a cell
 * that cannot stand where it stands refuses the file with its place; what is not used, repeated or odd is told.
 */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { plainName } from '../scores/columns.ts'
import { isWhole, type Row } from '../scores/table.ts'
import { acled } from './acled.ts'
import { Cells, type Head, headOf, type Odd } from './cells.ts'
import type { OutsideEvent } from './event.ts'
import type { Shape } from './shape.ts'
import type { EventSource } from './sources.ts'
import { ucdpGed } from './ucdp.ts'

/** A row whose event had been told before: on which line, and whether in the same words. The first one counts. */
export interface Repeated {
  readonly line: number
  readonly first: number
  readonly id: string
  readonly same: boolean
}

/** A file of events that was read; names of columns as printed. */
export interface ReadEvents {
  readonly source: EventSource
  /** How many rows there were below the first. */
  readonly rows: number
  readonly events: readonly OutsideEvent[]
  readonly repeated: readonly Repeated[]
  readonly odd: readonly Odd[]
  /** Columns that this source has and that are not carried over. */
  readonly left: readonly string[]
  /** Columns that are not this source's as far as Parley knows it, or that stand there twice. */
  readonly unknown: readonly string[]
}

const shapes: readonly Shape[] = [ucdpGed, acled]

const shapeOf = ({ at }: Head): Outcome<Shape> => {
  const shape = shapes.find(({ marks }) => marks.every((name) => at.has(name)))
  if (!shape) return refuse('outside.unrecognised')
  const column = shape.needed.find((name) => !at.has(name))
  return column === undefined ? done(shape) : refuse('outside.column-missing', { column })
}

const columnsTold = ({ names, at }: Head, shape: Shape): Pick<ReadEvents, 'left' | 'unknown'> => {
  const isFirst = (name: string, i: number) => at.get(plainName(name)) === i + 1
  const read = new Set([...shape.needed, ...shape.read])
  const others = names.filter((name, i) => name !== '' && !(isFirst(name, i) && read.has(plainName(name))))
  const isLeft = (name: string) => shape.left.includes(plainName(name))
  return { left: others.filter(isLeft), unknown: others.filter((name) => !isLeft(name)) }
}

const same = (one: OutsideEvent, other: OutsideEvent): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The events of the rows, each id once; the first row that cannot be read refuses them all. */
const eventsOf = (
  rows: readonly Row[],
  head: Head,
  shape: Shape,
): Outcome<Pick<ReadEvents, 'events' | 'repeated' | 'odd'>> => {
  const seen = new Map<string, { readonly line: number; readonly event: OutsideEvent }>()
  const repeated: Repeated[] = []
  const odd: Odd[] = []
  for (const row of rows) {
    if (!isWhole(row, head.names.length)) {
      const facts = { line: row.line, cells: row.cells.length, head: head.names.length }
      return refuse('outside.row-length', facts)
    }
    const cells = new Cells(row, head)
    const event = shape.eventOf(cells)
    if (cells.flaw) return { ok: false, refusal: cells.flaw }
    odd.push(...cells.odd)
    const first = seen.get(event.id)
    if (first)
      repeated.push({ line: row.line, first: first.line, id: event.id, same: same(first.event, event) })
    else seen.set(event.id, { line: row.line, event })
  }
  return done({ events: [...seen.values()].map(({ event }) => event), repeated, odd })
}

/**
 * Reads the file; the first row names the columns. Refusals: `outside.empty`, `.unrecognised`, `.column-missing`, and
 * with their place `.row-length` and `.cell`.
 */
export const readEvents = (rows: readonly Row[]): Outcome<ReadEvents> => {
  const [first, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!first) return refuse('outside.empty')
  const head = headOf(first)
  const shape = shapeOf(head)
  if (!shape.ok) return shape
  const read = eventsOf(rest, head, shape.value)
  if (!read.ok) return read
  const { source } = shape.value
  return done({ source, rows: rest.length, ...read.value, ...columnsTold(head, shape.value) })
}
