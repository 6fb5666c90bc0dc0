/** `parley symmetry`: the same figures for each party, worked out from the record that a seat took home. */
import { isDeepStrictEqual } from 'node:util'
import { SymmetryView } from '#contract/symmetry.ts'
import { isShared } from '#domain/process/symmetry/rooms.ts'
import { mayReadFigures, symmetryOf } from '#domain/process/symmetry/symmetry.ts'
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
import { languageOf, readJsonFile } from '../input.ts'
import { readHomeRecord } from './record.ts'
import { symmetryLines } from './symmetry-lines.ts'

/** The figures of a folder, up to where those that were taken home go, or as far as it is signed. */
const workedOut = async (folder: string, taken: SymmetryView | undefined) => {
  const sizes = taken && new Map(taken.logs.map(({ room, size }) => [room, size]))
  const { about, process, logs } = await readHomeRecord(folder, sizes)
  const open = logs.filter(({ room }) => isShared(room))
  const parties = mayReadFigures(process, about.seat)
  if (parties.length === 0)
    throw new BadUsage(
      `${folder} is of the seat ${about.seat}, which is neither the mediator's nor a party's`,
    )
  const recorded = {
    process,
    rooms: open.map(({ room }) => room),
    acts: open.flatMap(({ acts }) => acts),
    at: taken?.at ?? about.at,
  }
  const figures: SymmetryView = {
    logs: open.map(({ room, size }) => ({ room: room.id, size })),
    ...symmetryOf(recorded, parties),
  }
  const entries = open.reduce((all, { size }) => all + size, 0)
  return { process, figures, entries, missing: entries - recorded.acts.length }
}

const byRoom = (view: SymmetryView): SymmetryView => ({
  ...view,
  logs: view.logs.toSorted((a, b) => (a.room < b.room ? -1 : 1)),
})

const showSymmetry = async (call: Call): Promise<Ending> => {
  const [folder] = call.positionals
  if (folder === undefined)
    throw new BadUsage('parley symmetry wants the folder of a record that was taken home')
  const language = languageOf(call)
  const path = textOf(call, 'compare')
  const taken = path === undefined ? undefined : await readJsonFile(path, SymmetryView, 'holds no figures')
  const { process, figures, entries, missing } = await workedOut(folder, taken)
  print(call, figures, symmetryLines(figures, process, language))
  tell(`${missing} of ${entries} entries hold no act here.`)
  tell(`That these acts are the ones that were signed: parley verify log ${folder}`)
  if (!taken) return 0
  const isSame = isDeepStrictEqual(byRoom(SymmetryView.parse(figures)), byRoom(taken))
  tell(isSame ? `${path} says the same.` : `${path} says otherwise.`)
  return isSame ? 0 : 1
}

/** The command. */
export const symmetryCommand: Command = {
  name: 'symmetry',
  words: 1,
  usage: 'FOLDER [--compare FIGURES.json] [--lang en|ru] [--json]',
  summary:
    'work out the same figures for each party from a record taken home: time, access, conveying, proposals',
  options: { compare: { type: 'string' }, lang: { type: 'string' }, ...jsonOption },
  run: showSymmetry,
}
