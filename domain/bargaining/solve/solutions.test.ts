import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBest, highestSum } from '../check/optimal.ts'
import { gains } from '../check/weighing.ts'
import { isInZone, type Problem } from '../problem.ts'
import { everyPackage, smallProblem } from '../testing/cases.ts'
import { aimOf, compareGains, gainsOf, solutionNames } from './aim.ts'
import { paretoFrontier } from './frontier.ts'
import { type Solutions, solutionsBySearch, solutionsOn } from './solutions.ts'

const solved = (problem: Problem): Solutions | undefined => {
  const frontier = paretoFrontier(problem)
  return frontier.ok ? solutionsOn(problem, frontier.value.points) : undefined
}

const byAim = solutionNames.filter((name) => name !== 'leastDifference')

describe('named solutions', () => {
  for (const parties of [2, 3, 4])
    it(`are the best of all packages in the zone, for ${parties} parties`, () => {
      fc.assert(
        fc.property(smallProblem(parties), (problem) => {
          const zone = everyPackage(problem).filter(({ worth }) => isInZone(problem, worth))
          const ideal = Array.from({ length: parties }, (_, p) =>
            zone.reduce((most, { worth }) => ((worth[p] ?? 0n) > most ? (worth[p] ?? 0n) : most), -999n),
          )
          const [onFrontier, bySearch] = [solved(problem), solutionsBySearch(problem)]
          for (const name of byAim) {
            const aim = aimOf(name, problem, ideal)
            const scores = zone.map(({ worth }) => gainsOf(problem, aim, worth))
            for (const solution of [onFrontier?.[name] ?? null, bySearch[name]]) {
              expect(solution === null).toBe(zone.length === 0)
              if (!solution) continue
              const mine = gainsOf(problem, aim, solution.worth)
              expect(scores.every((other) => compareGains(aim, other, mine) <= 0)).toBe(true)
              expect(isInZone(problem, solution.worth)).toBe(true)
            }
          }
        }),
        { numRuns: parties === 2 ? 100 : 20 },
      )
    })

  it('come with certificates that the checker accepts, and that do not prove anything worse', () => {
    fc.assert(
      fc.property(smallProblem(3), (problem) => {
        const solutions = solved(problem)
        for (const name of byAim) {
          const solution = solutions?.[name]
          if (!solution?.certificate) continue
          const proof = solution.certificate
          expect(highestSum(problem, proof)).toBe(proof.bound)
          const claimed = gains(problem, proof, solution.worth)
          expect(checkBest(problem, proof, claimed)).toBe('proven')
          const zone = everyPackage(problem).filter(({ worth }) => isInZone(problem, worth))
          for (const { worth } of zone) {
            const other = gains(problem, proof, worth)
            const asGood = compareGains(proof, other, claimed) === 0
            expect(checkBest(problem, proof, other)).toBe(asGood ? 'proven' : 'refuted')
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are none where no package is better than no agreement for everybody', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        const hopeless = {
          ...problem,
          sides: problem.sides.map((side) => ({ ...side, reservation: 1_000n })),
        }
        const solutions = solutionsBySearch(hopeless)
        expect(Object.values(solutions).every((solution) => solution === null)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
