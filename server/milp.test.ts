import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInZone, worthOf } from '#domain/bargaining/problem.ts'
import { type Aim, aimOf, gainsOf } from '#domain/bargaining/solve/aim.ts'
import { choiceByMilp } from '#domain/bargaining/solve/milp.ts'
import { searchBest } from '#domain/bargaining/solve/search.ts'
import { everyPackage, smallProblem } from '#domain/bargaining/testing/cases.ts'
import { loadMilp } from './milp.ts'

/** What an aim counts first: the least gain, or the sum. */
const firstOf = (aim: Aim, gains: readonly bigint[]): bigint => {
  const mine = aim.of.map((party) => gains[party] ?? 0n)
  return aim.by === 'sum' ? mine.reduce((a, b) => a + b, 0n) : mine.reduce((a, b) => (b < a ? b : a))
}

describe('HiGHS', () => {
  it('agrees with our search on the sum and on the least gain, with links and constraints', {
    timeout: 60_000,
  }, async () => {
    const milp = await loadMilp(10)
    fc.assert(
      fc.property(smallProblem(3), (problem) => {
        const zone = everyPackage(problem).filter(({ worth }) => isInZone(problem, worth))
        for (const name of ['welfare', 'egalitarian'] as const) {
          const aim = aimOf(name, problem, [])
          const [theirs, ours] = [choiceByMilp(problem, aim, milp), searchBest(problem, aim).choice]
          expect(theirs === undefined).toBe(zone.length === 0)
          if (!theirs || !ours) continue
          const value = (choice: readonly number[]): bigint =>
            firstOf(aim, gainsOf(problem, aim, worthOf(problem, choice)))
          expect(value(theirs)).toBe(value(ours))
        }
      }),
      { numRuns: 60 },
    )
  })
})
