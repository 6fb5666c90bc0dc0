import { expect, test } from 'vitest'
import type { Conveyance } from '#domain/rooms/conveyance.ts'
import { counterpart, roomsOfCounterparts } from './counterpart.ts'

const note = (from: string, object: string, to: string, became: string): Conveyance => ({
  from: { room: from, kind: 'message', object },
  to: { room: to, kind: 'message', object: became },
  as: 'paraphrase',
  at: '2026-11-22T10:00:00Z',
})
const notes = [note('ru', 'question', 'us', 'asked'), note('ru', 'question', 'plenary', 'said')]

test('an answer in one channel finds the question it came from in the other', () => {
  expect(counterpart(notes, 'us', 'asked', 'ru')).toBe('question')
})

test('what was carried away finds what it became, in each room it went to', () => {
  expect(counterpart(notes, 'ru', 'question', 'us')).toBe('asked')
  expect(counterpart(notes, 'ru', 'question', 'plenary')).toBe('said')
  expect(roomsOfCounterparts(notes, 'ru', 'question')).toEqual(['us', 'plenary'])
})

test('what was never carried has no counterpart anywhere', () => {
  expect(counterpart(notes, 'us', 'question', 'ru')).toBeUndefined()
  expect(counterpart(notes, 'us', 'asked', 'plenary')).toBeUndefined()
  expect(roomsOfCounterparts(notes, 'us', 'other')).toEqual([])
})
