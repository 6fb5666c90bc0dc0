/** The file behind a piece of evidence. */
import type pg from 'pg'
import type { Evidence } from '#domain/commitments/evidence.ts'
import type { FileType } from '#domain/rooms/paper.ts'

/** The bytes of the evidence with this id in this room, as this role can read them. */
export const evidenceFile = async (
  pool: pg.Pool,
  room: string,
  object: string,
): Promise<{ readonly title: string; readonly type: FileType; readonly content: Buffer } | undefined> => {
  const { rows } = await pool.query<{ state: Evidence; type: FileType; content: Buffer }>(
    `select o.state, f.type, f.content from parley.objects o
     join parley.files f on f.room_id = o.room_id and f.file = o.state #>> '{file,file}'
     where o.room_id = $1 and o.kind = 'evidence' and o.object_id = $2`,
    [room, object],
  )
  const [row] = rows
  return row && { title: row.state.file.file.slice(0, 12), type: row.type, content: row.content }
}
