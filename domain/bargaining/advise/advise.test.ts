import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCase } from '../compile.ts'
import { type Choice, isFeasible, isInZone, type Problem, worthOf } from '../problem.ts'
import { aimOf, compareGains, gainsOf } from '../solve/aim.ts'
import { paretoFrontier } from '../solve/frontier.ts'
import { caseOf, everyPackage, plainFrontier, smallProblem } from '../testing/cases.ts'
import { inferenceOf, knowledgeFrom } from './information.ts'
import { nearestImprovements } from './nearest.ts'
import { optionRoles } from './options.ts'
import { gainFromLying, perturbed, robustnessOf, toleratedError } from './robustness.ts'
import { sensitivityOf } from './sensitivity.ts'
import { tradesFrom } from './trades.ts'
import { fromSwings, inPoints, weightsFitting } from './weights.ts'
import { afterSettling, standingOf, zoneOf } from './zone.ts'

const compiled = (...given: Parameters<typeof caseOf>): Problem => {
  const problem = compileCase(caseOf(...given))
  if (!problem.ok) throw new Error(problem.refusal.code)
  return problem.value
}

/** Two issues on which the parties care for opposite things: the textbook case of logrolling. */
const logrolling = compiled([
  [
    [0, 40, 60],
    [0, 10, 20],
  ],
  [
    [20, 10, 0],
    [60, 40, 0],
  ],
])

const atLeast = (a: readonly bigint[], b: readonly bigint[]): boolean =>
  a.every((worth, p) => worth >= (b[p] ?? 0n))
const differs = (a: readonly bigint[], b: readonly bigint[]): boolean => a.some((worth, p) => worth !== b[p])

const withSome = (
  problem: Problem,
  check: (all: ReturnType<typeof everyPackage>, current: Choice) => void,
): void => {
  const all = everyPackage(problem)
  const [first] = all
  if (first) check(all, first.choice)
}

describe('the zone of agreement', () => {
  it('is there exactly when some package is in it, and single changes really open it', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        const all = everyPackage(problem)
        const zone = zoneOf(problem)
        expect(zone.exists).toBe(all.some(({ worth }) => isInZone(problem, worth)))
        if (zone.exists) return
        expect(zone.proof).toBe('proven')
        for (const opening of zone.openings) {
          const changed: Problem =
            opening.by === 'term'
              ? { ...problem, terms: problem.terms.filter((_, at) => at !== opening.term) }
              : {
                  ...problem,
                  sides: problem.sides.map((side, p) =>
                    p === opening.party ? { ...side, reservation: opening.to } : side,
                  ),
                }
          expect(isFeasible(changed, opening.choice)).toBe(true)
          expect(isInZone(changed, worthOf(changed, opening.choice))).toBe(true)
          if (opening.by === 'reservation') {
            const others = all.filter(({ worth }) =>
              worth.every(
                (units, p) => p === opening.party || units >= (problem.sides[p]?.reservation ?? 0n),
              ),
            )
            const most = others
              .map(({ worth }) => worth[opening.party] ?? 0n)
              .reduce((a, b) => (b > a ? b : a), -99n)
            expect(opening.to).toBe(most)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  it('says of a package what each gains and what forbids it', () => {
    const problem = {
      ...logrolling,
      terms: [{ when: [{ issue: 0, options: [2] }], effect: 'forbidden' as const, by: 1 }],
    }
    expect(standingOf(problem, [2, 0])).toEqual({ gains: [60n, 60n], isInZone: false, forbiddenBy: [0] })
    expect(standingOf(problem, [1, 0])).toEqual({ gains: [40n, 70n], isInZone: true, forbiddenBy: [] })
  })

  it('has after a settlement nothing but what is at least as good for everybody', () => {
    fc.assert(
      fc.property(smallProblem(3), (problem) => {
        withSome(problem, (all, current) => {
          const better = all.filter(({ worth }) => atLeast(worth, worthOf(problem, current)))
          const again = zoneOf(afterSettling(problem, current))
          expect(again.exists).toBe(true)
          if (again.exists) expect(better.map(({ choice }) => choice)).toContainEqual(again.choice)
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('trades', () => {
  it('of two issues that matter differently raise both', () => {
    const [best] = tradesFrom(logrolling, [0, 2])
    expect(best?.choice).toEqual([2, 0])
    expect(best?.gains).toEqual([40n, 40n])
    expect(best?.changes.map(({ gains }) => gains)).toEqual([
      [60n, -20n],
      [-20n, 60n],
    ])
  })

  it('are ranked by figures too fine for a double, too', () => {
    const long = (digit: string, last: number) => `${digit.repeat(190)}/1${'0'.repeat(188)}${last}`
    const fine = compiled([[[long('1', 3), long('7', 9)]], [[1, 1]]])
    expect(tradesFrom(fine, [0]).map(({ joint }) => joint > 6 && joint < 7)).toEqual([true])
  })

  it('hurt nobody, raise somebody, break no constraint, and the best that there is comes first', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        withSome(problem, (all, current) => {
          const before = worthOf(problem, current)
          const trades = tradesFrom(problem, current, 2)
          for (const { choice, gains, changes } of trades) {
            expect(isFeasible(problem, choice)).toBe(true)
            expect(gains.every((gain) => gain >= 0n) && gains.some((gain) => gain > 0n)).toBe(true)
            expect(changes.length).toBe(choice.filter((option, i) => option !== current[i]).length)
          }
          const near = all.filter(
            ({ choice }) => choice.filter((option, i) => option !== current[i]).length <= 2,
          )
          const joint = ({ worth }: { readonly worth: readonly bigint[] }): number =>
            worth.reduce(
              (sum, units, p) => sum + Number(units - (before[p] ?? 0n)) / Number(problem.sides[p]?.unit),
              0,
            )
          const better = near
            .filter(({ worth }) => atLeast(worth, before) && differs(worth, before))
            .map(joint)
          expect(trades.length > 0).toBe(better.length > 0)
          if (better.length > 0) expect(trades[0]?.joint).toBeCloseTo(Math.max(...better), 9)
        })
      }),
      { numRuns: 120 },
    )
  })

  it('found by the nearest improvements are all that is best for so few changes', () => {
    fc.assert(
      fc.property(smallProblem(2), fc.integer({ min: 1, max: 3 }), (problem, most) => {
        withSome(problem, (all, current) => {
          const before = worthOf(problem, current)
          const found = nearestImprovements(problem, current, most)
          if (!found.ok) throw new Error(found.refusal.code)
          const changes = (choice: Choice): number =>
            choice.filter((option, i) => option !== current[i]).length
          const better = all.filter(
            ({ worth, choice }) =>
              changes(choice) <= most && atLeast(worth, before) && differs(worth, before),
          )
          const left = better.filter(
            (one) =>
              !better.some(
                (other) =>
                  changes(other.choice) <= changes(one.choice) &&
                  atLeast(other.worth, one.worth) &&
                  (differs(other.worth, one.worth) || changes(other.choice) < changes(one.choice)),
              ),
          )
          const keys = (
            list: readonly { readonly worth: readonly bigint[]; readonly choice: Choice }[],
          ): Set<string> => new Set(list.map(({ worth, choice }) => `${changes(choice)}:${worth.join()}`))
          expect(keys(found.value)).toEqual(keys(left))
        })
      }),
      { numRuns: 120 },
    )
  })
})

describe('roles of options', () => {
  it('are what all efficient packages say, ties included', () => {
    fc.assert(
      fc.property(smallProblem(2), (problem) => {
        const frontier = paretoFrontier(problem)
        if (!frontier.ok) return
        const roles = optionRoles(problem, frontier.value.points)
        if (!roles.ok) throw new Error(roles.refusal.code)
        const points = plainFrontier(problem)
        const efficient = everyPackage(problem).filter(({ worth }) => points.has(worth.join()))
        for (const [issue, { options }] of problem.issues.entries())
          for (const option of options.keys()) {
            const uses = efficient.filter(({ choice }) => choice[issue] === option).length
            const role = uses === 0 ? 'drop' : uses === efficient.length ? 'close' : 'open'
            expect(roles.value[issue]?.[option]).toBe(role)
          }
      }),
      { numRuns: 120 },
    )
  })
})

describe('what is not known for certain', () => {
  it('changes nothing where nothing is wrong, and is repeatable', () => {
    const nothing = robustnessOf(logrolling, [2, 0], 'nash', 0, 20)
    expect([nothing.inZone, nothing.efficient, nothing.advised]).toEqual([1, 1, 1])
    expect(robustnessOf(logrolling, [2, 0], 'nash', 0.3, 50)).toEqual(
      robustnessOf(logrolling, [2, 0], 'nash', 0.3, 50),
    )
    expect(robustnessOf(logrolling, [0, 2], 'nash', 0.1, 20).efficient).toBe(0)
  })

  it('is tolerated up to the stated error and not beyond it', () => {
    const problem = compiled(
      [
        [
          [60, 0],
          [20, 0],
        ],
        [
          [0, 50],
          [40, 10],
        ],
      ],
      [60, 20],
    )
    const error = toleratedError(problem, [0, 0])
    expect(error).toBeCloseTo(0.25, 12)
    const worst = (by: number): Problem => perturbed(problem, by, () => 0)
    expect(isInZone(problem, worthOf(worst(error - 0.001), [0, 0]))).toBe(true)
    expect(isInZone(problem, worthOf(worst(error + 0.001), [0, 0]))).toBe(false)
  })

  it('tolerates nothing outside the zone, and counts what a ceiling cuts off', () => {
    expect(toleratedError(compiled([[[0, 0]], [[5, 1]]], [3, 0]), [0])).toBe(0)
    expect(toleratedError(compiled([[[2, 0]], [[5, 1]]], [3, 0]), [0])).toBe(0)
    const cut = compiled([[[10, 0]], [[5, 1]]], [4, 0])
    const [first, ...others] = cut.sides
    const problem = { ...cut, sides: [...(first ? [{ ...first, ceiling: 5n }] : []), ...others] }
    expect(toleratedError(problem, [0])).toBe(0.6)
  })

  it('shows a gain from lying that is never below what the truth brings', () => {
    for (const party of [0, 1]) {
      const { honest, best, factors } = gainFromLying(logrolling, party, 'nash', 30)
      expect(best).toBeGreaterThanOrEqual(honest)
      expect(factors.length > 0).toBe(best > honest)
    }
  })

  it('turns the advice where another weight would: beyond the factor it differs, within it does not', () => {
    const problem = compiled([
      [
        [10, 0],
        [0, 12],
      ],
      [
        [0, 9],
        [9, 0],
      ],
    ])
    const turnings = sensitivityOf(problem, 'nash')
    expect(turnings).toHaveLength(4)
    const turning = turnings.filter(({ below, above }) => below !== undefined || above !== undefined)
    expect(turning.length).toBeGreaterThan(0)
    for (const { below, above } of turning) {
      if (below !== undefined) expect(below).toBeLessThan(1)
      if (above !== undefined) expect(above).toBeGreaterThan(1)
    }
  })

  it('bounds the advice the same way whoever computes it: named solutions agree with the frontier', () => {
    const aim = aimOf('nash', logrolling, [])
    const frontier = paretoFrontier(logrolling)
    if (!frontier.ok) throw new Error(frontier.refusal.code)
    const best = frontier.value.points.reduce((a, b) =>
      compareGains(aim, gainsOf(logrolling, aim, b.worth), gainsOf(logrolling, aim, a.worth)) > 0 ? b : a,
    )
    expect(best.choice).toEqual([2, 0])
  })
})

describe('what a release gives away', () => {
  it('is nothing if it only gives, and half of everything if it trades like for like', () => {
    const gift = inferenceOf(logrolling, 1, [2, 2], [2, 0])
    expect(knowledgeFrom(gift, []).bits).toBe(0)
    const swap = inferenceOf(logrolling, 1, [0, 2], [2, 0])
    expect(swap.swings).toEqual([-1, 1])
    const told = knowledgeFrom(swap, [])
    expect(told.after).toBeCloseTo(0.5, 1)
    expect(told.bits).toBeCloseTo(1, 1)
    expect(knowledgeFrom(swap, [swap]).bits).toBe(0)
  })
})

describe('weights', () => {
  it('from any proportions are whole points that add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 40 }), (given) => {
        const points = inPoints(given)
        const sum = given.reduce((a, b) => a + b, 0)
        expect(points.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : 100)
        points.forEach((each, i) => {
          expect(Math.abs(each - (sum === 0 ? 0 : (100 * (given[i] ?? 0)) / sum))).toBeLessThan(1)
        })
      }),
    )
    expect(fromSwings([100, 50, 50])).toEqual([50, 25, 25])
  })

  it('fit what a party would rather have; a contradiction is named by the sentences that make it', () => {
    const base = caseOf([
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    ])
    const only = (issue: number) => ({ i0: '0', i1: '0', i2: '0', [`i${issue}`]: '1' })
    const prefers = (better: number, worse: number) => ({ better: only(better), worse: only(worse) })
    const [worth] = base.worths
    if (!worth) throw new Error('no worth')
    const fitting = weightsFitting(base.agenda, { ...worth, comparisons: [prefers(0, 1), prefers(1, 2)] })
    expect(fitting.fits).toBe(true)
    const [a = 0, b = 0, c = 0] = fitting.middle
    expect(a).toBeGreaterThan(b)
    expect(b).toBeGreaterThan(c)
    expect(a + b + c).toBeCloseTo(1, 6)
    const circle = [prefers(0, 1), prefers(1, 2), prefers(2, 0)]
    const broken = weightsFitting(base.agenda, { ...worth, comparisons: [...circle, prefers(0, 2)] })
    expect(broken.fits).toBe(false)
    expect([...broken.conflict].sort()).toEqual([2, 3])
  })
})
