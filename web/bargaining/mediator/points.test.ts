import { expect, test } from 'vitest'
import { analyse } from '#domain/bargaining/answer.ts'
import type { Ratification } from '#domain/bargaining/ratification.ts'
import { caseOf } from '#domain/bargaining/testing/cases.ts'
import { isSamePackage, passesAtHome, pointsOf } from './points.ts'

const made = caseOf(
  [
    [
      [0, 70],
      [30, 0],
    ],
    [
      [30, 0],
      [0, 70],
    ],
  ],
  [20, 20],
)
const home: Ratification = {
  bodies: [
    {
      id: 'senate',
      name: { en: 'Senate' },
      threshold: { need: 67, of: 100 },
      groups: [
        { name: { en: 'All' }, votes: 60, accepts: {} },
        { name: { en: 'Some' }, votes: 40, accepts: { i0: ['1'] } },
      ],
    },
  ],
}

test('a point says which named solutions are there, whether it is in the zone, and where it passes at home', () => {
  const answer = analyse(made)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const points = pointsOf(answer.value, { p0: home })
  expect(points.map(({ worth }) => worth)).toEqual([
    [100, 0],
    [70, 70],
    [0, 100],
  ])
  expect(points.map(({ isInZone }) => isInZone)).toEqual([false, true, false])
  expect(points[1]?.named).toEqual(['nash', 'kalaiSmorodinsky', 'egalitarian', 'welfare', 'leastDifference'])
  expect(points.map(({ passes }) => passes)).toEqual([['p0'], ['p0'], []])
})

test('a package passes at home where every body passes it; two are the same when every issue is', () => {
  expect(passesAtHome({ p0: home, p1: home }, { i0: '1' })).toEqual(['p0', 'p1'])
  expect(passesAtHome({ p0: home }, { i0: '0' })).toEqual([])
  expect(isSamePackage(made.agenda, { i0: '0', i1: '1' }, { i0: '0', i1: '1' })).toBe(true)
  expect(isSamePackage(made.agenda, { i0: '0', i1: '1' }, { i0: '0', i1: '0' })).toBe(false)
  expect(isSamePackage(made.agenda, { i0: '0', i1: '1' }, null)).toBe(false)
})
