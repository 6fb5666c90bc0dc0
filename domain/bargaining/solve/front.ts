/** A frontier under construction: points by falling worth of the first party, each with the way it came about. */

/** A growing list of doubles or whole numbers without boxes. */
const grown = <T extends Float64Array | Int32Array | Uint16Array>(list: T, make: (size: number) => T): T => {
  const larger = make(list.length * 2)
  larger.set(list as never)
  return larger
}

/** How every point came about: the point before it and the option that led here. Point 0 is the empty package. */
export class Trail {
  private before = new Int32Array(1024)
  private taken = new Uint16Array(1024)
  private used = 1

  /** Room for points that will be made; the number of the new one. */
  add(before: number, option: number): number {
    if (this.used === this.before.length) {
      this.before = grown(this.before, (size) => new Int32Array(size))
      this.taken = grown(this.taken, (size) => new Uint16Array(size))
    }
    this.before[this.used] = before
    this.taken[this.used] = option
    return this.used++
  }

  /** How many points have been made. */
  get size(): number {
    return this.used
  }

  /** The options that led to a point, by issue, given the order in which the issues were taken. */
  choice(point: number, order: readonly number[]): number[] {
    const choice = new Array<number>(order.length).fill(0)
    let at = point
    for (let step = order.length - 1; step >= 0; step--) {
      choice[order[step] ?? 0] = this.taken[at] ?? 0
      at = this.before[at] ?? 0
    }
    return choice
  }
}

/** Points by falling worth: party p in the lanes from `p * depth` on, the high one first. */
export class Front {
  readonly lanes: Float64Array[]
  /** How many packages come to the same point; exact up to 2^53. */
  counts: Float64Array
  points: Int32Array
  size = 0

  constructor(width: number, room = 16) {
    this.lanes = Array.from({ length: width }, () => new Float64Array(room))
    this.counts = new Float64Array(room)
    this.points = new Int32Array(room)
  }

  /** Makes room for one more point. */
  reserve(): void {
    if (this.size < this.counts.length) return
    this.lanes.forEach((lane, l) => {
      this.lanes[l] = grown(lane, (size) => new Float64Array(size))
    })
    this.counts = grown(this.counts, (size) => new Float64Array(size))
    this.points = grown(this.points, (size) => new Int32Array(size))
  }
}

/** The front before any issue is settled: one point, the empty package. */
export const emptyPackage = (width: number): Front => {
  const front = new Front(width, 1)
  front.size = 1
  front.counts[0] = 1
  return front
}
