/** Starts real databases for tests in temporary folders, and clears all of it away after each test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { type Cluster, startCluster } from '../cluster.ts'

const started: Cluster[] = []
const children: ChildProcess[] = []
const folders: string[] = []

/** A temporary folder whose name holds a space, entered only by who made it. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'parley test '))
  folders.push(folder)
  return folder
}

/** Starts a cluster in this process. */
export const start = async (folder: string, told: string[] = []): Promise<Cluster> => {
  const cluster = await startCluster({ folder, onProgress: (line) => told.push(line) })
  started.push(cluster)
  return cluster
}

/** Asks PostgreSQL as the owner, on a connection of its own. */
export const ask = async (cluster: Cluster, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client(cluster.owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The number of the PostgreSQL that runs in a data folder. */
export const postmasterOf = (folder: string): number =>
  Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)

/** Waits until something holds and says how long that took; throws if it takes too long. */
export const until = async (what: () => boolean, milliseconds = 8_000): Promise<number> => {
  const begun = Date.now()
  while (!what()) {
    if (Date.now() - begun > milliseconds) throw new Error(`not within ${milliseconds} ms: ${what}`)
    await sleep(10)
  }
  return Date.now() - begun
}

/** Runs a few lines in a Node process of their own, in which `startCluster` and `folder` are known. */
export const runElsewhere = (folder: string, lines: string): ChildProcess => {
  const module = fileURLToPath(new URL('../cluster.ts', import.meta.url))
  const script = `const { startCluster } = await import(${JSON.stringify(module)})
    const folder = ${JSON.stringify(folder)}
    ${lines}`
  const args = ['--import', 'tsx', '--conditions=source', '--input-type=module', '-e', script]
  return noteChild(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** Has a process killed when the test is over. */
export const noteChild = (child: ChildProcess): ChildProcess => {
  children.push(child)
  return child
}

/** The first line that a process says; throws if it ends without a word. */
export const firstWords = (child: ChildProcess): Promise<string> =>
  new Promise((settle, fail) => {
    child.stdout?.once('data', (data) => settle(String(data).trim()))
    child.once('exit', (code) => fail(new Error(`the child ended with ${code}`)))
  })

/** A process of its own that has started a cluster, noted an address, and then does nothing. */
export const startElsewhere = async (folder: string): Promise<ChildProcess> => {
  const child = runElsewhere(
    folder,
    `const cluster = await startCluster({ folder })
    cluster.note('http://localhost:4711')
    process.once('SIGTERM', () => cluster.stop().then(() => process.exit()))
    console.log('up')
    setInterval(() => {}, 1000)`,
  )
  await firstWords(child)
  return child
}

const endChild = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM')
  await until(() => child.exitCode !== null || child.signalCode !== null).catch(() => child.kill('SIGKILL'))
}

/** Ends what a test has started and deletes its folders. */
export const clearAway = async (): Promise<void> => {
  await Promise.all(children.splice(0).map(endChild))
  await Promise.all(started.splice(0).map((cluster) => cluster.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
