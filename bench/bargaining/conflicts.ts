/** Conflicts of any size, the same at every run: options in equal shares, some irreversible, preferences by statements. */
import type { OptionConflict, Pattern, Statement } from '../../domain/bargaining/stability/conflict.ts'

const name = { en: '' }

/** Numbers from 0 to before 1 (mulberry32). */
const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many deciders with so many options each; every seventh option cannot be given up again. */
export const madeConflict = (deciders: number, each: number): OptionConflict => {
  const random = chance(1962)
  const options = deciders * each
  const pattern = (): Pattern => {
    let mask = 0
    for (let bits = 0; bits < 2; bits += 1) mask |= 1 << Math.floor(random() * options)
    return { mask, value: mask & Math.floor(random() * 2 ** options) }
  }
  const statement = (): Statement => ({ anyOf: random() < 0.5 ? [pattern()] : [pattern(), pattern()] })
  return {
    form: 'options',
    name,
    infeasible: [],
    options: Array.from({ length: options }, (_, bit) => ({
      key: `${bit}`,
      name,
      direction: bit % 7 === 3 ? 'forward' : 'both',
    })),
    deciders: Array.from({ length: deciders }, (_, decider) => ({
      key: `${decider}`,
      name,
      options: Array.from({ length: each }, (_, own) => decider * each + own),
      preference: { kind: 'statements', statements: Array.from({ length: 2 * options }, statement) },
    })),
  }
}
