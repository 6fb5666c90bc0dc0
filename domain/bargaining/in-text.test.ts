import { expect, test } from 'vitest'
import type { Alternative, AlternativeStatus } from '#domain/text/bracket.ts'
import { newClause } from '#domain/text/clause.ts'
import type { Agenda } from './agenda.ts'
import { clausesById, clausesChanged, differing, packageInText, standingAt, wholePackage } from './in-text.ts'

const alternative = (id: string, status: AlternativeStatus): Alternative => ({
  id,
  passage: { en: [id] },
  sponsors: [],
  supporters: [],
  status,
  base: 0,
})
const bracket = (id: string, ...alternatives: readonly Alternative[]) => ({ id, alternatives })

const clauses = clausesById([
  newClause({
    id: 'op1',
    kind: 'operative',
    passage: { en: ['The Parties shall notify.'] },
    settled: [
      {
        bracket: bracket('b1', alternative('shall', 'adopted'), alternative('should', 'not-adopted')),
        at: '2026-11-01T00:00:00.000Z',
      },
    ],
  }),
  newClause({
    id: 'op2',
    kind: 'operative',
    passage: { en: [{ bracket: 'b2' }] },
    brackets: {
      b2: bracket(
        'b2',
        alternative('h24', 'proposed'),
        alternative('h72', 'withdrawn'),
        alternative('h48', 'supported'),
      ),
    },
  }),
])

const option = (id: string, clause: string, at: string) => ({
  id,
  name: { en: id },
  closes: [{ clause, bracket: at, alternative: id }],
})
const agenda: Agenda = {
  baskets: [],
  constraints: [],
  issues: [
    {
      id: 'duty',
      name: { en: 'Duty' },
      options: [option('should', 'op1', 'b1'), option('shall', 'op1', 'b1')],
    },
    { id: 'hours', name: { en: 'Hours' }, options: [option('h24', 'op2', 'b2'), option('h48', 'op2', 'b2')] },
    { id: 'term', name: { en: 'Term' }, options: [], range: { from: 2, to: 5 } },
  ],
}

test('an alternative is adopted, open, over or gone', () => {
  const at = (clause: string, id: string, alternativeId: string) =>
    standingAt(clauses, { clause, bracket: id, alternative: alternativeId })
  expect([
    at('op1', 'b1', 'shall'),
    at('op1', 'b1', 'should'),
    at('op2', 'b2', 'h24'),
    at('op2', 'b2', 'h72'),
    at('op2', 'b2', 'nothing'),
    at('no clause', 'b2', 'h24'),
  ]).toEqual(['adopted', 'over', 'open', 'over', 'gone', 'gone'])
})

test('the text has taken an option when all its alternatives are adopted', () => {
  expect(packageInText(agenda, clauses)).toEqual({ duty: 'shall' })
})

test('a package is made whole by what is given first, then the text, then the first option', () => {
  expect(
    wholePackage(agenda, { hours: 'h48', duty: 'not on the agenda' }, packageInText(agenda, clauses)),
  ).toEqual({
    duty: 'shall',
    hours: 'h48',
    term: '2',
  })
})

test('packages differ by issue, and touch the clauses whose alternatives they change', () => {
  const from = { duty: 'shall', hours: 'h24', term: '2' }
  const to = { duty: 'shall', hours: 'h48', term: '3' }
  expect(differing(agenda, from, to)).toEqual(['hours', 'term'])
  expect(clausesChanged(agenda, clauses, from, to)).toEqual(['op2'])
})
