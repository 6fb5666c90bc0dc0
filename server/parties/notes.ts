/** The notes of an office, as its seat's role reads them: any other role finds none, whatever it asks. */
import type pg from 'pg'
import type { NotesView } from '#contract/notes.ts'

const standing = `
  select object_id as object, revision, state from parley.objects
  where room_id = $1 and kind = 'note' and state -> 'withdrawnAt' is null order by first`

/** The notes in this room that were not taken back. */
export const notesView = async (pool: pg.Pool, room: string): Promise<NotesView> => {
  const { rows } = await pool.query<NotesView['notes'][number]>(standing, [room])
  return { notes: rows }
}
