/** The roles of an installation: an owner that serves no request, a door, a sequencer, and one login role for every seat. */
import { createHash, createHmac } from 'node:crypto'
import type { ClientBase } from 'pg'

/** The names of an installation's roles. They carry a mark of the database, so that two installations share a cluster. */
export interface RoleNames {
  readonly owner: string
  readonly door: string
  /** The sequencer's: it reads leaves, which tell nothing, and publishes the logs. */
  readonly record: string
  /** Seats are numbered from 1; which number sits where is the door's secret. */
  readonly seat: (number: number) => string
  readonly seatPattern: string
}

/** The role names of the installation in this database, owned by this role. */
export const roleNames = (database: string, owner: string): RoleNames => {
  const mark = createHash('sha256').update(database).digest('hex').slice(0, 6)
  return {
    owner,
    door: `parley_${mark}_door`,
    record: `parley_${mark}_record`,
    seat: (number) => `parley_${mark}_seat_${String(number).padStart(4, '0')}`,
    seatPattern: `parley\\_${mark}\\_seat\\_%`,
  }
}

/** A role's password: derived, so that it is stored nowhere. Hex, 64 characters. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`role:${role}`).digest('hex')

/** How many seats may still be given out before an administrator is needed again. */
export const spareSeats = 120

const missingRoles = async (client: ClientBase, wanted: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [wanted],
  )
  const known = new Set(rows.map(({ rolname }) => rolname))
  return wanted.filter((role) => !known.has(role))
}

const createRole = (client: ClientBase, role: string, secret: string): Promise<unknown> =>
  client.query(
    `create role ${client.escapeIdentifier(role)} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole
     password ${client.escapeLiteral(rolePassword(secret, role))}`,
  )

/** How many seats' roles have been given out. Nothing before the first migration. */
const givenOut = async (client: ClientBase): Promise<number> => {
  const there = await client.query<{ found: string | null }>(
    "select to_regclass('door.seats')::text as found",
  )
  if (!there.rows[0]?.found) return 0
  const { rows } = await client.query<{ used: number }>('select count(*)::int as used from door.seats')
  return rows[0]?.used ?? 0
}

/** Creates the roles of door and sequencer, and as many seats' roles as are given out, and the spare ones. */
export const ensureRoles = async (client: ClientBase, names: RoleNames, secret: string): Promise<void> => {
  const seats = (await givenOut(client)) + spareSeats
  const wanted = [names.door, names.record, ...Array.from({ length: seats }, (_, i) => names.seat(i + 1))]
  for (const role of await missingRoles(client, wanted)) await createRole(client, role, secret)
}

/** The roles that are missing; empty when no administrator is needed. */
export const rolesMissing = (client: ClientBase, names: RoleNames): Promise<readonly string[]> =>
  missingRoles(client, [names.door, names.record, names.seat(1), names.seat(spareSeats)])

/** What a seat may do with the tables; rows are the policies' business. Acts and files are never changed or deleted. */
export const grantsForSeat = (role: string): string => `
  grant usage on schema parley to ${role};
  grant select on parley.rooms, parley.sits, parley.logs, parley.objects, parley.acts, parley.files,
    parley.heads, parley.tiles, parley.entries, parley.anchorings, parley.cosignatures, parley.bearings to ${role};
  grant insert on parley.objects, parley.acts, parley.files, parley.bearings to ${role};
  grant update (size) on parley.logs to ${role};
  grant update (revision, last, state) on parley.objects to ${role};`
