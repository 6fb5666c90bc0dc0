/** Brings the database's tables up to date: plain SQL files, in order, each once, each in a transaction. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { root } from '#server/root.ts'
import type { RoleNames } from './roles.ts'

const folder = join(root, 'server', 'database', 'migrations')

/** One migration: its name and its text, with the role names filled in. */
interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

const migrations = async (client: ClientBase, names: RoleNames): Promise<readonly Migration[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const sql = text
        .replaceAll('{owner}', client.escapeIdentifier(names.owner))
        .replaceAll('{door}', client.escapeIdentifier(names.door))
        .replaceAll('{record}', client.escapeIdentifier(names.record))
      return { name, sql, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const applied = async (client: ClientBase): Promise<ReadonlyMap<string, string>> => {
  const there = await client.query<{ found: string | null }>(
    "select to_regclass('door.migrations')::text as found",
  )
  if (!there.rows[0]?.found) return new Map()
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from door.migrations',
  )
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

/** Runs what has not been run. Throws when a migration that was run has been edited since. */
export const migrate = async (client: ClientBase, names: RoleNames): Promise<readonly string[]> => {
  await client.query("select pg_advisory_lock(hashtext('parley migrations'))")
  const before = await applied(client)
  const ran: string[] = []
  for (const { name, sql, sha256 } of await migrations(client, names)) {
    const known = before.get(name)
    if (known === sha256) continue
    if (known) throw new Error(`migration ${name} was changed after it had been applied`)
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into door.migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
    ran.push(name)
  }
  await client.query("select pg_advisory_unlock(hashtext('parley migrations'))")
  return ran
}
