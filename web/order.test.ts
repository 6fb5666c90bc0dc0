import { expect, test } from 'vitest'
import { byFunction } from './order.ts'

test('a seat is named head first, and those of one function keep their order', () => {
  const members = [
    { name: 'c', function: 'interpreter' },
    { name: 'b', function: 'deputy' },
    { name: 'd', function: 'interpreter' },
    { name: 'a', function: 'head' },
  ]
  expect(byFunction(members).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
})
