/** `parley bargain blind`: shows from folders of a record that the rule of blind acceptance was kept. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BallotSide, blindRuleKept, blindRuleKeptByAll } from '#domain/bargaining/blind.ts'
import { partyOfSeat, sidesOf } from '#domain/bargaining/sides.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { aboutPath, actsPath, parseAbout, parseActLine } from '#domain/record/folder.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print } from '../command.ts'
import { sentence } from '../input.ts'
import { orBadInput, readInput } from '../verify/input.ts'

const actsIn = async (folder: string, log: string): Promise<readonly Act[]> => {
  const path = actsPath(log)
  // A room in which nothing may be read has no such file.
  const text = await readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new BadUsage(`${join(folder, path)}: ${error.message}`)
  })
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line, i) => orBadInput(parseActLine(line, path, i + 1), folder).act)
}

/** Somebody else's folder may hold anything: what does not have the shape of its kind of act is bad input. */
const readably = <T>(work: () => T): T => {
  try {
    return work()
  } catch {
    throw new BadUsage('an act of these folders is not of the shape of its kind; verify the folders first')
  }
}

/** What the party of this folder has of each ballot. */
const sidesIn = async (folder: string): Promise<readonly BallotSide[]> => {
  const about = orBadInput(parseAbout((await readInput(join(folder, aboutPath))).toString()), folder)
  const rooms = about.logs.filter(({ kind }) => kind === 'room')
  const acts = (await Promise.all(rooms.map(({ log }) => actsIn(folder, log)))).flat()
  const party = readably(() => partyOfSeat(acts, about.seat))
  if (party === undefined)
    throw new BadUsage(`${folder}: only a party was asked anything, and this is no party's`)
  return readably(() => sidesOf(acts, party))
}

interface Judged {
  readonly ballot: string
  readonly closedAt: string
  readonly accepted: boolean
  readonly sides: readonly { readonly party: string; readonly accepted: boolean | null }[]
  /** `all`: every side of the ballot lies on the table. */
  readonly seen: 'one side' | 'all sides'
  readonly flaw: string | null
}

const judge = (sides: readonly BallotSide[], isAlone: boolean): Judged | undefined => {
  const [first] = sides
  if (!first) return undefined
  const kept: Outcome<void> = isAlone ? blindRuleKept(first) : blindRuleKeptByAll(sides)
  return {
    ballot: first.ballot.object,
    closedAt: first.close.at,
    accepted: first.close.payload.accepted,
    sides: sides.map(({ party, answers }) => ({ party, accepted: answers.at(-1)?.payload.accept ?? null })),
    seen: isAlone ? 'one side' : 'all sides',
    flaw: kept.ok ? null : sentence(kept.refusal),
  }
}

const answered = (accepted: boolean | null): string =>
  accepted === null ? 'did not answer' : accepted ? 'accepted' : 'did not accept'

const linesOf = ({ ballot, closedAt, accepted, sides, seen, flaw }: Judged): readonly string[] => [
  `${ballot}  closed ${closedAt}: ${accepted ? 'accepted' : 'not accepted'}`,
  ...sides.map((side) => `    ${side.party} ${answered(side.accepted)}`),
  `    ${flaw ?? (seen === 'one side' ? 'The rule was kept as far as this side can see.' : 'The rule was kept towards all.')}`,
]

const run = async (call: Call): Promise<Ending> => {
  if (call.positionals.length === 0) throw new BadUsage('name at least one folder of a record')
  const folders = await Promise.all(call.positionals.map(sidesIn))
  const all = folders.flat()
  const ballots = [...new Set(all.map(({ ballot }) => ballot.object))]
  const judged = ballots.flatMap((ballot) => {
    const sides = all.filter((side) => side.ballot.object === ballot)
    return readably(() => judge(sides, folders.length === 1)) ?? []
  })
  const close = ['', 'Check the folders themselves with: parley verify log FOLDER --replay']
  const none = judged.length === 0 ? ['No ballot has closed.'] : []
  print(call, { ballots: judged }, [...none, ...judged.flatMap(linesOf), ...close])
  return judged.some(({ flaw }) => flaw !== null) ? 1 : 0
}

/** The command. */
export const blindCommand: Command = {
  name: 'bargain blind',
  usage: 'FOLDER... [--json]',
  summary: 'show from records taken home, of one party or of all, that blind acceptance kept its rule',
  words: 64,
  options: jsonOption,
  run,
}
