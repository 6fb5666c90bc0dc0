import { expect, test } from 'vitest'
import { caseOf } from '#domain/bargaining/testing/cases.ts'
import { answerTo } from './answers.ts'
import type { Answers, Questions, What } from './questions.ts'

// Each side cares more for one of two issues: giving up the other pays.
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
const here = { i0: '0', i1: '0' }
const there = { i0: '1', i1: '1' }

const answer = <W extends What>(what: W, asked: Questions[W]): Answers[W] => {
  const heard: number[] = []
  const outcome = answerTo({ what, ...asked } as { what: W } & Questions[W], (share) => heard.push(share))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  expect(heard.every((share) => share >= 0 && share <= 1)).toBe(true)
  return outcome.value
}

test('a trade says what each side gains, and what each change alone would bring', () => {
  expect(answer('trades', { case: made, current: here, mostChanges: 2 })).toEqual([
    {
      package: there,
      gains: [40, 40],
      changes: [
        { issue: 'i0', from: '0', to: '1', gains: [70, -30] },
        { issue: 'i1', from: '0', to: '1', gains: [-30, 70] },
      ],
    },
  ])
  expect(answer('nearest', { case: made, current: here, mostChanges: 1 })).toEqual([])
  expect(answer('settled', { case: made, package: there })).toEqual([])
})

test('a trade that another one outdoes for everybody is not listed', () => {
  const range = caseOf([
    [[0, 1, 2], [0]],
    [[0, 0, 0], [0]],
  ])
  const trades = answer('trades', { case: range, current: { i0: '0', i1: '0' }, mostChanges: 2 })
  expect(trades.map(({ package: chosen }) => chosen.i0)).toEqual(['2'])
})

test('a release tells about a side what its gain is worth beside its loss, less when it was told before', () => {
  const asked = { case: made, from: here, to: there, about: ['p1'] }
  const [first] = answer('telling', { ...asked, earlier: [] })
  expect(first?.swings).toEqual([
    { issue: 'i0', swing: -1 },
    { issue: 'i1', swing: 1 },
  ])
  expect(first?.bits).toBeCloseTo(1, 1)
  const [again] = answer('telling', { ...asked, earlier: [{ from: here, to: there }] })
  expect(again?.bits).toBe(0)
})

test('roles, firmness and the check of the answer come out as plain values', () => {
  const packages = answer('packages', { case: made })
  expect(packages.zone.exists).toBe(true)
  expect(answer('check', { answer: packages }).every(({ verdict }) => verdict === 'proven')).toBe(true)
  expect(answer('roles', { case: made })).toEqual({
    i0: { 0: 'open', 1: 'open' },
    i1: { 0: 'open', 1: 'open' },
  })
  const firm = answer('firmness', { case: made, package: there, by: 'nash', error: 0.1 })
  expect(firm).toMatchObject({ draws: 1_000, inZone: 1, efficient: 1, advised: 1 })
  expect(structuredClone(answer('lying', { case: made, by: 'nash' })).map(({ party }) => party)).toEqual([
    'p0',
    'p1',
  ])
  expect(answer('worth', { case: made, packages: [there, { i0: 'gone' }] })).toEqual([
    { worth: [70, 70], gains: [50, 50], isInZone: true, forbiddenBy: [] },
    null,
  ])
})
