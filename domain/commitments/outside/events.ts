/**
 * Reads a file of events that a member has got from UCDP or ACLED. Whose file it is is seen from its columns; a cell
 * that cannot stand where it stands refuses the file with its place; what is not used, repeated or odd is told.
 */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Row } from '../scores/table.ts'
import { acled } from './acled.ts'
import { type Head, headOf } from './cells.ts'
import type { OutsideEvent } from './event.ts'
import { type RowsRead, rowsRead } from './rows.ts'
import type { Shape } from './shape.ts'
import type { EventSource } from './sources.ts'
import { ucdpGed } from './ucdp.ts'

/** A file of events that was read. */
export interface ReadEvents extends RowsRead {
  readonly source: EventSource
  readonly events: readonly OutsideEvent[]
}

const shapes: readonly Shape[] = [ucdpGed, acled]

const shapeOf = ({ at }: Head): Outcome<Shape> => {
  const shape = shapes.find(({ marks }) => marks.every((name) => at.has(name)))
  if (!shape) return refuse('outside.unrecognised')
  const column = shape.needed.find((name) => !at.has(name))
  return column === undefined ? done(shape) : refuse('outside.column-missing', { column })
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
  const { source, needed, read: others, left, eventOf } = shape.value
  const columns = { read: [...needed, ...others], isOwn: (plain: string) => left.includes(plain) }
  const read = rowsRead(rest, head, columns, eventOf)
  if (!read.ok) return read
  const { told: events, ...how } = read.value
  return done({ source, events, ...how })
}
