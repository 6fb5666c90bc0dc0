import fc from 'fast-check'
import { expect, it } from 'vitest'
import { closer, frameOf, inTime, laidOut, moved, yearsOf } from './lanes.ts'
import { anyWhen } from './testing/events.ts'
import { whenOf } from './when.ts'

const today = 22_000
const sheet = { width: 900, column: 16, most: 6, lanes: 5 }
const placed = fc
  .array(
    anyWhen.filter((when) => whenOf(when).ok),
    { minLength: 1, maxLength: 80 },
  )
  .map((all) => all.map((when, i) => ({ object: String(i), when })))

it('every event that lies in the frame has exactly one place, and nothing stands outside the picture', () => {
  fc.assert(
    fc.property(placed, fc.double({ min: 1, max: 40, noNaN: true }), (events, times) => {
      const whole = frameOf(inTime(events), today)
      if (!whole) throw new Error('no frame')
      const all = laidOut(inTime(events), whole, sheet)
      const named = [
        ...all.columns.flatMap(({ drawn, more }) => [...drawn, ...more]),
        ...all.spans.map(({ event }) => event),
        ...all.hidden,
      ].map(({ object }) => object)
      expect(named.toSorted()).toEqual(events.map(({ object }) => object).toSorted())
      const near = laidOut(inTime(events), closer(whole, times), sheet)
      for (const { x, drawn } of near.columns) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(sheet.width + sheet.column)
        expect(drawn.length).toBeLessThanOrEqual(sheet.most)
      }
      for (const { x, width, lane } of near.spans) {
        expect(x + width).toBeLessThanOrEqual(sheet.width + 1e-9)
        expect(lane).toBeLessThan(sheet.lanes)
      }
    }),
  )
})

it('no two times in one lane overlap', () => {
  fc.assert(
    fc.property(placed, (events) => {
      const frame = frameOf(inTime(events), today)
      const { spans } = laidOut(inTime(events), frame ?? { from: 0, to: 1 }, sheet)
      for (const one of spans)
        for (const other of spans)
          if (one !== other && one.lane === other.lane)
            expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
    }),
  )
})

it('comes closer around a day, moves by its own length, and marks no more years than asked for', () => {
  const frame = { from: -10_000, to: 20_000 }
  expect(closer(frame, 2, 0)).toEqual({ from: -7_500, to: 7_500 })
  expect(closer(frame, 1e6, 100)).toEqual({ from: 90, to: 110 })
  expect(moved(frame, 0.5)).toEqual({ from: 5_000, to: 35_000 })
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.integer({ min: 20, max: 40_000 }),
      (from, length) => {
        const years = yearsOf({ from, to: from + length }, 12)
        expect(years.length).toBeLessThanOrEqual(14)
        expect(years).toEqual(years.toSorted((one, other) => one - other))
      },
    ),
  )
})
