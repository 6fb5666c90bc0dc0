/** The symmetry report as lines to be read: one figure a line, every party's beside the others. */
import type { Met } from './elapsed.ts'
import type { Sat } from './sessions.ts'
import type { PartyFigures, Symmetry } from './symmetry.ts'

/** A number of things, a time in milliseconds, or times added up, in milliseconds too. */
export type Unit = 'count' | 'time' | 'total'

/** The parts of the report, in reading order. */
export const symmetryParts = [
  'access',
  'floor',
  'channel',
  'alone',
  'joint',
  'conveyed',
  'requests',
  'proposals',
  'written',
] as const
export type SymmetryPart = (typeof symmetryParts)[number]

/**
 * One figure: its part, its name, what the name is said of (a language or a place, where there are several), and the
 * value for each party in the order of the report; null where there is nothing to tell of.
 */
export interface FigureLine {
  readonly part: SymmetryPart
  readonly figure: string
  readonly of?: { readonly language: string } | { readonly to: string } | undefined
  readonly unit: Unit
  readonly values: readonly (number | null)[]
}

type Value = (row: PartyFigures) => number | null

const line = (
  rows: readonly PartyFigures[],
  part: SymmetryPart,
  figure: string,
  unit: Unit,
  value: Value,
): FigureLine => ({ part, figure, unit, values: rows.map(value) })

const times = ['median', 'longest', 'longestWait'] as const

const metLines = (
  rows: readonly PartyFigures[],
  part: SymmetryPart,
  name: string,
  met: (row: PartyFigures) => Met,
): readonly FigureLine[] => [
  ...(['asked', 'met', 'waiting'] as const).map((each) =>
    line(rows, part, `${name}.${each}`, 'count', (row) => met(row)[each]),
  ),
  ...times.map((each) => line(rows, part, `${name}.${each}`, 'time', (row) => met(row)[each])),
]

const counted = <P extends 'access' | 'floor' | 'channel'>(
  rows: readonly PartyFigures[],
  part: P,
  names: readonly (keyof PartyFigures[P] & string)[],
): readonly FigureLine[] =>
  names.map((name) => line(rows, part, `${part}.${name}`, 'count', (row) => row[part][name] as number))

type Destination = PartyFigures['conveyed']['to'][number]

const placeLines = (
  rows: readonly PartyFigures[],
  figure: string,
  there: (row: PartyFigures) => Destination | undefined,
): readonly FigureLine[] => [
  line(rows, 'conveyed', figure, 'count', (row) => there(row)?.carried ?? null),
  line(rows, 'conveyed', `${figure}.median`, 'time', (row) => there(row)?.median ?? null),
  line(rows, 'conveyed', `${figure}.longest`, 'time', (row) => there(row)?.longest ?? null),
]

/** Where there are two parties, each one's other side stands in one line; among more, each place has its own. */
const destinationLines = (rows: readonly PartyFigures[]): readonly FigureLine[] => {
  const places = [...new Set(rows.flatMap(({ conveyed }) => conveyed.to.map(({ to }) => to)))]
  const isTwo = rows.every(({ conveyed }) => conveyed.to.length === 2)
  const named = (isTwo ? ['table'] : places).flatMap((to) =>
    placeLines(rows, 'conveyed.to', ({ conveyed }) => conveyed.to.find((each) => each.to === to)).map(
      (each) => ({ ...each, of: { to } }),
    ),
  )
  if (!isTwo) return named
  const other = ({ conveyed }: PartyFigures) => conveyed.to.find(({ to }) => to !== 'table')
  return [...placeLines(rows, 'conveyed.other', other), ...named]
}

const conveyedLines = (rows: readonly PartyFigures[]): readonly FigureLine[] => [
  ...metLines(rows, 'conveyed', 'conveyed', ({ conveyed }) => conveyed),
  ...(['kept', 'papers', 'papersCarried'] as const).map((each) =>
    line(rows, 'conveyed', `conveyed.${each}`, 'count', ({ conveyed }) => conveyed[each]),
  ),
  ...(['verbatim', 'paraphrase', 'as-mediator'] as const).map((each) =>
    line(rows, 'conveyed', `conveyed.${each}`, 'count', ({ conveyed }) => conveyed.manners[each]),
  ),
  ...destinationLines(rows),
]

const proposalLines = (
  rows: readonly PartyFigures[],
  languages: readonly string[],
): readonly FigureLine[] => [
  ...metLines(rows, 'proposals', 'proposals', ({ proposals }) => proposals),
  ...(['entered', 'adopted', 'returned', 'withdrawn'] as const).map((each) =>
    line(rows, 'proposals', `proposals.${each}`, 'count', ({ proposals }) => proposals[each]),
  ),
  ...languages.map((language) => ({
    ...line(
      rows,
      'proposals',
      'proposals.first',
      'count',
      ({ proposals }) => proposals.languages.first[language] ?? 0,
    ),
    of: { language },
  })),
  line(rows, 'proposals', 'proposals.together', 'count', ({ proposals }) => proposals.languages.together),
]

const satUnits = {
  ...{ begun: 'count', time: 'total', ahead: 'count', timeAhead: 'total', calledOff: 'count' },
  ...{ moved: 'count', notice: 'time', shortestNotice: 'time', minuted: 'count', agreed: 'count' },
  attending: 'count',
} as const satisfies Record<keyof Omit<Sat, 'venues'>, Unit>

const sessionLines = (rows: readonly PartyFigures[], part: 'alone' | 'joint'): readonly FigureLine[] => [
  ...(Object.keys(satUnits) as (keyof typeof satUnits)[]).map((each) =>
    line(rows, part, `sessions.${each}`, satUnits[each], ({ sessions }) => sessions[part][each]),
  ),
  ...(['own', 'other', 'neutral', 'unnamed'] as const).map((each) =>
    line(rows, part, `sessions.${each}`, 'count', ({ sessions }) => sessions[part].venues[each]),
  ),
]

/** Every figure of the report. */
export const figureLines = ({ parties: rows, languages }: Symmetry): readonly FigureLine[] => [
  ...counted(rows, 'access', ['members', 'speakers', 'proposers', 'tables', 'channels', 'onlookers']),
  ...metLines(rows, 'access', 'badges', ({ badges }) => badges),
  line(rows, 'access', 'badges.declined', 'count', ({ badges }) => badges.declined),
  ...counted(rows, 'floor', ['statements', 'questions', 'answers', 'words', 'days', 'papers', 'voiced']),
  ...counted(rows, 'channel', ['given', 'received', 'days']),
  ...sessionLines(rows, 'alone'),
  ...sessionLines(rows, 'joint'),
  ...conveyedLines(rows),
  ...(['pauses', 'questions', 'wordings', 'translations'] as const).flatMap((each) =>
    metLines(rows, 'requests', each, (row) => row[each]),
  ),
  line(rows, 'requests', 'silences.named', 'count', ({ silences }) => silences.named),
  line(rows, 'requests', 'silences.objected', 'count', ({ silences }) => silences.objected),
  ...proposalLines(rows, languages),
  ...languages.map((language) => ({
    ...line(rows, 'written', 'written', 'count', ({ written }) => written[language] ?? 0),
    of: { language },
  })),
]

/** How far the parties are apart in one figure; `more` and `less` are their places among the values. */
export type Difference =
  | { readonly is: 'none' }
  | { readonly is: 'untold' }
  | { readonly is: 'apart'; readonly by: number; readonly more: number; readonly less: number }

/** The widest difference among the parties that have a value; `untold` where fewer than two have one. */
export const differenceIn = ({ values }: Pick<FigureLine, 'values'>): Difference => {
  const told = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]))
  const sorted = told.toSorted((a, b) => a.value - b.value)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most || told.length < 2) return { is: 'untold' }
  const by = most.value - least.value
  return by === 0 ? { is: 'none' } : { is: 'apart', by, more: most.place, less: least.place }
}

/** Whether there is something to tell: a figure that is nought or nothing for every party says only that nothing happened. */
export const isTelling = ({ values }: Pick<FigureLine, 'values'>): boolean =>
  values.some((value) => value !== null && value !== 0)
