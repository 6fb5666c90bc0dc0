/** `parley commitments events`: what a file of UCDP GED or ACLED tells of a place and a time, and what it leaves open. */
import { type ReadEvents, readEvents } from '#domain/commitments/outside/events.ts'
import { areaNames, areas, spanNames, spans } from '#domain/commitments/outside/precision.ts'
import {
  type Asked,
  type Chosen,
  type Circle,
  chosenOf,
  type MonthCount,
  monthsOf,
} from '#domain/commitments/outside/series.ts'
import { sourceNotes } from '#domain/commitments/outside/sources.ts'
import { dayNumber } from '#domain/commitments/sequence/calendar.ts'
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
import { sentence } from '../input.ts'
import { readRows } from './rows.ts'

const mostTold = 20

const reasons: Readonly<Record<ReadEvents['odd'][number]['why'], string>> = {
  cut: 'is too long and was cut',
  'not-used': 'was not used',
  order: 'is not in order with the best estimate',
  year: 'is not the year of the day',
}

const tellSome = <T>(all: readonly T[], line: (each: T) => string, what: string): void => {
  for (const each of all.slice(0, mostTold)) tell(line(each))
  if (all.length > mostTold) tell(`and ${all.length - mostTold} more ${what}`)
}

const shortened = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)

/** What a reader should know of how the file was read, on the error channel. */
const tellReading = (read: ReadEvents): void => {
  const { name, licence } = sourceNotes[read.source]
  tell(`outside source: ${named(name, 'en')}`)
  tell(`its terms: ${named(licence, 'en')}`)
  if (read.left.length > 0) tell(`columns that are not carried over: ${read.left.join(', ')}`)
  if (read.unknown.length > 0) tell(`columns that are not this source’s: ${read.unknown.join(', ')}`)
  tellSome(
    read.odd,
    ({ line, name: column, cell, why }) => `line ${line}, ${column}: “${shortened(cell)}” ${reasons[why]}`,
    'cells',
  )
  tellSome(
    read.repeated,
    ({ line, first, id, same }) =>
      `line ${line}: event ${id} was on line ${first} already, ${same ? 'in the same words' : 'in other words'}; the first one counts`,
    'repeated rows',
  )
}

const circleOf = (written: string): Circle => {
  const [latitude, longitude, km, ...more] = written.split(',').map((part) => Number(part.trim() || 'x'))
  const fits = (figure: number | undefined, least: number, most: number): figure is number =>
    figure !== undefined && figure >= least && figure <= most
  if (more.length === 0 && fits(latitude, -90, 90) && fits(longitude, -180, 180) && fits(km, 0, 20_100))
    return { latitude, longitude, km }
  throw new BadUsage(
    `--near takes a latitude, a longitude and kilometres: --near 10.5,20.25,30, not “${written}”`,
  )
}

const dayIn = (call: Call, name: 'from' | 'to'): string | undefined => {
  const day = textOf(call, name)
  if (day === undefined || dayNumber(day) !== null) return day
  throw new BadUsage(`--${name} takes a day as YYYY-MM-DD, not “${day}”`)
}

const askedIn = (call: Call): Asked => {
  const [near, from, to] = [textOf(call, 'near'), dayIn(call, 'from'), dayIn(call, 'to')]
  if (from !== undefined && to !== undefined && to < from) throw new BadUsage('--to is before --from')
  const isPeriod = from !== undefined || to !== undefined
  return {
    near: near === undefined ? undefined : circleOf(near),
    period: isPeriod ? { from: from ?? '0000-01-01', to: to ?? '9999-12-31' } : undefined,
  }
}

/** How many events are known how exactly, in words. */
const precisionLine = ({ inside }: Chosen): string => {
  const counts = [
    ...areas.map((area) => [
      named(areaNames[area], 'en'),
      inside.filter(({ place }) => place.precision.area === area).length,
    ]),
    ...spans.map((span) => [
      named(spanNames[span], 'en'),
      inside.filter(({ days }) => days.span === span).length,
    ]),
  ]
  return counts
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${name}: ${count}`)
    .join('; ')
}

const monthLines = (months: readonly MonthCount[]): readonly string[] => {
  const kinds = [...new Set(months.flatMap(({ kinds: own }) => Object.keys(own)))].toSorted()
  const head = ['month', 'events', ...kinds, 'dead', 'lowest', 'highest']
  const rows = months.map(({ month, events, kinds: own, best, low, high }) => [
    ...[month, String(events), ...kinds.map((kind) => String(own[kind] ?? 0))],
    ...[String(best), String(low ?? '—'), String(high ?? '—')],
  ])
  return inColumns([head, ...rows], (column) => (column === 0 ? 'begin' : 'end'))
}

const showEvents = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  if (path === '') throw new BadUsage('which file? parley commitments events FILE.csv')
  const asked = askedIn(call)
  const read = readEvents(await readRows(path))
  if (!read.ok) throw new BadUsage(`${path}: ${sentence(read.refusal)}`)
  tellReading(read.value)
  const { source, rows, events, repeated, odd, left, unknown } = read.value
  const chosen = chosenOf(events, asked)
  const months = monthsOf(chosen.inside)
  tell(`${rows} rows, ${events.length} events; ${chosen.inside.length} of them are counted`)
  if (chosen.open.length > 0)
    tell(
      `${chosen.open.length} more may belong there: the source does not know place or time well enough to say`,
    )
  if (chosen.inside.length > 0) tell(precisionLine(chosen))
  print(
    call,
    {
      ...{ source, ...sourceNotes[source], rows, months, events: chosen.inside, open: chosen.open },
      ...{ columns: { left, unknown }, repeated, odd },
    },
    monthLines(months),
  )
  return 0
}

/** The command. */
export const eventsCommand: Command = {
  name: 'commitments events',
  words: 1,
  usage: 'FILE.csv [--near LAT,LON,KM] [--from DATE] [--to DATE] [--json]',
  summary: 'count the events of a UCDP GED or ACLED file by month, near a place and in a period',
  options: {
    ...{ near: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
    ...jsonOption,
  },
  run: showEvents,
}
