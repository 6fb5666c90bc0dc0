/** Writes a case as NegMAS reads it: an outcome space, and one utility function for each party; YAML or JSON. */
import type { Outcome } from '#domain/outcome.ts'
import type { Agenda, Issue } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { compareExact, exact, greatest, minus, over, times, zero } from '../exact.ts'
import type { IssueWorth, Worth } from '../worth.ts'
import { decimal, decimalOf, figuresOf, mostWorth, type Notes, notes, valueOfFigure } from './decimals.ts'
import {
  cannotHold,
  figureOnly,
  fileNameOf,
  lostIn,
  refuseConstraints,
  refuseInterdependence,
  type Written,
} from './holding.ts'
import { reading } from './misread.ts'
import { bare, ordered, type Writable, writeJson, writeYaml } from './notation.ts'

const form = 'NegMAS'

const spaceOf = ({ name, agenda }: BargainingCase): Writable => ({
  type: 'DiscreteCartesianOutcomeSpace',
  name,
  issues: agenda.issues.map(({ id, range, options }) =>
    range
      ? { type: 'ContiguousIssue', name: id, values: [bare(range.from), bare(range.to)] }
      : { type: 'CategoricalIssue', name: id, values: options.map((option) => option.id) },
  ),
})

/** NegMAS counts a slope from the number itself, not from the lower end. */
const affine = (issue: Issue, given: IssueWorth, notes: Notes): Writable => {
  const { offset, slope, within } = given.slope ?? { offset: '0', slope: '0' }
  const [at, by] = [valueOfFigure(offset), valueOfFigure(slope)]
  const leaves = figuresOf(issue, given).some((end) => end.of < 0n || compareExact(end, exact(1n)) > 0)
  if (within && leaves) throw cannotHold(form, `${issue.id}: slope`)
  const bias = minus(at, times(by, exact(BigInt(issue.range?.from ?? 0))))
  return { type: 'AffineFun', slope: bare(decimal(slope, notes)), bias: bare(decimalOf(bias, notes)) }
}

const table = (issue: Issue, worth: Worth, given: IssueWorth, notes: Notes): Writable => {
  const { options = {} } = given
  if (issue.range && Object.keys(options).length === 0) return { type: 'ConstFun', bias: bare(0) }
  const ids = issue.range ? Object.keys(options) : issue.options.map(({ id }) => id)
  const figures = ids.map((id) => {
    const figure = Object.hasOwn(options, id) ? (options[id] ?? '0') : '0'
    return [id, bare(decimal(figureOnly(form, figure, `${worth.party}: ${issue.id}: ${id}`), notes))] as const
  })
  return { type: 'TableFun', mapping: ordered(figures) }
}

/** NegMAS does not divide by the greatest value of an issue; the weight does it for it. */
const weightOf = (issue: Issue, worth: Worth, given: IssueWorth, notes: Notes): Writable => {
  const weight = figureOnly(form, given.weight, `${worth.party}: ${issue.id}: weight`)
  if (worth.normalised === 'as-given' || given.slope) return bare(decimal(weight, notes))
  const most = greatest(figuresOf(issue, given)) ?? zero
  return bare(most.of <= 0n ? '0' : decimalOf(over(valueOfFigure(weight), most), notes))
}

const batnaOf = (agenda: Agenda, { batna }: Worth): Writable =>
  batna ? agenda.issues.map(({ id, range }) => (range ? bare(batna[id] ?? '') : (batna[id] ?? ''))) : null

const ufunOf = ({ agenda }: BargainingCase, worth: Worth, notes: Notes): Writable => {
  refuseInterdependence(form, worth)
  if (
    worth.ceiling !== undefined &&
    compareExact(mostWorth(agenda.issues, worth), valueOfFigure(worth.ceiling)) > 0
  )
    notes.note(`${worth.party}: ceiling`)
  const held = agenda.issues.map((issue) => ({
    issue,
    given: (Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined) ?? { weight: '0' },
  }))
  const linear = {
    type: 'LinearAdditiveUtilityFunction',
    name: worth.party,
    reserved_outcome: batnaOf(agenda, worth),
    ...(worth.reservation === undefined ? {} : { reserved_value: bare(decimal(worth.reservation, notes)) }),
    values: held.map(({ issue, given }) =>
      given.slope ? affine(issue, given, notes) : table(issue, worth, given, notes),
    ),
    weights: held.map(({ issue, given }) => weightOf(issue, worth, given, notes)),
  }
  return worth.discount === undefined
    ? linear
    : {
        type: 'ExpDiscountedUFun',
        name: worth.party,
        discount: bare(decimal(worth.discount, notes)),
        factor: 'step',
        ufun: linear,
      }
}

/** The files of a case. Refuses constraints, red lines, interdependence, estimates. */
export const writeNegmas = (case_: BargainingCase, as: 'yml' | 'json'): Outcome<Written> =>
  reading(() => {
    refuseConstraints(form, case_)
    const said = notes()
    const stem = fileNameOf(case_.name, 'case')
    const write = as === 'yml' ? writeYaml : writeJson
    const profiles = case_.worths.map((worth, party) => ({
      name: `${stem}-prof${party + 1}.${as}`,
      text: write(ufunOf(case_, worth, said)),
    }))
    const space = { name: `${stem}-domain.${as}`, text: write(spaceOf(case_)) }
    return { files: [space, ...profiles], lost: [...lostIn(case_), ...said.all()] }
  })
