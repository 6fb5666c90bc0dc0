/** An installation: its database with roles and tables in order, its secret, and the connections to it. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { attachCluster } from './database/attach.ts'
import { startCluster } from './database/cluster.ts'
import { keepSecret, openDataFolder, restoredMark } from './database/folder.ts'
import { FolderInUse } from './database/lock.ts'
import { migrate } from './database/migrate.ts'
import { type Address, openPools, type Pools } from './database/pools.ts'
import { ensureRoles, type RoleNames, roleNames, rolesMissing } from './database/roles.ts'
import { narrowCatalogue, wallsLint } from './database/walls.ts'
import { openRecordKeys, type RecordKeys } from './record/keys.ts'

/** How to reach the database, and what to keep beside it. */
export interface InstallationOptions {
  /** The data folder. */
  readonly folder: string
  /** An existing PostgreSQL, as the owner's connection string; without it Parley runs its own. */
  readonly databaseUrl?: string | undefined
  /** An administrator of that PostgreSQL; needed once, to create the roles, and kept nowhere. */
  readonly adminUrl?: string | undefined
  readonly onProgress?: ((line: string) => void) | undefined
  /** Whether to work beside a Parley that is running on the same folder, as the command line does. */
  readonly attach?: boolean
  /** The database whose mark the roles carry, when this one is a copy of it. */
  readonly rolesOf?: string
  /** Opens a restored backup that has not been checked; for the check alone. */
  readonly unchecked?: boolean
}

/** An open installation. */
export interface Installation {
  readonly folder: string
  readonly address: Address
  readonly names: RoleNames
  readonly pools: Pools
  /** The door's own pool: sign-in, and which role sits where. It can read no room. */
  readonly door: pg.Pool
  /** 32 random bytes in hex, from which the roles' passwords are derived. */
  readonly secret: string
  /** The keys that sign the record. */
  readonly keys: RecordKeys
  /** A connection as the owner, for founding and for the lint; the caller ends it. */
  readonly owner: () => Promise<pg.Client>
  /** Writes beside the data where this Parley answers, for whoever tries to start a second one. */
  readonly note: (url: string) => void
  /** Where the server answers that keeps this installation running already, if it has said so. */
  readonly servedAt: string | undefined
  readonly stop: () => Promise<void>
}

/** Something about the surroundings that a person must put right; the message says what. */
export class CannotOpen extends Error {}

interface Server {
  readonly address: Address
  readonly owner: { readonly user: string; readonly password: string }
  readonly secret: string
  readonly note: (url: string) => void
  readonly servedAt?: string | undefined
  readonly stop: () => Promise<void>
}

/** Reads a PostgreSQL connection string; refuses what is not one in words. */
export const parseUrl = (text: string, name: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new CannotOpen(`${name} is not a PostgreSQL address such as postgres://user:password@host/database`)
  return url
}

/** How the connection is encrypted, as libpq names it; a mode that might silently be none is refused. */
const encryption = async (url: URL): Promise<Pick<Address, 'ssl'>> => {
  const unknown = [...url.searchParams.keys()].filter(
    (key) => !['host', 'sslmode', 'sslrootcert'].includes(key),
  )
  if (unknown.length > 0) throw new CannotOpen(`DATABASE_URL: ${unknown.join(', ')} is not understood here`)
  const mode = url.searchParams.get('sslmode') ?? 'disable'
  const root = url.searchParams.get('sslrootcert')
  const ca = root === null ? {} : { ca: await readFile(root, 'utf8') }
  if (mode === 'disable') return {}
  if (mode === 'require') return { ssl: { rejectUnauthorized: false } }
  if (mode === 'verify-full') return { ssl: { rejectUnauthorized: true, ...ca } }
  if (mode === 'verify-ca')
    return { ssl: { rejectUnauthorized: true, ...ca, checkServerIdentity: () => undefined } }
  throw new CannotOpen(
    `DATABASE_URL: sslmode=${mode} is not taken; use disable, require, verify-ca or verify-full`,
  )
}

const outsideServer = async (options: InstallationOptions & { databaseUrl: string }): Promise<Server> => {
  const url = parseUrl(options.databaseUrl, 'DATABASE_URL')
  const folder = url.searchParams.get('host')
  return {
    address: {
      host: folder ?? (url.hostname || 'localhost'),
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)),
      ...(await encryption(url)),
    },
    owner: { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    secret: keepSecret(openDataFolder(options.folder)),
    note: () => undefined,
    stop: async () => undefined,
  }
}

const ownServer = async (options: InstallationOptions): Promise<Server> => {
  const progress = options.onProgress
  const cluster = await startCluster({
    folder: options.folder,
    ...(progress ? { onProgress: progress } : {}),
  }).catch((error: unknown) => {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code !== undefined && syscall !== undefined)
      throw new CannotOpen(`the data folder ${options.folder} cannot be used: ${(error as Error).message}`)
    const inUse = options.attach && error instanceof FolderInUse ? error : undefined
    const running = inUse && attachCluster(options.folder)
    if (!running) throw error
    return { ...running, url: inUse.url }
  })
  const { host, port, database, user, password } = cluster.owner
  return {
    address: { host, port, database },
    owner: { user, password },
    secret: cluster.secret,
    note: (url) => cluster.note(url),
    stop: () => cluster.stop(),
    servedAt: 'url' in cluster ? cluster.url : undefined,
  }
}

const connect = async (config: pg.ClientConfig, whom: string): Promise<pg.Client> => {
  const client = new pg.Client({ ...config, application_name: 'parley' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new CannotOpen(`cannot reach PostgreSQL as ${whom}: ${(error as Error).message}`)
  }
  return client
}

const oldest = 150_000

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ v: number }>("select current_setting('server_version_num')::int as v")
  const version = rows[0]?.v ?? 0
  if (version < oldest)
    throw new CannotOpen(`PostgreSQL 15 or later is needed; this is ${Math.floor(version / 10_000)}`)
}

/** Lets an administrator make what only an administrator can: the owner where it is missing, the door and the seats. */
const administer = async (client: pg.Client, server: Server, names: RoleNames): Promise<void> => {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [server.owner.user])
  if (rows.length === 0)
    await client.query(
      `create role ${client.escapeIdentifier(server.owner.user)} login noinherit nosuperuser nobypassrls
       password ${client.escapeLiteral(server.owner.password)}`,
    )
  const database = client.escapeIdentifier(server.address.database)
  await client.query(`grant create on database ${database} to ${client.escapeIdentifier(server.owner.user)}`)
  await ensureRoles(client, names, server.secret)
  await narrowCatalogue(client)
}

const prepareRoles = async (
  options: InstallationOptions,
  server: Server,
  names: RoleNames,
): Promise<void> => {
  if (options.adminUrl) {
    const url = parseUrl(options.adminUrl, 'PARLEY_ADMIN_URL')
    const client = await connect(
      { connectionString: url.href, database: server.address.database },
      'the administrator',
    )
    await administer(client, server, names).finally(() => client.end())
    return
  }
  const client = await connect(
    { ...server.address, ...server.owner },
    `the owner ${server.owner.user}`,
  ).catch((error: Error) => {
    throw new CannotOpen(`${error.message}; if this role is to be made, give PARLEY_ADMIN_URL once`)
  })
  try {
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper as may from pg_roles where rolname = current_user',
    )
    if (rows[0]?.may) return await administer(client, server, names)
    if ((await rolesMissing(client, names)).length > 0)
      throw new CannotOpen(
        'the roles of the seats are missing in this database: give PARLEY_ADMIN_URL once, the address of a role that may create roles; it is not kept',
      )
  } finally {
    await client.end()
  }
}

/** A restored backup may have forgotten what others have seen; opened as if nothing were missing, it would fork. */
const refuseUnchecked = ({ folder, unchecked }: InstallationOptions): void => {
  if (unchecked || !existsSync(restoredMark(folder))) return
  throw new CannotOpen(
    `${folder} was restored from a backup, and its record has not been compared yet with what others have seen: finish parley restore BACKUP --to ${folder}`,
  )
}

/** Opens the installation: starts or reaches PostgreSQL, makes the roles, brings the tables up to date. */
export const openInstallation = async (options: InstallationOptions): Promise<Installation> => {
  refuseUnchecked(options)
  const { databaseUrl } = options
  const server = databaseUrl ? await outsideServer({ ...options, databaseUrl }) : await ownServer(options)
  try {
    const names = roleNames(options.rolesOf ?? server.address.database, server.owner.user)
    await prepareRoles(options, server, names)
    const owner = () => connect({ ...server.address, ...server.owner }, `the owner ${server.owner.user}`)
    const client = await owner()
    try {
      await checkVersion(client)
      await migrate(client, names)
      const holes = options.attach ? [] : await wallsLint(client, names)
      if (holes.length > 0)
        throw new CannotOpen(`the walls do not hold, so nothing is served:\n  ${holes.join('\n  ')}`)
    } finally {
      await client.end()
    }
    return { ...assembled(server, names, options.folder), owner }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const assembled = (server: Server, names: RoleNames, folder: string): Omit<Installation, 'owner'> => {
  const pools = openPools(server.address, server.secret)
  return {
    folder,
    address: server.address,
    names,
    pools,
    door: pools.of(names.door),
    secret: server.secret,
    keys: openRecordKeys(server.secret),
    note: server.note,
    servedAt: server.servedAt,
    stop: async () => {
      await pools.end()
      await server.stop()
    },
  }
}
