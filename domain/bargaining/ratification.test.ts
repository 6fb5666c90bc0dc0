import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agenda, Package, Together } from './agenda.ts'
import { type Body, narrowestVeto, passesAt } from './ratification.ts'

const name = { en: 'N' }
const option = (id: string) => ({ id, name })
const agenda: Agenda = {
  baskets: [],
  issues: [
    { id: 'hours', name, options: [], range: { from: 1, to: 3 } },
    { id: 'line', name, options: ['none', 'test'].map(option) },
    { id: 'other', name, options: ['x', 'y'].map(option) },
  ],
  constraints: [],
}
const body = (
  id: string,
  need: number,
  groups: readonly [number, Body['groups'][number]['accepts']][],
): Body => ({
  id,
  name,
  threshold: { need, of: 100 },
  groups: groups.map(([votes, accepts]) => ({ name, votes, accepts })),
})
const senate = body('senate', 67, [
  [50, {}],
  [20, { line: ['test'], hours: ['2', '3'] }],
  [10, { other: ['y'] }],
])
const given: Package = { hours: '1', line: 'test', other: 'x' }

describe('a body', () => {
  it('counts a group for a package that takes one of its options on every issue it names', () => {
    expect(passesAt(senate, given)).toEqual({ for: 50, need: 67, passes: false })
    expect(passesAt(senate, { ...given, hours: '2' })).toEqual({ for: 70, need: 67, passes: true })
    expect(passesAt(senate, { hours: '2' })).toEqual({ for: 50, need: 67, passes: false })
  })

  it('counts on no votes that no group has', () => {
    expect(passesAt(body('empty', 1, []), given)).toEqual({ for: 0, need: 1, passes: false })
  })
})

describe('the narrowest veto', () => {
  const council = body('council', 100, [[60, {}]])

  it('is of the body that misses fewest votes, with every single change that it would pass', () => {
    expect(narrowestVeto({ bodies: [council, senate] }, agenda, given)).toEqual({
      body: 'senate',
      short: 17,
      moves: [
        { issue: 'hours', option: '2' },
        { issue: 'hours', option: '3' },
      ],
    })
    expect(narrowestVeto({ bodies: [council] }, agenda, given)).toEqual({
      body: 'council',
      short: 40,
      moves: [],
    })
    expect(narrowestVeto({ bodies: [senate] }, agenda, { ...given, hours: '3' })).toBeUndefined()
    expect(narrowestVeto({ bodies: [] }, agenda, given)).toBeUndefined()
  })

  const options: Readonly<Record<string, readonly string[]>> = {
    hours: ['1', '2', '3'],
    line: ['none', 'test'],
    other: ['x', 'y'],
  }
  const accepts = fc.record(
    Object.fromEntries(Object.entries(options).map(([id, all]) => [id, fc.subarray([...all])])),
    { requiredKeys: [] },
  )
  const bodies = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.array(fc.tuple(fc.nat(30), accepts), { maxLength: 4 })),
      {
        maxLength: 4,
      },
    )
    .map((all) => all.map(([need, groups], i) => body(`b${i}`, need, groups as [number, Together][])))
  const packages = fc.record(
    Object.fromEntries(Object.entries(options).map(([id, all]) => [id, fc.constantFrom(...all)])),
  )

  it('is there exactly when some body stops the package, and its moves are all there are', () => {
    fc.assert(
      fc.property(bodies, packages, (all, chosen) => {
        const veto = narrowestVeto({ bodies: all }, agenda, chosen)
        const stopping = all.filter((each) => !passesAt(each, chosen).passes)
        expect(veto === undefined).toBe(stopping.length === 0)
        const stops = stopping.find(({ id }) => id === veto?.body)
        if (!veto || !stops) return
        expect(veto.short).toBe(
          Math.min(...stopping.map((each) => each.threshold.need - passesAt(each, chosen).for)),
        )
        const moves = Object.entries(options).flatMap(([issue, each]) =>
          each
            .filter((id) => id !== chosen[issue] && passesAt(stops, { ...chosen, [issue]: id }).passes)
            .map((id) => ({ issue, option: id })),
        )
        expect(veto.moves).toEqual(moves)
      }),
    )
  })
})
