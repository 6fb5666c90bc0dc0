import { expect, test } from 'vitest'
import type { Agenda } from '#domain/bargaining/agenda.ts'
import { worthOf } from '#domain/bargaining/problem.ts'
import { noWorth, type Worth } from '#domain/bargaining/worth.ts'
import { ownDraws } from './own-draws.ts'
import { makingGood, ownPicture, swingsOf } from './own-picture.ts'
import {
  fittedTo,
  ownProblem,
  ownStanding,
  payloadOf,
  slopeBetween,
  weightsOf,
  withIssue,
} from './own-worth.ts'
import { turningWeights } from './turning-weights.ts'

const issue = (id: string, ...options: readonly string[]) => ({
  id,
  name: { en: id },
  options: options.map((option) => ({ id: option, name: { en: option } })),
})

const agenda: Agenda = {
  baskets: [],
  issues: [
    issue('ships', 'far', 'near'),
    issue('tests', 'none', 'few', 'many'),
    { ...issue('days'), range: { from: 0, to: 4 } },
  ],
  constraints: [],
}

const worth: Worth = {
  ...noWorth('us'),
  issues: {
    ships: { weight: 50, options: { far: 100, near: 0 } },
    tests: { weight: 30, options: { none: 100, few: 40, many: 0 } },
    days: { weight: 20, slope: { offset: 0, slope: '100/4' } },
  },
  reservation: 5_000,
}

const problemOf = (given: Worth) => {
  const problem = ownProblem(agenda, given)
  if (!problem) throw new Error('no problem')
  return problem
}

test('of more packages than can be looked at the best and the least good above the reservation are exact', () => {
  const names = Array.from({ length: 12 }, (_, i) => `i${i}`)
  const large: Agenda = { ...agenda, issues: names.map((id) => issue(id, 'a', 'b', 'c')) }
  const issues = Object.fromEntries(
    names.map((id, i) => [id, { weight: i + 1, options: { a: 0, b: 5 * (i + 1), c: 100 } }]),
  )
  const problem = ownProblem(large, { ...noWorth('us'), issues, reservation: 7_701 })
  if (!problem) throw new Error('no problem')
  const picture = ownPicture(problem)
  expect(picture.isWhole).toBe(false)
  expect(picture.best).toEqual(names.map(() => 2))
  // Every issue at its best is 7,800 points; with the first at its middle option it is 7,705, and nothing lies between.
  expect(picture.leastAbove && worthOf(problem, picture.leastAbove)).toEqual([7_705n])
})

test('of all packages those above the reservation are counted, with the best and the least good of them', () => {
  const picture = ownPicture(problemOf({ ...worth, redLines: [{ issue: 'tests', option: 'many' }] }))
  expect(picture).toMatchObject({ isWhole: true, allowed: 20, above: 11, best: [0, 0, 4] })
  expect(picture.leastAbove).toEqual([1, 0, 4])
  expect(picture.columns.reduce((sum, { count }) => sum + count, 0)).toBe(20)
  expect(picture.options[0]).toEqual([
    { count: 10, above: 10 },
    { count: 10, above: 1 },
  ])
})

test('a concession is made good by every single change that brings at least as much', () => {
  const { cost, by } = makingGood(problemOf(worth), [0, 2, 0], 0, 1)
  expect(cost).toBe(5_000)
  expect(by).toEqual([])
  const lesser = makingGood(problemOf(worth), [0, 1, 0], 1, 2)
  expect(lesser.cost).toBe(1_200)
  expect(lesser.by.map(({ gain }) => gain)).toEqual([1_500, 2_000])
  expect(swingsOf(problemOf(worth))).toEqual([5_000, 3_000, 2_000])
})

test('without intervals a package stands as it is; with them it stands in as many draws as they leave it', () => {
  const chosen = { ships: 'far', tests: 'few', days: '0' }
  expect(ownStanding(problemOf(worth), chosen)).toEqual({
    points: 6_200,
    reservation: 5_000,
    isAllowed: true,
  })
  expect(ownDraws(agenda, worth, chosen)).toMatchObject({
    hasIntervals: false,
    above: 1,
    least: 6_200,
    most: 6_200,
  })
  const unsure = withIssue(agenda, worth, 'ships', { options: { far: { least: 60, most: 100 }, near: 0 } })
  const drawn = ownDraws(agenda, unsure, chosen)
  expect(drawn.hasIntervals).toBe(true)
  expect(drawn.above).toBeGreaterThan(0.55)
  expect(drawn.above).toBeLessThan(0.65)
  expect(drawn.least).toBeGreaterThanOrEqual(4_200)
})

test('what is no longer on the agenda is left out, and the act says no party', () => {
  const old = withIssue({ ...agenda, issues: [...agenda.issues, issue('gone', 'x')] }, worth, 'gone', {
    options: { x: 1 },
  })
  const smaller = { ...old, batna: { ships: 'far' }, redLines: [{ issue: 'gone', option: 'x' }] }
  const fitted = fittedTo(agenda, smaller)
  expect(Object.keys(fitted.issues)).toEqual(['ships', 'tests', 'days'])
  expect(fitted.redLines).toEqual([])
  expect(fitted.batna).toBeUndefined()
  expect(payloadOf(agenda, smaller)).not.toHaveProperty('party')
  expect(weightsOf(agenda, noWorth('us'))).toEqual([34, 33, 33])
  const wider = {
    ...agenda,
    issues: agenda.issues.map((each) => (each.range ? { ...each, range: { from: 0, to: 8 } } : each)),
  }
  expect(fittedTo(wider, worth).issues.days?.slope).toEqual({ offset: 0, slope: '100/8' })
  expect(slopeBetween(agenda.issues[2] as never, 10, 90)).toEqual({ offset: 10, slope: '80/4' })
})

test('a weight turns the package where its points meet the reservation, and a BATNA moves along', () => {
  const chosen = { ships: 'far', tests: 'few', days: '0' }
  const turning = turningWeights(problemOf(worth), worth, chosen)
  expect(turning).toEqual([{ issue: 0, below: 1 - 1_200 / 5_000 }, { issue: 1 }, { issue: 2 }])
  const { reservation: _, ...unsaid } = worth
  const batna = { ships: 'near', tests: 'none', days: '4' }
  const moving = turningWeights(problemOf({ ...unsaid, batna }), { ...unsaid, batna }, chosen)
  expect(moving?.[1]?.above).toBeCloseTo(1 + 1_200 / 1_800)
  expect(turningWeights(problemOf(worth), worth, { ...chosen, ships: 'near' })).toBeUndefined()
})
