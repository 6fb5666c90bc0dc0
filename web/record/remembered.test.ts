import { expect, test } from 'vitest'
import { rememberedIn } from './remembered.ts'

const head = { policyFile: 'log a\n', note: 'a\n1\n', at: '2026-11-24T14:00:00.000Z' }

test('a head that was kept is read back', () => {
  expect(rememberedIn(JSON.stringify(head))).toEqual(head)
})

test('what is not a head is no memory', () => {
  const { at, ...part } = head
  for (const kept of [
    null,
    '',
    'null',
    '7',
    '{',
    '[]',
    JSON.stringify(part),
    JSON.stringify({ ...head, at: 1 }),
  ])
    expect(rememberedIn(kept), String(kept)).toBeUndefined()
  expect(at).toBe(head.at)
})
