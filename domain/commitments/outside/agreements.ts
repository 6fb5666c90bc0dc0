/**
 * Reads the metadata of agreements as PA-X gives them out (Bell & Badanjak 2019; codebook, version 8): which agreement,
 * when, of which peace process, at which stage. The columns of what an agreement speaks of are not carried over.
 */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Row } from '../scores/table.ts'
import { type Cells, headOf } from './cells.ts'
import { longest } from './event.ts'
import { type RowsRead, rowsRead } from './rows.ts'

/** An agreement as PA-X has coded it, in its words; `day` is that of its signature, `YYYY-MM-DD`. */
export interface OutsideAgreement {
  readonly id: string
  readonly name: string
  readonly day: string
  /** The countries or entities that it concerns. */
  readonly concerns?: string | undefined
  readonly process?: string | undefined
  readonly stage?: string | undefined
  readonly status?: string | undefined
}

/** A file of agreements that was read. */
export interface ReadAgreements extends RowsRead {
  readonly source: 'pa-x'
  readonly agreements: readonly OutsideAgreement[]
}

const needed = ['agtid', 'agt', 'dat']
const others = ['con', 'ppname', 'stage', 'status']

const agreementOf = (cells: Cells): OutsideAgreement => {
  const words = (name: string, most: number, as: keyof OutsideAgreement) => {
    const found = cells.words(name, most)
    return found === undefined ? {} : { [as]: found }
  }
  return {
    id: cells.needed('agtid', longest.id),
    name: cells.needed('agt', longest.text),
    day: cells.day('dat'),
    ...words('con', longest.name, 'concerns'),
    ...words('ppname', longest.name, 'process'),
    ...words('stage', longest.kind, 'stage'),
    ...words('status', longest.kind, 'status'),
  }
}

/** Reads the file; the first row names the columns. Refusals: `outside.empty`, `.unrecognised`, `.row-length`, `.cell`. */
export const readAgreements = (rows: readonly Row[]): Outcome<ReadAgreements> => {
  const [first, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!first) return refuse('outside.empty')
  const head = headOf(first)
  if (!needed.every((name) => head.at.has(name))) return refuse('outside.unrecognised')
  // PA-X has some two hundred and fifty columns, and more with each version: all of them are its own.
  const read = rowsRead(rest, head, { read: [...needed, ...others], isOwn: () => true }, agreementOf)
  if (!read.ok) return read
  const { told: agreements, ...how } = read.value
  return done({ source: 'pa-x', agreements, ...how })
}
