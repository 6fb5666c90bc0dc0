/** As whom PostgreSQL runs: it refuses to be root, so root lends it the ordinary user `postgres`. */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, lchownSync, lstatSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** An ordinary user that root starts PostgreSQL as; null where Parley itself is an ordinary user. */
export type Runner = { readonly uid: number; readonly gid: number } | null

/** The few variables that PostgreSQL is given: nothing of ours, no PG* settings of whoever started Parley. */
export const plainEnvironment = (): Record<string, string> => ({
  PATH: [process.env.PATH, '/usr/sbin', '/usr/bin', '/sbin', '/bin'].filter(Boolean).join(':'),
  LC_ALL: 'C',
})

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, {
    env: plainEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const findUser = (): Runner => {
  try {
    return { uid: Number(run('id', '-u', 'postgres')), gid: Number(run('id', '-g', 'postgres')) }
  } catch {
    return null
  }
}

// The ways of Debian and Fedora, of Debian's friendlier tool, and of small systems with BusyBox.
const waysToAddUser: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/',
    '--shell',
    '/bin/false',
    'postgres',
  ],
  ['adduser', '--system', '--group', '--no-create-home', '--home', '/', 'postgres'],
  ['adduser', '-S', '-D', '-H', '-h', '/', 'postgres'],
]

const addUser = (): Runner => {
  for (const [command, ...args] of waysToAddUser) {
    try {
      run(command, ...args)
    } catch {
      // Not this way, or another Parley was first: what counts is whether the user is there now.
    }
    const user = findUser()
    if (user !== null) return user
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and the user "postgres" could not be added. ' +
      'Add it (useradd --system postgres), start Parley as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whom PostgreSQL shall run as, given its (perhaps missing) folder: the folder's owner if root may lend that name. */
export const chooseRunner = (database: string): Runner => {
  const me = process.getuid?.()
  const found = lstatSync(database, { throwIfNoEntry: false })
  if (me === 0) {
    return found !== undefined && found.uid !== 0
      ? { uid: found.uid, gid: found.gid }
      : (findUser() ?? addUser())
  }
  if (found !== undefined && found.uid !== me) {
    throw new Error(
      `The database in ${database} belongs to user number ${found.uid}, and Parley was started as number ${me}. ` +
        'Start it as that user or as root.',
    )
  }
  return null
}

/** Gives a folder and all in it to the runner, the folder itself last, so that a half-done gift is seen and redone. */
export const giveTo = (runner: Runner, path: string): void => {
  if (runner === null) return
  const found = lstatSync(path)
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(runner, join(path, name))
  if (found.uid !== runner.uid) lchownSync(path, runner.uid, runner.gid)
}

/** How a command of this runner may name a folder, and the open folder (as its file number 3) where the name needs it. */
export interface Reach {
  readonly name: string
  readonly handle: number | 'ignore'
  close(): void
}

const canEnter = (runner: Runner, name: string, handle: number | 'ignore'): boolean => {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', name], {
    env: plainEnvironment(),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'ignore', handle],
    ...runner,
  })
  return status === 0
}

/**
 * Makes a folder of the runner's nameable for it even below a folder that only root may pass, such as /root:
 * there the open folder itself is handed down and named through /proc, which asks nothing of the folders above.
 */
export const reachFolder = (runner: Runner, folder: string): Reach => {
  if (runner === null || canEnter(runner, folder, 'ignore')) {
    return { name: folder, handle: 'ignore', close: () => undefined }
  }
  const handle = openSync(folder, 'r')
  const name = '/proc/self/fd/3'
  if (canEnter(runner, name, handle)) return { name, handle, close: () => closeSync(handle) }
  closeSync(handle)
  throw new Error(
    `The user that PostgreSQL runs as (number ${runner.uid}) cannot enter ${folder}. ` +
      'Give Parley a data folder that every user may pass through, for example: npm start -- --data /var/lib/parley/data',
  )
}
