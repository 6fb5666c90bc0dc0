/** Sessions: a random token in a cookie, its hash in the database, and the member and seat it stands for. */
import type pg from 'pg'
import { isSame, type MemberIdentity, type Whom } from '../seats.ts'
import { hashToken, newToken } from '../token.ts'

/** Twelve hours: a long day of talks. */
export const sessionHours = 12

/** The open sessions. */
export interface Sessions {
  readonly begin: (whom: Whom) => Promise<string>
  readonly find: (token: string) => Promise<MemberIdentity | undefined>
  readonly end: (token: string) => Promise<void>
  /** Ends every session of a member, wherever it was opened. */
  readonly endMember: (whom: Whom) => Promise<void>
}

interface Known {
  readonly identity: MemberIdentity | undefined
  readonly until: number
}

/** A found session is trusted this long before the database is asked again; ending one is felt at once. */
const trustFor = 10_000

/** Opens the sessions kept behind the door's pool. */
export const openSessions = (door: pg.Pool, clock: () => Date): Sessions => {
  const known = new Map<string, Known>()
  const forget = (whom: Whom): void => {
    for (const [token, { identity }] of known) if (identity && isSame(identity, whom)) known.delete(token)
  }
  const look = async (token: string): Promise<MemberIdentity | undefined> => {
    const { rows } = await door.query<MemberIdentity>(
      `select s.process_id as process, s.seat, s.member_id as member, p.role
       from door.sessions s join door.seats p on p.process_id = s.process_id and p.seat = s.seat
       where s.token_hash = $1 and s.expires > $2`,
      [hashToken(token), clock()],
    )
    return rows[0]
  }
  return {
    begin: async ({ process, seat, member }) => {
      const token = newToken()
      const expires = new Date(clock().getTime() + sessionHours * 3_600_000)
      await door.query('delete from door.sessions where expires < $1', [clock()])
      await door.query(
        'insert into door.sessions (token_hash, process_id, seat, member_id, expires) values ($1, $2, $3, $4, $5)',
        [hashToken(token), process, seat, member, expires],
      )
      return token
    },
    find: async (token) => {
      const now = clock().getTime()
      const found = known.get(token)
      if (found && found.until > now) return found.identity
      const identity = await look(token)
      if (known.size > 10_000) known.clear()
      if (identity) known.set(token, { identity, until: now + trustFor })
      else known.delete(token)
      return identity
    },
    end: async (token) => {
      await door.query('delete from door.sessions where token_hash = $1', [hashToken(token)])
      known.delete(token)
    },
    endMember: async (whom) => {
      forget(whom)
      await door.query('delete from door.sessions where process_id = $1 and seat = $2 and member_id = $3', [
        whom.process,
        whom.seat,
        whom.member,
      ])
      forget(whom)
    },
  }
}
