/** A problem too entangled to be solved exactly, made easier in a way that only flatters: nothing real is better than it says. */
import type { Literal, Problem, Term } from '../problem.ts'
import { type Diagram, diagramOf } from './diagram.ts'
import { issueOrder } from './order.ts'

/** A problem in which some terms ask for less, and its diagram. */
export interface Loosened {
  readonly problem: Problem
  readonly diagram: Diagram
  /** How many terms ask for less than they should. */
  readonly count: number
}

/** The literal that fewest packages fulfil. */
const tightest = (problem: Problem, when: readonly Literal[]): readonly Literal[] => {
  const share = ({ issue, options }: Literal): number =>
    options.length / (problem.issues[issue]?.options.length ?? 1)
  const best = when.reduce<Literal | undefined>((a, b) => (a && share(a) <= share(b) ? a : b), undefined)
  return best ? [best] : []
}

/**
 * A term that brings something to a party is given for one of its literals alone; what it costs, and what it forbids, is
 * left out. So every package is worth at least as much to everybody as before.
 */
const looser = (problem: Problem, term: Term): readonly Term[] => {
  if (term.effect === 'forbidden') return []
  const effect = term.effect.map((units) => (units > 0n ? units : 0n))
  return effect.some((units) => units > 0n) ? [{ when: tightest(problem, term.when), effect }] : []
}

const magnitude = (problem: Problem, term: Term): number => {
  if (term.effect === 'forbidden') return Number.POSITIVE_INFINITY
  return term.effect.reduce(
    (sum, units, p) => sum + Math.abs(Number(units) / Number(problem.sides[p]?.unit ?? 1n)),
    0,
  )
}

const loosenedBy = (problem: Problem, byWeight: readonly number[], count: number): Problem => {
  const chosen = new Set(byWeight.slice(0, count))
  return {
    ...problem,
    terms: problem.terms.flatMap((term, at) => (chosen.has(at) ? looser(problem, term) : [term])),
  }
}

/** States a diagram may have while it is tried how many terms must be loosened. */
const mostStates = 5_000

/** The problem with as few terms loosened as make a diagram possible, those first that weigh least. */
export const loosened = (problem: Problem): Loosened | undefined => {
  const tangling = problem.terms.flatMap((term, at) => (term.when.length > 1 ? [at] : []))
  const weights = problem.terms.map((term) => magnitude(problem, term))
  const byWeight = [...tangling].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))
  const attempt = (count: number): Loosened | undefined => {
    const easier = loosenedBy(problem, byWeight, count)
    const diagram = diagramOf(easier, issueOrder(easier), mostStates)
    return diagram.ok ? { problem: easier, diagram: diagram.value, count } : undefined
  }
  let [from, to] = [0, byWeight.length]
  let best = attempt(to)
  while (best && from < to) {
    const middle = (from + to) >> 1
    const tried = attempt(middle)
    if (tried) best = tried
    if (tried) to = middle
    else from = middle + 1
  }
  return best
}
