/** `parley backup`: writes everything an installation holds into a new folder, while it is used. */
import { existsSync } from 'node:fs'
import { makeBackup, sizeOf } from '#server/backup/backup.ts'
import { sealOf } from '#server/backup/manifest.ts'
import { BackupRefused } from '#server/backup/refused.ts'
import { readConfig } from '#server/config.ts'
import {
  BadUsage,
  type Call,
  type Command,
  dataOption,
  type Ending,
  jsonOption,
  print,
  tell,
  textOf,
} from './command.ts'
import { withInstallation } from './installation.ts'

/** Is aborted by Ctrl-C, so that nothing half-made is left behind. */
const interruption = (): AbortSignal => {
  const given = new AbortController()
  const stop = (): void => given.abort(new BackupRefused('interrupted: nothing of the backup is left behind'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  return given.signal
}

const run = async (call: Call): Promise<Ending> => {
  const [folder] = call.positionals
  if (folder === undefined) throw new BadUsage('backup wants the name of a folder that is not there yet')
  const { databaseUrl, data } = readConfig(process.env, { data: textOf(call, 'data') })
  if (databaseUrl !== undefined)
    throw new BadUsage(
      'DATABASE_URL names a PostgreSQL of yours: back it up with its own tools (pg_basebackup), and keep the file secret of the data folder with it',
    )
  if (!existsSync(data))
    throw new BadUsage(`there is nothing to back up: the data folder ${data} is not there`)
  const signal = interruption()
  return withInstallation<Ending>(call, async (installation) => {
    const onProgress = (line: string) => tell(`  ${line}`)
    const manifest = await makeBackup({ installation, folder, onProgress, signal }).catch(
      (error: unknown) => {
        throw error instanceof BackupRefused ? new BadUsage(error.message) : error
      },
    )
    const { at, postgres, logs, files } = manifest
    print(call, { folder, at, postgres, seal: sealOf(manifest), files: files.length, logs }, [
      `backed up ${sizeOf(manifest)} in ${files.length} files to ${folder}`,
      'It holds everything, also the secret that signs the record: keep it as you keep the house itself.',
    ])
    return 0
  })
}

/** The command. */
export const backupCommand: Command = {
  name: 'backup',
  words: 1,
  usage: 'DIR [--data DIR] [--json]',
  summary: 'write everything into the new folder DIR, while the server runs or not',
  options: { ...dataOption, ...jsonOption },
  run,
}
