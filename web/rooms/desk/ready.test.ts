import { expect, test } from 'vitest'
import type { RoomView } from '#contract/rooms.ts'
import type { Conveyance } from '#domain/rooms/conveyance.ts'
import type { MessageObject } from '../threads.ts'
import { deskOrder, destinations, firstManner, linksThere } from './ready.ts'

type State = MessageObject['state']
const at = '2026-11-22T10:00:00Z'
const message = (object: string, first: number, state: Partial<State> = {}): MessageObject => ({
  kind: 'message',
  object,
  revision: 1,
  first,
  state: {
    original: 'en',
    words: { en: object },
    translations: [],
    nature: 'statement',
    author: { seat: 'us', member: 'm' },
    at,
    carried: [],
    ...state,
  },
})
const names = (objects: RoomView['objects']) => objects.map(({ object }) => object)

test('what waits comes oldest first; the rest newest first; what may never go does not wait', () => {
  const objects = [
    message('late', 9, { use: 'verbatim' }),
    message('early', 1, { use: 'paraphrase' }),
    message('confidence', 2, { use: 'mediator-only' }),
    message('gone', 3, { use: 'verbatim', carried: [{ at, as: 'verbatim', to: { kind: 'plenary' } }] }),
    message('taken-back', 4, { use: 'verbatim', withdrawnAt: at }),
  ]
  const { waiting, rest } = deskOrder(objects)
  expect(names(waiting)).toEqual(['early', 'late'])
  expect(names(rest)).toEqual(['taken-back', 'gone', 'confidence'])
})

test('words go to other channels, the plenary and working groups, and to no other room', () => {
  const kinds = ['plenary', 'caucus', 'channel', 'working-group', 'office', 'gallery'] as const
  const rooms = kinds.map((kind) => ({ id: kind, kind }))
  expect(destinations(rooms, 'channel').map(({ id }) => id)).toEqual(['plenary', 'working-group'])
})

test('the manner offered first is never more open than the sender allows', () => {
  expect(firstManner('verbatim')).toBe('verbatim')
  expect(firstManner('paraphrase')).toBe('paraphrase')
  expect(firstManner('as-mediator')).toBe('as-mediator')
})

test('an answer finds the question it came from, where it came from, and nowhere else', () => {
  const notes: readonly Conveyance[] = [
    {
      from: { room: 'ru', kind: 'message', object: 'question' },
      to: { room: 'us', kind: 'message', object: 'asked' },
      as: 'verbatim',
      at,
    },
  ]
  const answer = message('answer', 5, { nature: 'answer', answers: 'asked' })
  expect(linksThere(answer, notes, 'us', 'ru')).toEqual({ answers: 'question' })
  expect(linksThere(answer, notes, 'us', 'plenary')).toEqual({})
  const remark = message('remark', 6, { about: { object: 'asked', clause: 'para_2' } })
  expect(linksThere(remark, notes, 'us', 'ru')).toEqual({ about: { object: 'question', clause: 'para_2' } })
})
