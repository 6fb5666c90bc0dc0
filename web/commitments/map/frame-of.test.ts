/** Places on a map: all of them in the frame, and a cell never as a point. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellOn, closer, frameAround, projectionOf } from './frame-of.ts'

const place = fc.record({
  latitude: fc.double({ min: -70, max: 70, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
  cell: fc.constantFrom(undefined, 0.01, 0.1, 1),
})

it('every place and every corner of its cell lies on the sheet', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
      const frame = frameAround(places)
      if (!frame) throw new Error('no frame')
      const projection = projectionOf(frame, 900, 520)
      for (const each of places) {
        const [x = -1, y = -1] = projection([each.longitude, each.latitude]) ?? []
        const cell = cellOn(projection, each)
        for (const [across, down] of [
          [x, y],
          ...(cell
            ? [
                [cell.x, cell.y],
                [cell.x + cell.width, cell.y + cell.height],
              ]
            : []),
        ]) {
          expect(across).toBeGreaterThanOrEqual(-1e-6)
          expect(across).toBeLessThanOrEqual(900 + 1e-6)
          expect(down).toBeGreaterThanOrEqual(-1e-6)
          expect(down).toBeLessThanOrEqual(520 + 1e-6)
        }
      }
    }),
    { numRuns: 50 },
  )
})

it('a place that was told exactly has no cell, and a blurred one has the whole of its own', () => {
  const projection = projectionOf([36, 47, 39, 50], 900, 520)
  expect(cellOn(projection, { latitude: 48.5, longitude: 37.5 })).toBeUndefined()
  const cell = cellOn(projection, { latitude: 48.55, longitude: 37.55, cell: 0.1 })
  const [x = 0, y = 0] = projection([37.55, 48.55]) ?? []
  expect(cell && cell.x < x && x < cell.x + cell.width && cell.y < y && y < cell.y + cell.height).toBe(true)
})

it('coming closer keeps the chosen place in the middle', () => {
  const [west, south, east, north] = closer([30, 40, 40, 50], 4, { latitude: 48, longitude: 37 })
  expect([(west + east) / 2, (south + north) / 2]).toEqual([37, 48])
  expect(east - west).toBeCloseTo(2.5)
})
