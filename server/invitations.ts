/** Invitations: a link that lets one member make their first passkey, once, within 72 hours. */
import type pg from 'pg'
import { hashToken, newToken } from './token.ts'

/** How long an invitation can be accepted. */
export const invitationHours = 72

/** Whom an invitation is for. It is bound to the seat and the function the member had when it was made. */
export interface Invited {
  readonly process: string
  readonly seat: string
  readonly role: string
  readonly member: string
  readonly function: string
  readonly expires: string
}

/** Makes an invitation; the token is shown once and kept nowhere. Earlier ones for the same member end. */
export const invite = async (
  door: pg.Pool,
  whom: Omit<Invited, 'expires' | 'role'>,
  now: Date,
): Promise<{ readonly token: string; readonly expires: string }> => {
  const token = newToken()
  const expires = new Date(now.getTime() + invitationHours * 3_600_000).toISOString()
  await door.query(
    'delete from door.invitations where (process_id = $1 and seat = $2 and member_id = $3) or expires < $4',
    [whom.process, whom.seat, whom.member, now],
  )
  await door.query(
    `insert into door.invitations (token_hash, process_id, seat, member_id, function, expires)
     values ($1, $2, $3, $4, $5, $6)`,
    [hashToken(token), whom.process, whom.seat, whom.member, whom.function, expires],
  )
  return { token, expires }
}

const columns = 'i.process_id as process, i.seat, s.role, i.member_id as member, i.function, i.expires'

/** The invitation behind a token that has not been used and has not run out. */
export const findInvitation = async (
  door: pg.Pool,
  token: string,
  now: Date,
): Promise<Invited | undefined> => {
  const { rows } = await door.query<Invited>(
    `select ${columns} from door.invitations i
     join door.seats s on s.process_id = i.process_id and s.seat = i.seat
     where i.token_hash = $1 and i.used_at is null and i.expires > $2`,
    [hashToken(token), now],
  )
  return rows[0]
}

/** Uses an invitation up, in the statement that reads it: of two who come with the same link, one gets in. */
export const consumeInvitation = async (
  client: pg.ClientBase,
  token: string,
  now: Date,
): Promise<Invited | undefined> => {
  const { rows } = await client.query<Invited>(
    `update door.invitations i set used_at = $2 from door.seats s
     where i.token_hash = $1 and i.used_at is null and i.expires > $2
       and s.process_id = i.process_id and s.seat = i.seat
     returning ${columns}`,
    [hashToken(token), now],
  )
  return rows[0]
}

/** Whether the member has a passkey already, so that an invitation would take its place. */
export const hasPasskey = async (
  door: pg.Pool,
  whom: Pick<Invited, 'process' | 'seat' | 'member'>,
): Promise<boolean> => {
  const { rows } = await door.query(
    'select from door.credentials where process_id = $1 and seat = $2 and member_id = $3 limit 1',
    [whom.process, whom.seat, whom.member],
  )
  return rows.length > 0
}
