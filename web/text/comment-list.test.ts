/** What must hold of comments: only words about a clause, with their answers, from the rooms that were read. */
import { expect, it } from 'vitest'
import type { RoomView } from '#contract/rooms.ts'
import { commentsOf } from './comment-list.ts'

const message = (object: string, state: object) => ({
  kind: 'message' as const,
  object,
  revision: 1,
  first: 0,
  last: 0,
  state: {
    original: 'en',
    words: { en: object },
    translations: [],
    carried: [],
    nature: 'statement' as const,
    author: { seat: 'us', member: 'm' },
    at: '2026-11-24T14:00:00.000Z',
    ...state,
  },
})

const view = (id: string, objects: readonly ReturnType<typeof message>[]) =>
  ({
    room: { id, kind: 'caucus', name: {}, seats: ['us'] },
    objects,
    size: 9,
    marks: [],
  }) as unknown as RoomView

it('takes words about a clause with their answers, and leaves out what was taken back or is about something else', () => {
  const about = { object: 'text', clause: 'c7' }
  const found = commentsOf([
    view('caucus', [
      message('said', { about }),
      message('gone', { about, withdrawnAt: '2026-11-24T15:00:00.000Z' }),
      message('paper', { about: { object: 'p', clause: 'c7' } }),
      message('whole', { about: { object: 'text' } }),
    ]),
    view('channel', [
      message('asked', { about, nature: 'question' }),
      message('told', { answers: 'asked', nature: 'answer' }),
    ]),
  ])
  expect([...found.keys()]).toEqual(['c7'])
  expect(
    found
      .get('c7')
      ?.map(({ room, object, answers }) => [room.id, object, answers.map(({ words }) => words.en)]),
  ).toEqual([
    ['caucus', 'said', []],
    ['channel', 'asked', ['told']],
  ])
})
