/** Reads a table of worth: a row for every option, a column for every party, special rows in brackets. */
import type { Outcome } from '#domain/outcome.ts'
import { type Issue, type Option, optionsOf } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { mostOptions } from '../compile.ts'
import { type Estimate, type Figure, type IssueWorth, noWorth, type RedLine, type Worth } from '../worth.ts'
import { holdToSize, Misread, missing, type Place, reading, twice, unknown, unsupported } from './misread.ts'
import { called, figureAt, stemOf } from './names.ts'
import {
  type Cell,
  estimateOf,
  isHead,
  isYes,
  nameOf,
  rangeOf,
  type Special,
  saidIn,
  slopeIn,
  specialOf,
} from './table-words.ts'

interface Drafted {
  readonly options: Map<string, Option>
  range?: { from: number; to: number }
  /** By party: what its cells have said so far. */
  readonly worth: {
    weight?: Estimate
    slope?: NonNullable<IssueWorth['slope']>
    readonly options: Map<string, Estimate>
  }[]
}

interface Draft {
  name: string
  readonly parties: readonly string[]
  readonly issues: Map<string, Drafted>
  readonly redLines: RedLine[][]
  readonly whole: { reservation?: Figure; ceiling?: Figure; discount?: Figure; maximum?: boolean }[]
}

const empty = (at: Place): Cell => ({ text: '', at })

const partiesOf = (head: readonly Cell[]): readonly string[] => {
  const cells = head.slice(2)
  const last = cells.findLastIndex((cell) => cell.text.trim() !== '')
  const names = cells.slice(0, last + 1).map((cell) => {
    const name = nameOf(cell.text)
    if (name === '') throw missing(cell.at, 'party')
    return name
  })
  for (const [i, name] of names.entries())
    if (names.indexOf(name) < i) throw twice(cells[i]?.at ?? { file: '', line: 1, column: 1 }, name)
  return names
}

const draftedIssue = (draft: Draft, id: string): Drafted => {
  const found = draft.issues.get(id)
  if (found) return found
  const made = {
    options: new Map<string, Option>(),
    worth: draft.parties.map(() => ({ options: new Map<string, Estimate>() })),
  }
  draft.issues.set(id, made)
  return made
}

const wholeRow = (draft: Draft, special: Special, cells: readonly Cell[], option: Cell): void => {
  if (special === 'case') {
    draft.name = nameOf(option.text) || draft.name
    return
  }
  if (special === 'weight') throw missing(option.at, 'issue')
  for (const [party, cell] of cells.entries()) {
    const said = draft.whole[party]
    if (!said || cell.text.trim() === '') continue
    if (special === 'maximum') said.maximum = isYes(cell)
    else said[special] = figureAt(cell.text, cell.at)
  }
}

const rangeRow = (
  issue: Drafted,
  range: { from: number; to: number },
  cells: readonly Cell[],
  option: Cell,
): void => {
  if (issue.range || issue.options.size > 0) throw twice(option.at, option.text)
  if (range.to < range.from || range.to - range.from >= mostOptions) throw unsupported(option.at, option.text)
  issue.range = range
  for (const [party, cell] of cells.entries()) {
    const slope = cell.text.trim() === '' ? undefined : slopeIn(cell)
    const worth = issue.worth[party]
    if (worth && slope) worth.slope = slope
  }
}

const weightRow = (issue: Drafted, cells: readonly Cell[]): void => {
  for (const [party, cell] of cells.entries()) {
    const worth = issue.worth[party]
    if (worth && cell.text.trim() !== '') worth.weight = estimateOf(cell.text, cell.at)
  }
}

const addOption = (issue: Drafted, id: string, option: Cell): void => {
  if (issue.range) {
    const number = /^-?\d{1,15}$/.test(id) ? String(Number(id)) : ''
    if (number !== id || Number(id) < issue.range.from || Number(id) > issue.range.to)
      throw unknown(option.at, id)
    if (issue.worth.some((worth) => worth.options.has(id))) throw twice(option.at, id)
    return
  }
  if (issue.options.has(id)) throw twice(option.at, id)
  issue.options.set(id, { id, name: called(id) })
}

const namedRow = (draft: Draft, id: string, issue: Drafted, option: Cell, cells: readonly Cell[]): void => {
  const name = nameOf(option.text)
  if (name === '') throw missing(option.at, 'option')
  addOption(issue, name, option)
  for (const [party, cell] of cells.entries()) {
    const { worth, redLine } = saidIn(cell)
    if (redLine) draft.redLines[party]?.push({ issue: id, option: name })
    if (worth !== undefined) issue.worth[party]?.options.set(name, worth)
  }
}

const issueRow = (draft: Draft, id: string, option: Cell, cells: readonly Cell[]): void => {
  const issue = draftedIssue(draft, id)
  const range = rangeOf(option.text)
  if (range) rangeRow(issue, range, cells, option)
  else if (specialOf(option.text) === 'weight') weightRow(issue, cells)
  else namedRow(draft, id, issue, option, cells)
}

const worthOf = (draft: Draft, party: string, i: number): Worth => {
  const { maximum, ...whole } = draft.whole[i] ?? {}
  const issues = [...draft.issues].flatMap(([id, issue]) => {
    const { weight, slope, options } = issue.worth[i] ?? { options: new Map<string, Estimate>() }
    if (weight === undefined && !slope && options.size === 0) return []
    const held = slope ? { slope } : { options: Object.fromEntries(options) }
    return [[id, { weight: weight ?? '1', ...held }] as const]
  })
  return {
    ...noWorth(party),
    ...whole,
    issues: Object.fromEntries(issues),
    normalised: maximum ? 'by-maximum' : 'as-given',
    redLines: draft.redLines[i] ?? [],
  }
}

const issueOf = (id: string, { range, options }: Drafted, at: Place): Issue => {
  const issue = { id, name: called(id), options: [...options.values()], ...(range ? { range } : {}) }
  if (optionsOf(issue).length === 0) throw missing(at, `${id}: option`)
  return issue
}

const draftOf = (rows: readonly (readonly Cell[])[], file: string): Draft => {
  const [head] = rows
  const [first, second] = head ?? []
  if (!head || !first || !second || !isHead(first.text, second.text))
    throw new Misread('bargaining.file-missing', first?.at ?? { file, line: 1, column: 1 }, {
      what: 'issue, option',
    })
  const parties = partiesOf(head)
  const draft: Draft = {
    name: stemOf(file),
    parties,
    issues: new Map(),
    redLines: parties.map(() => []),
    whole: parties.map(() => ({})),
  }
  let above = ''
  for (const row of rows.slice(1)) {
    const [issue = empty(first.at), option = empty(issue.at), ...cells] = row
    if (row.every((cell) => cell.text.trim() === '')) continue
    const extra = cells.slice(parties.length).find((cell) => cell.text.trim() !== '')
    if (extra) throw missing(extra.at, 'party')
    const special = specialOf(issue.text)
    if (special) wholeRow(draft, special, cells, option)
    else {
      above = issue.text.trim() === '' ? above : nameOf(issue.text)
      if (above === '') throw missing(issue.at, 'issue')
      issueRow(draft, above, option, cells)
    }
  }
  return draft
}

/**
 * The case of a table. The first row is `issue, option` and the parties; an empty issue cell repeats the one above. Special
 * words stand in brackets: `(weight)` as an option; `(reservation)`, `(ceiling)`, `(discount)`, `(by maximum)`, `(case)` as
 * an issue; `(10..50)` as the option of an issue of numbers. Pure: the screen reads a table with it, too.
 */
export const readTable = (rows: readonly (readonly Cell[])[], file: string): Outcome<BargainingCase> =>
  reading(() => {
    const draft = draftOf(rows, file)
    const at = rows[0]?.[0]?.at ?? { file, line: 1, column: 1 }
    if (draft.issues.size === 0) throw missing(at, 'issue')
    holdToSize(
      at,
      [...draft.issues.values()].map((issue) => issue.options.size),
    )
    return {
      name: draft.name,
      agenda: {
        baskets: [],
        issues: [...draft.issues].map(([id, issue]) => issueOf(id, issue, at)),
        constraints: [],
      },
      worths: draft.parties.map((party, i) => worthOf(draft, party, i)),
    }
  })
