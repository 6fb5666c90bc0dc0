import { expect, test } from 'vitest'
import { nearestTo, scaleOf, spanOf, ticksOf } from './plot.ts'

test('ticks are round figures within the span', () => {
  expect(ticksOf([130, 9_870], 5)).toEqual([2_000, 4_000, 6_000, 8_000])
  expect(ticksOf([-0.1, 1.2], 6)).toEqual([0, 0.5, 1])
})

test('a scale leads from the span to the places, also where all figures are one', () => {
  const scale = scaleOf([10, 20], [100, 0])
  expect([scale(10), scale(15), scale(20)]).toEqual([100, 50, 0])
  const [from, to] = spanOf([7, 7])
  expect(from).toBeLessThan(7)
  expect(to).toBeGreaterThan(7)
  expect(spanOf([])).toEqual([0, 1])
})

test('the nearest place is found within reach, and none beyond it', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ]
  expect(nearestTo(places, { x: 7, y: 3 })).toBe(1)
  expect(nearestTo(places, { x: 100, y: 100 })).toBe(-1)
})
