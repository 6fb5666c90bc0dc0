/** A stakeholder map as a table for spreadsheet programs, a row for each stand, and back. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Process } from '#domain/parties/process.ts'
import { asCsv } from '#domain/text/export/cells.ts'
import {
  type Stakeholder,
  type StakeholderKind,
  type StakeholderMap,
  type Stand,
  stakeholderKinds,
} from './map.ts'

type Known = Pick<Process, 'agenda' | 'parties' | 'languages'>

/** A row of a table with the line it ends on, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** The columns in their order; a column `name LANGUAGE` for each language of the process. */
export const columnsOf = (languages: readonly string[]): readonly string[] => [
  ...languages.map((language) => `name ${language}`),
  ...['kind', 'behind', 'issue', 'position', 'influence', 'salience'],
]

/** The table. Whoever stands nowhere has a row without an issue; a cell cannot act as a formula. */
export const tableOf = ({ stakeholders }: StakeholderMap, languages: readonly string[]): string => {
  const rows = stakeholders.flatMap(({ name, kind, behind, stands }) => {
    const who = [...languages.map((language) => name[language] ?? ''), kind, behind ?? '']
    return stands.length === 0
      ? [[...who, '', '', '', '']]
      : stands.map((each) => [
          ...who,
          each.issue,
          ...[each.position, each.influence, each.salience].map(String),
        ])
  })
  return asCsv([columnsOf(languages), ...rows])
}

/** An apostrophe that the writer put before what looked like a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[\s]*[=+\-@|＝＋－＠])/u, '')

const figureIn = (cell: string): number | null => (/^(?:100|[1-9]?[0-9])$/.test(cell) ? Number(cell) : null)

interface Read {
  readonly who: Omit<Stakeholder, 'id' | 'stands'>
  readonly stand: Stand | null
}

const readRow = (row: Row, at: (column: string) => string, known: Known): Outcome<Read> => {
  const { line } = row
  const wrong = (column: string) => refuse('stakeholders.cell', { line, column, found: at(column) })
  const names = known.languages.flatMap((language) => {
    const words = at(`name ${language}`)
    return words === '' ? [] : [[language, words] as const]
  })
  if (names.length === 0) return wrong(`name ${known.languages[0] ?? ''}`)
  const kind = stakeholderKinds.find((each) => each === at('kind'))
  if (!kind) return wrong('kind')
  const behind = at('behind')
  if (behind !== '' && !known.parties.some(({ key }) => key === behind)) return wrong('behind')
  const who = { name: Object.fromEntries(names), kind: kind as StakeholderKind, behind: behind || null }
  const issue = at('issue')
  if (issue === '') return done({ who, stand: null })
  if (!known.agenda.some(({ key }) => key === issue)) return wrong('issue')
  const figures = (['position', 'influence', 'salience'] as const).map((column) => ({
    column,
    figure: figureIn(at(column)),
  }))
  const missing = figures.find(({ figure }) => figure === null)
  if (missing) return wrong(missing.column)
  const [position = 0, influence = 0, salience = 0] = figures.map(({ figure }) => figure ?? 0)
  return done({ who, stand: { issue, position, influence, salience } })
}

const sameName = (
  one: Stakeholder['name'],
  other: Stakeholder['name'],
  languages: readonly string[],
): boolean => languages.every((language) => (one[language] ?? '') === (other[language] ?? ''))

/**
 * The stakeholders of a table whose first row names its columns, in any order and with any others beside them. Rows with
 * the same names are one stakeholder, of the kind and the side of the first; who is on the map already keeps their id.
 * Refusals: `stakeholders.column` {column}, `stakeholders.cell` {line, column, found}, `stakeholders.row-twice` {line}.
 */
export const readTable = (
  rows: readonly Row[],
  known: Known,
  before: StakeholderMap,
  fresh: () => string,
): Outcome<readonly Stakeholder[]> => {
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const needed = columnsOf(known.languages.slice(0, 1))
  const absent = needed.find(
    (column) => !columns.includes(column) && !(column.startsWith('name ') && columns.some(isName(known))),
  )
  if (absent !== undefined) return refuse('stakeholders.column', { column: absent })
  const read: Stakeholder[] = []
  for (const row of body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))) {
    const at = (column: string): string => plain(row.cells[columns.indexOf(column)] ?? '')
    const one = readRow(row, at, known)
    if (!one.ok) return one
    const { who, stand } = one.value
    const i = read.findIndex(({ name }) => sameName(name, who.name, known.languages))
    const found = read[i]
    if (stand && found?.stands.some(({ issue }) => issue === stand.issue))
      return refuse('stakeholders.row-twice', { line: row.line })
    const stands = stand ? [stand] : []
    if (found) read[i] = { ...found, stands: [...found.stands, ...stands] }
    else {
      const kept = before.stakeholders.find(({ name }) => sameName(name, who.name, known.languages))
      read.push({ ...who, id: kept?.id ?? fresh(), stands })
    }
  }
  return done(read)
}

const isName =
  ({ languages }: Known) =>
  (column: string): boolean =>
    languages.some((language) => column === `name ${language}`)
