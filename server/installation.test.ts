import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { wallsLint } from './database/walls.ts'
import { CannotOpen, openInstallation } from './installation.ts'
import { readCards } from './members.ts'
import { foundProcess } from './parties/founding.ts'
import { smallProcess } from './testing/process.ts'

/** The address of another database, or of another user, in the test's PostgreSQL. */
const addressed = (change: (url: URL) => void): string => {
  const url = new URL(inject('template'))
  change(url)
  return url.href
}

const asAdmin = async (sql: readonly string[]): Promise<void> => {
  const client = new pg.Client({
    connectionString: addressed((url) => {
      url.pathname = '/postgres'
    }),
  })
  await client.connect()
  for (const each of sql) await client.query(each)
  await client.end()
}

describe('an installation in a PostgreSQL that is there already', () => {
  const name = `outside_${randomUUID().slice(0, 8)}`
  const admin = `admin_${name}`
  const adminUrl = addressed((url) => {
    url.username = admin
    url.password = 'admin'
    url.pathname = `/${name}`
  })
  const databaseUrl = addressed((url) => {
    url.username = `owner_${name}`
    url.password = 'owner'
    url.pathname = `/${name}`
  })
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-outside-'))
    await asAdmin([
      `create role ${admin} login createrole password 'admin'`,
      `create database ${name} owner ${admin}`,
    ])
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('says what it needs when the roles are missing and no administrator is named', async () => {
    await expect(openInstallation({ folder, databaseUrl })).rejects.toThrow(CannotOpen)
    await expect(openInstallation({ folder, databaseUrl })).rejects.toThrow('PARLEY_ADMIN_URL')
  })

  it('is made once with an administrator who is no superuser, and opens without one afterwards', async () => {
    const first = await openInstallation({ folder, databaseUrl, adminUrl })
    await first.stop()
    const again = await openInstallation({ folder, databaseUrl })
    const outcome = await foundProcess(again, smallProcess)
    if ('flaws' in outcome || !outcome.ok) throw new Error('not founded')
    const owner = await again.owner()
    expect(await wallsLint(owner, again.names)).toEqual([])
    const { rows } = await owner.query('select * from parley.objects')
    expect(rows, 'the owner reads no room').toEqual([])
    await owner.end()
    const cards = await readCards(again.pools.of(outcome.value.roles.us ?? ''))
    expect(cards.map(({ state }) => state.seat)).toContain('us')
    await again.stop()
  })

  it('refuses a database whose address is none', async () => {
    await expect(openInstallation({ folder, databaseUrl: 'mysql://x/y' })).rejects.toThrow(
      'is not a PostgreSQL address',
    )
  })
})
