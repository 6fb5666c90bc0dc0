/** Reads a plain table of worth, as the made-up cases for measurements are: `{parties: [{u: [[...]], reservation}]}`. */
import type { Outcome } from '#domain/outcome.ts'
import type { BargainingCase } from '../case.ts'
import { noWorth, type Worth } from '../worth.ts'
import { holdToSize, missing, reading } from './misread.ts'
import { called, stemOf } from './names.ts'
import { fieldOf, figureOf, itemsOf, needField, type Placed } from './placed.ts'

/** Whether keys are those of a plain table. */
export const isPlainTable = (node: Placed): boolean => {
  const parties = fieldOf(node, 'parties')
  return parties?.kind === 'list' && parties.items.some((party) => fieldOf(party, 'u') !== undefined)
}

const letter = (party: number): string => (party < 26 ? String.fromCharCode(65 + party) : `P${party + 1}`)

const worthOf = (given: Placed, party: number, shape: readonly number[]): Worth => {
  const table = needField(given, 'u')
  const rows = itemsOf(table)
  if (rows.length !== shape.length) throw missing(table.at, `"u": ${shape.length}`)
  const issues = rows.map((row, issue) => {
    const figures = itemsOf(row)
    if (figures.length !== shape[issue]) throw missing(row.at, `"u"[${issue}]: ${shape[issue]}`)
    const options = figures.map((figure, option) => [String(option + 1), figureOf(figure)] as const)
    return [String(issue + 1), { weight: '1', options: Object.fromEntries(options) }] as const
  })
  const reservation = fieldOf(given, 'reservation')
  return {
    ...noWorth(letter(party)),
    issues: Object.fromEntries(issues),
    ...(reservation ? { reservation: figureOf(reservation) } : {}),
  }
}

/** Issues and options are called by their numbers from one, parties by letters. */
export const readPlainTable = (node: Placed): Outcome<BargainingCase> =>
  reading(() => {
    const parties = itemsOf(needField(node, 'parties'))
    const [first] = parties
    if (!first) throw missing(node.at, '"parties"')
    const shape = itemsOf(needField(first, 'u')).map((row) => itemsOf(row).length)
    holdToSize(node.at, shape)
    const issues = shape.map((count, issue) => ({
      id: String(issue + 1),
      name: called(String(issue + 1)),
      options: Array.from({ length: count }, (_, i) => ({ id: String(i + 1), name: called(String(i + 1)) })),
    }))
    return {
      name: stemOf(node.at.file),
      agenda: { baskets: [], issues, constraints: [] },
      worths: parties.map((party, i) => worthOf(party, i, shape)),
    }
  })
