/** Reads the JSON of GeniusWeb: a domain, and one linear additive profile for each party. */
import type { Outcome } from '#domain/outcome.ts'
import type { Agenda, Issue, Package } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { mostOptions } from '../compile.ts'
import { compareExact, minus, over, readExact, writeExact, zero } from '../exact.ts'
import { type IssueWorth, noWorth, type Worth } from '../worth.ts'
import { Misread, missing, reading, twice, unknown, unsupported } from './misread.ts'
import { called, inFileOrder, stemOf } from './names.ts'
import {
  entriesOf,
  fieldOf,
  figureOf,
  itemsOf,
  needField,
  onlyEntry,
  type Placed,
  wholeOf,
  wordOf,
} from './placed.ts'

/** Whether keys are those of a GeniusWeb domain or profile. */
export const isGeniusWeb = (node: Placed): boolean =>
  fieldOf(node, 'issuesValues') !== undefined || fieldOf(node, 'LinearAdditiveUtilitySpace') !== undefined

const rangeOf = (given: Placed): Issue['range'] => {
  const parts =
    given.kind === 'list' ? given.items : ['low', 'high', 'step'].map((key) => needField(given, key))
  const [low, high, step] = parts
  if (!low || !high || !step) throw missing(given.at, '"low", "high", "step"')
  if (wholeOf(step) !== 1) throw unsupported(step.at, `"step": ${wordOf(step)}`)
  const [from, to] = [wholeOf(low), wholeOf(high)]
  if (to < from) throw missing(given.at, 'low <= high')
  if (to - from >= mostOptions) throw unsupported(given.at, `${from}..${to}`)
  return { from, to }
}

const issueOf = ([id, given]: readonly [string, Placed]): Issue => {
  const [values, range] = [fieldOf(given, 'values'), fieldOf(given, 'range')]
  if (range) return { id, name: called(id), options: [], range: rangeOf(range) }
  if (!values) throw missing(given.at, '"values"')
  const seen = new Set<string>()
  const options = itemsOf(values).map((value) => {
    const option = wordOf(value)
    if (seen.has(option)) throw twice(value.at, option)
    seen.add(option)
    return { id: option, name: called(option) }
  })
  if (options.length === 0) throw missing(values.at, '"values"')
  return { id, name: called(id), options }
}

const agendaOf = (domain: Placed): Agenda => ({
  baskets: [],
  issues: entriesOf(needField(domain, 'issuesValues')).map(issueOf),
  constraints: [],
})

/** A straight line through two points, as an offset at the lower end and a slope; exact. */
const slopeOf = (given: Placed, issue: Issue): IssueWorth['slope'] => {
  const [lowValue, lowUtility, highValue, highUtility] = [
    'lowValue',
    'lowUtility',
    'highValue',
    'highUtility',
  ].map((key) => readExact(figureOf(needField(given, key))) ?? zero)
  if (!lowValue || !lowUtility || !highValue || !highUtility || !issue.range)
    throw unsupported(given.at, 'numberutils')
  const { from, to } = issue.range
  if (wholeOf(needField(given, 'lowValue')) !== from || wholeOf(needField(given, 'highValue')) !== to)
    throw unknown(given.at, `"lowValue", "highValue": ${from}..${to}`)
  const width = minus(highValue, lowValue)
  const slope = compareExact(width, zero) === 0 ? zero : over(minus(highUtility, lowUtility), width)
  return { offset: writeExact(lowUtility), slope: writeExact(slope) }
}

const issueWorth = (agenda: Agenda, id: string, given: Placed, weight: IssueWorth['weight']): IssueWorth => {
  const issue = agenda.issues.find((each) => each.id === id)
  if (!issue) throw unknown(given.at, id)
  const [kind, utilities] = onlyEntry(given)
  if (kind === 'numberutils') return { weight, slope: slopeOf(utilities, issue) }
  if (kind !== 'discreteutils') throw unsupported(utilities.at, `"${kind}"`)
  const options = entriesOf(needField(utilities, 'valueUtilities')).map(([option, figure]) => {
    if (!issue.options.some((each) => each.id === option)) throw unknown(figure.at, option)
    return [option, figureOf(figure)] as const
  })
  return { weight, options: Object.fromEntries(options) }
}

const batnaOf = (agenda: Agenda, given: Placed): Package => {
  const chosen = entriesOf(fieldOf(given, 'issuevalues') ?? given).map(
    ([issue, option]) => [issue, wordOf(option)] as const,
  )
  for (const { id } of agenda.issues)
    if (!chosen.some(([issue]) => issue === id)) throw unsupported(given.at, `"reservationBid" - "${id}"`)
  return Object.fromEntries(chosen)
}

const worthOf = (agenda: Agenda, profile: Placed, file: string): Worth => {
  const weights = needField(profile, 'issueWeights')
  const bid = fieldOf(profile, 'reservationBid')
  const name = fieldOf(profile, 'name')
  return {
    ...noWorth((name && wordOf(name)) || stemOf(file)),
    issues: Object.fromEntries(
      entriesOf(needField(profile, 'issueUtilities')).map(([id, given]) => {
        const weight = fieldOf(weights, id)
        return [id, issueWorth(agenda, id, given, weight ? figureOf(weight) : '0')] as const
      }),
    ),
    ...(bid && (bid.kind !== 'keyed' || bid.entries.length > 0) ? { batna: batnaOf(agenda, bid) } : {}),
  }
}

/**
 * A domain and its profiles in any order; a profile carries its domain with it, which must be the same. Parties come in
 * the order of file names and are called as their profiles say. Worth is weight x utility, nothing is divided.
 */
export const readGeniusWeb = (documents: readonly Placed[]): Outcome<BargainingCase> =>
  reading(() => {
    const sorted = [...documents].sort((a, b) => inFileOrder(a.at.file, b.at.file))
    const profiles = sorted.flatMap((each) => fieldOf(each, 'LinearAdditiveUtilitySpace') ?? [])
    const [alone, other] = sorted.filter((each) => fieldOf(each, 'issuesValues'))
    if (other) throw twice(other.at, '"issuesValues"')
    const domain = alone ?? (profiles[0] && needField(profiles[0], 'domain'))
    if (!domain) throw new Misread('bargaining.file-kind', sorted[0]?.at)
    const agenda = agendaOf(domain)
    const name = fieldOf(domain, 'name')
    return {
      name: (name && wordOf(name)) || stemOf(domain.at.file),
      agenda,
      worths: profiles.map((profile) => worthOf(agenda, profile, profile.at.file)),
    }
  })
