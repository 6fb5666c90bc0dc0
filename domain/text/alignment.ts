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

/** Only an unnumbered clause can go with the one before it, and only within its own kind and annex. */
function joinable(first: PrintedClause, second: PrintedClause): boolean {
  return (
    second.number === null &&
    first.kind === second.kind &&
    first.annex === second.annex &&
    first.kind !== 'cover' &&
    first.kind !== 'title'
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

function prepare(reading: DocumentReading): Prepared {
  const { clauses } = reading
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

function stepCost(
  en: Prepared,
  ru: Prepared,
  at: readonly [number, number],
  step: Step,
  ratio: number,
): number {
  const [i, j] = at
  if (i < step.en || j < step.ru) return Number.POSITIVE_INFINITY
  const left = taken(en, i, step.en)
  const right = taken(ru, j, step.ru)
  if ((step.en > 0 && left === null) || (step.ru > 0 && right === null)) return Number.POSITIVE_INFINITY
  return step.price + (left === null || right === null ? 0 : differenceCost(left, right, ratio))
}

/** For each pair of prefixes the last step of the cheapest way to them, as its place in `steps`. */
function cheapestSteps(en: Prepared, ru: Prepared, ratio: number): Uint8Array {
  const width = ru.single.length + 1
  const last = new Uint8Array((en.single.length + 1) * width)
  const rows = [new Float64Array(width), new Float64Array(width), new Float64Array(width)]
  for (let i = 0; i <= en.single.length; i += 1) {
    const row = rows[i % 3] ?? new Float64Array(width)
    for (let j = 0; j < width; j += 1) {
      row[j] = i + j === 0 ? 0 : Number.POSITIVE_INFINITY
      steps.forEach((step, which) => {
        const before = rows[(i - step.en + 3) % 3]?.[j - step.ru] ?? Number.POSITIVE_INFINITY
        const cost = i < step.en ? Number.POSITIVE_INFINITY : before + stepCost(en, ru, [i, j], step, ratio)
        if (cost < (row[j] ?? 0)) {
          row[j] = cost
          last[i * width + j] = which
        }
      })
    }
  }
  return last
}

const characters = (reading: DocumentReading): number =>
  reading.clauses.reduce((sum, clause) => sum + clause.words.length, 0)

/**
 * Aligns two readings of one paper, of any two languages; the first is called `en`, the second `ru`.
 *
 * Every clause of both comes in exactly one row and in its own order; a document with itself gives a row per clause.
 * The rows are the cheapest way through both by dynamic programming, after W. A. Gale and K. W. Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, with what a
 * resolution prints besides words added to their measure: kind, number, level, annex, figures and symbols.
 * Identifiers of elements are not used, since they differ between languages. The work is proportional to the
 * product of the two numbers of clauses.
 */
export function alignReadings(en: DocumentReading, ru: DocumentReading): readonly AlignedClause[] {
  const [left, right] = [prepare(en), prepare(ru)]
  const ratio = lengthRatio(
    { language: en.language, characters: characters(en) },
    { language: ru.language, characters: characters(ru) },
  )
  const last = cheapestSteps(left, right, ratio)
  const rows: AlignedClause[] = []
  let [i, j] = [left.single.length, right.single.length]
  while (i + j > 0) {
    const step = steps[last[i * (right.single.length + 1) + j] ?? 0] ?? pair
    rows.push({ en: taken(left, i, step.en)?.clause ?? null, ru: taken(right, j, step.ru)?.clause ?? null })
    i -= step.en
    j -= step.ru
  }
  return rows.toReversed()
}
