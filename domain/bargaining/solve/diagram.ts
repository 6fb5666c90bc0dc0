/** A problem as layers of states: one layer for each issue, one state for each set of terms that are half fulfilled. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Problem } from '../problem.ts'
import { numbersIn, Pending, type Terms } from './pending.ts'

/** Nothing comes after this option here: it is forbidden, or leads nowhere. */
export const nowhere = -1

/**
 * One issue in the order in which they are taken. From state `s`, option `o` leads to state `to[s * options + o]` of the
 * next layer and brings, besides its own worth, the links of `links[link[s * options + o]]`, in units of each party.
 */
export interface Layer {
  readonly issue: number
  readonly options: number
  readonly states: number
  readonly to: Int32Array
  readonly link: Int32Array
  readonly links: readonly (readonly bigint[])[]
}

/**
 * All packages that are not forbidden, as paths through layers (a decision diagram: Bergman, Cire, van Hoeve and Hooker
 * 2016). Without terms every layer has one state.
 */
export interface Diagram {
  readonly layers: readonly Layer[]
}

class Links {
  readonly all: (readonly bigint[])[]
  private readonly known = new Map<Terms, number>()
  private readonly problem: Problem

  constructor(problem: Problem) {
    this.problem = problem
    this.all = [problem.sides.map(() => 0n)]
    this.known.set(0n, 0)
  }

  /** The number of what these fulfilled terms bring together; `nowhere` if one of them is forbidden. */
  of(fulfilled: Terms): number {
    const before = this.known.get(fulfilled)
    if (before !== undefined) return before
    const effects = numbersIn(fulfilled).map((term) => this.problem.terms[term]?.effect ?? 'forbidden')
    const number = effects.includes('forbidden') ? nowhere : this.all.length
    if (number !== nowhere)
      this.all.push(
        this.problem.sides.map((_, p) =>
          effects.reduce((sum, effect) => sum + (effect === 'forbidden' ? 0n : (effect[p] ?? 0n)), 0n),
        ),
      )
    this.known.set(fulfilled, number)
    return number
  }
}

interface Reached {
  readonly layer: Layer
  readonly next: readonly Terms[]
}

const layerFrom = (
  problem: Problem,
  pending: Pending,
  step: number,
  issue: number,
  states: readonly Terms[],
): Reached => {
  const options = problem.issues[issue]?.options.length ?? 0
  const to = new Int32Array(states.length * options).fill(nowhere)
  const link = new Int32Array(states.length * options)
  const links = new Links(problem)
  const numbers = new Map<Terms, number>()
  const next: Terms[] = []
  states.forEach((alive, s) => {
    for (let option = 0; option < options; option++) {
      const { alive: after, completed } = pending.take(step, option, alive)
      const brought = links.of(completed)
      if (brought === nowhere) continue
      let number = numbers.get(after)
      if (number === undefined) {
        number = next.length
        numbers.set(after, number)
        next.push(after)
      }
      to[s * options + option] = number
      link[s * options + option] = brought
    }
  })
  return { layer: { issue, options, states: states.length, to, link, links: links.all }, next }
}

/** Takes out the arcs that lead to states from which no package can be completed; answers whether any is left. */
const withoutDeadEnds = (layers: readonly Layer[], last: number): boolean => {
  let live: Uint8Array = new Uint8Array(last).fill(1)
  for (let step = layers.length - 1; step >= 0; step--) {
    const { to, states, options } = layers[step] as Layer
    const before = new Uint8Array(states)
    for (let at = 0; at < to.length; at++) {
      const target = to[at] ?? nowhere
      if (target === nowhere) continue
      if (live[target]) before[Math.floor(at / options)] = 1
      else to[at] = nowhere
    }
    live = before
  }
  return live.includes(1)
}

/** How many states a layer may have unless more are allowed. */
const mostStates = 100_000

/** The diagram of a problem, its issues in this order. Refusals: `bargaining.impossible`, `.too-entangled`. */
export const diagramOf = (
  problem: Problem,
  order: readonly number[],
  most = mostStates,
): Outcome<Diagram> => {
  const pending = new Pending(problem, order)
  const layers: Layer[] = []
  let states: readonly Terms[] = [0n]
  for (const [step, issue] of order.entries()) {
    const { layer, next } = layerFrom(problem, pending, step, issue, states)
    if (next.length > most) return refuse('bargaining.too-entangled', { states: next.length })
    layers.push(layer)
    states = next
  }
  return withoutDeadEnds(layers, states.length) ? done({ layers }) : refuse('bargaining.impossible')
}
