/** Which terms are still alive while the issues are taken one by one: all that must be remembered of what was chosen. */
import type { Problem } from '../problem.ts'

/** A set of terms, by number: bit t is set for term t. */
export type Terms = bigint

/** What taking one option does to the terms alive before it: those alive after it, and those that now hold. */
export interface Passage {
  readonly alive: Terms
  readonly completed: Terms
}

const bit = (term: number): Terms => 1n << BigInt(term)

/** The numbers in a set of terms. */
export const numbersIn = (terms: Terms): readonly number[] => {
  const numbers: number[] = []
  for (let left = terms, term = 0; left !== 0n; left >>= 1n, term++)
    if ((left & 1n) === 1n) numbers.push(term)
  return numbers
}

/** The options that keep each term alive, by issue; several literals on one issue must all hold. */
const suiting = (problem: Problem): readonly ReadonlyMap<number, ReadonlySet<number>>[] =>
  problem.terms.map((term) => {
    const suits = new Map<number, ReadonlySet<number>>()
    for (const { issue, options } of term.when) {
      const before = suits.get(issue)
      suits.set(issue, new Set(before ? options.filter((option) => before.has(option)) : options))
    }
    return suits
  })

/** The terms by step: where they begin and end in the order, and which options keep them alive. */
export class Pending {
  /** By step and option: terms that outlive it, if they were alive before. */
  private readonly outlive: readonly (readonly Terms[])[] = []
  /** By step and option: terms that begin with it. */
  private readonly begin: readonly (readonly Terms[])[] = []
  /** By step: terms that speak of no later issue. */
  private readonly end: readonly Terms[] = []

  constructor(problem: Problem, order: readonly number[]) {
    const stepOf = new Map(order.map((issue, step) => [issue, step]))
    const suits = suiting(problem)
    const steps = suits.map((each) => [...each.keys()].map((issue) => stepOf.get(issue) ?? 0))
    const all = (terms: readonly number[]): Terms => terms.reduce((set, term) => set | bit(term), 0n)
    const everything = (1n << BigInt(suits.length)) - 1n
    const numbers = suits.map((_, term) => term)
    const rows = order.map((issue, step) => {
      const here = numbers.filter((term) => suits[term]?.has(issue))
      const first = here.filter((term) => Math.min(...(steps[term] ?? [])) === step)
      const options = [...(problem.issues[issue]?.options.keys() ?? [])].map((option) =>
        all(here.filter((term) => suits[term]?.get(issue)?.has(option))),
      )
      return {
        outlive: options.map((fitting) => (everything & ~all(here)) | fitting),
        begin: options.map((fitting) => fitting & all(first)),
        end: all(here.filter((term) => Math.max(...(steps[term] ?? [])) === step)),
      }
    })
    this.outlive = rows.map((row) => row.outlive)
    this.begin = rows.map((row) => row.begin)
    this.end = rows.map((row) => row.end)
  }

  /** What becomes of the terms alive when this option is taken at this step. */
  take(step: number, option: number, alive: Terms): Passage {
    const left = (alive & (this.outlive[step]?.[option] ?? 0n)) | (this.begin[step]?.[option] ?? 0n)
    const completed = left & (this.end[step] ?? 0n)
    return { alive: left ^ completed, completed }
  }
}
