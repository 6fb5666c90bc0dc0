/** One party's worth as a GENIUS profile says it: weights, evaluations, slopes, rectangles, reservation, discount. */
import { attribute, descendants, type XmlElement } from '#domain/text/xml.ts'
import { type Issue, optionsOf } from '../../agenda.ts'
import { compareExact, greatest, over, readExact, times, writeExact, zero } from '../../exact.ts'
import { type Figure, type IssueWorth, noWorth, type Worth } from '../../worth.ts'
import { twice, unknown, unsupported } from '../misread.ts'
import { stemOf, uniqueIds } from '../names.ts'
import { type GeniusIssue, issueElements, optionIds } from './agenda.ts'
import { childrenOf, figureIn, type GeniusDocument, needAttribute } from './document.ts'
import { rectangleWorth } from './rectangles.ts'

const exactOf = (figure: Figure) => readExact(figure) ?? zero

const slopeOf = (document: GeniusDocument, element: XmlElement): IssueWorth['slope'] => {
  const [evaluator = element] = childrenOf(element, 'evaluator')
  const ftype = attribute(evaluator, 'ftype') ?? 'linear'
  const [offset, slope] = [figureIn(document, evaluator, 'offset'), figureIn(document, evaluator, 'slope')]
  if (ftype !== 'linear') throw unsupported(document.at(evaluator), `ftype="${ftype}"`)
  if (offset === undefined && slope === undefined && attribute(evaluator, 'parameter0') !== null)
    throw unsupported(document.at(evaluator), 'parameter0')
  return offset === undefined && slope === undefined
    ? undefined
    : { offset: offset ?? '0', slope: slope ?? '0', within: true }
}

/**
 * Evaluations of listed options. GENIUS divides by the greatest evaluation of the profile, also where the domain does not
 * have that option: the weight is then lowered by as much, exactly.
 */
const listedWorth = (
  document: GeniusDocument,
  element: XmlElement,
  issue: Issue,
  weight: Figure,
): IssueWorth => {
  const ids = optionIds(document, element)
  const given = childrenOf(element, 'item').flatMap((item, i) => {
    const evaluation = figureIn(document, item, 'evaluation')
    return evaluation === undefined ? [] : [[ids[i] ?? '', evaluation] as const]
  })
  const options = new Set(optionsOf(issue))
  const known = given.filter(([id]) => options.has(id))
  const most = greatest(given.map(([, figure]) => exactOf(figure))) ?? zero
  const reached = greatest(known.map(([, figure]) => exactOf(figure))) ?? zero
  const held = Object.fromEntries(known)
  if (compareExact(most, reached) === 0 || compareExact(reached, zero) <= 0) return { weight, options: held }
  return { weight: writeExact(over(times(exactOf(weight), reached), most)), options: held }
}

const weightsOf = (document: GeniusDocument): ReadonlyMap<string, Figure> => {
  const weights = new Map<string, Figure>()
  for (const element of descendants(document.root, 'weight')) {
    const index = needAttribute(document, element, 'index').trim()
    if (weights.has(index)) throw twice(document.at(element), `<weight index="${index}">`)
    weights.set(index, figureIn(document, element, 'value') ?? '0')
  }
  return weights
}

/** The domain's issue that an issue of a profile is: by name, else by number. */
const issueFor = (domain: readonly GeniusIssue[], id: string, index: string): GeniusIssue | undefined =>
  domain.find(({ issue }) => issue.id === id) ?? domain.find((each) => each.index === index)

const linearWorth = (document: GeniusDocument, domain: readonly GeniusIssue[]): Worth['issues'] => {
  const [weights, elements] = [weightsOf(document), issueElements(document)]
  const ids = uniqueIds(elements.map((element) => needAttribute(document, element, 'name')))
  const issues = new Map<string, IssueWorth>()
  for (const [i, element] of elements.entries()) {
    const index = attribute(element, 'index')?.trim() ?? String(i + 1)
    const found = issueFor(domain, ids[i] ?? '', index)
    if (!found) throw unknown(document.at(element), ids[i] ?? '')
    const { issue } = found
    if (issues.has(issue.id)) throw twice(document.at(element), issue.id)
    const weight = weights.get(index) ?? '0'
    const slope = issue.range ? slopeOf(document, element) : undefined
    issues.set(issue.id, slope ? { weight, slope } : listedWorth(document, element, issue, weight))
  }
  return Object.fromEntries(issues)
}

const childValue = (document: GeniusDocument, name: string): Figure | undefined => {
  const [element] = childrenOf(document.root, name)
  return element && figureIn(document, element, 'value')
}

/**
 * The worth of a profile, as GENIUS 10.4 counts it. Refuses, with the place, `type="constraint"` and other ways of
 * counting that the model has no place for.
 */
export const profileWorth = (document: GeniusDocument, domain: readonly GeniusIssue[]): Worth => {
  const [rules] = descendants(document.root, 'rules')
  if (rules) throw unsupported(document.at(rules), '<rules>')
  const type = attribute(document.root, 'type') ?? 'linear'
  if (type === 'constraint') throw unsupported(document.at(document.root), `type="${type}"`)
  const [utility] = descendants(document.root, 'utility')
  const [reservation, discount] = [
    childValue(document, 'reservation'),
    childValue(document, 'discount_factor'),
  ]
  const byIndex = new Map(domain.map(({ index, issue }) => [index, issue]))
  return {
    ...noWorth(attribute(document.root, 'party') ?? stemOf(document.file)),
    ...(utility
      ? { normalised: 'as-given', interdependence: rectangleWorth(document, utility, byIndex) }
      : { normalised: 'by-maximum', issues: linearWorth(document, domain) }),
    ceiling: '1',
    ...(reservation === undefined ? {} : { reservation }),
    ...(discount === undefined ? {} : { discount }),
  }
}
