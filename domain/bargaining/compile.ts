/** Makes a case ready for computing: every figure becomes a whole number of its party's units, without rounding. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Issue, optionsOf, type Together } from './agenda.ts'
import type { BargainingCase } from './case.ts'
import {
  compareExact,
  type Exact,
  exact,
  gcd,
  greatest,
  one,
  over,
  plus,
  readExact,
  times,
  zero,
} from './exact.ts'
import { choiceOf, type Literal, type Problem, type Side, type Term, worthOf } from './problem.ts'
import type { Estimate, Figure, IssueWorth, Worth } from './worth.ts'

/** Most options an issue may have: a range wider than this is cut into steps by whoever enters it. */
export const mostOptions = 20_000

class Unreadable extends Error {
  readonly facts: Readonly<Record<string, string>>
  readonly code: string
  constructor(code: string, facts: Readonly<Record<string, string>>) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

const figure = (given: Figure, where: string): Exact => {
  const value = readExact(given)
  if (!value) throw new Unreadable('bargaining.figure', { figure: String(given).slice(0, 40), where })
  return value
}

/** The middle of an estimate: what is computed with where only a range was given. */
const middle = (given: Estimate, where: string): Exact =>
  typeof given === 'object'
    ? over(plus(figure(given.least, where), figure(given.most, where)), exact(2n))
    : figure(given, where)

const onSlope = (slope: NonNullable<IssueWorth['slope']>, issue: Issue, where: string): readonly Exact[] => {
  const [offset, by] = [figure(slope.offset, where), figure(slope.slope, where)]
  const from = exact(BigInt(issue.range?.from ?? 0))
  return optionsOf(issue).map((option, i) => {
    const steps = issue.range ? exact(BigInt(option) - from.of) : exact(BigInt(i))
    const value = plus(offset, times(by, steps))
    if (!slope.within) return value
    return compareExact(value, zero) < 0 ? zero : compareExact(value, one) > 0 ? one : value
  })
}

/** What each option of an issue is worth to a party, weight and normalisation included. */
const optionWorth = (worth: Worth, issue: Issue): readonly Exact[] => {
  const given = Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined
  if (!given) return optionsOf(issue).map(() => zero)
  const where = `${worth.party}: ${issue.id}`
  const weight = middle(given.weight, where)
  if (given.slope) return onSlope(given.slope, issue, where).map((value) => times(weight, value))
  const { options = {} } = given
  const values = optionsOf(issue).map((option) =>
    Object.hasOwn(options, option) ? middle(options[option] ?? 0, `${where}: ${option}`) : zero,
  )
  if (worth.normalised === 'as-given') return values.map((value) => times(weight, value))
  const most = greatest(values) ?? zero
  if (compareExact(most, zero) <= 0) return values.map(() => zero)
  return values.map((value) => over(times(weight, value), most))
}

/** What names nothing holds for every package: it is said of any option of the first issue. */
const literals = (case_: BargainingCase, together: Together, where: string): readonly Literal[] => {
  const named = Object.entries(together).map(([id, options]) => {
    const issue = case_.agenda.issues.findIndex((each) => each.id === id)
    const known = case_.agenda.issues[issue]
    if (!known) throw new Unreadable('bargaining.issue-unknown', { issue: id, where })
    const numbers = new Map(optionsOf(known).map((option, at) => [option, at]))
    return {
      issue,
      options: options.map((option) => {
        const at = numbers.get(option)
        if (at === undefined) throw new Unreadable('bargaining.option-unknown', { issue: id, option, where })
        return at
      }),
    }
  })
  if (named.length > 0) return named
  return case_.agenda.issues
    .slice(0, 1)
    .map((issue) => ({ issue: 0, options: optionsOf(issue).map((_, at) => at) }))
}

interface Figures {
  readonly options: readonly (readonly Exact[])[]
  readonly links: readonly { readonly when: readonly Literal[]; readonly worth: Exact }[]
  readonly reservation: Exact | undefined
  readonly ceiling: Exact | undefined
}

const figuresOf = (case_: BargainingCase, worth: Worth): Figures => ({
  options: case_.agenda.issues.map((issue) => optionWorth(worth, issue)),
  links: worth.interdependence.map((link) => ({
    when: literals(case_, link.together, worth.party),
    worth: figure(link.worth, worth.party),
  })),
  reservation: worth.reservation === undefined ? undefined : figure(worth.reservation, worth.party),
  ceiling: worth.ceiling === undefined ? undefined : figure(worth.ceiling, worth.party),
})

/** The fewest units in which all of a party's figures are whole: 1 over their least common denominator. */
const unitOf = (figures: Figures): bigint => {
  const all = [...figures.options.flat(), ...figures.links.map((link) => link.worth)]
  if (figures.reservation) all.push(figures.reservation)
  if (figures.ceiling) all.push(figures.ceiling)
  return all.reduce((unit, value) => (unit / gcd(unit, value.over)) * value.over, 1n)
}

const inUnits = (value: Exact, unit: bigint): bigint => value.of * (unit / value.over)

const forbidden = (case_: BargainingCase): readonly Term[] => [
  ...case_.agenda.constraints.map(
    ({ never }): Term => ({ when: literals(case_, never, 'constraints'), effect: 'forbidden' }),
  ),
  ...case_.worths.flatMap((worth, by) => [
    ...worth.redLines.map(
      ({ issue, option }): Term => ({
        when: literals(case_, { [issue]: [option] }, worth.party),
        effect: 'forbidden',
        by,
      }),
    ),
    ...worth.constraints.map(
      (together): Term => ({ when: literals(case_, together, worth.party), effect: 'forbidden', by }),
    ),
  ]),
]

const checkShape = (case_: BargainingCase): void => {
  const { issues } = case_.agenda
  for (const issue of issues) {
    const { range } = issue
    const count = range ? range.to - range.from + 1 : issue.options.length
    if (count < 1) throw new Unreadable('bargaining.no-option', { issue: issue.id })
    if (count > mostOptions)
      throw new Unreadable('bargaining.too-many-options', { issue: issue.id, most: `${mostOptions}` })
    const twice = new Set(optionsOf(issue)).size < count
    if (twice) throw new Unreadable('bargaining.option-twice', { issue: issue.id })
  }
  if (new Set(issues.map((issue) => issue.id)).size < issues.length)
    throw new Unreadable('bargaining.issue-twice', {})
  if (new Set(case_.worths.map(({ party }) => party)).size < case_.worths.length)
    throw new Unreadable('bargaining.party-twice', {})
  if (issues.length === 0 || case_.worths.length === 0) throw new Unreadable('bargaining.empty', {})
}

const withBatna = (problem: Problem, worths: readonly Worth[]): Problem => {
  const sides = problem.sides.map((side, party): Side => {
    const { batna, reservation, party: id } = worths[party] ?? { batna: undefined }
    if (!batna) return side
    const choice = choiceOf(problem, batna)
    if (!choice) throw new Unreadable('bargaining.batna', { where: id ?? '' })
    const worth = worthOf(problem, choice)[party] ?? 0n
    return {
      ...side,
      reservation: reservation === undefined || worth > side.reservation ? worth : side.reservation,
    }
  })
  return { ...problem, sides }
}

const compiled = (case_: BargainingCase): Problem => {
  checkShape(case_)
  const figures = case_.worths.map((worth) => figuresOf(case_, worth))
  const units = figures.map(unitOf)
  const sides = case_.worths.map((worth, party): Side => {
    const unit = units[party] ?? 1n
    const { reservation = zero, ceiling } = figures[party] ?? {}
    return {
      id: worth.party,
      unit,
      reservation: inUnits(reservation, unit),
      ...(ceiling ? { ceiling: inUnits(ceiling, unit) } : {}),
    }
  })
  const links = figures.flatMap((each, party) =>
    each.links.map(
      ({ when, worth }): Term => ({
        when,
        effect: units.map((unit, other) => (other === party ? inUnits(worth, unit) : 0n)),
      }),
    ),
  )
  const problem: Problem = {
    sides,
    issues: case_.agenda.issues.map((issue) => ({ id: issue.id, options: optionsOf(issue) })),
    worth: figures.map((each, party) =>
      each.options.map((options) => options.map((value) => inUnits(value, units[party] ?? 1n))),
    ),
    terms: [...forbidden(case_), ...links],
  }
  return withBatna(problem, case_.worths)
}

/**
 * The problem of a case. Where only a range was given its middle is taken. Refusals: `bargaining.figure`,
 * `.issue-unknown`, `.option-unknown`, `.no-option`, `.too-many-options`, `.option-twice`, `.issue-twice`, `.batna`, `.party-twice`, `.empty`.
 */
export const compileCase = (case_: BargainingCase): Outcome<Problem> => {
  try {
    return done(compiled(case_))
  } catch (fault) {
    if (fault instanceof Unreadable) return refuse(fault.code, fault.facts)
    throw fault
  }
}
