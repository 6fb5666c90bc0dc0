/** Writes a case as a table of worth: a row for every option, a column for every party. */
import type { Outcome } from '#domain/outcome.ts'
import type { Issue } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { writeExact } from '../exact.ts'
import type { IssueWorth, Worth } from '../worth.ts'
import { type Notes, notes } from './decimals.ts'
import { cannotHold, lostIn, refuseInterdependence } from './holding.ts'
import { reading } from './misread.ts'
import { reservationFigure } from './reservation.ts'
import { estimateCell, nameCell, slopeCell } from './table-words.ts'

const form = 'CSV/XLSX'

/** A table, and by the keys of our own format what it does not say any more. */
export interface WrittenTable {
  readonly rows: readonly (readonly string[])[]
  readonly lost: readonly string[]
}

const givenOf = (worth: Worth, issue: Issue): IssueWorth | undefined =>
  Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined

const optionCell = (worth: Worth, issue: Issue, option: string): string => {
  const { options = {} } = givenOf(worth, issue) ?? {}
  const figure = Object.hasOwn(options, option) ? estimateCell(options[option] ?? '0') : ''
  const isRed = worth.redLines.some((line) => line.issue === issue.id && line.option === option)
  return isRed ? `${figure} red line`.trim() : figure
}

/** Numbers of a range that some party has said something of. */
const namedNumbers = (worths: readonly Worth[], issue: Issue): readonly string[] =>
  [
    ...new Set(
      worths.flatMap((worth) => [
        ...Object.keys(givenOf(worth, issue)?.options ?? {}),
        ...worth.redLines.flatMap((line) => (line.issue === issue.id ? [line.option] : [])),
      ]),
    ),
  ].sort((a, b) => Number(a) - Number(b))

const issueRows = (worths: readonly Worth[], issue: Issue): readonly (readonly string[])[] => {
  const name = nameCell(issue.id)
  const { range } = issue
  const head = range
    ? [
        [
          name,
          `(${range.from}..${range.to})`,
          ...worths.map((worth) => {
            const slope = givenOf(worth, issue)?.slope
            return slope ? slopeCell(slope) : ''
          }),
        ],
      ]
    : []
  const options = range ? namedNumbers(worths, issue) : issue.options.map(({ id }) => id)
  return [
    ...head,
    ...options.map((option) => [
      name,
      nameCell(option),
      ...worths.map((worth) => optionCell(worth, issue, option)),
    ]),
    [
      name,
      '(weight)',
      ...worths.map((worth) => {
        const weight = givenOf(worth, issue)?.weight
        return weight === undefined ? '' : estimateCell(weight)
      }),
    ],
  ]
}

const wholeRow = (word: string, cells: readonly string[]): readonly (readonly string[])[] =>
  cells.every((cell) => cell === '') ? [] : [[`(${word})`, '', ...cells]]

const reservations = (case_: BargainingCase, said: Notes): readonly string[] =>
  case_.worths.map((worth, party) => {
    if (!worth.batna) return worth.reservation === undefined ? '' : String(worth.reservation)
    const figure = reservationFigure(form, case_, party, said)
    return figure ? writeExact(figure) : ''
  })

/** The rows of a case. Refuses interdependence and constraints; a BATNA becomes its worth, which is noted. */
export const writeTable = (case_: BargainingCase): Outcome<WrittenTable> =>
  reading(() => {
    const { agenda, worths } = case_
    if (agenda.constraints.length > 0) throw cannotHold(form, 'constraints')
    for (const worth of worths) {
      refuseInterdependence(form, worth)
      if (worth.constraints.length > 0) throw cannotHold(form, `${worth.party}: constraints`)
    }
    const said = notes()
    const rows = [
      ['issue', 'option', ...worths.map(({ party }) => nameCell(party))],
      ...agenda.issues.flatMap((issue) => issueRows(worths, issue)),
      ...wholeRow('reservation', reservations(case_, said)),
      ...wholeRow(
        'ceiling',
        worths.map(({ ceiling }) => (ceiling === undefined ? '' : String(ceiling))),
      ),
      ...wholeRow(
        'discount',
        worths.map(({ discount }) => (discount === undefined ? '' : String(discount))),
      ),
      ...wholeRow(
        'by maximum',
        worths.map(({ normalised }) => (normalised === 'by-maximum' ? 'yes' : '')),
      ),
      ['(case)', nameCell(case_.name), ...worths.map(() => '')],
    ]
    return { rows, lost: [...lostIn(case_), ...said.all()] }
  })
