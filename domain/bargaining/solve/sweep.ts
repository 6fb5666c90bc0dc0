/** Joins frontiers that were each moved by one option: one pass in falling order keeps what nothing dominates. */
// biome-ignore-all lint/style/noNonNullAssertion: the heart of the solver reads typed arrays within their sizes.
import { Front, type Trail } from './front.ts'
import { type Skyline, skyline } from './skyline.ts'

/** A frontier moved by what an option is worth: in the same lanes as its points. */
export interface Moved {
  readonly front: Front
  readonly shift: Float64Array
  readonly option: number
}

/** The heads of several moved frontiers, largest first: a binary heap over their present points. */
class Heads {
  readonly values: Float64Array
  readonly order: Int32Array
  size: number
  private readonly at: Int32Array
  private readonly moved: readonly Moved[]
  private readonly bases: readonly number[]
  private readonly depth: number
  private readonly width: number

  constructor(moved: readonly Moved[], bases: readonly number[], depth: number) {
    this.moved = moved
    this.bases = bases
    this.depth = depth
    this.width = depth * bases.length
    this.values = new Float64Array(moved.length * this.width)
    this.at = new Int32Array(moved.length).fill(-1)
    this.order = new Int32Array(moved.length)
    this.size = 0
    for (let m = 0; m < moved.length; m++)
      if (this.step(m)) {
        this.order[this.size++] = m
        this.rise(this.size - 1)
      }
  }

  /** The point of a frontier that is its head now. */
  pointOf(m: number): number {
    return this.at[m] ?? 0
  }

  /** Goes on to the next point of the foremost frontier. */
  advance(): void {
    if (!this.step(this.order[0] ?? 0)) this.order[0] = this.order[--this.size] ?? 0
    this.sink()
  }

  private step(m: number): boolean {
    const { front, shift } = this.moved[m] as Moved
    const next = (this.at[m] ?? 0) + 1
    this.at[m] = next
    if (next >= front.size) return false
    if (this.depth === 2) this.moveTwo(m, front, shift, next)
    else this.moveMany(m, front, shift, next)
    return true
  }

  /** The usual case of two lanes, without a loop over them. */
  private moveTwo(m: number, { lanes }: Front, shift: Float64Array, next: number): void {
    const { values, bases, width } = this
    const to = m * width
    for (let party = 0, l = 0; l < width; party++, l += 2) {
      const base = bases[party]!
      let high = lanes[l]![next]! + shift[l]!
      let low = lanes[l + 1]![next]! + shift[l + 1]!
      if (low >= base) {
        low -= base
        high += 1
      }
      values[to + l] = high
      values[to + l + 1] = low
    }
  }

  private moveMany(m: number, { lanes }: Front, shift: Float64Array, next: number): void {
    const { values, bases, depth } = this
    let to = m * this.width
    for (let party = 0, l = 0; party < bases.length; party++, l += depth, to += depth) {
      const base = bases[party]!
      let carry = 0
      for (let lane = depth - 1; lane > 0; lane--) {
        let low = lanes[l + lane]![next]! + shift[l + lane]! + carry
        carry = 0
        if (low >= base) {
          low -= base
          carry = 1
        }
        values[to + lane] = low
      }
      values[to] = lanes[l]![next]! + shift[l]! + carry
    }
  }

  private isAhead(a: number, b: number): boolean {
    const { values, width } = this
    const [i, j] = [a * width, b * width]
    for (let l = 0; l < width; l++) {
      const difference = values[i + l]! - values[j + l]!
      if (difference !== 0) return difference > 0
    }
    return a < b
  }

  private rise(from: number): void {
    const { order } = this
    let at = from
    const mine = order[at]!
    while (at > 0) {
      const up = (at - 1) >> 1
      const other = order[up]!
      if (!this.isAhead(mine, other)) break
      order[at] = other
      at = up
    }
    order[at] = mine
  }

  private sink(): void {
    const { order, size } = this
    let at = 0
    const mine = order[0]!
    for (;;) {
      let down = 2 * at + 1
      if (down >= size) break
      if (down + 1 < size && this.isAhead(order[down + 1]!, order[down]!)) down++
      const other = order[down]!
      if (!this.isAhead(other, mine)) break
      order[at] = other
      at = down
    }
    order[at] = mine
  }
}

const isSame = (front: Front, values: Float64Array, start: number): boolean => {
  const last = front.size - 1
  for (let l = 0; l < front.lanes.length; l++) if (front.lanes[l]![last] !== values[start + l]) return false
  return true
}

const keep = (front: Front, values: Float64Array, start: number, count: number, point: number): void => {
  front.reserve()
  const at = front.size++
  for (let l = 0; l < front.lanes.length; l++) front.lanes[l]![at] = values[start + l]!
  front.counts[at] = count
  front.points[at] = point
}

/**
 * What is best among all points of the moved frontiers; equal points become one, with the number of packages added up.
 * `bases` are the parties' bases of the low lanes, `depth` the number of lanes of each.
 */
export const join = (
  moved: readonly Moved[],
  bases: readonly number[],
  depth: number,
  trail: Trail,
): Front => {
  const dominated: Skyline = skyline(bases.length, depth)
  const width = depth * bases.length
  const result = new Front(width, Math.max(16, moved[0]?.front.size ?? 0))
  const heads = new Heads(moved, bases, depth)
  while (heads.size > 0) {
    const m = heads.order[0]!
    const start = m * width
    const { front, option } = moved[m] as Moved
    const from = heads.pointOf(m)
    const count = front.counts[from]!
    if (result.size > 0 && isSame(result, heads.values, start))
      result.counts[result.size - 1] = result.counts[result.size - 1]! + count
    else if (!dominated(heads.values, start))
      keep(result, heads.values, start, count, trail.add(front.points[from]!, option))
    heads.advance()
  }
  return result
}

/** Lets go of points that another falls short of by no more than the slack; the option of a point stays its own. */
export const thin = (front: Front, depth: number, slack: readonly number[]): Front => {
  const dominated = skyline(slack.length, depth, slack)
  const width = depth * slack.length
  const result = new Front(width, 16)
  const values = new Float64Array(width)
  for (let i = 0; i < front.size; i++) {
    for (let l = 0; l < width; l++) values[l] = front.lanes[l]![i]!
    if (!dominated(values, 0)) keep(result, values, 0, front.counts[i]!, front.points[i]!)
  }
  return result
}
