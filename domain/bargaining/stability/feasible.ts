/** Which states of an option-form conflict can be at all, in the order in which they are numbered. */
import { done, type Outcome, refuse } from '../../outcome.ts'
import type { Pattern } from './conflict.ts'

/** An option is a bit of a 32-bit number, so there are at most this many. */
export const mostOptions = 30

/** More states than this are not numbered. */
export const mostStates = 1 << 22

/** Up to so many options, the number of a state is looked up in a table; beyond, it is searched for. */
const tabled = 24

/** The states there are: their decimals, rising, and the way back. */
export interface Feasible {
  readonly count: number
  /** Undefined where every combination of options can be, so that a state is its own decimal. */
  readonly decimals: Int32Array | undefined
  /** The place of a decimal among the states, or -1. */
  readonly indexOf: (decimal: number) => number
}

/** The decimal of the state in this place. */
export const decimalAt = ({ decimals }: Feasible, state: number): number => decimals?.[state] ?? state

/** The states that fit none of the patterns; at most `mostStates` of them. */
export const feasibleStates = (options: number, infeasible: readonly Pattern[]): Outcome<Feasible> => {
  if (options > mostOptions) return refuse('conflict.options-beyond', { options, most: mostOptions })
  if (infeasible.length === 0) {
    const count = 2 ** options
    if (count > mostStates) return refuse('conflict.states-beyond', { most: mostStates })
    return done({ count, decimals: undefined, indexOf: (decimal) => decimal })
  }
  const found = enumerate(options, infeasible)
  if (found === undefined) return refuse('conflict.states-beyond', { most: mostStates })
  if (found.length === 0) return refuse('conflict.no-states')
  const decimals = Int32Array.from(found)
  return done({ count: found.length, decimals, indexOf: lookup(options, decimals) })
}

const lowestBit = (mask: number): number => (mask === 0 ? 0 : 31 - Math.clz32(mask & -mask))

/** Chooses from the highest bit down, so that decimals rise, and leaves a branch as soon as a pattern is met. */
const enumerate = (options: number, infeasible: readonly Pattern[]): readonly number[] | undefined => {
  const byLowest = Array.from({ length: options + 1 }, (): Pattern[] => [])
  for (const pattern of infeasible) byLowest[lowestBit(pattern.mask)]?.push(pattern)
  const found: number[] = []
  const choose = (bit: number, decimal: number): boolean => {
    if (bit < options && byLowest[bit]?.some(({ mask, value }) => (decimal & mask) === value)) return true
    if (bit === 0) return found.push(decimal) <= mostStates
    return choose(bit - 1, decimal) && choose(bit - 1, decimal | (1 << (bit - 1)))
  }
  return choose(options, 0) ? found : undefined
}

const lookup = (options: number, decimals: Int32Array): Feasible['indexOf'] => {
  if (options <= tabled) {
    const table = new Int32Array(2 ** options).fill(-1)
    decimals.forEach((decimal, state) => {
      table[decimal] = state
    })
    return (decimal) => table[decimal] ?? -1
  }
  return (decimal) => {
    let [low, high] = [0, decimals.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((decimals[middle] ?? 0) < decimal) low = middle + 1
      else high = middle
    }
    return decimals[low] === decimal ? low : -1
  }
}
