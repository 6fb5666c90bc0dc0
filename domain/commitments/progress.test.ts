import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOfChange, inOrder, type Listed, scoreOn } from './progress.ts'
import { sequenceOf } from './sequence/sequence.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
const listed: fc.Arbitrary<Listed> = fc.record({
  object: fc.uuid(),
  terms: fc.record({
    name: fc.constant({ en: 'A step' }),
    bound: fc.subarray(['us', 'ru'], { minLength: 1 }),
    due: fc.constant({ kind: 'none' as const }),
    conditions: fc.constant([]),
    theme: fc.constantFrom('forces' as const, 'justice' as const),
  }),
  inForce: fc.constant({
    force: 'f',
    version: 1,
    basis: 'provisional-application' as const,
    from: '2026-03-01',
  }),
  codings: fc
    .array(
      fc.record({
        finding: fc.uuid(),
        level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
        asOf: day,
        at: fc.constant('2026-04-01T00:00:00.000Z'),
      }),
      { maxLength: 4 },
    )
    .map((all) => all.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))),
})
const lists = fc.array(listed, { maxLength: 8 })
const swapped = (list: readonly Listed[]): readonly Listed[] =>
  list.map((each) => ({
    ...each,
    terms: { ...each.terms, bound: each.terms.bound.map((key) => (key === 'us' ? 'ru' : 'us')) },
  }))

describe('scores of a list', () => {
  it('are symmetric: exchanging the sides exchanges their scores', () => {
    fc.assert(
      fc.property(lists, day, (list, on) => {
        expect(scoreOn(list, on, { party: 'us' })).toEqual(scoreOn(swapped(list), on, { party: 'ru' }))
        expect(scoreOn(list, on)).toEqual(scoreOn(swapped(list), on))
      }),
    )
  })

  it('are the Peace Accords Matrix arithmetic: strict never above lenient, and a theme is what is in it', () => {
    fc.assert(
      fc.property(lists, day, (list, on) => {
        const { lenient, strict, points, present } = scoreOn(list, on)
        const levels = list.flatMap(({ codings }) => codings.filter(({ asOf }) => asOf <= on).at(-1) ?? [])
        expect(present).toBe(levels.length)
        expect(points).toBe(levels.reduce((sum, { level }) => sum + level, 0))
        if (strict !== null && lenient !== null) expect(strict).toBeLessThanOrEqual(lenient)
        const themes = (['forces', 'justice'] as const).map((theme) => scoreOn(list, on, { theme }))
        expect(themes.reduce((sum, each) => sum + each.points, 0)).toBe(points)
      }),
    )
  })

  it('change on no other day than those that are given', () => {
    fc.assert(
      fc.property(lists, day, (list, on) => {
        const last = daysOfChange(list).findLast((each) => each <= on)
        if (last !== undefined) expect(scoreOn(list, on)).toEqual(scoreOn(list, last))
      }),
    )
  })
})

it('two steps of a list that wait for each other are found', () => {
  const step = (object: string, other: string): Listed => ({
    ...{ object, codings: [] },
    terms: {
      ...{ name: { en: object }, bound: ['us'], due: { kind: 'none' }, theme: 'forces' },
      conditions: [{ before: 'begin', of: { stipulation: other, event: 'done' } }],
    },
  })
  const sequence = sequenceOf(inOrder([step('one', 'two'), step('two', 'one')]))
  if (!sequence.ok) throw new Error(sequence.refusal.code)
  expect(sequence.value.findings.map(({ code }) => code)).toContain('waits-in-circle')
})
