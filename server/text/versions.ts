/** The versions of a text as a seat may read them: listed without their words, or one whole, to take home. */
import type pg from 'pg'
import type { VersionFile, VersionList, VersionView } from '#contract/text-versions.ts'
import type { Room } from '#domain/parties/process.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { fileOf } from '#domain/text/version/verify.ts'
import type { Version } from '#domain/text/version/version.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'

const readAll = `
  select o.state - 'leaves' as state from parley.objects o
  where o.room_id = $1 and o.kind = 'version' order by o.object_id::int`
const readOne = `
  select state from parley.objects where room_id = $1 and kind = 'version' and object_id = $2`
const readVouched = 'select vouched_size as vouched from parley.heads where room_id = $1'

const poolOf = (context: Context, who: Asking): pg.Pool => context.poolOf(who.identity.role)

/** All versions of the text of a room. */
export const versionList = async (context: Context, who: Asking, room: Room): Promise<VersionList> => {
  const pool = poolOf(context, who)
  const [versions, heads] = await Promise.all([
    pool.query<{ state: VersionView }>(readAll, [room.id]),
    pool.query<{ vouched: number | null }>(readVouched, [room.id]),
  ])
  return {
    versions: versions.rows.map(({ state }) => state),
    vouched: heads.rows[0]?.vouched ?? 0,
  }
}

/** One version with its words and all that was put to it. */
export const versionFile = async (
  context: Context,
  who: Asking,
  room: Room,
  version: string,
): Promise<VersionFile | undefined> => {
  const { rows } = await poolOf(context, who).query<{ state: Version }>(readOne, [room.id, version])
  const [found] = rows
  return found && fileOf(found.state, formatVerifierKey(context.keys.log(room.id).key))
}
