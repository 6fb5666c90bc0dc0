/** From what people can say to weights: points, swings, or which of two packages they would rather have. */
import type { Agenda, Package } from '../agenda.ts'
import { optionsOf } from '../agenda.ts'
import { nearest, readExact } from '../exact.ts'
import type { Comparison, Figure, Worth } from '../worth.ts'
import { chanceOf, sharesBy } from './chance.ts'

/** Whole points that add up to `total`, in the proportions given (largest remainder); all zero for all zero. */
export const inPoints = (proportions: readonly number[], total = 100): readonly number[] => {
  const sum = proportions.reduce((a, b) => a + b, 0)
  if (sum <= 0) return proportions.map(() => 0)
  const shares = proportions.map((each) => (each / sum) * total)
  const points = shares.map(Math.floor)
  const left = total - points.reduce((a, b) => a + b, 0)
  const byRemainder = shares
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest)
  for (const { i } of byRemainder.slice(0, left)) points[i] = (points[i] ?? 0) + 1
  return points
}

/**
 * Weights from swings (von Winterfeldt and Edwards 1986): how much it would matter to go from the worst to the best
 * option of each issue, on any scale, the largest swing being 100. Answers points that add up to `total`.
 */
export const fromSwings = (swings: readonly number[], total = 100): readonly number[] =>
  inPoints(swings, total)

/** What comparisons leave possible. */
export interface Fitting {
  /** Whether any weights fit all that was said; if not, `conflict` numbers comparisons that cannot all be true. */
  readonly fits: boolean
  readonly conflict: readonly number[]
  /** By issue: weights in the middle of what fits, and the least and most that fit, as shares of 1. */
  readonly middle: readonly number[]
  readonly ranges: readonly { readonly least: number; readonly most: number }[]
}

const doubled = (figure: Figure): number => {
  const value = readExact(figure)
  return value ? nearest(value) : 0
}

/** Each option of each issue on a scale from 0 (the worst) to 1 (the best), whatever the weights. */
const scales = (agenda: Agenda, worth: Worth): readonly ReadonlyMap<string, number>[] =>
  agenda.issues.map((issue) => {
    const given = worth.issues[issue.id]?.options ?? {}
    const values = optionsOf(issue).map((option) => {
      const said = given[option] ?? 0
      return typeof said === 'object' ? (doubled(said.least) + doubled(said.most)) / 2 : doubled(said)
    })
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return new Map(
      optionsOf(issue).map((option, i) => [
        option,
        most === least ? 0 : ((values[i] ?? 0) - least) / (most - least),
      ]),
    )
  })

const rowOf = (
  agenda: Agenda,
  on: readonly ReadonlyMap<string, number>[],
  comparison: Comparison,
): readonly number[] => {
  const of = (chosen: Package, i: number): number => on[i]?.get(chosen[agenda.issues[i]?.id ?? ''] ?? '') ?? 0
  return agenda.issues.map((_, i) => of(comparison.better, i) - of(comparison.worse, i))
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)

/** Weights that keep to all rows, found by shifting weight to what breaks them least; undefined if none was found. */
const someThatFit = (rows: readonly (readonly number[])[], count: number): readonly number[] | undefined => {
  let weights: readonly number[] = Array.from({ length: count }, () => 1 / count)
  for (let round = 0; round < 20_000; round++) {
    const worst = rows.reduce(
      (low, row) => (dot(row, weights) < dot(low, weights) ? row : low),
      rows[0] ?? [],
    )
    if (dot(worst, weights) > 1e-9 || rows.length === 0) return weights
    const step = 1 / Math.sqrt(round + 4)
    const shifted = weights.map((weight, i) => weight * Math.exp(step * (worst[i] ?? 0)))
    const sum = shifted.reduce((a, b) => a + b, 0)
    weights = shifted.map((weight) => weight / sum)
  }
  return undefined
}

/** Comparisons without which the rest would fit, found by leaving out one at a time: each of these is needed for the conflict. */
const conflictIn = (rows: readonly (readonly number[])[], count: number): readonly number[] => {
  let kept = rows.map((_, i) => i)
  for (const candidate of rows.keys()) {
    const without = kept.filter((i) => i !== candidate)
    if (
      !someThatFit(
        without.map((i) => rows[i] ?? []),
        count,
      )
    )
      kept = without
  }
  return kept
}

/** Walks at random through the weights that fit (hit and run, Smith 1984). */
const walk = (
  rows: readonly (readonly number[])[],
  start: readonly number[],
  steps: number,
): readonly (readonly number[])[] => {
  const chance = chanceOf(1)
  const walls = [...rows, ...start.map((_, i) => start.map((_, j) => (i === j ? 1 : 0)))]
  const seen: (readonly number[])[] = []
  let at = start
  for (let step = 0; step < steps; step++) {
    const [a, b] = [sharesBy(chance, at.length), sharesBy(chance, at.length)]
    const way = a.map((x, i) => x - (b[i] ?? 0))
    let [back, ahead] = [-1, 1]
    for (const wall of walls) {
      const [room, slope] = [dot(wall, at), dot(wall, way)]
      if (slope > 1e-15) back = Math.max(back, -room / slope)
      else if (slope < -1e-15) ahead = Math.min(ahead, -room / slope)
    }
    const far = back + (ahead - back) * chance()
    at = at.map((x, i) => Math.max(0, x + far * (way[i] ?? 0)))
    seen.push(at)
  }
  return seen
}

/** The weights that fit a party's comparisons of packages, given what it said of the options of each issue. */
export const weightsFitting = (agenda: Agenda, worth: Worth): Fitting => {
  const on = scales(agenda, worth)
  const rows = worth.comparisons.map((comparison) => rowOf(agenda, on, comparison))
  const count = agenda.issues.length
  const start = someThatFit(rows, count)
  if (!start) return { fits: false, conflict: conflictIn(rows, count), middle: [], ranges: [] }
  const seen = walk(rows, start, 4_000)
  const column = (i: number): readonly number[] => seen.map((weights) => weights[i] ?? 0)
  const middle = agenda.issues.map((_, i) => column(i).reduce((a, b) => a + b, 0) / seen.length)
  const ranges = agenda.issues.map((_, i) => ({
    least: column(i).reduce((a, b) => Math.min(a, b), 1),
    most: column(i).reduce((a, b) => Math.max(a, b), 0),
  }))
  return { fits: true, conflict: [], middle, ranges }
}
