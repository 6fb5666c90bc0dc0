/** Chance that can be repeated: the same seed gives the same draws on every machine. */

/** The next number from 0 up to 1. */
export type Chance = () => number

/** Mulberry32 by Tommy Ettinger: 32 bits of state, good enough for draws and no more. */
export const chanceOf = (seed: number): Chance => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shares that add up to 1, every way of sharing as likely as any other (flat Dirichlet). */
export const sharesBy = (chance: Chance, count: number): readonly number[] => {
  const parts = Array.from({ length: count }, () => -Math.log(1 - chance()))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}
