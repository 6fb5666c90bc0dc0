/** Keeps the installation's PostgreSQL running: starts it, brings it back when it dies, stops it. */
import { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import {
  type DataFolder,
  keepSecret,
  openDataFolder,
  ownerPassword,
  removeSocketFolder,
  renewSocketFolder,
} from './folder.ts'
import { type Footing, initialise } from './initialise.ts'
import { type Lock, takeLock } from './lock.ts'
import { ownerOf } from './postmaster.ts'
import { clearPostgres } from './processes.ts'
import { chooseRunner } from './runner.ts'
import { Supervisor } from './supervisor.ts'

/** A running PostgreSQL of our own, on a unix socket only. */
export interface Cluster {
  /** How the installation's owner (the superuser `parley_owner`) connects; the host is the socket's folder. */
  readonly owner: {
    readonly host: string
    readonly port: number
    readonly database: string
    readonly user: string
    readonly password: string
  }
  /** 32 random bytes in hexadecimal, made once and kept in the data folder; the seats' passwords are derived from it. */
  readonly secret: string
  /** Writes into the data folder's lock where this Parley answers, for whoever tries to start a second one. */
  note(url: string): void
  /** Calls back whenever PostgreSQL has died and accepts connections again. */
  onRestart(listener: () => void): void
  /** True while PostgreSQL is up and accepting. */
  readonly ready: boolean
  /** Ends PostgreSQL and gives the data folder free; calling it again waits for the same end. */
  stop(): Promise<void>
}

/** The data folder, and whoever wants to read what is being done. */
export interface ClusterOptions {
  readonly folder: string
  readonly onProgress?: (line: string) => void
}

const makeDatabase = async (footing: Footing): Promise<void> => {
  const client = new Client(ownerOf(footing, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'parley'`)
    if (rowCount === 0) await client.query('create database parley')
  } finally {
    await client.end()
  }
}

const prepare = async (
  folder: DataFolder,
  onProgress: (line: string) => void,
): Promise<[Footing, string]> => {
  await clearPostgres(folder.database)
  const runner = chooseRunner(folder.database)
  const binaries = findBinaries(runner, onProgress)
  const secret = keepSecret(folder)
  const socket = renewSocketFolder(folder, runner)
  const footing = { folder, binaries, runner, socket, password: ownerPassword(secret) }
  await initialise(footing, onProgress)
  return [footing, secret]
}

const describe = (supervisor: Supervisor, footing: Footing, secret: string, lock: Lock): Cluster => ({
  owner: ownerOf(footing, 'parley'),
  secret,
  note: (url) => lock.note(url),
  onRestart: (listener) => supervisor.onRestart(listener),
  get ready() {
    return supervisor.ready
  },
  stop: () => supervisor.stop(),
})

/**
 * Starts the PostgreSQL of a data folder, making the folder at the first start. Throws `FolderInUse` if another Parley
 * has it, otherwise an error that says what is wrong and shows the end of PostgreSQL's log.
 */
export const startCluster = async ({
  folder: path,
  onProgress = () => undefined,
}: ClusterOptions): Promise<Cluster> => {
  const folder = openDataFolder(path)
  const lock = await takeLock(folder.path)
  try {
    const [footing, secret] = await prepare(folder, onProgress)
    const supervisor = new Supervisor(footing, onProgress, () => {
      removeSocketFolder(folder)
      lock.release()
    })
    await supervisor.start()
    await makeDatabase(footing).catch(async (error: unknown) => {
      await supervisor.stop()
      throw error
    })
    return describe(supervisor, footing, secret, lock)
  } catch (error) {
    removeSocketFolder(folder)
    lock.release()
    throw error
  }
}
