/** `parley badge check`: whether a badge is genuine and its days are running, with the public key of the log and nothing else. */
import { readBadge } from '#contract/badge.ts'
import { Day } from '#contract/words.ts'
import { badgeTerm, scannedNote } from '#domain/meetings/accreditation.ts'
import { named } from '#domain/parties/localised.ts'
import { parseVerifierKey } from '#domain/record/key.ts'
import { openNote } from '#domain/record/note.ts'
import { primitives } from '#server/record/primitives.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print, textOf } from '../command.ts'
import { bytesOf, sentence } from '../input.ts'
import { orBadInput, wanted } from '../verify/input.ts'

const terms = { ahead: 'not valid yet', running: 'valid', over: 'no longer valid' } as const

const checkBadge = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  const day = textOf(call, 'day') ?? new Date().toISOString().slice(0, 10)
  if (!Day.safeParse(day).success) throw new BadUsage('--day is a day as 2026-11-27')
  const key = orBadInput(parseVerifierKey(wanted(call, 'key'), primitives.sha256), '--key')
  const opened = openNote(scannedNote((await bytesOf(path)).toString('utf8')), [key], primitives)
  const badge = opened.ok ? readBadge(opened.value.text) : undefined
  if (!badge) {
    const why = opened.ok ? 'What this key has signed is no badge.' : sentence(opened.refusal)
    print(call, { genuine: false, why }, [`Not genuine. ${why}`])
    return 1
  }
  const term = badgeTerm(badge, day)
  print(call, { genuine: true, term, day, badge }, [
    `Genuine, ${terms[term]} on ${day}: ${named(badge.name, 'en')} (${badge.category}, ${badge.party})`,
    `  ${badge.process}, ${badge.from} to ${badge.until}`,
    '  Whether it was withdrawn since, only the list in Parley tells.',
  ])
  return term === 'running' ? 0 : 1
}

/** The command. */
export const checkBadgeCommand: Command = {
  name: 'badge check',
  words: 1,
  usage: 'SCANNED.txt --key KEY [--day YYYY-MM-DD] [--json]',
  summary: 'check a badge that was scanned, with the public key of the log of its channel',
  options: { key: { type: 'string' }, day: { type: 'string' }, ...jsonOption },
  run: checkBadge,
}
