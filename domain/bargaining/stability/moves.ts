/** Who can move from where to where: written down as rows, or worked out from the options when asked. */
import type { OptionConflict } from './conflict.ts'
import type { Feasible } from './feasible.ts'

/**
 * The moves of all deciders. `out` and `back` write the states that a decider can move to, or could have come from, into
 * an array of at least `most` places, and answer how many there are. No state is among its own.
 */
export interface Moves {
  readonly most: number
  readonly out: (decider: number, state: number, into: Int32Array) => number
  readonly back: (decider: number, state: number, into: Int32Array) => number
}

/** What one decider may change: its options in both directions, those that can only be taken, or only be given up. */
interface Reins {
  readonly both: number
  readonly forward: number
  readonly backward: number
}

const reinsOf = ({ options, deciders }: OptionConflict): readonly Reins[] =>
  deciders.map(({ options: own }) => {
    const bits = (direction: string): number =>
      own.reduce((mask, bit) => (options[bit]?.direction === direction ? mask | (1 << bit) : mask), 0)
    return { both: bits('both'), forward: bits('forward'), backward: bits('backward') }
  })

const countBits = (mask: number): number => {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count += 1
  return count
}

/** The moves of an option-form conflict, worked out from bits: a decider changes any of its own options at once. */
export const optionMoves = (conflict: OptionConflict, { decimals, indexOf }: Feasible): Moves => {
  const reins = reinsOf(conflict)
  const idle: Reins = { both: 0, forward: 0, backward: 0 }
  const widest = Math.max(
    0,
    ...reins.map(({ both, forward, backward }) => countBits(both | forward | backward)),
  )
  const decimalOf = (state: number): number => (decimals === undefined ? state : (decimals[state] ?? 0))
  const flipped = (decimal: number, free: number, into: Int32Array): number => {
    let count = 0
    for (let flip = free; flip !== 0; flip = (flip - 1) & free) {
      const target = decimals === undefined ? decimal ^ flip : indexOf(decimal ^ flip)
      if (target < 0) continue
      into[count] = target
      count += 1
    }
    return count
  }
  return {
    most: Math.min(2 ** widest, decimals?.length ?? Number.POSITIVE_INFINITY),
    out: (decider, state, into) => {
      const { both, forward, backward } = reins[decider] ?? idle
      const decimal = decimalOf(state)
      return flipped(decimal, both | (forward & ~decimal) | (backward & decimal), into)
    },
    back: (decider, state, into) => {
      const { both, forward, backward } = reins[decider] ?? idle
      const decimal = decimalOf(state)
      return flipped(decimal, both | (forward & decimal) | (backward & ~decimal), into)
    },
  }
}

/** A directed graph as compressed sparse rows: the targets of state `s` are `targets[starts[s]]` to before `starts[s + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly targets: Int32Array
}

/** Arcs as rows, each arc once and no state to itself; `from` and `to` are of equal length. */
export const rowsOf = (states: number, from: ArrayLike<number>, to: ArrayLike<number>): Rows => {
  const counts = new Int32Array(states + 1)
  for (let arc = 0; arc < from.length; arc += 1) {
    const source = from[arc] ?? 0
    if (source !== to[arc]) counts[source + 1] = (counts[source + 1] ?? 0) + 1
  }
  for (let state = 0; state < states; state += 1)
    counts[state + 1] = (counts[state + 1] ?? 0) + (counts[state] ?? 0)
  const next = counts.slice()
  const targets = new Int32Array(counts[states] ?? 0)
  for (let arc = 0; arc < from.length; arc += 1) {
    const source = from[arc] ?? 0
    if (source === to[arc]) continue
    const place = next[source] ?? 0
    targets[place] = to[arc] ?? 0
    next[source] = place + 1
  }
  return withoutTwins({ starts: counts, targets })
}

const withoutTwins = ({ starts, targets }: Rows): Rows => {
  const states = starts.length - 1
  const kept = new Int32Array(states + 1)
  const once = new Int32Array(targets.length)
  let count = 0
  for (let state = 0; state < states; state += 1) {
    const row = targets.subarray(starts[state], starts[state + 1]).sort()
    for (let place = 0; place < row.length; place += 1) {
      if (place > 0 && row[place] === row[place - 1]) continue
      once[count] = row[place] ?? 0
      count += 1
    }
    kept[state + 1] = count
  }
  return { starts: kept, targets: once.slice(0, count) }
}

const reversed = ({ starts, targets }: Rows): Rows => {
  const sources = new Int32Array(targets.length)
  for (let state = 0; state + 1 < starts.length; state += 1)
    sources.fill(state, starts[state], starts[state + 1])
  return rowsOf(starts.length - 1, targets, sources)
}

const widestRow = ({ starts }: Rows): number => {
  let most = 0
  for (let state = 0; state + 1 < starts.length; state += 1)
    most = Math.max(most, (starts[state + 1] ?? 0) - (starts[state] ?? 0))
  return most
}

/** Moves that are written down, a graph for each decider. */
export const graphMoves = (graphs: readonly Rows[]): Moves => {
  const backs = graphs.map(reversed)
  const read = (rows: Rows | undefined, state: number, into: Int32Array): number => {
    if (!rows) return 0
    const start = rows.starts[state] ?? 0
    const count = (rows.starts[state + 1] ?? 0) - start
    for (let place = 0; place < count; place += 1) into[place] = rows.targets[start + place] ?? 0
    return count
  }
  return {
    most: Math.max(0, ...graphs.map(widestRow), ...backs.map(widestRow)),
    out: (decider, state, into) => read(graphs[decider], state, into),
    back: (decider, state, into) => read(backs[decider], state, into),
  }
}

/** The states a decider can move to, as a list. */
export const movesFrom = (moves: Moves, decider: number, state: number): readonly number[] => {
  const into = new Int32Array(moves.most)
  return [...into.subarray(0, moves.out(decider, state, into))].sort((a, b) => a - b)
}
