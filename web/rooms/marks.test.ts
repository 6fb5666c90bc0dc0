import { expect, test } from 'vitest'
import type { RoomView } from '#contract/rooms.ts'
import { contentOf, isBehind, seenBy } from './marks.ts'

const at = '2026-11-22T10:00:00Z'
const mark = (member: string, seat: string, delivered: number, read: number) => ({
  member,
  marks: { seat, delivered, read, at },
})
const pause = (object: string, first: number, revision = 1): RoomView['objects'][number] => ({
  kind: 'pause',
  object,
  revision,
  first,
  state: { original: 'en', words: { en: 'x' }, translations: [], author: { seat: 'us', member: 'm' }, at },
})
const room = { id: 'r', key: 'r', kind: 'channel', name: {}, seats: ['us', 'mediator'] } as const
const view = (objects: RoomView['objects'], marks: RoomView['marks']): RoomView => ({
  room,
  size: 10,
  objects,
  marks,
  due: {},
  at,
})

test('a place is read by a seat when one of its members has read past it', () => {
  const marks = [mark('a', 'mediator', 6, 3), mark('b', 'mediator', 8, 6), mark('c', 'us', 9, 9)]
  expect(seenBy(view([], marks), 5, 'us')).toEqual({ read: ['mediator'], delivered: [] })
  expect(seenBy(view([], marks), 6, 'us')).toEqual({ read: [], delivered: ['mediator'] })
  expect(seenBy(view([], marks), 8, 'us')).toEqual({ read: [], delivered: [] })
})

test('a mark is behind while there is an object it has not passed', () => {
  const objects = [pause('o', 4)]
  expect(isBehind(view(objects, []), 'me', null)).toBe(true)
  expect(isBehind(view(objects, [mark('me', 'us', 4, 4)]), 'me', null)).toBe(true)
  expect(isBehind(view(objects, [mark('me', 'us', 5, 5)]), 'me', null)).toBe(false)
})

test('a moved mark does not make itself move again', () => {
  const before = view([pause('o', 4)], [])
  const after = view(before.objects, [mark('me', 'us', 10, 10)])
  expect(isBehind(after, 'me', contentOf(before))).toBe(false)
  const othersRead = view(before.objects, [mark('me', 'us', 10, 10), mark('you', 'mediator', 11, 11)])
  expect(isBehind(othersRead, 'me', contentOf(before))).toBe(false)
})

test('an object that changed while the room is open moves the mark once', () => {
  const before = view([pause('o', 4)], [mark('me', 'us', 10, 10)])
  const changed = view([pause('o', 4, 2)], before.marks)
  expect(isBehind(changed, 'me', contentOf(before))).toBe(true)
  expect(isBehind(changed, 'me', contentOf(changed))).toBe(false)
})
