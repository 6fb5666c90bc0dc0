/** What dominates what among points that come by falling worth of the first party. */

/**
 * Answers whether a point is dominated by one seen before, and remembers it if it is not.
 * Points come in falling lexicographic order, so the first party need not be looked at; `slack` is what another point may
 * fall short by, in high lanes, and still dominate: 0 for an exact frontier.
 */
export type Skyline = (heads: Float64Array, at: number) => boolean

/** For two parties: a point is dominated unless the second party gets more than ever before. */
const skylineOfTwo = (slack: readonly number[]): Skyline => {
  let [high, low] = [Number.NEGATIVE_INFINITY, 0]
  const short = slack[1] ?? 0
  return (heads, at) => {
    const h = (heads[at + 2] ?? 0) - short
    const l = heads[at + 3] ?? 0
    if (h < high || (h === high && l <= low)) return true
    high = h + short
    low = l
    return false
  }
}

/** The staircase of what the second and third party have been offered: the second falling, the third rising. */
class Staircase {
  size = 0
  private second = new Float64Array(64)
  private secondLow = new Float64Array(64)
  private third = new Float64Array(64)
  private thirdLow = new Float64Array(64)

  /** The number of steps whose second party gets at least this much. */
  find(high: number, low: number): number {
    let [from, to] = [0, this.size]
    const { second, secondLow } = this
    while (from < to) {
      const middle = (from + to) >> 1
      const h = second[middle] ?? 0
      if (h > high || (h === high && (secondLow[middle] ?? 0) >= low)) from = middle + 1
      else to = middle
    }
    return from
  }

  /** Whether the third party gets at least this much at a step. */
  reaches(step: number, high: number, low: number): boolean {
    const h = this.third[step] ?? 0
    return h > high || (h === high && (this.thirdLow[step] ?? 0) >= low)
  }

  /** Puts a step at its place and takes out those it makes superfluous. */
  insert(b: number, bLow: number, c: number, cLow: number): void {
    const at = this.find(b, bLow)
    let until = at
    while (until < this.size && !this.isAbove(until, c, cLow)) until++
    // Steps before `at` whose second party gets just as much and the third no more are superfluous too.
    let from = at
    while (from > 0 && this.second[from - 1] === b && this.secondLow[from - 1] === bLow) from--
    if (this.size === this.second.length) this.grow()
    for (const lane of [this.second, this.secondLow, this.third, this.thirdLow])
      lane.copyWithin(from + 1, until, this.size)
    this.size += 1 - (until - from)
    this.second[from] = b
    this.secondLow[from] = bLow
    this.third[from] = c
    this.thirdLow[from] = cLow
  }

  private isAbove(step: number, high: number, low: number): boolean {
    const h = this.third[step] ?? 0
    return h > high || (h === high && (this.thirdLow[step] ?? 0) > low)
  }

  private grow(): void {
    const larger = (lane: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(lane.length * 2)
      next.set(lane)
      return next
    }
    this.second = larger(this.second)
    this.secondLow = larger(this.secondLow)
    this.third = larger(this.third)
    this.thirdLow = larger(this.thirdLow)
  }
}

/** For three parties (Kung, Luccio, Preparata 1975): the best so far is a staircase that is searched by halves. */
const skylineOfThree = (slack: readonly number[]): Skyline => {
  const stairs = new Staircase()
  const [shortB, shortC] = [slack[1] ?? 0, slack[2] ?? 0]
  return (heads, at) => {
    const b = heads[at + 2] ?? 0
    const bLow = heads[at + 3] ?? 0
    const c = heads[at + 4] ?? 0
    const cLow = heads[at + 5] ?? 0
    const step = stairs.find(b - shortB, bLow) - 1
    if (step >= 0 && stairs.reaches(step, c - shortC, cLow)) return true
    stairs.insert(b, bLow, c, cLow)
    return false
  }
}

/** For any number of parties and lanes: every point that was kept is looked at, the last one first. */
const skylineOfMany = (parties: number, depth: number, slack: readonly number[]): Skyline => {
  const kept: Float64Array[] = []
  const isEnough = (better: Float64Array, heads: Float64Array, at: number, party: number): boolean => {
    for (let lane = 0; lane < depth; lane++) {
      const mine = better[party * depth + lane] ?? 0
      const theirs = (heads[at + party * depth + lane] ?? 0) - (lane === 0 ? (slack[party] ?? 0) : 0)
      if (mine !== theirs) return mine > theirs
    }
    return true
  }
  const dominates = (better: Float64Array, heads: Float64Array, at: number): boolean => {
    for (let party = 1; party < parties; party++) if (!isEnough(better, heads, at, party)) return false
    return true
  }
  return (heads, at) => {
    for (let i = kept.length - 1; i >= 0; i--) if (dominates(kept[i] as Float64Array, heads, at)) return true
    kept.push(heads.slice(at, at + parties * depth))
    return false
  }
}

/** The skyline for so many parties with so many lanes each; `slack[party]` in high lanes. */
export const skyline = (parties: number, depth: number, slack: readonly number[] = []): Skyline => {
  if (depth === 2 && parties === 2) return skylineOfTwo(slack)
  if (depth === 2 && parties === 3) return skylineOfThree(slack)
  return skylineOfMany(parties, depth, slack)
}
