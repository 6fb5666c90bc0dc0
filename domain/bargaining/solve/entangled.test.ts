import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worthOf } from '../problem.ts'
import { everyPackage, plainFrontier, smallProblem } from '../testing/cases.ts'
import { paretoFrontier } from './frontier.ts'
import { loosened } from './loosen.ts'

describe('a problem too entangled to be solved exactly', () => {
  it('is only flattered when its terms are loosened: no package is worth less to anybody', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        const easier = loosened(problem)
        if (!easier) return
        for (const { choice, worth } of everyPackage(problem))
          expect(worthOf(easier.problem, choice).every((units, p) => units >= (worth[p] ?? 0n))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is bounded: real packages, none dominated by another, and nothing is better by more than is said', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        // One state is all that is allowed, so whatever has a half decided term is too entangled.
        const frontier = paretoFrontier(problem, { states: 1 })
        if (!frontier.ok) return
        const { points, error = [0n, 0n] } = frontier.value
        for (const { choice, worth } of points) expect(worthOf(problem, choice)).toEqual(worth)
        for (const key of plainFrontier(problem).keys()) {
          const best = key.split(',').map(BigInt)
          const near = points.some((point) =>
            best.every((units, p) => units <= (point.worth[p] ?? 0n) + (error[p] ?? 0n)),
          )
          expect(near).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
