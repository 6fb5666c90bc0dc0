/** Puts the two languages of a paper side by side, clause by clause. */
import { differenceCost, type Features, featuresOf, lengthRatio } from './likeness.ts'
import type { DocumentReading, PrintedClause } from './reading.ts'

/**
 * One row: the same clause in both languages, or a clause that one of them does not have.
 * Two clauses that are one in the other language come joined, under the key `first+second`.
 */
export interface AlignedClause {
  readonly en: PrintedClause | null
  readonly ru: PrintedClause | null
}

/** One step through both documents: how many clauses of each it takes, and what it costs before they are compared. */
interface Step {
  readonly en: 0 | 1 | 2
  readonly ru: 0 | 1 | 2
  readonly price: number
}

// Gale & Church (1993), table 5, as minus logarithms relative to 1-1 (0.89): 1-0 and 0-1 together 0.0099,
// 2-1 and 1-2 together 0.089. One to one comes first, so that it wins when two steps cost the same.
const pair: Step = { en: 1, ru: 1, price: 0 }
const steps: readonly Step[] = [
  pair,
  { en: 1, ru: 0, price: -Math.log(0.0099 / 0.89) },
  { en: 0, ru: 1, price: -Math.log(0.0099 / 0.89) },
  { en: 2, ru: 1, price: -Math.log(0.089 / 0.89) },
  { en: 1, ru: 2, price: -Math.log(0.089 / 0.89) },
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

/** The clause, or the two joined, that a step ending before `end` takes; null when it takes none or may not. */
function taken(side: Prepared, end: number, count: 0 | 1 | 2): Features | null {
  if (count === 0 || end < count) return null
  return (count === 1 ? side.single[end - 1] : side.joined[end - 2]) ?? null
}

/** What a step costs that ends before these clauses; never less than its price. */
function stepCost(left: Features | null, right: Features | null, step: Step, ratio: number): number {
  if ((step.en > 0 && left === null) || (step.ru > 0 && right === null)) return Number.POSITIVE_INFINITY
  return step.price + (left === null || right === null ? 0 : differenceCost(left, right, ratio))
}

/** For each pair of prefixes the last step of the cheapest way to them, as its place in `steps`. */
function cheapestSteps(en: Prepared, ru: Prepared, ratio: number): Uint8Array {
  const width = ru.single.length + 1
  const last = new Uint8Array((en.single.length + 1) * width)
  const costs = Array.from({ length: 3 }, () => new Float64Array(width))
  for (let i = 0; i <= en.single.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j < width; j += 1) {
      let [cheapest, chosen] = [Number.POSITIVE_INFINITY, 0]
      for (const [which, step] of steps.entries()) {
        if (i < step.en || j < step.ru) continue
        const before = costs[(i - step.en) % 3]?.[j - step.ru] ?? 0
        if (before + step.price >= cheapest) continue
        const cost = before + stepCost(taken(en, i, step.en), taken(ru, j, step.ru), step, ratio)
        if (cost < cheapest) [cheapest, chosen] = [cost, which]
      }
      costs[i % 3]?.fill(cheapest, j, j + 1)
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
function alignStretch(
  en: readonly PrintedClause[],
  ru: readonly PrintedClause[],
  ratio: number,
): readonly Taken[] {
  const [left, right] = [prepare(en), prepare(ru)]
  const last = cheapestSteps(left, right, ratio)
  const rows: Taken[] = []
  let [i, j] = [en.length, ru.length]
  while (i + j > 0) {
    const step = steps[last[i * (ru.length + 1) + j] ?? 0] ?? pair
    const row = { en: taken(left, i, step.en)?.clause ?? null, ru: taken(right, j, step.ru)?.clause ?? null }
    rows.push({ row, step })
    i -= step.en
    j -= step.ru
  }
  return rows.reverse()
}

// A longer paper is aligned by stretches of this many clauses, of whose rows the second half is looked at again.
const longest = 600

/**
 * Aligns two readings of one paper, of any two languages; the first is called `en`, the second `ru`.
 *
 * Every clause of both comes in exactly one row and in its own order; a document with itself gives a row per clause.
 * The rows are the cheapest way through both by dynamic programming, after W. A. Gale and K. W. Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, with what a
 * resolution prints besides words added to their measure: kind, number, level, annex, figures and symbols.
 * Identifiers of elements are not used, since they differ between languages.
 */
export function alignReadings(en: DocumentReading, ru: DocumentReading): readonly AlignedClause[] {
  const ratio = lengthRatio(
    { language: en.language, characters: characters(en) },
    { language: ru.language, characters: characters(ru) },
  )
  const rows: Taken[] = []
  let [i, j] = [0, 0]
  while (en.clauses.length - i > longest || ru.clauses.length - j > longest) {
    const ahead = alignStretch(en.clauses.slice(i, i + longest), ru.clauses.slice(j, j + longest), ratio)
    const settled = ahead.slice(0, longest / 2)
    rows.push(...settled)
    i += settled.reduce((sum, { step }) => sum + step.en, 0)
    j += settled.reduce((sum, { step }) => sum + step.ru, 0)
  }
  return [...rows, ...alignStretch(en.clauses.slice(i), ru.clauses.slice(j), ratio)].map(({ row }) => row)
}
