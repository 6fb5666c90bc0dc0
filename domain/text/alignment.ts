/** Puts the two languages of a paper side by side, clause by clause. */
import { differenceCost, type Features, featuresOf, lengthRatio } from './likeness.ts'
import type { DocumentReading, PrintedClause } from './reading.ts'

/**
 * One row: the same clause in both languages, or a clause that one of them does not have.
 * Two clauses that are one in the other language come joined, under the key `first+second`.
 */
export interface AlignedClause {
  readonly first: PrintedClause | null
  readonly second: PrintedClause | null
}

/** One step through both documents: how many clauses of each it takes, and what it costs before they are compared. */
interface Step {
  readonly first: 0 | 1 | 2
  readonly second: 0 | 1 | 2
  readonly price: number
}

// Gale & Church (1993), table 5, as minus logarithms relative to 1-1 (0.89): 1-0 and 0-1 together 0.0099,
// 2-1 and 1-2 together 0.089. One to one comes first, so that it wins when two steps cost the same.
const pair: Step = { first: 1, second: 1, price: 0 }
const steps: readonly Step[] = [
  pair,
  { first: 1, second: 0, price: -Math.log(0.0099 / 0.89) },
  { first: 0, second: 1, price: -Math.log(0.0099 / 0.89) },
  { first: 2, second: 1, price: -Math.log(0.089 / 0.89) },
  { first: 1, second: 2, price: -Math.log(0.089 / 0.89) },
]

/**
 * Only an unnumbered clause can go with the one before it, and only within its own kind and annex. A line that
 * ends in a comma, a colon or a semicolon is a step of a series, which every language prints on its own.
 */
function joinable(first: PrintedClause, second: PrintedClause): boolean {
  return (
    second.number === null &&
    first.kind === second.kind &&
    first.annex === second.annex &&
    first.kind !== 'cover' &&
    first.kind !== 'title' &&
    !/[,،:;؛，；]$/u.test(first.words)
  )
}

const join = (first: PrintedClause, second: PrintedClause): PrintedClause => ({
  ...first,
  key: `${first.key}+${second.key}`,
  words: `${first.words} ${second.words}`,
  footnotes: [...first.footnotes, ...second.footnotes],
})

/** A document prepared for comparison: each clause, and each joined with the one after it where that may be. */
interface Prepared {
  readonly single: readonly Features[]
  readonly joined: readonly (Features | null)[]
}

function prepare(clauses: readonly PrintedClause[]): Prepared {
  return {
    single: clauses.map(featuresOf),
    joined: clauses.map((clause, i) => {
      const next = clauses[i + 1]
      return next !== undefined && joinable(clause, next) ? featuresOf(join(clause, next)) : null
    }),
  }
}

/** A part of a prepared document, from the place of its first clause up to the place after its last. */
interface Stretch {
  readonly of: Prepared
  readonly from: number
  readonly to: number
}

const lengthOf = ({ from, to }: Stretch): number => to - from

/** The clause, or the two joined, that a step ending before `end` takes; null when it takes none or may not. */
function taken(side: Stretch, end: number, count: 0 | 1 | 2): Features | null {
  if (count === 0 || end < count) return null
  const list = count === 1 ? side.of.single : side.of.joined
  return list[side.from + end - count] ?? null
}

/** What a step costs that ends before these clauses; never less than its price. */
function stepCost(left: Features | null, right: Features | null, step: Step, ratio: number): number {
  if ((step.first > 0 && left === null) || (step.second > 0 && right === null))
    return Number.POSITIVE_INFINITY
  return step.price + (left === null || right === null ? 0 : differenceCost(left, right, ratio))
}

/** For each pair of prefixes the last step of the cheapest way to them, as its place in `steps`. */
function cheapestSteps(first: Stretch, second: Stretch, ratio: number): Uint8Array {
  const width = lengthOf(second) + 1
  const last = new Uint8Array((lengthOf(first) + 1) * width)
  const costs = Array.from({ length: 3 }, () => new Float64Array(width))
  for (let i = 0; i <= lengthOf(first); i += 1) {
    const here = costs[i % 3] ?? new Float64Array(width)
    for (let j = i === 0 ? 1 : 0; j < width; j += 1) {
      let cheapest = Number.POSITIVE_INFINITY
      let chosen = 0
      let which = -1
      for (const step of steps) {
        which += 1
        if (i < step.first || j < step.second) continue
        const before = costs[(i - step.first) % 3]?.[j - step.second] ?? 0
        if (before + step.price >= cheapest) continue
        const left = taken(first, i, step.first)
        const right = taken(second, j, step.second)
        const cost = before + stepCost(left, right, step, ratio)
        if (cost >= cheapest) continue
        cheapest = cost
        chosen = which
      }
      here[j] = cheapest
      last[i * width + j] = chosen
    }
  }
  return last
}

const characters = (reading: DocumentReading): number =>
  reading.clauses.reduce((sum, clause) => sum + clause.words.length, 0)

interface Taken {
  readonly row: AlignedClause
  readonly step: Step
}

/** The rows of two stretches short enough to be compared each with each, and the step that each row is. */
function alignStretch(first: Stretch, second: Stretch, ratio: number): readonly Taken[] {
  const width = lengthOf(second) + 1
  const last = cheapestSteps(first, second, ratio)
  const rows: Taken[] = []
  let [i, j] = [lengthOf(first), lengthOf(second)]
  while (i + j > 0) {
    const step = steps[last[i * width + j] ?? 0] ?? pair
    const [left, right] = [taken(first, i, step.first), taken(second, j, step.second)]
    rows.push({ row: { first: left?.clause ?? null, second: right?.clause ?? null }, step })
    i -= step.first
    j -= step.second
  }
  return rows.reverse()
}

// A longer paper is aligned by stretches of this many clauses, of whose rows the second half is looked at again.
const longest = 600

function alignSteps(first: DocumentReading, second: DocumentReading): readonly Taken[] {
  const ratio = lengthRatio(
    { language: first.language, characters: characters(first) },
    { language: second.language, characters: characters(second) },
  )
  const [left, right] = [prepare(first.clauses), prepare(second.clauses)]
  const [endLeft, endRight] = [first.clauses.length, second.clauses.length]
  const stretch = (of: Prepared, from: number, to: number): Stretch => ({ of, from, to })
  const rows: Taken[] = []
  let [i, j] = [0, 0]
  while (endLeft - i > longest || endRight - j > longest) {
    const ahead = alignStretch(
      stretch(left, i, Math.min(endLeft, i + longest)),
      stretch(right, j, Math.min(endRight, j + longest)),
      ratio,
    )
    const settled = ahead.slice(0, longest / 2)
    for (const one of settled) rows.push(one)
    i += settled.reduce((sum, { step }) => sum + step.first, 0)
    j += settled.reduce((sum, { step }) => sum + step.second, 0)
  }
  return [...rows, ...alignStretch(stretch(left, i, endLeft), stretch(right, j, endRight), ratio)]
}

/**
 * Aligns two readings of one paper, of any two languages.
 *
 * Every clause of both comes in exactly one row and in its own order; a document with itself gives a row per clause.
 * The rows are the cheapest way through both by dynamic programming, after W. A. Gale and K. W. Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, with what a
 * resolution prints besides words added to their measure: kind, number, level, annex, figures and symbols.
 * Identifiers of elements are not used, since they differ between languages.
 */
export const alignReadings = (first: DocumentReading, second: DocumentReading): readonly AlignedClause[] =>
  alignSteps(first, second).map(({ row }) => row)

/** One row of a paper in any number of languages: the clause in each, in the order of the readings, or null. */
export type AlignedRow = readonly (PrintedClause | null)[]

const joinAll = (clauses: readonly PrintedClause[]): PrintedClause | null => {
  const [lead, ...others] = clauses
  return lead === undefined ? null : others.reduce(join, lead)
}

/** One further language on its way along the first: its rows, how many are behind, and how far along it stands. */
interface Beside {
  readonly taken: readonly Taken[]
  at: number
  along: number
}

/** The clauses of this language that stand where it is and have no counterpart in the first. */
function ownClauses(beside: Beside): readonly PrintedClause[] {
  const own: PrintedClause[] = []
  for (let next = beside.taken[beside.at]; next?.step.first === 0; next = beside.taken[beside.at]) {
    if (next.row.second !== null) own.push(next.row.second)
    beside.at += 1
  }
  return own
}

/** The clauses of this language up to this place in the first. */
function clausesUpTo(beside: Beside, place: number): readonly PrintedClause[] {
  const found: PrintedClause[] = []
  while (beside.along < place) {
    const next = beside.taken[beside.at]
    if (next === undefined) break
    if (next.row.second !== null) found.push(next.row.second)
    beside.along += next.step.first
    beside.at += 1
  }
  return found
}

/** For each clause of the first language whether some other language takes it together with the one before. */
function boundBefore(count: number, others: readonly Beside[]): readonly boolean[] {
  const bound = new Array<boolean>(count).fill(false)
  for (const { taken } of others) {
    let along = 0
    for (const { step } of taken) {
      if (step.first === 2) bound[along + 1] = true
      along += step.first
    }
  }
  return bound
}

/**
 * Aligns any number of readings of one paper: every further language to the first, row by row.
 *
 * Every clause of every language is in exactly one row and in its own order. A clause that the first language does
 * not have stands in a row of its own at its place. Where one language joins two clauses of the first, the row is
 * joined in all of them, and what another language has in between goes with it.
 */
export function alignAll(readings: readonly DocumentReading[]): readonly AlignedRow[] {
  const [first, ...further] = readings
  if (first === undefined) return []
  const count = first.clauses.length
  const others = further.map((reading): Beside => ({ taken: alignSteps(first, reading), at: 0, along: 0 }))
  const bound = boundBefore(count, others)
  const rows: AlignedRow[] = []
  const takeOwn = (): void => {
    for (const [which, beside] of others.entries()) {
      for (const own of ownClauses(beside))
        rows.push([null, ...others.map((_, i) => (i === which ? own : null))])
    }
  }
  for (let from = 0; from < count; ) {
    takeOwn()
    let to = from + 1
    while (to < count && bound[to]) to += 1
    rows.push([
      joinAll(first.clauses.slice(from, to)),
      ...others.map((beside) => joinAll(clausesUpTo(beside, to))),
    ])
    from = to
  }
  takeOwn()
  return rows
}
