import { expect, test } from 'vitest'
import type { RoomObject } from '#contract/rooms.ts'
import { firstNew, threadsOf } from './threads.ts'

const message = (object: string, first: number, answers?: string): RoomObject => ({
  kind: 'message',
  object,
  revision: 1,
  first,
  state: {
    original: 'en',
    words: { en: object },
    translations: [],
    nature: answers ? 'answer' : 'statement',
    author: { seat: 'us', member: 'm' },
    at: '2026-11-22T10:00:00Z',
    carried: [],
    ...(answers ? { answers } : {}),
  },
})

const shape = (objects: readonly RoomObject[]) =>
  threadsOf(objects).map(({ opening, answers }) => [opening.object, ...answers.map(({ object }) => object)])

test('answers stand under their question, everything else in the order in which it was said', () => {
  expect(
    shape([message('c', 5), message('a2', 6, 'q'), message('q', 1), message('a1', 3, 'q'), message('b', 2)]),
  ).toEqual([['q', 'a1', 'a2'], ['b'], ['c']])
})

test('an answer whose question is not in the room stands by itself', () => {
  expect(shape([message('a', 1, 'elsewhere')])).toEqual([['a']])
})

test('nothing is shown twice and nothing is left out', () => {
  const objects = [message('q', 0), message('a', 1, 'q'), message('b', 2), message('c', 3, 'b')]
  expect(shape(objects).flat().toSorted()).toEqual(['a', 'b', 'c', 'q'])
})

test('what is new begins with the first thread in which something was said after the last reading', () => {
  const threads = threadsOf([message('q', 0), message('b', 2), message('a', 4, 'q'), message('c', 5)])
  expect(firstNew(threads, 4)).toBe('q')
  expect(firstNew(threads, 5)).toBe('c')
  expect(firstNew(threads, 6)).toBeUndefined()
  expect(firstNew(threads, 0)).toBeUndefined()
})
