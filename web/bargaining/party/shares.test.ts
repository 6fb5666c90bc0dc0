import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalShares, mostFor, whole, withShare } from './shares.ts'

const sum = (shares: readonly number[]): number => shares.reduce((a, b) => a + b, 0)

const moves = fc.array(
  fc.record({
    at: fc.nat(11),
    points: fc.integer({ min: -20, max: 140 }),
    held: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  }),
  { maxLength: 20 },
)

test('whatever is moved and held, the shares are whole, none is below nothing, and they add up to a hundred', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), moves, (count, all) => {
      let shares = equalShares(count)
      for (const { at, points, held } of all) {
        const before = shares
        shares = withShare(shares, at % count, points, held)
        expect(sum(shares)).toBe(whole)
        expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true)
        expect(before.every((share, i) => i === at % count || !held[i] || shares[i] === share)).toBe(true)
      }
    }),
  )
})

test('a share gets what it is given as far as the held ones leave it', () => {
  expect(withShare([40, 30, 30], 0, 60)).toEqual([60, 20, 20])
  expect(withShare([40, 30, 30], 0, 100)).toEqual([100, 0, 0])
  expect(withShare([100, 0, 0], 0, 50)).toEqual([50, 25, 25])
  expect(withShare([40, 30, 30], 0, 90, [false, true, false])).toEqual([70, 30, 0])
  expect(mostFor([40, 30, 30], 0, [false, true, false])).toBe(70)
})

test('where all others are held nothing moves, and one alone has it all', () => {
  expect(withShare([40, 30, 30], 0, 90, [false, true, true])).toEqual([40, 30, 30])
  expect(withShare([100], 0, 20)).toEqual([100])
})
