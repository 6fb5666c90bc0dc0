/** Checks a frontier by making it again in the plainest way: whole numbers, sorted lists, one issue after the other. */
import { holds, type Problem } from '../problem.ts'

type Point = readonly bigint[]

interface Partial {
  /** The options taken on the issues that terms still speak of. */
  readonly taken: readonly number[]
  readonly worth: Point
}

const falling = (a: Point, b: Point): number => {
  const at = a.findIndex((value, p) => value !== b[p])
  return at < 0 ? 0 : (b[at] ?? 0n) > (a[at] ?? 0n) ? 1 : -1
}

const covers = (a: Point, b: Point): boolean => a.every((worth, p) => worth >= (b[p] ?? 0n))

/** For two parties one look at the best so far; for more, every point that was kept. */
const undominated = (points: readonly Point[]): readonly Point[] => {
  const kept: Point[] = []
  for (const point of [...points].sort(falling)) {
    const last = kept.at(-1)
    const isCovered =
      point.length <= 2 ? last !== undefined && covers(last, point) : kept.some((each) => covers(each, point))
    if (!isCovered) kept.push(point)
  }
  return kept
}

/** The last issue, in their order, that any term with this issue speaks of. */
const lastMention = (problem: Problem, issue: number): number =>
  problem.terms
    .filter((term) => term.when.some((literal) => literal.issue === issue))
    .reduce((last, term) => Math.max(last, ...term.when.map((literal) => literal.issue)), -1)

/** What stays to be remembered after this issue: options taken on issues that a term will speak of again. */
const remembered = (taken: readonly number[], last: readonly number[], step: number): string =>
  taken.map((option, issue) => ((last[issue] ?? -1) > step ? option : '')).join()

const linked = (problem: Problem, taken: readonly number[], step: number): Point | 'forbidden' => {
  const due = problem.terms.filter(
    ({ when }) => Math.max(...when.map(({ issue }) => issue)) === step && holds(when, taken),
  )
  if (due.some(({ effect }) => effect === 'forbidden')) return 'forbidden'
  return problem.sides.map((_, p) =>
    due.reduce((sum, { effect }) => sum + (effect === 'forbidden' ? 0n : (effect[p] ?? 0n)), 0n),
  )
}

function* steps(problem: Problem, before: readonly Partial[], issue: number): Generator<Partial> {
  for (const { taken, worth } of before)
    for (const option of (problem.issues[issue]?.options ?? []).keys()) {
      const next = [...taken, option]
      const more = linked(problem, next, issue)
      if (more === 'forbidden') continue
      yield {
        taken: next,
        worth: worth.map((units, p) => units + (problem.worth[p]?.[issue]?.[option] ?? 0n) + (more[p] ?? 0n)),
      }
    }
}

/** What is undominated among partial packages that remember the same. */
const pruned = (all: Iterable<Partial>, last: readonly number[], step: number): readonly Partial[] => {
  const groups = new Map<string, { taken: readonly number[]; points: Point[] }>()
  for (const { taken, worth } of all) {
    const key = remembered(taken, last, step)
    const group = groups.get(key) ?? { taken, points: [] }
    group.points.push(worth)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ taken, points }) =>
    undominated(points).map((worth): Partial => ({ taken, worth })),
  )
}

/**
 * The frontier once more, or undefined where that would look at more than `most` points at one step.
 * Slower than the solver by far, and written to be read.
 */
export const plainly = (problem: Problem, most: number): readonly Point[] | undefined => {
  const last = problem.issues.map((_, issue) => lastMention(problem, issue))
  let partial: readonly Partial[] = [{ taken: [], worth: problem.sides.map(() => 0n) }]
  for (const [issue, { options }] of problem.issues.entries()) {
    if (partial.length * options.length > most) return undefined
    partial = pruned(steps(problem, partial, issue), last, issue)
  }
  const underCeiling = (point: Point): Point =>
    point.map((units, p) => {
      const ceiling = problem.sides[p]?.ceiling
      return ceiling !== undefined && units > ceiling ? ceiling : units
    })
  return undominated(partial.map(({ worth }) => underCeiling(worth)))
}
