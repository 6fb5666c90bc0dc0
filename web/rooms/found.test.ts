import { expect, test } from 'vitest'
import { byRoom } from './found.ts'

test('what was found stands by room, rooms and findings in the order they came', () => {
  const found = (['b', 'a', 'b'] as const).map((room, place) => ({
    room,
    kind: 'message',
    object: String(place),
    at: '2026-11-22T10:00:00Z',
    language: 'en',
    excerpt: 'x',
  }))
  expect(byRoom(found).map(([room, all]) => [room, ...all.map(({ object }) => object)])).toEqual([
    ['b', '0', '2'],
    ['a', '1'],
  ])
})
