/** The register of a room as a table: every record of one kind that the room has, read under the asking seat's own role. */
import { type TableKind, type TableRecord, tableHead, tableLine } from '#domain/commitments/register-table.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

const readSome = `
  select object_id as object, first, state from parley.objects
  where room_id = $1 and kind = $2 and first > $3 order by first limit $4`

const atOnce = 5_000

/** The table, oldest record first. */
export const recordsAsCsv = async (
  context: Context,
  who: Asking,
  room: Room,
  kind: TableKind,
): Promise<string> => {
  const { role } = who.identity
  const { process } = await context.houseOf(role)
  const pool = context.poolOf(role)
  const parts = [tableHead(kind, process.languages)]
  let after = -1
  while (true) {
    const { rows } = await pool.query<TableRecord & { readonly first: number }>({
      name: 'records-table',
      text: readSome,
      values: [room.id, kind, after, atOnce],
    })
    parts.push(...rows.map((row) => tableLine(kind, row, process.languages)))
    const last = rows.at(-1)
    if (rows.length < atOnce || !last) return parts.join('')
    after = last.first
  }
}
