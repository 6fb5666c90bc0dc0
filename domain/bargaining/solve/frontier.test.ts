import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCase } from '../compile.ts'
import { isFeasible, type Problem, worthOf } from '../problem.ts'
import { caseOf, plainFrontier, smallProblem } from '../testing/cases.ts'
import { paretoFrontier } from './frontier.ts'

const found = (problem: Problem): ReadonlyMap<string, number | undefined> => {
  const frontier = paretoFrontier(problem)
  if (!frontier.ok) {
    expect(frontier.refusal.code).toBe('bargaining.impossible')
    return new Map()
  }
  return new Map(frontier.value.points.map(({ worth, packages }) => [worth.join(), packages]))
}

const compiled = (worth: Parameters<typeof caseOf>[0]): Problem => {
  const problem = compileCase(caseOf(worth))
  if (!problem.ok) throw new Error(problem.refusal.code)
  return problem.value
}

describe('the Pareto frontier', () => {
  for (const parties of [1, 2, 3, 4])
    it(`is complete, has nothing dominated and counts ties, for ${parties} parties with links and constraints`, () => {
      fc.assert(
        fc.property(smallProblem(parties), (problem) => {
          expect(new Map(found(problem))).toEqual(new Map(plainFrontier(problem)))
        }),
        { numRuns: 300 },
      )
    })

  it('gives with every point a package that comes to it and breaks no constraint', () => {
    fc.assert(
      fc.property(smallProblem(3), (problem) => {
        const frontier = paretoFrontier(problem)
        for (const { worth, choice } of frontier.ok ? frontier.value.points : []) {
          expect(isFeasible(problem, choice)).toBe(true)
          expect(worthOf(problem, choice)).toEqual(worth)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('does not change when a party states its worth in other units, or with something added to every package', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
    const worth = fc.array(figures, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        worth,
        worth,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: -50, max: 50 }),
        (a, b, by, more) => {
          const stretched = a.map((options, i) =>
            options.map((value) => `${value * by + (i === 0 ? more : 0)}/7`),
          )
          const choices = (problem: Problem): unknown => {
            const frontier = paretoFrontier(problem)
            return frontier.ok && frontier.value.points.map(({ choice }) => choice)
          }
          expect(choices(compiled([stretched, b]))).toEqual(choices(compiled([a, b])))
        },
      ),
    )
  })

  it('keeps apart what differs in the thirtieth digit, and together what only looks different', () => {
    const close = compiled([
      [
        ['0.100000000000000000000000000001', '0.1'],
        ['1/3', '0'],
      ],
      [
        ['0', '0.000000000000000000000000000001'],
        ['0', '1/3'],
      ],
    ])
    expect([...found(close).values()]).toEqual([1, 1, 1, 1])
    const same = compiled([
      [
        ['0.1', '0.2'],
        ['0.2', '0.1'],
      ],
      [
        ['1/7', '0'],
        ['0', '1/7'],
      ],
    ])
    expect([...found(same).values()]).toEqual([1, 2, 1])
    expect(new Map(found(same))).toEqual(new Map(plainFrontier(same)))
  })

  it('cuts worth off at a ceiling before it says what dominates what', () => {
    fc.assert(
      fc.property(smallProblem(2), fc.integer({ min: 0, max: 12 }).map(BigInt), (problem, ceiling) => {
        const under = { ...problem, sides: problem.sides.map((side) => ({ ...side, ceiling })) }
        expect([...found(under).keys()].sort()).toEqual([...plainFrontier(under).keys()].sort())
      }),
      { numRuns: 200 },
    )
  })

  it('says by how much it is rounded where there are too many points, and is right about it', () => {
    fc.assert(
      fc.property(smallProblem(2), fc.integer({ min: 1, max: 3 }), (problem, points) => {
        const frontier = paretoFrontier(problem, { points })
        if (!frontier.ok) return
        const { error = [0n, 0n] } = frontier.value
        for (const key of plainFrontier(problem).keys()) {
          const worth = key.split(',').map(BigInt)
          const near = frontier.value.points.some((point) =>
            worth.every((units, p) => units <= (point.worth[p] ?? 0n) + (error[p] ?? 0n)),
          )
          expect(near).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('ends when it is told to, and says when constraints leave no package', () => {
    const problem = compiled([[[1, 2]], [[2, 1]]])
    expect(paretoFrontier(problem, { watch: () => false })).toMatchObject({
      refusal: { code: 'bargaining.stopped' },
    })
    const none = {
      ...problem,
      terms: [{ when: [{ issue: 0, options: [0, 1] }], effect: 'forbidden' as const }],
    }
    expect(paretoFrontier(none)).toMatchObject({ refusal: { code: 'bargaining.impossible' } })
  })
})
