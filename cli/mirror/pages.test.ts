import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Unanswered } from './line.ts'
import { pagesFrom } from './pages.ts'

const items = fc
  .uniqueArray(fc.nat(10_000), { maxLength: 60 })
  .map((numbers) => numbers.toSorted((a, b) => a - b).map((index) => ({ index })))

it('gives each item from the first index on exactly once, however it is cut and asked for', () =>
  fc.assert(
    fc.asyncProperty(
      items,
      fc.nat(10_000),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(10_000), { maxLength: 8 }),
      async (all, from, most, stops) => {
        const pages = pagesFrom(from, async (next) => all.filter(({ index }) => index >= next).slice(0, most))
        const taken: { index: number }[] = []
        for (const stop of [...stops.toSorted((a, b) => a - b), Number.POSITIVE_INFINITY]) {
          taken.push(...(await pages.takeWhile(({ index }) => index < stop)))
          expect(taken).toEqual(all.filter(({ index }) => index >= from && index < stop))
        }
      },
    ),
  ))

it('asks no further than what is wanted', async () => {
  const asked: number[] = []
  const pages = pagesFrom(0, async (from) => {
    asked.push(from)
    return [0, 1, 2, 3].map((i) => ({ index: from + i }))
  })
  await pages.takeWhile(({ index }) => index < 6)
  await pages.takeWhile(({ index }) => index < 8)
  expect(asked).toEqual([0, 4, 8])
})

it('refuses a list that goes back, which would never end', async () => {
  const pages = pagesFrom(0, async () => [{ index: 3 }, { index: 3 }])
  await expect(pages.takeWhile(() => true)).rejects.toThrow(Unanswered)
  const again = pagesFrom(0, async () => [{ index: 3 }])
  await expect(again.takeWhile(() => true)).rejects.toThrow('not in order')
})
