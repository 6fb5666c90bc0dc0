/** `parley restore`: brings a backup back into a new data folder, and opens it only if nobody has seen more. */
import { say } from '#server/backup/finding.ts'
import { BackupRefused } from '#server/backup/refused.ts'
import { type Restored, restore } from '#server/backup/restore.ts'
import { everybody } from '#server/backup/verdict.ts'
import { readConfig } from '#server/config.ts'
import { readerInPlace } from '#server/rooms/reader.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print, tell, textOf } from './command.ts'

/** The texts of an option that may be given more than once. */
const textsOf = (call: Call, name: string): readonly string[] => {
  const value: unknown = call.values[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

const opened = (to: string, { manifest, logs }: Restored, without: readonly string[]): readonly string[] => {
  const taken = logs.filter((log) => log.taken > 0)
  const remade = logs.filter((log) => log.remade > 0)
  return [
    `restored the backup of ${manifest.at} to ${to}: it may be opened`,
    ...taken.map((log) => `  ${log.name}: ${log.taken} of ${log.size} entries came from mirrors`),
    ...remade.map(
      (log) => `  ${log.name}: ${log.remade} entries of ticks at which nothing was done were made again`,
    ),
    ...without.map(
      (seat) =>
        `  WITHOUT THE WORD OF ${seat === everybody ? 'ANY WITNESS THAT IS SILENT' : `THE WITNESS OF ${seat}`}: if it has seen more, this is a fork, and it will say so`,
    ),
    'Everybody signs in anew; open invitations and the keys of mirrors that were made before are void.',
  ]
}

const refused = (to: string, { manifest, findings }: Restored): readonly string[] => [
  `the backup of ${manifest.at} was restored to ${to}, and nothing opens it, because it may be older than what others have seen:`,
  ...findings.map((finding) => `  ${say(finding)}`),
  'Nothing in it was changed. Call restore again with what is missing; it goes on from here.',
]

const run = async (call: Call): Promise<Ending> => {
  const [backup] = call.positionals
  const to = textOf(call, 'to')
  if (backup === undefined || to === undefined)
    throw new BadUsage('restore wants the folder of a backup, and with --to a new data folder')
  const { databaseUrl, witnessHosts, origin, tickSeconds } = readConfig(process.env)
  if (databaseUrl !== undefined)
    throw new BadUsage('DATABASE_URL names a PostgreSQL of yours: restore it with its own tools')
  const without = textsOf(call, 'without')
  const restored = await restore({
    backup,
    to,
    mirrors: textsOf(call, 'mirror'),
    held: textsOf(call, 'held'),
    played: textOf(call, 'witnesses'),
    without,
    network: { allowedHosts: witnessHosts, allowLoopback: origin === undefined },
    tickSeconds,
    examine: readerInPlace.examine,
    clock: () => new Date(),
    onProgress: (line) => tell(`  ${line}`),
  }).catch((error: unknown) => {
    throw error instanceof BackupRefused ? new BadUsage(error.message) : error
  })
  const isOpen = restored.findings.length === 0
  const { manifest, findings, logs } = restored
  print(
    call,
    {
      to,
      at: manifest.at,
      opened: isOpen,
      findings: findings.map((finding) => ({ ...finding, said: say(finding) })),
      logs,
    },
    isOpen ? opened(to, restored, without) : refused(to, restored),
  )
  return isOpen ? 0 : 1
}

/** The command. */
export const restoreCommand: Command = {
  name: 'restore',
  words: 1,
  usage:
    'DIR --to NEW [--mirror FOLDER]... [--held FILE]... [--witnesses FOLDER] [--without SEAT]... [--json]',
  summary: 'bring a backup back into a new data folder; it opens only if nobody has seen more',
  options: {
    to: { type: 'string' },
    mirror: { type: 'string', multiple: true },
    held: { type: 'string', multiple: true },
    witnesses: { type: 'string' },
    without: { type: 'string', multiple: true },
    ...jsonOption,
  },
  run,
}
