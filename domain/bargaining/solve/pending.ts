/** Which terms are still alive while the issues are taken one by one: all that must be remembered of what was chosen. */
import type { Problem } from '../problem.ts'

/** What taking one option does to the terms alive before it: those alive after it, and those that now hold. */
export interface Passage {
  readonly alive: readonly number[]
  readonly completed: readonly number[]
}

/** The terms by step: where they begin and end in the order, and which options keep them alive. */
export class Pending {
  /** Terms that speak of the issue of this step. */
  private readonly here: readonly (readonly number[])[]
  private readonly first: readonly number[]
  private readonly last: readonly number[]
  /** `fits[term]` by issue: the options that keep it alive. */
  private readonly fits: readonly ReadonlyMap<number, ReadonlySet<number>>[]
  private readonly order: readonly number[]

  constructor(problem: Problem, order: readonly number[]) {
    this.order = order
    const stepOf = new Map(order.map((issue, step) => [issue, step]))
    this.fits = problem.terms.map((term) => {
      const fits = new Map<number, ReadonlySet<number>>()
      for (const { issue, options } of term.when) {
        const before = fits.get(issue)
        fits.set(issue, new Set(before ? options.filter((option) => before.has(option)) : options))
      }
      return fits
    })
    const steps = this.fits.map((fits) => [...fits.keys()].map((issue) => stepOf.get(issue) ?? 0))
    this.first = steps.map((each) => Math.min(...each))
    this.last = steps.map((each) => Math.max(...each))
    this.here = order.map((issue) =>
      problem.terms.flatMap((_, term) => (this.fits[term]?.has(issue) ? [term] : [])),
    )
  }

  /** Whether any term speaks of the issue of this step. */
  concerns(step: number): boolean {
    return (this.here[step] ?? []).length > 0
  }

  /** What becomes of the terms alive when this option is taken at this step. */
  take(step: number, option: number, alive: readonly number[]): Passage {
    const here = this.here[step] ?? []
    const issue = this.order[step] ?? 0
    const suits = (term: number): boolean => this.fits[term]?.get(issue)?.has(option) ?? false
    const touched = here.filter((term) => suits(term) && (this.first[term] === step || alive.includes(term)))
    const left = alive.filter((term) => !here.includes(term))
    const completed = touched.filter((term) => this.last[term] === step)
    const going = touched.filter((term) => this.last[term] !== step)
    return { alive: going.length === 0 ? left : [...left, ...going].sort((a, b) => a - b), completed }
  }
}
