/** Calling a command: finds it, reads its options, ends with 0, 1 (a finding) or 2 (usage or bad input). */
import { parseArgs } from 'node:util'
import { WrongSurroundings } from '#server/config.ts'
import { backgroundCommand } from './background/read.ts'
import { backupCommand } from './backup.ts'
import { bargainCommands } from './bargain.ts'
import { BadUsage, type Command, type Ending, tell } from './command.ts'
import { draftCommand } from './commitments/draft.ts'
import { eventsCommand } from './commitments/events.ts'
import { scoreCommand } from './commitments/score.ts'
import { sequenceCommand } from './commitments/sequence.ts'
import { doctorCommand } from './doctor.ts'
import { checkBadgeCommand } from './meetings/badge.ts'
import { checkMeetingsCommand } from './meetings/check.ts'
import { mirrorCommand } from './mirror.ts'
import { symmetryCommand } from './process/symmetry.ts'
import { processCommands } from './process.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'
import { textCommands } from './text.ts'
import { verifyCommands } from './verify.ts'
import { witnessCommand } from './witness.ts'

const commands: readonly Command[] = [
  serveCommand,
  ...processCommands,
  doctorCommand,
  backupCommand,
  restoreCommand,
  ...verifyCommands,
  ...textCommands,
  ...bargainCommands,
  draftCommand,
  sequenceCommand,
  scoreCommand,
  eventsCommand,
  backgroundCommand,
  symmetryCommand,
  checkMeetingsCommand,
  checkBadgeCommand,
  witnessCommand,
  mirrorCommand,
]

const help = (): string => {
  const lines = commands.flatMap(({ name, usage, summary }) => [
    `  parley ${name} ${usage}`,
    `      ${summary}`,
  ])
  return [
    'Parley, the neutral platform for mediated peace talks.',
    '',
    ...lines,
    '',
    'Exit code: 0 well, 1 a finding, 2 wrong usage or bad input.',
    'Environment: PARLEY_PORT, PARLEY_DATA, PARLEY_ORIGIN, DATABASE_URL and others (see docs/running.md).',
  ].join('\n')
}

const called = (words: readonly string[]): { command: Command; rest: readonly string[] } | undefined => {
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => words[i] === word))
  return command && { command, rest: words.slice(command.name.split(' ').length) }
}

const runCommand = async (command: Command, rest: readonly string[]): Promise<Ending> => {
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: [...rest],
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
  const values = parsed.values as Readonly<Record<string, string | boolean | undefined>>
  if (values.help) {
    console.log(`parley ${command.name} ${command.usage}\n    ${command.summary}`)
    return 0
  }
  const surplus = parsed.positionals.slice(command.words)
  if (surplus.length > 0) throw new BadUsage(`parley ${command.name} does not take "${surplus.join(' ')}"`)
  return command.run({ positionals: parsed.positionals, values })
}

const found = async (words: readonly string[]): Promise<Ending> => {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
    console.log(help())
    return words.length === 0 ? 2 : 0
  }
  const command = called(words)
  if (!command)
    throw new BadUsage(`there is no command "${words.join(' ')}"; parley --help lists those there are`)
  return runCommand(command.command, command.rest)
}

/** Calls a command with the words of a command line; what is wrong with them, or with what it was given, is told in a line. */
export const callParley = async (words: readonly string[]): Promise<Ending> => {
  try {
    return await found(words)
  } catch (error) {
    tell(
      error instanceof BadUsage || error instanceof WrongSurroundings
        ? error.message
        : `parley: ${(error as Error)?.stack ?? String(error)}`,
    )
    return 2
  }
}
