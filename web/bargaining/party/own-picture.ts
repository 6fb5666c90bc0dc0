/** All packages as one party alone sees them: how many are worth more to it than no agreement, and with which options. */
import { chanceOf } from '#domain/bargaining/advise/chance.ts'
import { type Choice, isFeasible, type Problem, packageCount, worthOf } from '#domain/bargaining/problem.ts'
import { aimFor } from '#domain/bargaining/solve/aim.ts'
import { searchBest } from '#domain/bargaining/solve/search.ts'
import { inOwnPoints } from './own-worth.ts'

/** More packages than this are not looked at one by one: as many as `drawn` are drawn by chance, and the picture says so. */
const mostLooked = 60_000
const drawn = 20_000
const columnCount = 20

/** How many packages are worth from `from` up to `to` points. */
export interface Column {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** What was found. */
export interface OwnPicture {
  /** Whether every package was looked at; otherwise packages drawn by chance were. */
  readonly isWhole: boolean
  /** Packages looked at that nothing forbids, and those of them at or above the reservation. */
  readonly allowed: number
  readonly above: number
  readonly best?: Choice | undefined
  readonly leastAbove?: Choice | undefined
  readonly columns: readonly Column[]
  /** By issue and option: of the packages with it, how many are at or above the reservation. */
  readonly options: readonly (readonly { readonly count: number; readonly above: number }[])[]
}

const choiceAt = (problem: Problem, at: number): Choice => {
  let rest = at
  return problem.issues.map(({ options }) => {
    const option = rest % options.length
    rest = (rest - option) / options.length
    return option
  })
}

/** The packages that are looked at, each once. */
const choicesOf = (problem: Problem): { readonly isWhole: boolean; readonly all: Iterable<Choice> } => {
  const count = packageCount(problem)
  const isWhole = count <= BigInt(mostLooked)
  const chance = chanceOf(1)
  function* each(): Generator<Choice> {
    if (isWhole) for (let i = 0; i < Number(count); i++) yield choiceAt(problem, i)
    else
      for (let i = 0; i < drawn; i++)
        yield problem.issues.map(({ options }) => Math.floor(chance() * options.length))
  }
  return { isWhole, all: each() }
}

/** Points in columns of equal width, from the least to the most of them. */
export const inColumns = (points: readonly number[]): readonly Column[] => {
  if (points.length === 0) return []
  const least = points.reduce((a, b) => Math.min(a, b))
  const most = points.reduce((a, b) => Math.max(a, b))
  const width = Math.max(1, (most - least) / columnCount)
  const counts = new Array<number>(columnCount).fill(0)
  for (const each of points) {
    const at = Math.min(columnCount - 1, Math.floor((each - least) / width))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((count, i) => ({ from: least + i * width, to: least + (i + 1) * width, count }))
}

/** The package that is best for the party, found by search. */
const bestOf = (problem: Problem): Choice | undefined => {
  const anything = problem.sides.map((side) => ({ ...side, reservation: -beyond(problem) }))
  return searchBest({ ...problem, sides: anything }, aimFor(problem, 0)).choice
}

/** More points than any package has. */
const beyond = (problem: Problem): bigint =>
  [
    ...(problem.worth[0] ?? []).flat(),
    ...problem.terms.flatMap(({ effect }) => (effect === 'forbidden' ? [] : effect)),
  ]
    .map((units) => (units < 0n ? -units : units))
    .reduce((sum, units) => sum + units, 1n)

/** The package of least worth that is not below the reservation: best for somebody who wants the opposite of the party. */
const leastAboveOf = (problem: Problem): Choice | undefined => {
  const [side] = problem.sides
  if (!side) return undefined
  const both: Problem = {
    ...problem,
    sides: [side, { ...side, id: '', reservation: -beyond(problem) }],
    worth: [
      problem.worth[0] ?? [],
      (problem.worth[0] ?? []).map((options) => options.map((units) => -units)),
    ],
    terms: problem.terms.map((term) =>
      term.effect === 'forbidden'
        ? term
        : { ...term, effect: [term.effect[0] ?? 0n, -(term.effect[0] ?? 0n)] },
    ),
  }
  return searchBest(both, aimFor(both, 1)).choice
}

/** Looks at the packages of a problem of one party; the best and the least above are found by search where not all are looked at. */
export const ownPicture = (problem: Problem): OwnPicture => {
  const { isWhole, all } = choicesOf(problem)
  const reservation = problem.sides[0]?.reservation ?? 0n
  const options = problem.issues.map((issue) => issue.options.map(() => ({ count: 0, above: 0 })))
  const points: number[] = []
  let above = 0
  let best: readonly [bigint, Choice] | undefined
  let leastAbove: readonly [bigint, Choice] | undefined
  for (const choice of all) {
    if (!isFeasible(problem, choice)) continue
    const worth = worthOf(problem, choice)[0] ?? 0n
    const isAbove = worth >= reservation
    points.push(inOwnPoints(problem, worth))
    if (isAbove) above++
    choice.forEach((option, issue) => {
      const seen = options[issue]?.[option]
      if (!seen) return
      seen.count++
      if (isAbove) seen.above++
    })
    if (!best || worth > best[0]) best = [worth, choice]
    if (isAbove && (!leastAbove || worth < leastAbove[0])) leastAbove = [worth, choice]
  }
  return {
    isWhole,
    allowed: points.length,
    above,
    best: isWhole ? best?.[1] : bestOf(problem),
    leastAbove: isWhole ? leastAbove?.[1] : leastAboveOf(problem),
    columns: inColumns(points),
    options,
  }
}

/** One change on another issue that makes good what a concession costs, and what it brings, in points. */
export interface MakesGood {
  readonly issue: number
  readonly option: number
  readonly gain: number
}

/** What a concession costs in a package, and every single change elsewhere that brings at least as much, least first. */
export const makingGood = (
  problem: Problem,
  choice: Choice,
  issue: number,
  option: number,
): { readonly cost: number; readonly by: readonly MakesGood[] } => {
  const before = worthOf(problem, choice)[0] ?? 0n
  const conceded = choice.map((each, i) => (i === issue ? option : each))
  const after = worthOf(problem, conceded)[0] ?? 0n
  const cost = before - after
  const by = problem.issues.flatMap(({ options }, other) =>
    options.flatMap((_, to): readonly MakesGood[] => {
      if (other === issue || to === conceded[other]) return []
      const changed = conceded.map((each, i) => (i === other ? to : each))
      const gain = (worthOf(problem, changed)[0] ?? 0n) - after
      return gain > 0n && gain >= cost && isFeasible(problem, changed)
        ? [{ issue: other, option: to, gain: inOwnPoints(problem, gain) }]
        : []
    }),
  )
  return { cost: inOwnPoints(problem, cost), by: by.toSorted((a, b) => a.gain - b.gain) }
}

/** What each issue brings at most between its worst and its best option, in points. */
export const swingsOf = (problem: Problem): readonly number[] =>
  (problem.worth[0] ?? []).map((options) => {
    const points = options.map((each) => inOwnPoints(problem, each))
    return points.reduce((a, b) => Math.max(a, b), 0) - points.reduce((a, b) => Math.min(a, b), Infinity)
  })
