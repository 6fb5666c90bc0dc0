/** `parley background read`: a file of events as a time line, checked; what became of its agreements; the same as CSV or JSON. */
import { writeFile } from 'node:fs/promises'
import { backgroundFile, readBackgroundFile } from '#contract/background-file.ts'
import { decoded, longestTable, readRecords } from '#contract/csv.ts'
import { eventTable, readEventTable } from '#domain/background/event-table.ts'
import { type Course, coursesOf } from '#domain/background/fate.ts'
import { inTime } from '#domain/background/lanes.ts'
import { inEntryOrder, type Listed } from '#domain/background/listed.ts'
import type { Outcome } from '#domain/outcome.ts'
import { named } from '#domain/parties/localised.ts'
import { inColumns } from '../columns.ts'
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
import { bytesOf, sentence } from '../input.ts'

const languagesIn = (call: Call): readonly string[] => {
  const languages = (textOf(call, 'languages') ?? 'en,ru').split(',').map((each) => each.trim())
  if (languages.every((each) => /^[a-z]{2,3}$/.test(each))) return languages
  throw new BadUsage('--languages takes codes with commas between them: --languages en,ru')
}

const listedIn = (
  path: string,
  bytes: Uint8Array,
  languages: readonly string[],
): Outcome<readonly Listed[]> => {
  const text = decoded(bytes)
  if (/^\uFEFF?\s*[{[]/.test(text)) return readBackgroundFile(text)
  const rows = readRecords(path, text, longestTable)
  return rows.ok ? readEventTable(rows.value, languages) : rows
}

const fateWords = {
  untold: 'nothing is said of what became of it',
  'in-force': 'entered into force',
  suspended: 'suspended',
  ended: 'no longer in force',
} as const

/** An event under an id of this run. */
interface Line {
  readonly object: string
  readonly when: string
  readonly kind: Listed['kind']
  readonly of?: string | undefined
  readonly name: Listed['name']
}

const asLines = (
  lines: readonly Line[],
  courses: readonly Course<Line>[],
  language: string,
): readonly string[] => [
  ...inColumns(
    inTime(lines).map(({ event: { when, kind, name } }) => [when, kind, named(name, language)]),
    () => 'begin',
  ),
  '',
  ...courses.map(
    ({ agreement, after, fate }) =>
      `${named(agreement.name, language)}: ${fateWords[fate]}${after.length > 0 ? ` (${after.map(({ when }) => when).join(', ')})` : ''}`,
  ),
]

const readFileOf = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  if (path === '') throw new BadUsage('which file? parley background read FILE.json')
  const languages = languagesIn(call)
  const listed = listedIn(path, await bytesOf(path), languages)
  if (!listed.ok) throw new BadUsage(`${path}: ${sentence(listed.refusal)}`)
  const lines = inEntryOrder(listed.value, ({ key }, place) => key ?? `no-${place + 1}`).map(
    ({ object, event: { when, kind, of, name } }): Line => ({
      object,
      when,
      kind,
      name,
      ...(of ? { of } : {}),
    }),
  )
  const courses = coursesOf(lines)
  const csv = textOf(call, 'csv')
  if (csv !== undefined) await writeFile(csv, eventTable(listed.value, languages))
  const out = textOf(call, 'out')
  if (out !== undefined) await writeFile(out, `${JSON.stringify(backgroundFile(listed.value), null, 2)}\n`)
  const told = listed.value.filter(({ accounts }) => accounts && Object.keys(accounts).length > 0).length
  tell(`${listed.value.length} events, ${told} of them with accounts of a side`)
  const agreements = courses.map(({ agreement, after, fate }) => ({
    ...{ key: agreement.object, when: agreement.when, fate, after: after.map(({ object }) => object) },
  }))
  print(call, { events: listed.value, agreements }, asLines(lines, courses, languages[0] ?? 'en'))
  return 0
}

/** The command. */
export const backgroundCommand: Command = {
  name: 'background read',
  words: 1,
  usage: 'FILE.json|FILE.csv [--languages en,ru] [--out FILE.json] [--csv FILE.csv] [--json]',
  summary: 'check a file of events, show it as a time line, and write it as JSON or as a table',
  options: {
    ...{ languages: { type: 'string' }, out: { type: 'string' }, csv: { type: 'string' } },
    ...jsonOption,
  },
  run: readFileOf,
}
