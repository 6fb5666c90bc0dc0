/** `parley bargain convert`: a case from one format into another; what is not kept is said, what would change is refused. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { writeGenius } from '#domain/bargaining/formats/genius/write.ts'
import { writeGeniusWeb } from '#domain/bargaining/formats/geniusweb-write.ts'
import type { Written } from '#domain/bargaining/formats/holding.ts'
import { writeNegmas } from '#domain/bargaining/formats/negmas-write.ts'
import { writeTable } from '#domain/bargaining/formats/table-write.ts'
import { without, withoutKeys } from '#domain/bargaining/formats/without.ts'
import type { Outcome } from '#domain/outcome.ts'
import { BadUsage, type Call, type Ending, tell, textOf } from '../command.ts'
import { writeOwn } from './own.ts'
import { orBadUsage, readCase, readConstraintsFile } from './reading.ts'
import { writeCsv, writeXlsx } from './sheet.ts'

const forms = ['json', 'csv', 'xlsx', 'genius', 'geniusweb', 'negmas', 'negmas-json'] as const
type Form = (typeof forms)[number]

const formOf = (call: Call, out: string): Form => {
  const said = textOf(call, 'to') ?? /\.(json|csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase()
  const form = forms.find((each) => each === said)
  if (!form) throw new BadUsage(`say in which form: --to ${forms.join(', ')}`)
  return form
}

const writeFolder = async (out: string, outcome: Outcome<Written>): Promise<readonly string[]> => {
  const { files, lost } = orBadUsage(outcome, out)
  await mkdir(out, { recursive: true })
  if ((await readdir(out)).length > 0) throw new BadUsage(`${out} is not an empty folder`)
  for (const { name, text } of files) await writeFile(join(out, name), text)
  return lost
}

const writers: Readonly<Record<Form, (case_: BargainingCase, out: string) => Promise<readonly string[]>>> = {
  json: async (case_, out) => {
    await writeFile(out, writeOwn(case_))
    return []
  },
  csv: async (case_, out) => {
    const { rows, lost } = orBadUsage(writeTable(case_), out)
    await writeFile(out, writeCsv(rows))
    return lost
  },
  xlsx: async (case_, out) => {
    const { rows, lost } = orBadUsage(writeTable(case_), out)
    await writeFile(out, await writeXlsx(rows))
    return lost
  },
  genius: (case_, out) => writeFolder(out, writeGenius(case_)),
  geniusweb: (case_, out) => writeFolder(out, writeGeniusWeb(case_)),
  negmas: (case_, out) => writeFolder(out, writeNegmas(case_, 'yml')),
  'negmas-json': (case_, out) => writeFolder(out, writeNegmas(case_, 'json')),
}

const leftOut = (call: Call, case_: BargainingCase): BargainingCase => {
  const keys = (textOf(call, 'without') ?? '').split(',').filter((key) => key !== '')
  const wrong = keys.find((key) => !withoutKeys.some((known) => known === key))
  if (wrong !== undefined) throw new BadUsage(`--without takes ${withoutKeys.join(', ')}, not "${wrong}"`)
  return without(case_, keys)
}

/** Converts a case. One file for `json`, `csv` and `xlsx`; a folder, new or empty, for the others. */
export const convertCase = async (call: Call): Promise<Ending> => {
  const [path, out] = call.positionals
  if (path === undefined || out === undefined) throw new BadUsage('say what to convert and where to: IN OUT')
  const form = formOf(call, out)
  const read = leftOut(call, await readCase(path))
  const file = textOf(call, 'constraints')
  const more = file === undefined ? [] : await readConstraintsFile(file, read.agenda)
  const case_ = { ...read, agenda: { ...read.agenda, constraints: [...read.agenda.constraints, ...more] } }
  const lost = await writers[form](case_, out).catch((error: NodeJS.ErrnoException) => {
    throw error instanceof BadUsage
      ? error
      : new BadUsage(`${out} cannot be written: ${error.code ?? error.message}`)
  })
  if (lost.length > 0) tell(`not kept in ${out}: ${lost.join('; ')}`)
  tell(`${out} written`)
  return 0
}
