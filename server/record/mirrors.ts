/** Mirrors: a key with which a delegation's own machine reads what one of its members may read, and does nothing else. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { MirrorKey } from '#contract/record.ts'
import type { MemberIdentity } from '../seats.ts'
import { hashToken, newToken } from '../token.ts'

/** The keys of mirrors. */
export interface Mirrors {
  /** A new key for what this member may read; its words are not kept and are never shown again. */
  readonly make: (whom: MemberIdentity) => Promise<{ readonly id: string; readonly key: string }>
  readonly find: (key: string) => Promise<MemberIdentity | undefined>
  /** The keys of a seat. */
  readonly of: (whom: Pick<MemberIdentity, 'process' | 'seat'>) => Promise<readonly MirrorKey[]>
  /** Whether there was such a key in this seat. */
  readonly end: (whom: Pick<MemberIdentity, 'process' | 'seat'>, id: string) => Promise<boolean>
}

const prefix = 'parley-mirror-'

/** A key counts as used at most once in so many seconds. */
const seenEvery = 60

/** The keys behind the door's pool. */
export const openMirrors = (door: pg.Pool, clock: () => Date): Mirrors => ({
  make: async ({ process, seat, member }) => {
    const [id, token] = [randomUUID(), newToken()]
    await door.query(
      `insert into door.mirrors (mirror_id, token_hash, process_id, seat, member_id, made_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, hashToken(token), process, seat, member, clock()],
    )
    return { id, key: `${prefix}${token}` }
  },
  find: async (key) => {
    if (!key.startsWith(prefix)) return undefined
    const { rows } = await door.query<MemberIdentity>(
      `with found as (select mirror_id, process_id, seat, member_id, seen_at from door.mirrors where token_hash = $1),
            seen as (update door.mirrors m set seen_at = $2 from found f where m.mirror_id = f.mirror_id
                     and (f.seen_at is null or f.seen_at < $2::timestamptz - make_interval(secs => $3)))
       select f.process_id as process, f.seat, f.member_id as member, s.role
       from found f join door.seats s on s.process_id = f.process_id and s.seat = f.seat`,
      [hashToken(key.slice(prefix.length)), clock(), seenEvery],
    )
    return rows[0]
  },
  of: async ({ process, seat }) => {
    const { rows } = await door.query<MirrorKey>(
      `select mirror_id as id, member_id as member, made_at as "madeAt", seen_at as "seenAt" from door.mirrors
       where process_id = $1 and seat = $2 order by made_at`,
      [process, seat],
    )
    return rows
  },
  end: async ({ process, seat }, id) => {
    const { rowCount } = await door.query(
      'delete from door.mirrors where process_id = $1 and seat = $2 and mirror_id::text = $3',
      [process, seat, id],
    )
    return rowCount === 1
  },
})
