/** What can still come after a package is begun: a tree of beginnings in which those with the same future are one. */
import type { Certificate } from '../certificate.ts'
import type { Problem } from '../problem.ts'
import { completed, remembered } from './half-done.ts'
import { weigh } from './weighing.ts'

/** Going on with one option: what it brings to the weighted sum, with what it completes. */
export interface Way {
  readonly option: number
  readonly brings: bigint
  readonly next: Beginning
}

/** A package whose first issues are settled. */
export interface Beginning {
  /** The most that can still come to the weighted sum; undefined if nothing that is allowed can. */
  readonly most: bigint | undefined
  /** Ways to go on, those first that lead to more. */
  readonly ways: readonly Way[]
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
const reach = ({ brings, next }: Way): bigint => brings + (next.most ?? 0n)

/** Options that nobody can tell apart: one of each kind is enough. */
const distinct = (problem: Problem, issue: number): readonly number[] => {
  const options = [...(problem.issues[issue]?.options.keys() ?? [])]
  if (problem.terms.some((term) => term.when.some((literal) => literal.issue === issue))) return options
  const seen = new Set<string>()
  return options.filter((option) => {
    const key = problem.worth.map((each) => each[issue]?.[option]).join()
    return !seen.has(key) && seen.add(key)
  })
}

/** What the last option taken brings; undefined if it completes something forbidden. */
const brought = (problem: Problem, proof: Certificate, taken: readonly number[]): bigint | undefined => {
  const issue = taken.length - 1
  const more = completed(problem, taken)
  if (more === 'forbidden') return undefined
  return weigh(
    proof,
    problem.worth.map((each, p) => (each[issue]?.[taken[issue] ?? -1] ?? 0n) + (more[p] ?? 0n)),
  )
}

/** How many beginnings are told apart at most. */
const mostBeginnings = 200_000

/** The beginning at which nothing is settled yet; undefined where too many beginnings would have to be told apart. */
export const beginningOf = (problem: Problem, proof: Certificate): Beginning | undefined => {
  let count = 0
  const options = problem.issues.map((_, issue) => distinct(problem, issue))
  const known = problem.issues.map(() => new Map<string, Beginning>())
  const end: Beginning = { most: 0n, ways: [] }
  const made = (taken: readonly number[]): Beginning => {
    const ways = (options[taken.length] ?? []).flatMap((option): readonly Way[] => {
      const after = [...taken, option]
      const brings = brought(problem, proof, after)
      const next = brings === undefined ? undefined : from(after)
      return brings === undefined || next?.most === undefined ? [] : [{ option, brings, next }]
    })
    ways.sort((a, b) => compare(reach(b), reach(a)))
    const [best] = ways
    return { most: best && reach(best), ways }
  }
  const from = (taken: readonly number[]): Beginning => {
    const here = known[taken.length]
    if (!here) return end
    const key = remembered(problem, taken)
    const before = here.get(key)
    if (before) return before
    if (++count > mostBeginnings) return end
    const beginning = made(taken)
    here.set(key, beginning)
    return beginning
  }
  const start = from([])
  return count > mostBeginnings ? undefined : start
}

/** Without terms the issues may be settled in any order: those first where another option costs most. */
export const inTellingOrder = (problem: Problem, proof: Certificate): Problem => {
  if (problem.terms.length > 0) return problem
  const regrets = problem.issues.map((issue, i) => {
    const values = issue.options.map((_, o) =>
      weigh(
        proof,
        problem.worth.map((each) => each[i]?.[o] ?? 0n),
      ),
    )
    const [best = 0n, second] = values.sort((a, b) => compare(b, a))
    return second === undefined ? undefined : best - second
  })
  const order = problem.issues
    .map((_, i) => i)
    .sort((a, b) => {
      const [x, y] = [regrets[a], regrets[b]]
      return x === undefined || y === undefined
        ? Number(x !== undefined) - Number(y !== undefined)
        : compare(y, x)
    })
  const permuted = <T>(list: readonly T[]): readonly T[] => order.flatMap((i) => list.slice(i, i + 1))
  return { ...problem, issues: permuted(problem.issues), worth: problem.worth.map(permuted) }
}
