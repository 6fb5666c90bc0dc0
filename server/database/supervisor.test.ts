/** What must hold when PostgreSQL, its sessions, its socket or its parent are taken away. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { postgresIn, startedAt } from './processes.ts'
import {
  ask,
  clearAway,
  makeFolder,
  noteChild,
  postmasterOf,
  start,
  startElsewhere,
  until,
} from './testing/clusters.ts'

afterEach(clearAway)

describe('PostgreSQL', () => {
  test('comes back by itself within 5 s when it is killed, with every confirmed row, though a session is busy', async () => {
    const folder = makeFolder()
    const cluster = await start(folder)
    let restarts = 0
    cluster.onRestart(() => {
      restarts += 1
    })
    await ask(cluster, 'create table kept as select 7 as n')
    const busy = ask(
      cluster,
      'select sum(a * b) from generate_series(1, 100000) a, generate_series(1, 100000) b',
    )
    const lost = busy.catch((error: unknown) => error)
    await sleep(200)
    process.kill(postmasterOf(folder), 'SIGKILL')
    await until(() => !cluster.ready)
    expect(await until(() => cluster.ready && restarts === 1, 5_000)).toBeLessThan(5_000)
    expect(await ask(cluster, 'select n from kept')).toEqual([{ n: 7 }])
    expect(await lost).toBeInstanceOf(Error)
  })

  test('comes back when one of its sessions is killed or its socket is taken away', async () => {
    const folder = makeFolder()
    const cluster = await start(folder)
    const client = new Client(cluster.owner)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    process.kill(rows[0].pid, 'SIGKILL')
    await until(() => !cluster.ready)
    await until(() => cluster.ready)
    rmSync(cluster.owner.host, { recursive: true })
    await until(() => !cluster.ready)
    await until(() => cluster.ready)
    expect(await ask(cluster, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test('is given a rest, with a message, when it dies over and over, and can still be stopped', async () => {
    const folder = makeFolder()
    const told: string[] = []
    const cluster = await start(folder, told)
    rmSync(join(folder, 'postgres', 'global'), { recursive: true })
    process.kill(postmasterOf(folder), 'SIGKILL')
    await until(() => told.some((line) => line.includes('died 5 times')), 15_000)
    expect(told.at(-1)).toContain('does not start')
    expect(told.at(-1)).toContain('postgres.log')
    const begun = Date.now()
    await cluster.stop()
    expect(Date.now() - begun).toBeLessThan(2_000)
  })

  test('does not outlive a parent that was killed, and the next start works', async () => {
    const folder = makeFolder()
    const child = await startElsewhere(folder)
    const postmaster = postmasterOf(folder)
    child.kill('SIGKILL')
    await until(() => postgresIn(join(folder, 'postgres')).length === 0)
    expect(startedAt(postmaster)).toBeNull()
    const cluster = await start(folder)
    expect(cluster.ready).toBe(true)
  })

  test('starts over a pid file and a lock whose number was given to another process', async () => {
    const folder = makeFolder()
    await (await start(folder)).stop()
    const bystander = noteChild(spawn('sleep', ['60']))
    const pidFile = join(folder, 'postgres', 'postmaster.pid')
    writeFileSync(pidFile, `${bystander.pid}\n${join(folder, 'postgres')}\n1\n5432\n/tmp\n\n0 0\nready\n`)
    const lock = readdirSync(folder).find((name) => name.startsWith('lock.')) ?? ''
    const { free: _, ...holder } = JSON.parse(readFileSync(join(folder, lock), 'utf8'))
    writeFileSync(join(folder, lock), JSON.stringify({ ...holder, pid: bystander.pid, started: '12' }))
    const cluster = await start(folder)
    expect(await ask(cluster, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(bystander.exitCode).toBeNull()
  })

  test('is stopped by the next start if it did outlive its parent', async () => {
    const folder = makeFolder()
    const child = await startElsewhere(folder)
    const orphan = postmasterOf(folder)
    // Suspended, it cannot hear that its parent has died.
    process.kill(orphan, 'SIGSTOP')
    child.kill('SIGKILL')
    await until(() => startedAt(child.pid ?? 0) === null)
    expect(postgresIn(join(folder, 'postgres'))).toContain(orphan)
    const cluster = await start(folder)
    expect(startedAt(orphan)).toBeNull()
    expect(await ask(cluster, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test('has its words for errors, without the words of people, in its log', async () => {
    const folder = makeFolder()
    const cluster = await start(folder)
    await ask(cluster, 'create table said (words text primary key, check (length(words) < 40))')
    const canaries = [
      `select 'canary-1'::int`,
      `insert into said values ('canary-2'), ('canary-2')`,
      `insert into said values ('canary-3 ${'x'.repeat(40)}')`,
      `do $$ begin raise warning 'canary-4'; raise exception 'canary-5'; end $$`,
      `select 'canary-6' from nowhere`,
    ]
    for (const sql of canaries) await ask(cluster, sql).catch(() => undefined)
    const busy = ask(cluster, `select pg_sleep(60), 'canary-7'`).catch(() => undefined)
    await sleep(100)
    const [{ pid } = { pid: 0 }] = await ask(
      cluster,
      `select pid from pg_stat_activity where query like '%sleep(60)%'`,
    )
    process.kill(Number(pid), 'SIGKILL')
    await busy
    await until(() => !cluster.ready)
    await until(() => cluster.ready)
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('canary')
  })
})
