/** What must hold of rows: one act gives one new row, and every other is the very same object. */
import { expect, it } from 'vitest'
import type { TextView } from '#contract/text-views.ts'
import { newClause } from '#domain/text/clause.ts'
import { mergeText } from './merge.ts'
import { linesOf, shareRows } from './row.ts'
import { rowsOf } from './rows.ts'

const clause = (id: string, order: string, en: string, parent: string | null = null) =>
  newClause({ id, order, parent, kind: 'operative', passage: { en: [en], ru: [en] } })

const view = (clauses: TextView['clauses'], since = 0): TextView => ({
  room: 'r',
  size: 9,
  since,
  text: { title: {}, openedAt: '', packages: [], versions: [] },
  clauses,
  proposals: [],
  stances: [],
  attributions: [],
  read: 0,
  unread: [],
})

const rows = (of: TextView) => rowsOf(of, ['en', 'ru'], ['us', 'ru']).rows

it('an act on one clause leaves every other row the same object', () => {
  const before = view([clause('a', 'B', 'One.'), clause('b', 'D', 'Two.'), clause('c', 'F', 'Three.', 'a')])
  const first = rows(before)
  const later = mergeText(before, view([{ ...clause('b', 'D', 'Two, other.'), wording: 2 }], 5))
  const shared = shareRows(first, rows(later))
  expect(shared.map((row) => first.includes(row))).toEqual([true, true, false])
  expect(shared[2]?.clause.passage.en).toEqual(['Two, other.'])
  expect(shareRows(first, rows(before))).toBe(first)
})

it('a clause that changes above draws those that hang on it again, and a move renumbers its neighbours', () => {
  const before = view([clause('a', 'B', 'One.'), clause('b', 'D', 'Two.'), clause('c', 'F', 'Three.', 'a')])
  const first = rows(before)
  const reworded = mergeText(before, view([{ ...clause('a', 'B', 'One, other.'), wording: 2 }], 5))
  expect(shareRows(first, rows(reworded)).map((row) => first.includes(row))).toEqual([false, false, true])
  const moved = mergeText(before, view([{ ...clause('a', 'H', 'One.'), wording: 2 }], 5))
  expect(shareRows(first, rows(moved)).map(({ clause: { id }, number }) => [id, number.en])).toEqual([
    ['b', '1.'],
    ['a', '2.'],
    ['c', '1.'],
  ])
})

it('a row is taken to be higher the more there is in it', () => {
  expect(linesOf(clause('a', 'B', ''))).toBe(1)
  expect(linesOf(clause('a', 'B', 'x'.repeat(400)))).toBe(10)
})
