/** Checks a frontier by making it again in the plainest way: whole numbers, sorted lists, one issue after the other. */
import type { Problem } from '../problem.ts'
import { completed, remembered } from './half-done.ts'

type Point = readonly bigint[]

interface Partial {
  /** The options taken on the first issues; one of several ways to come here, all with the same future. */
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

function* steps(problem: Problem, before: readonly Partial[], issue: number): Generator<Partial> {
  for (const { taken, worth } of before)
    for (const option of (problem.issues[issue]?.options ?? []).keys()) {
      const next = [...taken, option]
      const more = completed(problem, next)
      if (more === 'forbidden') continue
      yield {
        taken: next,
        worth: worth.map((units, p) => units + (problem.worth[p]?.[issue]?.[option] ?? 0n) + (more[p] ?? 0n)),
      }
    }
}

/** What is undominated among beginnings that have the same future. */
const pruned = (problem: Problem, all: Iterable<Partial>): readonly Partial[] => {
  const groups = new Map<string, { taken: readonly number[]; points: Point[] }>()
  for (const { taken, worth } of all) {
    const key = remembered(problem, taken)
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
  let partial: readonly Partial[] = [{ taken: [], worth: problem.sides.map(() => 0n) }]
  for (const [issue, { options }] of problem.issues.entries()) {
    if (partial.length * options.length > most) return undefined
    partial = pruned(problem, steps(problem, partial, issue))
  }
  const underCeiling = (point: Point): Point =>
    point.map((units, p) => {
      const ceiling = problem.sides[p]?.ceiling
      return ceiling !== undefined && units > ceiling ? ceiling : units
    })
  return undominated(partial.map(({ worth }) => underCeiling(worth)))
}
