/** Reads what NegMAS writes as YAML or JSON: an outcome space, and one utility function for each party. */
import type { Outcome } from '#domain/outcome.ts'
import { type Agenda, type Issue, optionsOf, type Package } from '../agenda.ts'
import type { BargainingCase } from '../case.ts'
import { mostOptions } from '../compile.ts'
import { exact, plus, readExact, times, writeExact, zero } from '../exact.ts'
import { type IssueWorth, noWorth, type Worth } from '../worth.ts'
import { holdToSize, Misread, missing, reading, twice, unknown, unsupported } from './misread.ts'
import { called, inFileOrder, stemOf } from './names.ts'
import { entriesOf, fieldOf, figureOf, itemsOf, needField, type Placed, wholeOf, wordOf } from './placed.ts'

/** NegMAS writes types with or without the module they live in. */
const typeOf = (node: Placed): string => {
  const type = fieldOf(node, 'type') ?? fieldOf(node, '__python_class__')
  return type?.kind === 'leaf' ? (type.text.split('.').at(-1) ?? '') : ''
}

const isUfun = (node: Placed): boolean => /(?:UFun|UtilityFunction)$/.test(typeOf(node))
const isSpace = (node: Placed): boolean => fieldOf(node, 'issues')?.kind === 'list'

/** Whether keys are those of an outcome space or a utility function of NegMAS. */
export const isNegmas = (node: Placed): boolean =>
  isUfun(node) || (isSpace(node) && /Space$|^$/.test(typeOf(node)) && !fieldOf(node, 'agenda'))

const rangeOf = (values: Placed): Issue['range'] => {
  const [low, high] = itemsOf(values)
  if (!low || !high) throw missing(values.at, '[low, high]')
  const [from, to] = [wholeOf(low), wholeOf(high)]
  if (to < from) throw missing(values.at, 'low <= high')
  if (to - from >= mostOptions) throw unsupported(values.at, `${from}..${to}`)
  return { from, to }
}

const issueOf = (given: Placed): Issue => {
  const [id, values] = [wordOf(needField(given, 'name')), needField(given, 'values')]
  const type = typeOf(given)
  if (type === 'ContiguousIssue' || (type === 'IntegerIssue' && itemsOf(values).length === 2))
    return { id, name: called(id), options: [], range: rangeOf(values) }
  if (/^(?:Continuous|Callable|Infinite|Countable)/.test(type)) throw unsupported(given.at, type)
  const options = itemsOf(values).map((value) => wordOf(value))
  if (options.length === 0) throw missing(values.at, '"values"')
  if (new Set(options).size < options.length) throw twice(values.at, '"values"')
  return { id, name: called(id), options: options.map((option) => ({ id: option, name: called(option) })) }
}

const agendaOf = (space: Placed): Agenda => {
  const issues = itemsOf(needField(space, 'issues')).map(issueOf)
  holdToSize(
    space.at,
    issues.map((issue) => issue.options.length),
  )
  if (new Set(issues.map((issue) => issue.id)).size < issues.length) throw twice(space.at, '"issues"')
  return { baskets: [], issues, constraints: [] }
}

const tableWorth = (given: Placed, issue: Issue): IssueWorth['options'] => {
  const known = new Set(optionsOf(issue))
  return Object.fromEntries(
    entriesOf(needField(given, 'mapping')).map(([option, figure]) => {
      if (!known.has(option)) throw unknown(figure.at, option)
      return [option, figureOf(figure)] as const
    }),
  )
}

const exactIn = (given: Placed, key: string) => {
  const field = fieldOf(given, key)
  return field ? (readExact(figureOf(field)) ?? zero) : zero
}

/** `slope x value + bias`, with the value itself; the offset is what that makes at the lower end. */
const straight = (given: Placed, issue: Issue): Pick<IssueWorth, 'slope' | 'options'> => {
  const [slope, bias] = [exactIn(given, 'slope'), exactIn(given, 'bias')]
  if (issue.range) {
    const offset = plus(bias, times(slope, exact(BigInt(issue.range.from))))
    return { slope: { offset: writeExact(offset), slope: writeExact(slope) } }
  }
  return {
    options: Object.fromEntries(
      issue.options.map(({ id }) => {
        const value = readExact(id)
        if (!value) throw unsupported(given.at, `${typeOf(given)} - "${id}"`)
        return [id, writeExact(plus(bias, times(slope, value)))] as const
      }),
    ),
  }
}

const issueWorth = (given: Placed, issue: Issue): Omit<IssueWorth, 'weight'> => {
  const type = typeOf(given)
  if (type === 'TableFun' || type === 'TableMultiFun') return { options: tableWorth(given, issue) }
  if (type === 'AffineFun' || type === 'LinearFun') return straight(given, issue)
  if (type === 'IdentityFun') {
    const one = { kind: 'leaf', text: '1', quoted: false, at: given.at } as const
    return straight({ kind: 'keyed', entries: [['slope', one]], at: given.at }, issue)
  }
  if (type === 'ConstFun') {
    const bias = fieldOf(given, 'bias')
    return { options: Object.fromEntries(optionsOf(issue).map((id) => [id, bias ? figureOf(bias) : '0'])) }
  }
  throw type === '' ? missing(given.at, '"type"') : unsupported(given.at, type)
}

/** `-inf`, as YAML, JSON and Python write it: no reservation was said. */
const isNever = (value: Placed): boolean => /^-\.?inf(?:inity)?$/i.test(wordOf(value).trim())

const reservationOf = (ufun: Placed): Pick<Worth, 'reservation'> => {
  const value = fieldOf(ufun, 'reserved_value')
  return !value || isNever(value) ? {} : { reservation: figureOf(value) }
}

const batnaOf = (ufun: Placed, agenda: Agenda): Pick<Worth, 'batna'> => {
  const outcome = fieldOf(ufun, 'reserved_outcome')
  if (!outcome) return {}
  const values = itemsOf(outcome)
  if (values.length !== agenda.issues.length) throw missing(outcome.at, '"reserved_outcome"')
  const batna: Package = Object.fromEntries(
    agenda.issues.map((issue, i) => [issue.id, wordOf(values[i] ?? outcome)] as const),
  )
  return { batna }
}

const linearWorth = (ufun: Placed, agenda: Agenda, party: string): Worth => {
  const type = typeOf(ufun)
  if (!/^LinearAdditiveU(?:tilityFunction|Fun)$/.test(type)) throw unsupported(ufun.at, type)
  const bias = fieldOf(ufun, 'bias')
  if (bias && (readExact(figureOf(bias)) ?? zero).of !== 0n) throw unsupported(bias.at, '"bias"')
  const [values, weights] = [needField(ufun, 'values'), needField(ufun, 'weights')]
  if (itemsOf(values).length !== agenda.issues.length)
    throw missing(values.at, `"values": ${agenda.issues.length}`)
  if (itemsOf(weights).length !== agenda.issues.length)
    throw missing(weights.at, `"weights": ${agenda.issues.length}`)
  const issues = agenda.issues.map((issue, i) => {
    const [value = values, weight = weights] = [itemsOf(values)[i], itemsOf(weights)[i]]
    return [issue.id, { weight: figureOf(weight), ...issueWorth(value, issue) }] as const
  })
  return { ...noWorth(party), issues: Object.fromEntries(issues) }
}

/** A discount around a function is read and kept; the reservation may stand at either. */
const ufunWorth = (ufun: Placed, agenda: Agenda): Worth => {
  const name = fieldOf(ufun, 'name')
  const party = (name && wordOf(name)) || stemOf(ufun.at.file)
  const inner = fieldOf(ufun, 'ufun')
  if (!inner) return { ...linearWorth(ufun, agenda, party), ...reservationOf(ufun), ...batnaOf(ufun, agenda) }
  if (!/^(?:Exp|Linear)DiscountedUFun$/.test(typeOf(ufun))) throw unsupported(ufun.at, typeOf(ufun))
  const discount = typeOf(ufun) === 'ExpDiscountedUFun' ? fieldOf(ufun, 'discount') : undefined
  return {
    ...linearWorth(inner, agenda, party),
    ...(discount ? { discount: figureOf(discount) } : {}),
    ...reservationOf(inner),
    ...batnaOf(inner, agenda),
    ...reservationOf(ufun),
    ...batnaOf(ufun, agenda),
  }
}

/**
 * An outcome space and its functions in any order. Worth is weight x value as the file says: NegMAS does not divide by the
 * greatest value of an issue as GENIUS does. Parties come in the order of file names and are called as the functions say.
 */
export const readNegmas = (documents: readonly Placed[]): Outcome<BargainingCase> =>
  reading(() => {
    const sorted = [...documents].sort((a, b) => inFileOrder(a.at.file, b.at.file))
    const [space, other] = sorted.filter((each) => !isUfun(each) && isSpace(each))
    if (!space) throw missing(sorted[0]?.at ?? { file: '', line: 1, column: 1 }, '"issues"')
    if (other) throw twice(other.at, '"issues"')
    const agenda = agendaOf(space)
    const name = fieldOf(space, 'name')
    const worths = sorted.filter(isUfun).map((ufun) => ufunWorth(ufun, agenda))
    if (agenda.issues.length === 0)
      throw new Misread('bargaining.file-missing', space.at, { what: '"issues"' })
    return { name: (name && wordOf(name)) || stemOf(space.at.file), agenda, worths }
  })
