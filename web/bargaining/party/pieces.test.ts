import { expect, test } from 'vitest'
import { noWorth, type Worth } from '#domain/bargaining/worth.ts'
import { piecesOf, shownTogether } from './pieces.ts'

const named = (id: string) => ({ id, name: { en: id }, options: [{ id: 'a', name: { en: 'a' } }] })
const agenda = { baskets: [], issues: [named('ships'), named('tests'), named('days')], constraints: [] }
const worth: Worth = {
  ...noWorth('us'),
  issues: { ships: { weight: 60, options: { a: 100 } }, tests: { weight: 40, options: { a: 7 } } },
  reservation: 4_321,
  redLines: [
    { issue: 'ships', option: 'a' },
    { issue: 'tests', option: 'a' },
  ],
}
const body = { id: 'senate', name: { en: 'Senate' }, threshold: { need: 67, of: 100 }, groups: [] }

test('only what was entered can be shown, and what is shown holds nothing of what is kept', () => {
  const pieces = piecesOf(agenda, worth, { bodies: [body] })
  expect(pieces.map(({ key }) => key)).toEqual([
    'issue/ships',
    'issue/tests',
    'reservation',
    'red/ships/a',
    'red/tests/a',
    'body/senate',
  ])
  const some = pieces.filter(({ key }) => ['issue/ships', 'red/ships/a'].includes(key))
  expect(shownTogether(some)).toEqual({
    issues: { ships: { weight: 60, options: { a: 100 } } },
    redLines: [{ issue: 'ships', option: 'a' }],
  })
  expect(shownTogether([])).toEqual({})
})

test('all pieces together are the whole', () => {
  const { issues, reservation, redLines } = worth
  expect(shownTogether(piecesOf(agenda, worth, { bodies: [body] }))).toEqual({
    issues,
    reservation,
    redLines,
    bodies: [body],
  })
})
