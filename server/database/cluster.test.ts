/** What must hold of a data folder and the PostgreSQL in it, tried on the real one. */
import { spawnSync } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { startCluster } from './cluster.ts'
import { FolderInUse } from './lock.ts'
import { postgresIn } from './processes.ts'
import {
  ask,
  clearAway,
  firstWords,
  makeFolder,
  runElsewhere,
  start,
  startElsewhere,
  until,
} from './testing/clusters.ts'

afterEach(clearAway)

describe('a data folder', () => {
  test('is made at the first start and holds a database that is safe and opens to nobody without the password', async () => {
    const folder = makeFolder()
    const cluster = await start(join(folder, 'made', 'here'))
    expect(cluster.ready).toBe(true)
    expect(cluster.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(folder, 'made', 'here', 'secret')).mode & 0o777).toBe(0o600)
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses']
    const more = ['TimeZone', 'server_encoding', 'password_encryption', 'log_statement', 'max_connections']
    const rows = await ask(
      cluster,
      `select ${[...names, ...more].map((n) => `current_setting('${n}') "${n}"`)}`,
    )
    expect(rows[0]).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      log_statement: 'none',
      max_connections: '200',
    })
    expect(await ask(cluster, `select current_database() name, upper('мир') peace`)).toEqual([
      { name: 'parley', peace: 'МИР' },
    ])
    const thief = new Client({ ...cluster.owner, password: 'guess' })
    await expect(thief.connect()).rejects.toThrow(/password authentication failed/)
    expect(statSync(cluster.owner.host).mode & 0o077).toBe(0)
  })

  test('keeps rows and secret over a stop and a start, and leaves no socket behind', async () => {
    const folder = makeFolder()
    const first = await start(folder)
    await ask(first, 'create table kept as select 7 as n')
    await Promise.all([first.stop(), first.stop()])
    expect(first.ready).toBe(false)
    expect(postgresIn(join(folder, 'postgres'))).toEqual([])
    expect(() => statSync(first.owner.host)).toThrow()
    const second = await start(folder)
    expect(second.secret).toBe(first.secret)
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('is refused to a second start, which learns who has it and where', async () => {
    const folder = makeFolder()
    const child = await startElsewhere(folder)
    const refusal = await startCluster({ folder }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FolderInUse)
    expect(refusal).toMatchObject({ pid: child.pid, url: 'http://localhost:4711' })
    expect(String(refusal)).toContain(`process ${child.pid}`)
  })

  test('goes to exactly one of many that start at the same moment, and a dead holder is no obstacle', async () => {
    const folder = makeFolder()
    writeFileSync(
      join(folder, 'lock.3'),
      JSON.stringify({ pid: 999_999_999, started: '1', whereabouts: 'elsewhere' }),
    )
    spawnSync('touch', ['-d', '2 minutes ago', join(folder, 'lock.3')])
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => start(folder)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderInUse)
  })

  test('may have a name of any length, with spaces, quotes and Cyrillic', async () => {
    const folder = join(makeFolder(), "it's «мир»".repeat(6), 'x'.repeat(150))
    const cluster = await start(folder)
    expect(Buffer.byteLength(folder)).toBeGreaterThan(107)
    expect(await ask(cluster, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test('is not opened with another secret, and a lost secret is not silently replaced', async () => {
    const folder = makeFolder()
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'secret'), 'ab'.repeat(32))
    await expect(start(folder)).rejects.toThrow(/do not belong together/)
    rmSync(join(folder, 'secret'))
    await expect(start(folder)).rejects.toThrow(/secret is missing/)
    expect(postgresIn(join(folder, 'postgres'))).toEqual([])
  })

  test('works under umask 077, also below a folder that only its owner may enter', async () => {
    const folder = makeFolder()
    const child = runElsewhere(
      join(folder, 'data'),
      `process.umask(0o077)
      const cluster = await startCluster({ folder })
      console.log('up', cluster.ready)
      await cluster.stop()`,
    )
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(await firstWords(child)).toBe('up true')
    await until(() => child.exitCode === 0)
  })
})
