/** `parley commitments sequence`: what waits for what in an agreement, and which of its dates cannot all be kept. */
import { writeFile } from 'node:fs/promises'
import { calendarOf } from '#contract/calendar.ts'
import { StipulationsFile } from '#contract/stipulations-file.ts'
import { type Sequence, sequenceOf } from '#domain/commitments/sequence/sequence.ts'
import {
  BadUsage,
  type Call,
  type Command,
  type Ending,
  jsonOption,
  print,
  tell,
  textOf,
} from '../command.ts'
import { languageOf, readJsonFile, sentence } from '../input.ts'
import { sequenceLines, tellerFor } from './sequence-lines.ts'

const writeCalendar = async (call: Call, file: StipulationsFile, sequence: Sequence): Promise<void> => {
  const out = textOf(call, 'ics')
  const bound = textOf(call, 'for')
  if (bound !== undefined && !file.actors.some(({ key }) => key === bound))
    throw new BadUsage(`--for ${bound}: there is no such actor in the file`)
  if (out === undefined) {
    if (bound !== undefined) throw new BadUsage('--for goes with --ics OUT.ics')
    return
  }
  const { ics, entries } = calendarOf({ file, sequence, bound, now: new Date() })
  if (entries === 0)
    throw new BadUsage(
      'no step has a last day: a calendar wants fixed dates, or the day of the entry into force',
    )
  try {
    await writeFile(out, ics)
  } catch (error) {
    throw new BadUsage(
      `${out} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`,
    )
  }
  tell(`${out}: ${entries} deadlines`)
}

const showSequence = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  const language = languageOf(call)
  const file = await readJsonFile(path, StipulationsFile, 'is not a file of stipulations')
  const sequence = sequenceOf(file.stipulations, textOf(call, 'in-force') ?? file.inForce)
  if (!sequence.ok) throw new BadUsage(`${path}: ${sentence(sequence.refusal)}`)
  await writeCalendar(call, file, sequence.value)
  const { finding } = tellerFor(file, language)
  const findings = sequence.value.findings.map((each) => ({ ...each, sentence: finding(each) }))
  print(call, { ...sequence.value, findings }, sequenceLines(file, sequence.value, language))
  return sequence.value.isSound ? 0 : 1
}

/** The command. */
export const sequenceCommand: Command = {
  name: 'commitments sequence',
  words: 1,
  usage: 'STIPULATIONS.json [--in-force DATE] [--lang en|ru] [--ics OUT.ics [--for ACTOR]] [--json]',
  summary: 'show what waits for what, steps that wait for each other, and dates that cannot all be kept',
  options: {
    'in-force': { type: 'string' },
    lang: { type: 'string' },
    ics: { type: 'string' },
    for: { type: 'string' },
    ...jsonOption,
  },
  run: showSequence,
}
