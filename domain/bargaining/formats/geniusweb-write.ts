/** Writes a case as the JSON of GeniusWeb: a domain, and one linear additive profile for each party. */
import type { Outcome } from '#domain/outcome.ts'
import type { Agenda, Issue } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { compareExact, exact, greatest, one, over, plus, times, zero } from '../exact.ts'
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
import { bare, ordered, type Writable, writeJson } from './notation.ts'

const form = 'GeniusWeb'

const domainOf = (name: string, agenda: Agenda): Writable => ({
  name,
  issuesValues: ordered(
    agenda.issues.map(({ id, range, options }) => [
      id,
      range
        ? { range: { low: bare(range.from), high: bare(range.to), step: bare(1) } }
        : { values: options.map((option) => option.id) },
    ]),
  ),
})

const numbers = (issue: Issue, given: IssueWorth, notes: Notes): Writable => {
  const { slope, options = {} } = given
  if (!issue.range || (!slope && Object.keys(options).length > 0))
    throw cannotHold(form, `${issue.id}: options`)
  const [offset, by] = [valueOfFigure(slope?.offset ?? '0'), valueOfFigure(slope?.slope ?? '0')]
  const high = plus(offset, times(by, exact(BigInt(issue.range.to - issue.range.from))))
  const isWithin = [offset, high].every((end) => compareExact(end, zero) >= 0 && compareExact(end, one) <= 0)
  if (!isWithin) throw cannotHold(form, `${issue.id}: slope`)
  return {
    numberutils: {
      lowValue: bare(issue.range.from),
      lowUtility: bare(decimalOf(offset, notes)),
      highValue: bare(issue.range.to),
      highUtility: bare(decimalOf(high, notes)),
    },
  }
}

const utilities = (issue: Issue, worth: Worth, given: IssueWorth, notes: Notes): Writable => {
  if (issue.range) return numbers(issue, given, notes)
  const most = greatest(figuresOf(issue, given)) ?? zero
  const { options = {} } = given
  const figures = issue.options
    .filter(({ id }) => Object.hasOwn(options, id))
    .map(({ id }) => {
      const figure = figureOnly(form, options[id] ?? '0', `${worth.party}: ${issue.id}: ${id}`)
      if (worth.normalised === 'as-given') return [id, bare(decimal(figure, notes))] as const
      return [id, bare(most.of <= 0n ? '0' : decimalOf(over(valueOfFigure(figure), most), notes))] as const
    })
  return { discreteutils: { valueUtilities: ordered(figures) } }
}

/** GeniusWeb wants weights that add up to 1 and utilities from 0 to 1; what does not is noted, and written as it is. */
const noteItsRules = (agenda: Agenda, worth: Worth, { note }: Notes): void => {
  const given = Object.values(worth.issues)
  const weights = given.map(({ weight }) => valueOfFigure(figureOnly(form, weight, worth.party)))
  if (compareExact(weights.reduce(plus, zero), one) !== 0) note(`${worth.party}: weights`)
  const figures = agenda.issues.flatMap((issue) =>
    Object.hasOwn(worth.issues, issue.id) ? figuresOf(issue, worth.issues[issue.id]) : [],
  )
  if (worth.normalised === 'as-given' && figures.some((each) => compareExact(each, one) > 0 || each.of < 0n))
    note(`${worth.party}: utilities`)
  if (
    worth.ceiling !== undefined &&
    compareExact(mostWorth(agenda.issues, worth), valueOfFigure(worth.ceiling)) > 0
  )
    note(`${worth.party}: ceiling`)
}

const profileOf = (case_: BargainingCase, worth: Worth, notes: Notes): Writable => {
  refuseInterdependence(form, worth)
  if (worth.reservation !== undefined && valueOfFigure(worth.reservation).of !== 0n)
    throw cannotHold(form, `${worth.party}: reservation`)
  noteItsRules(case_.agenda, worth, notes)
  if (worth.discount !== undefined && compareExact(valueOfFigure(worth.discount), one) !== 0)
    notes.note('discount')
  const held = case_.agenda.issues.flatMap((issue) => {
    const given = Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined
    return given ? [{ issue, given }] : []
  })
  return {
    LinearAdditiveUtilitySpace: {
      name: worth.party,
      issueUtilities: ordered(
        held.map(({ issue, given }) => [issue.id, utilities(issue, worth, given, notes)]),
      ),
      issueWeights: ordered(
        held.map(({ issue, given }) => [
          issue.id,
          bare(decimal(figureOnly(form, given.weight, `${worth.party}: ${issue.id}`), notes)),
        ]),
      ),
      domain: domainOf(case_.name, case_.agenda),
      ...(worth.batna ? { reservationBid: { issuevalues: worth.batna } } : {}),
    },
  }
}

/**
 * The files of a case. Refuses a reservation that is a figure (GeniusWeb knows only a reservation bid), constraints, red
 * lines, interdependence, estimates.
 */
export const writeGeniusWeb = (case_: BargainingCase): Outcome<Written> =>
  reading(() => {
    refuseConstraints(form, case_)
    const said = notes()
    const stem = fileNameOf(case_.name, 'case')
    const profiles = case_.worths.map((worth, party) => ({
      name: `${stem}-prof${party + 1}.json`,
      text: writeJson(profileOf(case_, worth, said)),
    }))
    const domain = { name: `${stem}-domain.json`, text: writeJson(domainOf(case_.name, case_.agenda)) }
    return { files: [domain, ...profiles], lost: [...lostIn(case_), ...said.all()] }
  })
