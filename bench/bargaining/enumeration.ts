/** The alternative everything is measured against: all packages in typed arrays, sorted, and one sweep; as other tools do it. */
import type { Worths } from './instances.ts'

/** A frontier in doubles: one array of worth for each point. */
export type Points = readonly (readonly number[])[]

/** The worth of every package to every party, by counting through them like an odometer. */
const everyWorth = (worth: Worths): readonly Float64Array[] => {
  const sizes = (worth[0] ?? []).map((options) => options.length)
  const count = sizes.reduce((product, size) => product * size, 1)
  return worth.map((issues) => {
    let sums = Float64Array.of(0)
    for (const options of issues) {
      const next = new Float64Array(sums.length * options.length)
      let at = 0
      for (const sum of sums) for (const value of options) next[at++] = sum + value
      sums = next
    }
    if (sums.length !== count) throw new Error('not every package was counted')
    return sums
  })
}

/** Packages by falling worth of the first party, then the second, then the third. */
const byFalling = (worth: readonly Float64Array[]): Uint32Array => {
  const [a, b, c] = [worth[0] as Float64Array, worth[1] as Float64Array, worth[2]]
  const order = new Uint32Array(a.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  return order.sort(
    (i, j) =>
      (a[j] as number) - (a[i] as number) ||
      (b[j] as number) - (b[i] as number) ||
      (c ? (c[j] as number) - (c[i] as number) : 0),
  )
}

/** Two parties: whoever does not give the second more than anything before is dominated. */
const sweepOfTwo = (worth: readonly Float64Array[]): Points => {
  const [a, b] = worth as readonly [Float64Array, Float64Array]
  const points: number[][] = []
  let best = Number.NEGATIVE_INFINITY
  for (const i of byFalling(worth))
    if ((b[i] as number) > best) {
      best = b[i] as number
      points.push([a[i] as number, best])
    }
  return points
}

/** Three parties: the second and third of what was kept form a staircase, kept sorted. */
const sweepOfThree = (worth: readonly Float64Array[]): Points => {
  const [a, b, c] = worth as readonly [Float64Array, Float64Array, Float64Array]
  const points: number[][] = []
  const stairs: [number, number][] = []
  for (const i of byFalling(worth)) {
    const [second, third] = [b[i] as number, c[i] as number]
    let [from, to] = [0, stairs.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((stairs[middle]?.[0] ?? 0) >= second) from = middle + 1
      else to = middle
    }
    if (from > 0 && (stairs[from - 1]?.[1] ?? 0) >= third) continue
    let until = from
    while (until < stairs.length && (stairs[until]?.[1] ?? 0) <= third) until++
    stairs.splice(from, until - from, [second, third])
    points.push([a[i] as number, second, third])
  }
  return points
}

/** Every package listed, sorted and swept. */
export const enumerated = (worth: Worths): Points =>
  worth.length === 2 ? sweepOfTwo(everyWorth(worth)) : sweepOfThree(everyWorth(worth))

/** Two parties, without the sort: every package is held against the staircase of the best so far. */
export const enumeratedOnline = (worth: Worths): Points => {
  const [a, b] = everyWorth(worth) as [Float64Array, Float64Array]
  const stairs: [number, number][] = []
  for (let i = 0; i < a.length; i++) {
    const [first, second] = [a[i] as number, b[i] as number]
    let [from, to] = [0, stairs.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((stairs[middle] as [number, number])[0] >= first) from = middle + 1
      else to = middle
    }
    if (from > 0 && (stairs[from - 1] as [number, number])[1] >= second) continue
    let until = from
    while (until < stairs.length && (stairs[until] as [number, number])[1] <= second) until++
    stairs.splice(from, until - from, [first, second])
  }
  return stairs
}
