/** `parley doctor`: looks at database, disk, versions and walls, and says what is wrong. */
import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { freeBytes } from '#server/database/disk.ts'
import { wallsLint } from '#server/database/walls.ts'
import type { Installation } from '#server/installation.ts'
import { root } from '#server/root.ts'
import { type Call, type Command, dataOption, type Ending, jsonOption, print, textOf } from './command.ts'
import { withInstallation } from './installation.ts'

interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly said: string
}

const leastDisk = 1024 * 1024 * 1024

const nodeVersion = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return { what: 'Node', ok, said: `${process.versions.node}${ok ? '' : '; 20.19 or later is needed'}` }
}

const disk = async (folder: string): Promise<Finding> => {
  const free = await freeBytes(folder).catch(() => null)
  if (free === null) return { what: 'disk', ok: false, said: `the data folder ${folder} cannot be looked at` }
  const ok = free > leastDisk
  return {
    what: 'disk',
    ok,
    said: `${(free / 1024 ** 3).toFixed(1)} GiB free${ok ? '' : '; make room: below 0.5 GiB nothing is written'}`,
  }
}

const built = async (): Promise<Finding> => {
  const page = join(root, 'build', 'web', 'index.html')
  const ok = await access(page, constants.R_OK).then(
    () => true,
    () => false,
  )
  return { what: 'screens', ok, said: ok ? 'built' : 'not built: run npm run build' }
}

const database = async (installation: Installation): Promise<readonly Finding[]> => {
  const owner = await installation.owner()
  try {
    const { rows } = await owner.query<{ name: string; value: string }>(
      `select name, setting as value from pg_settings
       where name in ('server_version', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`,
    )
    const setting = (name: string) => rows.find((row) => row.name === name)?.value ?? 'unknown'
    const durable = ['fsync', 'full_page_writes', 'synchronous_commit'].filter(
      (name) => setting(name) !== 'on',
    )
    const walls = await wallsLint(owner, installation.names)
    return [
      { what: 'PostgreSQL', ok: true, said: setting('server_version') },
      {
        what: 'durability',
        ok: durable.length === 0,
        said:
          durable.length === 0
            ? 'fsync, full_page_writes and synchronous_commit are on'
            : `off: ${durable.join(', ')}`,
      },
      {
        what: 'checksums',
        ok: setting('data_checksums') === 'on',
        said: setting('data_checksums') === 'on' ? 'on' : 'off: a damaged disk would not be noticed',
      },
      {
        what: 'walls',
        ok: walls.length === 0,
        said: walls.length === 0 ? 'every one holds' : walls.join('; '),
      },
    ]
  } finally {
    await owner.end()
  }
}

const run = async (call: Call): Promise<Ending> => {
  const { data } = readConfig(process.env, { data: textOf(call, 'data') })
  const inside = await withInstallation(call, database).catch((error: Error): readonly Finding[] => [
    { what: 'PostgreSQL', ok: false, said: error.message },
  ])
  const findings = [nodeVersion(), await built(), await disk(data), ...inside]
  const lines = findings.map(({ what, ok, said }) => `${ok ? 'ok   ' : 'WRONG'}  ${what.padEnd(11)} ${said}`)
  print(call, { ok: findings.every(({ ok }) => ok), findings }, lines)
  return findings.every(({ ok }) => ok) ? 0 : 1
}

/** The command. */
export const doctorCommand: Command = {
  name: 'doctor',
  words: 0,
  usage: '[--data DIR] [--json]',
  summary: 'look at database, disk, versions and walls, and say what is wrong',
  options: { ...dataOption, ...jsonOption },
  run,
}
