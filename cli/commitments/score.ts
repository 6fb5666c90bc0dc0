/** `parley commitments score`: the aggregate implementation score of every accord and year in a coding table. */
import { type Aggregate, aggregateOf } from '#domain/commitments/scores/aggregate.ts'
import { baseRatesOf, type ProvisionRates } from '#domain/commitments/scores/base-rates.ts'
import { type CodedYear, type Coding, readCoding } from '#domain/commitments/scores/table.ts'
import { inColumns } from '../columns.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print, tell } from '../command.ts'
import { sentence } from '../input.ts'
import { readRows } from './rows.ts'

const readFile = async (path: string): Promise<Coding> => {
  const coding = readCoding(await readRows(path))
  if (!coding.ok) throw new BadUsage(`${path}: ${sentence(coding.refusal)}`)
  return coding.value
}

const mostTold = 20

/** What a reader should know of how the table was read, on the error channel. */
const tellReading = ({ matched, unknown, odd, stems }: Coding): void => {
  tell(`${stems.length} provisions: ${stems.join(', ')}`)
  for (const { name, stem, role } of matched.filter(({ exact }) => !exact))
    tell(`column ${name} was taken for ${stem}_${role}`)
  const alone = [...new Set(matched.map(({ stem }) => stem))].filter((stem) => !stems.includes(stem))
  for (const stem of alone)
    tell(`${stem} has no column for its presence or none for its level, and does not count`)
  if (unknown.length > 0) tell(`columns that were not used: ${unknown.join(', ')}`)
  for (const { line, name, cell } of odd.slice(0, mostTold))
    tell(`line ${line}, ${name}: “${cell}” was not used`)
  if (odd.length > mostTold) tell(`and ${odd.length - mostTold} more cells`)
}

/** One row of the table with what was worked out for it. */
interface Scored {
  readonly year: CodedYear
  readonly score: Aggregate
  /** Ours less the published one. */
  readonly difference: number | null
}

const scored = (year: CodedYear): Scored => {
  const score = aggregateOf(year.slots)
  const { published } = year
  const difference = published && score.lenient !== null ? score.lenient - published.value : null
  return { year, score, difference }
}

/** Half a unit of the last digit that was printed, or what a number in single precision cannot hold. */
const roundingOf = ({ printed, value }: NonNullable<CodedYear['published']>): number => {
  const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0
  const single = Math.abs(value) * 2 ** -23
  return Math.max(1e-9, 0.5 * 10 ** -decimals, decimals > 8 ? 0 : single)
}

/** Whether the published figure is ours, as far as it was printed. */
const agrees = ({ year, score, difference }: Scored): boolean => {
  if (year.published === null) return true
  if (difference === null) return score.lenient === null && year.published.value === 0
  return Math.abs(difference) <= roundingOf(year.published) * (1 + 1e-6) + 1e-9
}

const numberOrWords = (printed: string): number | string =>
  /^\d{1,15}$/.test(printed) ? Number(printed) : printed

const rowTold = ({ year, score, difference }: Scored): object => ({
  pam_caseid: numberOrWords(year.accord),
  year_count: year.year,
  total_prov: score.present,
  total_implem_points: score.points,
  aggregate: score.lenient,
  published: year.published?.value ?? null,
  difference,
})

const fixed = (value: number | null, digits: number): string => value?.toFixed(digits) ?? '—'

const figures = (rows: readonly (readonly string[])[]): readonly string[] => inColumns(rows, () => 'end')

const rowLines = (rows: readonly Scored[]): readonly string[] =>
  figures([
    ['accord', 'year', 'provisions', 'points', 'score', 'strict', 'published', 'difference'],
    ...rows.map(({ year, score, difference }) => [
      ...[year.accord, String(year.year ?? '—'), String(score.present), String(score.points)],
      ...[fixed(score.lenient, 4), fixed(score.strict, 4), year.published?.printed ?? '—'],
      difference === null ? '—' : difference.toExponential(1),
    ]),
  ])

const rateLines = (rates: readonly ProvisionRates[]): readonly string[] =>
  figures([
    ['provision', 'accords', 'years', 'n', 'mean', 'begun', 'full', 'reversed'],
    ...rates.flatMap(({ provision, accords, after }) =>
      after.map(({ years, n, mean, begun, full, reversed }) => [
        ...[provision, String(accords), String(years), String(n)],
        ...[mean, begun, full, reversed].map((share) => fixed(share, 2)),
      ]),
    ),
  ])

const showScores = async (call: Call): Promise<Ending> => {
  const [path = ''] = call.positionals
  const coding = await readFile(path)
  tellReading(coding)
  const rows = coding.years.map(scored)
  const rates = call.values['base-rates'] ? baseRatesOf(coding) : []
  const other = rows.filter((row) => !agrees(row))
  for (const { year } of other.slice(0, mostTold)) tell(`line ${year.line}: the published score is another`)
  const published = rows.filter(({ year }) => year.published !== null).length
  tell(`${rows.length} rows, ${published} with a published score, ${other.length} of them another`)
  const rateTable = rates.length > 0 ? ['', ...rateLines(rates)] : []
  print(call, [...rows.map(rowTold), ...rates], [...rowLines(rows), ...rateTable])
  return other.length === 0 ? 0 : 1
}

/** The command. */
export const scoreCommand: Command = {
  name: 'commitments score',
  words: 1,
  usage: 'FILE.csv [--base-rates] [--json]',
  summary: 'work out the implementation scores of a coding table shaped like the Peace Accords Matrix',
  options: { 'base-rates': { type: 'boolean' }, ...jsonOption },
  run: showScores,
}
