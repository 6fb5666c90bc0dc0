/** The weights on the parties under which the best weighted sum says most: the dual of an aim, by golden section. */

/** A function of weights that add up to 1; every set on which it is at most some value is convex. */
export type Dual = (weights: readonly number[]) => number

const golden = (Math.sqrt(5) - 1) / 2

/** The least of a quasi-convex function between 0 and 1, and where it is (Kiefer 1953). */
const goldenSection = (
  value: (x: number) => { readonly least: number; readonly at: readonly number[] },
  rounds: number,
): { readonly least: number; readonly at: readonly number[] } => {
  let [from, to] = [0, 1]
  let [left, right] = [1 - golden, golden]
  let [low, high] = [value(left), value(right)]
  let best = low.least <= high.least ? low : high
  for (let round = 0; round < rounds; round++) {
    if (low.least <= high.least) {
      to = right
      right = left
      high = low
      left = to - golden * (to - from)
      low = value(left)
      if (low.least < best.least) best = low
    } else {
      from = left
      left = right
      low = high
      right = from + golden * (to - from)
      high = value(right)
      if (high.least < best.least) best = high
    }
  }
  return best
}

const nested = (
  dual: Dual,
  parties: number,
  fixed: readonly number[],
  left: number,
  rounds: number,
): { readonly least: number; readonly at: readonly number[] } => {
  if (fixed.length === parties - 1) {
    const at = [...fixed, left]
    return { least: dual(at), at }
  }
  return goldenSection((x) => nested(dual, parties, [...fixed, left * x], left * (1 - x), rounds), rounds)
}

/** For many parties: exponentiated steps, each shifting weight from those who get much to those who get little. */
const byShifting = (
  dual: Dual,
  gains: (weights: readonly number[]) => readonly number[],
  parties: number,
  rounds: number,
) => {
  let weights: readonly number[] = Array.from({ length: parties }, () => 1 / parties)
  let best = { least: dual(weights), at: weights }
  for (let round = 0; round < rounds; round++) {
    const got = gains(weights)
    const step = 2 / Math.sqrt(round + 1)
    const shifted = weights.map((weight, party) => weight * Math.exp(-step * (got[party] ?? 0)))
    const sum = shifted.reduce((a, b) => a + b, 0)
    weights = shifted.map((weight) => weight / sum)
    const value = dual(weights)
    if (value < best.least) best = { least: value, at: weights }
  }
  return best
}

/**
 * The weights at which the dual is least, nearly; any weights are valid, these are only the most telling.
 * `mostLooks` bounds how often the dual is asked. `gains` answers what each party gets, on a scale of about 1, from
 * the package that is best under some weights.
 */
export const bestMultipliers = (
  dual: Dual,
  gains: (weights: readonly number[]) => readonly number[],
  parties: number,
  mostLooks = Number.POSITIVE_INFINITY,
): readonly number[] => {
  if (parties === 1) return [1]
  const rounds = [0, 0, 48, 32, 18][parties]
  if (rounds === undefined)
    return byShifting(dual, gains, parties, Math.max(20, Math.min(3_000, mostLooks))).at
  const affordable = Math.floor(mostLooks ** (1 / (parties - 1)))
  return nested(dual, parties, [], 1, Math.max(6, Math.min(rounds, affordable))).at
}
