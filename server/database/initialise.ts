/** Makes the database of a new data folder, whole or not at all. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, commandLine } from './binaries.ts'
import { type DataFolder, syncFolder, writeWhole } from './folder.ts'
import { clearPostgres } from './processes.ts'
import { giveTo, plainEnvironment, type Reach, type Runner, reachFolder } from './runner.ts'
import { settings, signIn } from './settings.ts'

/** What a start has found out: where the data lie, where PostgreSQL lies, as whom it runs, where its socket is. */
export interface Footing {
  readonly folder: DataFolder
  readonly binaries: Binaries
  readonly runner: Runner
  readonly socket: string
  readonly password: string
}

// Text is compared and its case folded by Unicode's rules as PostgreSQL brings them: no locale of the system is used.
const nature = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--username=parley_owner',
]

const runInitdb = (footing: Footing, reach: Reach, passwordFile: string): Promise<string | null> => {
  const [command, ...args] = commandLine(footing.binaries, 'initdb', 'KILL')
  const said: Buffer[] = []
  return new Promise((settle) => {
    const child = spawn(command, [...args, '-D', reach.name, `--pwfile=${passwordFile}`, ...nature], {
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', reach.handle],
      detached: true,
      ...footing.runner,
    })
    child.stdout?.on('data', (data: Buffer) => said.push(data))
    child.stderr?.on('data', (data: Buffer) => said.push(data))
    child.on('error', (error) => settle(error.message))
    child.on('close', (code) => settle(code === 0 ? null : Buffer.concat(said).toString('utf8').trim()))
  })
}

const isDraft = (name: string): boolean => name.startsWith('postgres.new-')

/** Clears away what a start that was killed half-way has left, and the processes that may still work on it. */
const clearDrafts = async (folder: DataFolder): Promise<void> => {
  for (const name of readdirSync(folder.path).filter(isDraft)) {
    const path = join(folder.path, name)
    await clearPostgres(path)
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  }
}

const makeDraft = async (footing: Footing): Promise<string> => {
  const draft = join(footing.folder.path, `postgres.new-${process.pid}`)
  const passwordFile = join(footing.socket, 'password')
  mkdirSync(draft, { mode: 0o700 })
  giveTo(footing.runner, draft)
  writeWhole(passwordFile, footing.password, 0o600)
  giveTo(footing.runner, passwordFile)
  const reach = reachFolder(footing.runner, draft)
  try {
    const failure = await runInitdb(footing, reach, passwordFile)
    if (failure !== null)
      throw new Error(`The database could not be made in ${footing.folder.path}:\n${failure}`)
  } finally {
    reach.close()
    rmSync(passwordFile, { force: true })
  }
  return draft
}

/** Makes the database if there is none yet. The folder gets its name only when it is complete. */
export const initialise = async (footing: Footing, onProgress: (line: string) => void): Promise<void> => {
  await clearDrafts(footing.folder)
  if (existsSync(footing.folder.database)) return giveTo(footing.runner, footing.folder.database)
  onProgress('Making a new database')
  renameSync(await makeDraft(footing), footing.folder.database)
  // A lost name would make a later start take this for a draft and throw it away.
  syncFolder(footing.folder.path)
}

/** Writes our settings over whatever stands in the database folder, so that the code is the truth. */
export const writeSettings = ({ folder, runner }: Footing): void => {
  for (const [name, content] of [
    ['postgresql.conf', settings],
    ['pg_hba.conf', signIn],
  ] as const) {
    const path = join(folder.database, name)
    writeWhole(path, content, 0o600)
    giveTo(runner, path)
  }
}
