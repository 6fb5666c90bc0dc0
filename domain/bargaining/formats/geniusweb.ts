/** Reads the JSON of GeniusWeb: a domain, and one linear additive profile for each party. */
import type { Outcome } from '#domain/outcome.ts'
import { type Agenda, type Issue, optionsOf, type Package } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { mostOptions } from '../compile.ts'
import {
  compareExact,
  type Exact,
  exact,
  minus,
  one,
  over,
  plus,
  readExact,
  times,
  writeExact,
  zero,
} from '../exact.ts'
import { type IssueWorth, noWorth, type Worth } from '../worth.ts'
import { holdToSize, Misread, missing, reading, twice, unknown, unsupported } from './misread.ts'
import { called, inFileOrder, stemOf } from './names.ts'
import { entriesOf, fieldOf, figureOf, itemsOf, needField, onlyEntry, type Placed, wordOf } from './placed.ts'

/** Whether keys are those of a GeniusWeb domain or profile. */
export const isGeniusWeb = (node: Placed): boolean =>
  fieldOf(node, 'issuesValues') !== undefined || fieldOf(node, 'LinearAdditiveUtilitySpace') !== undefined

const exactOf = (node: Placed): Exact => readExact(figureOf(node)) ?? zero

/** Numbers from low to high; steps that are not 1 make every number an option of its own. */
const numbersOf = (given: Placed): Pick<Issue, 'options' | 'range'> => {
  const parts =
    given.kind === 'list' ? given.items : ['low', 'high', 'step'].map((key) => needField(given, key))
  const [low, high, step] = parts.map(exactOf)
  if (!low || !high || !step) throw missing(given.at, '"low", "high", "step"')
  if (compareExact(high, low) < 0 || step.of <= 0n) throw missing(given.at, 'low <= high, step > 0')
  const steps = over(minus(high, low), step)
  if (steps.of / steps.over >= BigInt(mostOptions))
    throw unsupported(given.at, `${steps.of / steps.over + 1n} numbers`)
  if (low.over === 1n && compareExact(step, one) === 0)
    return { options: [], range: { from: Number(low.of), to: Number(low.of + steps.of / steps.over) } }
  const options = Array.from({ length: Number(steps.of / steps.over) + 1 }, (_, i) =>
    writeExact(plus(low, times(step, exact(BigInt(i))))),
  )
  return { options: options.map((id) => ({ id, name: called(id) })) }
}

const issueOf = ([id, given]: readonly [string, Placed]): Issue => {
  const [values, range] = [fieldOf(given, 'values'), fieldOf(given, 'range')]
  if (range) return { id, name: called(id), ...numbersOf(range) }
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

const agendaOf = (domain: Placed): Agenda => {
  const issues = entriesOf(needField(domain, 'issuesValues')).map(issueOf)
  holdToSize(
    domain.at,
    issues.map((issue) => issue.options.length),
  )
  return { baskets: [], issues, constraints: [] }
}

/** A straight line through two points, exact: an offset and a slope for a range, else a figure for every number. */
const straight = (given: Placed, issue: Issue): Pick<IssueWorth, 'slope' | 'options'> => {
  const at = (key: string): Exact => exactOf(needField(given, key))
  const [lowValue, lowUtility] = [at('lowValue'), at('lowUtility')]
  const width = minus(at('highValue'), lowValue)
  const slope = width.of === 0n ? zero : over(minus(at('highUtility'), lowUtility), width)
  const valueAt = (number: Exact): string =>
    writeExact(plus(lowUtility, times(slope, minus(number, lowValue))))
  if (issue.range)
    return { slope: { offset: valueAt(exact(BigInt(issue.range.from))), slope: writeExact(slope) } }
  const options = issue.options.map(({ id }) => {
    const number = readExact(id)
    if (!number) throw unsupported(given.at, `"numberutils" - "${id}"`)
    return [id, valueAt(number)] as const
  })
  return { options: Object.fromEntries(options) }
}

const issueWorth = (agenda: Agenda, id: string, given: Placed, weight: IssueWorth['weight']): IssueWorth => {
  const issue = agenda.issues.find((each) => each.id === id)
  if (!issue) throw unknown(given.at, id)
  const [kind, utilities] = onlyEntry(given)
  if (kind === 'numberutils') return { weight, ...straight(utilities, issue) }
  if (kind !== 'discreteutils') throw unsupported(utilities.at, `"${kind}"`)
  const known = new Set(optionsOf(issue))
  const options = entriesOf(needField(utilities, 'valueUtilities')).map(([option, figure]) => {
    if (!known.has(option)) throw unknown(figure.at, option)
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
