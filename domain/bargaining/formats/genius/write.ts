/** Writes a case as a GENIUS domain and one profile for each party. */
import type { Outcome } from '#domain/outcome.ts'
import { writeXml } from '#domain/text/serialise.ts'
import { element, type XmlElement } from '#domain/text/xml.ts'
import { type Issue, optionsOf } from '../../agenda.ts'
import type { BargainingCase } from '../../case.ts'
import { compareExact, type Exact, greatest, least, one, over, times, writeExact, zero } from '../../exact.ts'
import type { IssueWorth, Worth } from '../../worth.ts'
import {
  decimal,
  decimalOf,
  figuresOf,
  mostWorth,
  type Notes,
  notes,
  tenAbove,
  valueOfFigure,
} from '../decimals.ts'
import { cannotHold, figureOnly, fileNameOf, lostIn, refuseConstraints, type Written } from '../holding.ts'
import { reading } from '../misread.ts'
import { reservationFigure } from '../reservation.ts'
import { rectanglesOf } from './write-rectangles.ts'

const form = 'GENIUS'

const issueElement = (issue: Issue, i: number, children: readonly XmlElement[]): XmlElement => {
  const type = issue.range ? 'integer' : 'discrete'
  const bounds = issue.range
    ? { lowerbound: String(issue.range.from), upperbound: String(issue.range.to) }
    : {}
  return element(
    'issue',
    { index: String(i + 1), name: issue.id, etype: type, type, vtype: type, ...bounds },
    children,
  )
}

const items = (issue: Issue, evaluation: (option: string) => string | undefined): readonly XmlElement[] =>
  issue.range
    ? []
    : optionsOf(issue).map((option, i) => {
        const said = evaluation(option)
        return element('item', {
          index: String(i + 1),
          value: option,
          ...(said === undefined ? {} : { evaluation: said }),
        })
      })

const objective = (name: string, children: readonly XmlElement[]): XmlElement =>
  element('objective', { index: '0', name, description: '', etype: 'objective', type: 'objective' }, children)

const domainOf = ({ name, agenda }: BargainingCase): XmlElement =>
  element('negotiation_template', {}, [
    element('utility_space', { number_of_issues: String(agenda.issues.length) }, [
      objective(
        name,
        agenda.issues.map((issue, i) =>
          issueElement(
            issue,
            i,
            items(issue, () => undefined),
          ),
        ),
      ),
    ]),
  ])

interface Weighed {
  readonly weight: string
  readonly element: XmlElement
}

/** A slope that may leave 0 and 1, brought within by a power of ten that its weight takes back. */
const sloped = (issue: Issue, i: number, given: IssueWorth, weight: Exact, notes: Notes): Weighed => {
  const { offset, slope, within } = given.slope ?? { offset: '0', slope: '0', within: true }
  const ends = figuresOf(issue, given)
  if (!within && compareExact(least(ends) ?? zero, zero) < 0) throw cannotHold(form, `${issue.id}: slope < 0`)
  const ten = within ? one : tenAbove(greatest(ends) ?? zero)
  const scaled = (figure: typeof offset): string =>
    compareExact(ten, one) === 0 ? decimal(figure, notes) : decimalOf(over(valueOfFigure(figure), ten), notes)
  const evaluator = element('evaluator', { ftype: 'linear', offset: scaled(offset), slope: scaled(slope) })
  return { weight: decimalOf(times(weight, ten), notes), element: issueElement(issue, i, [evaluator]) }
}

/** GENIUS divides by the greatest evaluation, so the weight of worth given as it is takes that up. */
const listed = (
  issue: Issue,
  i: number,
  worth: Worth,
  given: IssueWorth,
  weight: Exact,
  notes: Notes,
): Weighed => {
  const { options = {} } = given
  if (issue.range && Object.keys(options).length > 0) throw cannotHold(form, `${issue.id}: options`)
  const most = greatest(figuresOf(issue, given)) ?? zero
  const asGiven = worth.normalised === 'as-given'
  if (asGiven && compareExact(least(figuresOf(issue, given)) ?? zero, zero) < 0)
    throw cannotHold(form, `${worth.party}: ${issue.id} < 0`)
  const evaluation = (option: string): string | undefined =>
    Object.hasOwn(options, option)
      ? decimal(figureOnly(form, options[option] ?? '0', `${worth.party}: ${issue.id}: ${option}`), notes)
      : undefined
  return {
    weight: decimalOf(asGiven ? times(weight, most) : weight, notes),
    element: issueElement(issue, i, items(issue, evaluation)),
  }
}

const weighed = (issue: Issue, i: number, worth: Worth, scale: Exact, notes: Notes): Weighed => {
  const given = Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined
  if (!given) return listed(issue, i, worth, { weight: '0' }, zero, notes)
  const figure = figureOnly(form, given.weight, `${worth.party}: ${issue.id}: weight`)
  const weight = over(valueOfFigure(figure), scale)
  const found = given.slope
    ? sloped(issue, i, given, weight, notes)
    : listed(issue, i, worth, given, weight, notes)
  const asWritten = compareExact(valueOfFigure(found.weight), valueOfFigure(figure)) === 0
  return asWritten ? { ...found, weight: decimal(figure, notes) } : found
}

/** What worth is divided by, since GENIUS cuts off at 1: the ceiling, or the next power of ten. */
const scaleOf = (case_: BargainingCase, worth: Worth, notes: Notes): Exact => {
  const most = mostWorth(case_.agenda.issues, worth)
  const scale = worth.ceiling === undefined ? tenAbove(most) : valueOfFigure(worth.ceiling)
  if (scale.of <= 0n) throw cannotHold(form, `${worth.party}: ceiling`)
  if (compareExact(scale, one) !== 0) notes.note(`${worth.party}: 1/${writeExact(scale)}`)
  return scale
}

const profileOf = (case_: BargainingCase, party: number, notes: Notes): XmlElement => {
  const worth = case_.worths[party]
  if (!worth) return element('utility_space')
  const scale = scaleOf(case_, worth, notes)
  const given = reservationFigure(form, case_, party, notes)
  const reservation =
    given &&
    (worth.reservation !== undefined && compareExact(scale, one) === 0 && !worth.batna
      ? decimal(worth.reservation, notes)
      : decimalOf(over(given, scale), notes))
  const { issues } = case_.agenda
  const linked = worth.interdependence.length > 0
  const parts = linked ? [] : issues.map((issue, i) => weighed(issue, i, worth, scale, notes))
  return element('utility_space', { party: worth.party, ...(linked ? { type: 'nonlinear' } : {}) }, [
    objective(case_.name, [
      ...(linked
        ? [
            ...issues.map((issue, i) =>
              issueElement(
                issue,
                i,
                items(issue, () => undefined),
              ),
            ),
            rectanglesOf(form, issues, worth, scale),
          ]
        : parts.map((part) => part.element)),
      ...parts.map(({ weight }, i) => element('weight', { index: String(i + 1), value: weight })),
    ]),
    ...(worth.discount === undefined
      ? []
      : [element('discount_factor', { value: decimal(worth.discount, notes) })]),
    ...(reservation === undefined ? [] : [element('reservation', { value: reservation })]),
  ])
}

/**
 * The files of a case. Worth above 1 is divided by a power of ten, which is noted as `US: 1/100`. Refuses
 * (`bargaining.cannot-hold`) constraints, red lines, estimates, and interdependence that is not all rectangles of numbers.
 */
export const writeGenius = (case_: BargainingCase): Outcome<Written> =>
  reading(() => {
    refuseConstraints(form, case_)
    const said = notes()
    const stem = fileNameOf(case_.name, 'case')
    const profiles = case_.worths.map((_, party) => ({
      name: `${stem}-prof${party + 1}.xml`,
      text: writeXml(profileOf(case_, party, said)),
    }))
    const domain = { name: `${stem}-domain.xml`, text: writeXml(domainOf(case_)) }
    return { files: [domain, ...profiles], lost: [...lostIn(case_), ...said.all()] }
  })
