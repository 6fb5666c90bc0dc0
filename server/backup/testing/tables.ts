/** Everything that a restore must bring back, for tests of backups. */
import type { Installation } from '../../installation.ts'

const queries: Readonly<Record<string, string>> = {
  acts: 'select * from parley.acts order by room_id, index',
  objects: 'select * from parley.objects order by room_id, kind, object_id',
  files: 'select * from parley.files order by room_id, file',
  logs: 'select * from parley.logs order by room_id',
  entries: 'select * from parley.entries order by room_id, index',
  tiles: 'select * from parley.tiles order by room_id, level, index',
  heads: 'select room_id, size, note from parley.heads order by room_id',
  // Of a head the first anchoring counts, and of a room the newest; those in between go at the next tick.
  // The office is in no mirror of these tests.
  anchorings: `select distinct on (room_id, size) a.* from parley.anchorings a join parley.rooms r using (room_id)
               where r.kind <> 'office' order by room_id, size, index`,
  newest: 'select distinct on (room_id) * from parley.anchorings order by room_id, index desc',
}

/** The rows of an installation, by tables. */
export const tablesOf = async (installation: Installation): Promise<Readonly<Record<string, unknown>>> => {
  const owner = await installation.owner()
  const found: Record<string, unknown> = {}
  for (const [name, query] of Object.entries(queries)) found[name] = (await owner.query(query)).rows
  await owner.end()
  return found
}
