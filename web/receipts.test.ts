import { expect, test } from 'vitest'
import { type KeptReceipt, receiptsIn, withReceipt } from './receipts.ts'

const receipt = (index: number): KeptReceipt => ({
  room: 'plenary',
  index,
  at: '2026-11-24T14:00:00.000Z',
  receipt: `receipt/v1 ${index}`,
})
const many = Array.from({ length: 500 }, (_, i) => receipt(i))

test('a receipt is kept once, at the end', () => {
  const kept = [receipt(1), receipt(2)].reduce(withReceipt, [] as readonly KeptReceipt[])
  expect(withReceipt(kept, receipt(1))).toEqual([receipt(2), receipt(1)])
})

test('of more than five hundred the oldest go', () => {
  const kept = withReceipt(many, receipt(500))
  expect([kept.length, kept[0]?.index, kept.at(-1)?.index]).toEqual([500, 1, 500])
})

test('only what belongs to a receipt is kept of an act', () => {
  const done = { ...receipt(1), id: 'act', revision: 3 }
  expect(withReceipt([], done)).toEqual([receipt(1)])
})

test('what is kept is read back, and what is no receipt is passed over', () => {
  expect(receiptsIn(JSON.stringify(many))).toEqual(many)
  expect(receiptsIn(JSON.stringify([receipt(1), null, 7, { room: 'plenary' }]))).toEqual([receipt(1)])
  for (const broken of ['', '{', 'null', '{"room":1}', '"x"']) expect(receiptsIn(broken)).toEqual([])
})
