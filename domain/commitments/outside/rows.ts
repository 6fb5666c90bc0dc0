/** Rows of an outside source that each tell one thing under an id: read one by one, each id once. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { plainName } from '../scores/columns.ts'
import { isWhole, type Row } from '../scores/table.ts'
import { Cells, type Head, type Odd } from './cells.ts'

/** A row whose id had been told before: on which line, and whether in the same words. The first one counts. */
export interface Repeated {
  readonly line: number
  readonly first: number
  readonly id: string
  readonly same: boolean
}

/** What a reader should know of how rows were read. Names of columns are as printed. */
export interface RowsRead {
  /** How many rows there were below the first. */
  readonly rows: number
  readonly repeated: readonly Repeated[]
  readonly odd: readonly Odd[]
  /** Columns that this source has and that are not carried over. */
  readonly left: readonly string[]
  /** Columns that are not this source's as far as Parley knows it, or that stand there twice. */
  readonly unknown: readonly string[]
}

/** Which columns are read, and which of the others are the source's own. */
export interface Columns {
  readonly read: readonly string[]
  readonly isOwn: (plain: string) => boolean
}

const columnsTold = ({ names, at }: Head, { read, isOwn }: Columns): Pick<RowsRead, 'left' | 'unknown'> => {
  const isFirst = (name: string, i: number) => at.get(plainName(name)) === i + 1
  const others = names.filter(
    (name, i) => name !== '' && !(isFirst(name, i) && read.includes(plainName(name))),
  )
  return {
    left: others.filter((name) => isOwn(plainName(name))),
    unknown: others.filter((name) => !isOwn(plainName(name))),
  }
}

/** What the rows tell; the first row that cannot be read refuses them all. Refusals: `outside.row-length`, `.cell`. */
export const rowsRead = <T extends { readonly id: string }>(
  rows: readonly Row[],
  head: Head,
  columns: Columns,
  toldIn: (cells: Cells) => T,
): Outcome<RowsRead & { readonly told: readonly T[] }> => {
  const seen = new Map<string, { readonly line: number; readonly told: T }>()
  const repeated: Repeated[] = []
  const odd: Odd[] = []
  for (const row of rows) {
    if (!isWhole(row, head.names.length)) {
      const facts = { line: row.line, cells: row.cells.length, head: head.names.length }
      return refuse('outside.row-length', facts)
    }
    const cells = new Cells(row, head)
    const told = toldIn(cells)
    if (cells.flaw) return { ok: false, refusal: cells.flaw }
    odd.push(...cells.odd)
    const first = seen.get(told.id)
    if (first) {
      const same = JSON.stringify(first.told) === JSON.stringify(told)
      repeated.push({ line: row.line, first: first.line, id: told.id, same })
    } else seen.set(told.id, { line: row.line, told })
  }
  const all = [...seen.values()].map(({ told }) => told)
  return done({ told: all, rows: rows.length, repeated, odd, ...columnsTold(head, columns) })
}
