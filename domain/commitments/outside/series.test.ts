/** Counting outside events: every one is counted once, and what the precision leaves open is said to be open. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gedCells, gedHead, gedRows, rowOf } from '../testing/events.ts'
import type { OutsideEvent } from './event.ts'
import { readEvents } from './events.ts'
import { chosenOf, during, kilometresBetween, monthsOf, nearTo } from './series.ts'

const events: fc.Arbitrary<readonly OutsideEvent[]> = gedRows.map((made) => {
  const rows = made.map((cells, i) => rowOf(gedHead, { ...cells, id: String(i) }))
  const read = readEvents([gedHead, ...rows].map((cells, i) => ({ line: i + 1, cells })))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.events
})
const one = (place: number, radiusKm: number | null, days: OutsideEvent['days']): OutsideEvent => ({
  ...{ source: 'ucdp-ged', id: '1', days, kind: 'x', sides: [], deaths: { best: 1, low: null, high: 2 } },
  place: {
    ...{ name: gedCells.country ?? '', within: [], latitude: place, longitude: 0 },
    precision: { code: 1, area: 'point', radiusKm },
  },
})
const spring = { coded: '2031-04-05', span: 'day', from: '2031-04-01', to: '2031-04-10' } as const

describe('a distance', () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude })
  it('is what tables of the earth give, to its mean radius', () => {
    expect(kilometresBetween(at(0, 0), at(0, 180))).toBeCloseTo(20015.1, 0)
    expect(kilometresBetween(at(0, 0), at(1, 0))).toBeCloseTo(111.195, 2)
    expect(kilometresBetween(at(60, 0), at(60, 1))).toBeCloseTo(55.597, 1)
    expect(kilometresBetween(at(10, 179.5), at(10, -179.5))).toBeCloseTo(109.5, 0)
  })

  it('is the same both ways, nought only to itself, and never longer by way of a third place', () => {
    const place = fc.record({
      latitude: fc.integer({ min: -90, max: 90 }),
      longitude: fc.integer({ min: -180, max: 180 }),
    })
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 6)
        expect(kilometresBetween(a, a)).toBe(0)
        expect(kilometresBetween(a, c)).toBeLessThanOrEqual(
          kilometresBetween(a, b) + kilometresBetween(b, c) + 1e-6,
        )
      }),
    )
  })
})

describe('what is near, and what was then', () => {
  it('is inside only if the whole of what is open lies inside, and outside only if none of it does', () => {
    const circle = { latitude: 0, longitude: 0, km: 50 }
    const near = (place: number, radius: number | null) => nearTo(one(place, radius, spring), circle)
    expect([near(0.4, 0), near(0.5, 0), near(0.2, 25), near(0.4, 25), near(0.7, 25), near(0, null)]).toEqual([
      ...['inside', 'outside', 'inside', 'open', 'outside', 'open'],
    ])
    const then = (from: string, to: string) => during(one(0, 0, spring), { from, to })
    expect(then('2031-04-01', '2031-04-10')).toBe('inside')
    expect(then('2031-04-02', '2031-04-30')).toBe('open')
    expect(then('2031-04-11', '2031-04-30')).toBe('outside')
  })

  it('never grows by asking for less', () => {
    const asked = fc.record({
      km: fc.integer({ min: 0, max: 20_000 }),
      latitude: fc.nat(90),
      day: fc.nat(4_000),
    })
    fc.assert(
      fc.property(events, asked, (all, { km, latitude, day }) => {
        const from = new Date((20_000 + day) * 86_400_000).toISOString().slice(0, 10)
        const circle = { latitude, longitude: 0, km }
        const wide = chosenOf(all, { near: { ...circle, km: km + 500 }, period: { from, to: '9999-12-31' } })
        const narrow = chosenOf(all, { near: circle, period: { from, to: '9999-12-31' } })
        const may = [...wide.inside, ...wide.open]
        for (const event of narrow.inside) expect(wide.inside).toContain(event)
        for (const event of narrow.open) expect(may).toContain(event)
        expect(chosenOf(all, {})).toEqual({ inside: all, open: [] })
      }),
    )
  })
})

describe('months', () => {
  it('count every event once, are in order and without a gap', () => {
    fc.assert(
      fc.property(events, (all) => {
        const months = monthsOf(all)
        const total = (of: (month: (typeof months)[number]) => number) =>
          months.reduce((sum, month) => sum + of(month), 0)
        expect(total((month) => month.events)).toBe(all.length)
        expect(total((month) => month.best)).toBe(all.reduce((sum, { deaths }) => sum + deaths.best, 0))
        for (const { kinds, events: count, low, high, best } of months) {
          expect(Object.values(kinds).reduce((sum, each) => sum + each, 0)).toBe(count)
          expect(low).toBeLessThanOrEqual(best)
          expect(high).toBeGreaterThanOrEqual(best)
        }
        const numbers = months.map(({ month }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)))
        for (const [i, number] of numbers.entries()) if (i > 0) expect(number - (numbers[i - 1] ?? 0)).toBe(1)
      }),
    )
  })

  it('have no lowest number of dead where a source gives none', () => {
    expect(monthsOf([one(0, 0, spring)])).toEqual([
      { month: '2031-04', events: 1, kinds: { x: 1 }, best: 1, low: null, high: 2 },
    ])
    expect(monthsOf([])).toEqual([])
  })
})
