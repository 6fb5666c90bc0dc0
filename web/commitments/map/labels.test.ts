/** Names on a map: each once, inside the sheet, none over another; and what has room is told. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeLabels } from './labels.ts'

const wanted = fc
  .record({
    name: fc.constantFrom(
      'Black Sea',
      'Чёрное море',
      'Sea of Japan / East Sea',
      'Японское / Восточное море',
      'X',
    ),
    x: fc.double({ min: -50, max: 950, noNaN: true }),
    top: fc.double({ min: -50, max: 560, noNaN: true }),
  })
  .map((each) => ({ ...each, bottom: each.top + 14 }))

it('no name lies over another, leaves the sheet or stands twice', () => {
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 12 }), fc.constantFrom(13, 26), (all, size) => {
      const placed = placeLabels(all, { width: 900, height: 520, size })
      const boxes = placed.map(({ name, x, y }) => {
        const half = (name.length * 0.6 * size) / 2
        return { left: x - half, right: x + half, top: y - size, bottom: y }
      })
      for (const [place, box] of boxes.entries()) {
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(900)
        expect(box.bottom).toBeLessThanOrEqual(520)
        for (const other of boxes.slice(place + 1))
          expect(
            box.right < other.left ||
              other.right < box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top,
          ).toBe(true)
      }
      expect(new Set(placed.map(({ name }) => name)).size).toBe(placed.length)
    }),
  )
})

it('a name whose place above is taken stands below, and one without room is left out', () => {
  const at = (name: string, x: number) => ({ name, x, top: 200, bottom: 214 })
  const sheet = { width: 900, height: 520, size: 13 }
  expect(placeLabels([at('Black Sea', 300), at('Crimea', 310), at('Odesa', 305)], sheet)).toEqual([
    { name: 'Black Sea', x: 300, y: 195 },
    { name: 'Crimea', x: 310, y: 232 },
  ])
})
