import { expect, it } from 'vitest'
import { smallProcess } from '../../server/testing/process.ts'
import type { Member } from '../parties/member.ts'
import { seatingOf } from './seating.ts'
import { daysOf, laterDay, mondayOf } from './week.ts'

const people = smallProcess.members.map(
  ({ key, visibleIn: _, ...card }) => ({ ...card, id: key, visibility: 'table' }) as Member,
)
const at = (...keys: readonly string[]) => people.filter(({ id }) => keys.includes(id))
const seats = (day: string) =>
  seatingOf(
    smallProcess,
    at('us-head', 'ru-head', 'mediator-head', 'observer'),
    `2026-11-${day}T10:00:00.000Z`,
  ).map(({ seat }) => seat)

it('the sides alternate from day to day, and the other seats follow', () => {
  const [first, second] = [seats('23'), seats('24')]
  expect(first.slice(0, 2)).toEqual(second.slice(0, 2).toReversed())
  expect(seats('25')).toEqual(first)
  expect(first.slice(2)).toEqual(['mediator', 'observer'])
})

it('the head sits in the middle, the others by function to the right and left; nobody who does not attend', () => {
  const [bench] = seatingOf(
    smallProcess,
    at('us-head', 'us-secretary', 'us-interpreter', 'us-legislator', 'us-unseen'),
    '2026-11-23T10:00:00.000Z',
  )
  expect(bench?.members).toEqual(['us-legislator', 'us-interpreter', 'us-head', 'us-unseen', 'us-secretary'])
})

it('a week begins on Monday, also over the end of a year and the change of clocks', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(daysOf('2026-12-28').at(-1)).toBe('2027-01-03')
  expect(laterDay('2026-03-28', 2)).toBe('2026-03-30')
})
