import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blurPlace, blurTime, placePrecisions, timePrecisions } from './blur.ts'

const place = fc.record({
  latitude: fc.integer({ min: -89_999_999, max: 89_999_999 }).map((n) => n / 1_000_000),
  longitude: fc.integer({ min: -179_999_999, max: 179_999_999 }).map((n) => n / 1_000_000),
})
const edges = (middle: number, cell: number) => [
  Math.round((middle - cell / 2) * 1_000_000),
  Math.round((middle + cell / 2) * 1_000_000),
]

describe('a place that is told less exactly', () => {
  it('lies in its cell, and every finer cell lies in the coarser one', () => {
    fc.assert(
      fc.property(place, (point) => {
        let [south, north] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
        for (const precision of placePrecisions.toReversed()) {
          const { latitude, cell = 0 } = blurPlace(point, precision)
          const [least = 0, most = 0] = edges(latitude, cell)
          const at = Math.round(point.latitude * 1_000_000)
          expect(least <= at && at <= most).toBe(true)
          expect(least >= south && most <= north).toBe(true)
          ;[south, north] = [least, most]
        }
      }),
    )
  })

  it('cannot be told from another place of its cell', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('0.01', '0.1', '1'), (point, precision) => {
        const told = blurPlace(point, precision)
        expect(blurPlace({ latitude: told.latitude, longitude: told.longitude }, precision)).toEqual(told)
      }),
    )
  })
})

describe('a time that is told less exactly', () => {
  const moment = fc
    .date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString())

  it('holds the time, and every finer span lies in the coarser one', () => {
    fc.assert(
      fc.property(moment, fc.nat(40 * 86_400_000), (from, length) => {
        const span = { from, to: new Date(Date.parse(from) + length).toISOString() }
        let outer = { from: '0000', to: '9999' }
        for (const precision of timePrecisions.toReversed()) {
          const told = blurTime(span, precision)
          expect(told.from <= span.from && span.to <= told.to).toBe(true)
          expect(outer.from <= told.from && told.to <= outer.to).toBe(true)
          outer = told
        }
      }),
    )
  })
})
