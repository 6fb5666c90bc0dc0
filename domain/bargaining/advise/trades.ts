/** Trades: changes of a few issues that raise somebody and hurt nobody (logrolling), by what they bring together. */
import { exact, nearest } from '../exact.ts'
import { type Choice, isFeasible, type Problem, worthOf } from '../problem.ts'

/** One issue settled otherwise. */
export interface Change {
  readonly issue: number
  readonly from: number
  readonly to: number
  /** What this change alone is worth to each party, in units; negative for what it gives up. */
  readonly gains: readonly bigint[]
}

/** Some changes together. */
export interface Trade {
  readonly changes: readonly Change[]
  readonly choice: Choice
  /** What all of it is worth to each party, in units: none is negative, one at least is positive. */
  readonly gains: readonly bigint[]
  /** The gains added up in the figures of the case, and in these figures the least of them. For ranking only. */
  readonly joint: number
  readonly least: number
}

const changed = (choice: Choice, issue: number, to: number): Choice =>
  choice.map((from, i) => (i === issue ? to : from))

const difference = (after: readonly bigint[], before: readonly bigint[]): readonly bigint[] =>
  after.map((worth, party) => worth - (before[party] ?? 0n))

const isTrade = (gains: readonly bigint[]): boolean =>
  gains.every((gain) => gain >= 0n) && gains.some((gain) => gain > 0n)

const inFigures = (problem: Problem, gains: readonly bigint[]): readonly number[] =>
  gains.map((units, party) => nearest(exact(units, problem.sides[party]?.unit ?? 1n)))

/** Sets of at most `most` issues, the smaller first. */
function* issueSets(count: number, most: number, from = 0): Generator<readonly number[]> {
  if (most === 0) return
  for (let issue = from; issue < count; issue++) {
    yield [issue]
    for (const rest of issueSets(count, most - 1, issue + 1)) yield [issue, ...rest]
  }
}

function* otherwise(problem: Problem, current: Choice, issues: readonly number[]): Generator<Choice> {
  const [issue, ...rest] = issues
  if (issue === undefined) {
    yield current
    return
  }
  const options = problem.issues[issue]?.options ?? []
  for (let option = 0; option < options.length; option++)
    if (option !== current[issue]) yield* otherwise(problem, changed(current, issue, option), rest)
}

const tradeTo = (
  problem: Problem,
  current: Choice,
  choice: Choice,
  issues: readonly number[],
): Trade | undefined => {
  const before = worthOf(problem, current)
  const gains = difference(worthOf(problem, choice), before)
  if (!isTrade(gains) || !isFeasible(problem, choice)) return undefined
  const figures = inFigures(problem, gains)
  return {
    changes: issues.map((issue): Change => {
      const to = choice[issue] ?? 0
      const alone = difference(worthOf(problem, changed(current, issue, to)), before)
      return { issue, from: current[issue] ?? 0, to, gains: alone }
    }),
    choice,
    gains,
    joint: figures.reduce((sum, gain) => sum + gain, 0),
    least: Math.min(...figures),
  }
}

/** Whether a smaller part of the changes does as much for everybody: then the rest is idle. */
const isIdle = (trade: Trade, smaller: readonly Trade[]): boolean =>
  smaller.some(
    (other) =>
      other.changes.length < trade.changes.length &&
      other.changes.every((change) =>
        trade.changes.some(({ issue, to }) => issue === change.issue && to === change.to),
      ) &&
      other.gains.every((gain, party) => gain >= (trade.gains[party] ?? 0n)),
  )

/** How many trades are listed at most. */
const longestList = 200

/**
 * The trades from a package that change at most `mostChanges` issues (2 unless said), those first that bring most
 * together, of equals the one that changes least; the best 200 where there are more.
 */
export const tradesFrom = (problem: Problem, current: Choice, mostChanges = 2): readonly Trade[] => {
  const found: Trade[] = []
  for (const issues of issueSets(problem.issues.length, mostChanges))
    for (const choice of otherwise(problem, current, issues)) {
      const trade = tradeTo(problem, current, choice, issues)
      if (trade) found.push(trade)
    }
  return found
    .sort((a, b) => b.joint - a.joint || a.changes.length - b.changes.length || b.least - a.least)
    .slice(0, 10 * longestList)
    .filter((trade, _, all) => !isIdle(trade, all))
    .slice(0, longestList)
}
