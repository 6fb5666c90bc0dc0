/** Connections: one small pool for the door and one for each seat, each under its own role, opened when first needed. */
import type { ConnectionOptions } from 'node:tls'
import pg from 'pg'
import { patiently } from './passing.ts'
import { rolePassword } from './roles.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

/** Where the database is; `host` may be the folder of a unix socket. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly ssl?: ConnectionOptions | undefined
}

/** The pools of an installation, by role. */
export interface Pools {
  /** The pool of this role. Its first connection is refused if the role could see through walls. */
  readonly of: (role: string) => pg.Pool
  /** Closes every connection; those in use finish first. */
  readonly end: () => Promise<void>
}

const wallsCheck = `
  select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
         or exists (select from pg_auth_members m where m.member = r.oid) as sees_through
  from pg_roles r where r.rolname = current_user`

/** Raised when a role that must be walled in is not. */
export class RoleSeesThroughWalls extends Error {
  constructor(role: string) {
    super(
      `the role ${role} is a superuser, bypasses row security or is a member of another role: it cannot serve a seat`,
    )
  }
}

const checkedPool = (address: Address, role: string, secret: string): pg.Pool => {
  let checked: Promise<void> | undefined
  const check = async (client: pg.ClientBase): Promise<void> => {
    const { rows } = await client.query<{ sees_through: boolean }>(wallsCheck)
    if (rows[0]?.sees_through !== false) throw new RoleSeesThroughWalls(role)
  }
  const pool = new pg.Pool({
    ...address,
    user: role,
    password: rolePassword(secret, role),
    max: 3,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'parley',
    // Every read is by key; plans are kept, and made for tables that will grow. No question may take a minute.
    options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c statement_timeout=60000',
    // What a transaction knows beforehand it sends at once, without waiting for each answer.
    pipeline: true,
    verify: (client: pg.ClientBase, done: (error?: Error) => void) => {
      checked ??= check(client)
      checked.then(
        () => done(),
        (error) => {
          checked = undefined
          done(error)
        },
      )
    },
  })
  // A connection that breaks while idle is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined)
  // One that breaks while it is lent out, between two queries, tells only itself: unheard, that would end the server.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return patient(pool)
}

/** A pool whose single queries outlast a PostgreSQL that is being brought back; they may be done twice. */
const patient = (pool: pg.Pool): pg.Pool => {
  const query = pool.query.bind(pool) as (...words: unknown[]) => Promise<unknown>
  pool.query = ((...words: unknown[]) => patiently(() => query(...words))) as typeof pool.query
  return pool
}

/** Opens the pools of an installation; nothing connects before it is used. */
export const openPools = (address: Address, secret: string): Pools => {
  const pools = new Map<string, pg.Pool>()
  return {
    of: (role) => {
      const known = pools.get(role)
      if (known) return known
      const made = checkedPool(address, role, secret)
      pools.set(role, made)
      return made
    },
    end: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      pools.clear()
    },
  }
}
