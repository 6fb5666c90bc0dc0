/** What must hold of numbered copies and numbered lines. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchesOf, copiesOf, lineNumbers } from './copies.ts'

it('copies are numbered from one, and every name has one', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (number, names) => {
      const copies = copiesOf(number, names.join('\n'))
      expect(copies.map(({ n }) => n)).toEqual(copies.map((_, i) => i + 1))
      expect(copies.length).toBeGreaterThan(0)
      const said = names
        .join('\n')
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      expect(copies.map(({ name }) => name).filter((name) => name !== '')).toEqual(said.slice(0, 500))
    }),
  )
  expect(copiesOf('12', 'Embassy').map(({ n, name }) => `${n}${name}`)).toHaveLength(12)
  expect(copiesOf('a few', '')).toHaveLength(1)
})

it('goes take every copy once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 5_000 }), (copies, clauses) => {
      const all = batchesOf(copies, clauses).flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      )
      expect(all).toEqual(Array.from({ length: copies }, (_, i) => i + 1))
    }),
  )
})

it('every fifth line has its number, wherever a clause begins', () => {
  expect(lineNumbers(4, 8, 5)).toEqual([
    { line: 5, at: 1 },
    { line: 10, at: 6 },
  ])
  expect(lineNumbers(4, 2, 1).map(({ line }) => line)).toEqual([4, 5])
  expect(lineNumbers(1, 9, 0)).toEqual([])
})
