/** What must hold of the changes between two states of a text. */
import { expect, it } from 'vitest'
import { newClause } from '#domain/text/clause.ts'
import { changesBetween, countChanges, isChanged } from './changes.ts'

const clause = (id: string, order: string, en: string) =>
  newClause({ id, order, kind: 'operative', passage: { en: [en] } })
const by = { seat: 'us', member: 'm' }

it('tells words, places and how clauses stand, and is silent about the rest', () => {
  const [a, b, c, d] = [
    clause('a', 'B', 'The Parties shall meet.'),
    clause('b', 'D', 'Each Party shall notify the other.'),
    clause('c', 'F', 'Nothing limits navigation.'),
    clause('d', 'H', 'The direct line shall be tested.'),
  ]
  const agreed = ['us', 'ru'].map((party) => ({
    party,
    by,
    at: '2026-11-24T14:00:00.000Z',
    degree: 'ad-referendum' as const,
    wording: 1,
    under: [],
    subjectToConformity: false,
  }))
  const later = [
    { ...a, order: 'G', wording: 2 },
    { ...b, wording: 2, passage: { en: ['Each Party should notify the other.'] } },
    { ...c, agreements: agreed },
    d,
    clause('e', 'J', 'An expert group shall be set up.'),
  ]
  const changes = changesBetween([a, b, c, d], later, ['en'], ['us', 'ru'])
  expect(
    changes.filter(isChanged).map(({ after, what, moved, statuses }) => [after, what, moved, statuses.after]),
  ).toEqual([
    ['b', 'changed', false, 'clean'],
    ['c', 'same', false, 'ad-referendum'],
    ['a', 'same', true, 'clean'],
    ['e', 'added', false, 'clean'],
  ])
  expect(countChanges(changes)).toEqual({ changed: 1, added: 1, removed: 0, moved: 1 })
  expect(changesBetween(later, later, ['en'], ['us', 'ru']).filter(isChanged)).toEqual([])
})

it('tells a new reservation, though no word has changed', () => {
  const a = clause('a', 'B', 'The Parties shall meet.')
  const reserved = {
    ...a,
    reservations: [{ id: 'r', party: 'ru', by, at: '', words: { en: 'We reserve.' } }],
  }
  expect(
    changesBetween([a], [reserved], ['en'], ['us', 'ru'])
      .filter(isChanged)
      .map((each) => each.reserved),
  ).toEqual([['ru']])
})
