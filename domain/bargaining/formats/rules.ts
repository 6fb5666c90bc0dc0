/** Reads a file of constraints: what cannot go together, said as "if", "not", "then" or "never". */
import type { Outcome } from '#domain/outcome.ts'
import { type Agenda, type Constraint, type Issue, optionsOf, type Together } from '../agenda.ts'
import { Misread, missing, reading, unknown, unsupported } from './misread.ts'
import { entriesOf, fieldOf, itemsOf, type Placed, wordOf } from './placed.ts'

const issueCalled = (agenda: Agenda, said: string, node: Placed): Issue => {
  const found =
    agenda.issues.find(({ id }) => id === said) ??
    agenda.issues.find(({ name }) => Object.values(name).includes(said))
  if (!found) throw unknown(node.at, said)
  return found
}

const optionCalled = (issue: Issue, node: Placed): string => {
  const said = wordOf(node)
  const found =
    optionsOf(issue).find((id) => id === said) ??
    issue.options.find(({ name }) => Object.values(name).includes(said))?.id
  if (found === undefined) throw unknown(node.at, `${issue.id}: ${said}`)
  return found
}

const together = (agenda: Agenda, node: Placed): Together => {
  const named = entriesOf(node).map(([said, options]) => {
    const issue = issueCalled(agenda, said, options)
    const ids = (options.kind === 'list' ? options.items : [options]).map((each) => optionCalled(issue, each))
    if (ids.length === 0) throw missing(options.at, said)
    return [issue.id, ids] as const
  })
  if (named.length === 0) throw missing(node.at, '{...}')
  return Object.fromEntries(named)
}

/** Both at once; an issue in both has what is in both, and where that is nothing the constraint is empty. */
const both = (a: Together, b: Together): Together => {
  const kept = Object.entries(b).map(([issue, options]) => {
    const before = Object.hasOwn(a, issue) ? a[issue] : undefined
    return [issue, before ? options.filter((option) => before.includes(option)) : options] as const
  })
  return { ...a, ...Object.fromEntries(kept) }
}

const isPossible = (never: Together): boolean => Object.values(never).every((options) => options.length > 0)

/** "If A then B and C" forbids A with anything but B, and A with anything but C. */
const unless = (agenda: Agenda, when: Together, then: Together): readonly Together[] =>
  Object.entries(then).map(([id, options]) => {
    const issue = agenda.issues.find((each) => each.id === id)
    const others = issue ? optionsOf(issue).filter((option) => !options.includes(option)) : []
    return both(when, Object.fromEntries([[id, others]]))
  })

const nameOf = (node: Placed): Pick<Constraint, 'name'> => {
  const name = fieldOf(node, 'name')
  if (!name) return {}
  if (name.kind === 'leaf') return { name: { und: name.text } }
  return { name: Object.fromEntries(entriesOf(name).map(([language, words]) => [language, wordOf(words)])) }
}

const constraintsOf = (agenda: Agenda, node: Placed): readonly Constraint[] => {
  const known = new Set(['if', 'then', 'not', 'never', 'name'])
  for (const [key, { at }] of entriesOf(node)) if (!known.has(key)) throw unsupported(at, `"${key}"`)
  const [when, then, not, never] = ['if', 'then', 'not', 'never'].map((key) => {
    const part = fieldOf(node, key)
    return part && together(agenda, part)
  })
  if (never) {
    if (when || then || not) throw unsupported(node.at, '"never" + "if"')
    return [{ ...nameOf(node), never }]
  }
  if (!when) throw missing(node.at, '"if"')
  if (!then && !not) throw missing(node.at, '"then"')
  const forbidden = [...(not ? [both(when, not)] : []), ...(then ? unless(agenda, when, then) : [])]
  return forbidden.filter(isPossible).map((each) => ({ ...nameOf(node), never: each }))
}

/**
 * The constraints of a list such as `[{"if": {"A": "x"}, "not": {"B": ["y", "z"]}}, {"if": ..., "then": ...},
 * {"never": ...}]`. Issues and options are called by id, or by name in any language.
 */
export const readConstraints = (node: Placed, agenda: Agenda): Outcome<readonly Constraint[]> =>
  reading(() => {
    if (node.kind !== 'list') throw new Misread('bargaining.file-missing', node.at, { what: '[...]' })
    return itemsOf(node).flatMap((each) => constraintsOf(agenda, each))
  })
