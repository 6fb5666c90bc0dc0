import { expect, test } from 'vitest'
import type { Member } from '#domain/parties/member.ts'
import type { Post } from '#domain/parties/organisation.ts'
import { layTree } from './tree.ts'

const post = (id: string, ...under: readonly Post[]): Post => ({ member: { id } as Member, under })

test('a head stands in the middle of those who report to them, one column before', () => {
  const { columns, rows, placed } = layTree([post('head', post('deputy', post('a'), post('b')), post('c'))])
  expect([columns, rows]).toEqual([3, 3])
  const at = Object.fromEntries(placed.map(({ member, column, row }) => [member.id, [column, row]]))
  expect(at).toEqual({ head: [0, 1.25], deputy: [1, 0.5], a: [2, 0], b: [2, 1], c: [1, 2] })
  expect(placed.find(({ member }) => member.id === 'a')?.above).toEqual({ column: 1, row: 0.5 })
  expect(placed.find(({ member }) => member.id === 'head')?.above).toBeNull()
})

test('no two stand in one place', () => {
  const { placed } = layTree([post('x', post('y', post('z'))), post('u'), post('v', post('w'), post('q'))])
  expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(placed.length)
})
