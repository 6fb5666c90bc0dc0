import { expect, test } from 'vitest'
import { orderOfSeats } from './seats.ts'

const exercise = {
  parties: ['a', 'b', 'c'].map((key) => ({ key, short: { en: key }, hue: key })),
  seats: ['b', undefined, 'a', 'c'].map((party, place) => ({
    seat: `seat-${place}`,
    kind: party ? 'party' : 'mediator',
    ...(party ? { party } : {}),
    name: { en: 'x' },
    members: [],
  })),
}
const sidesOn = (day: string) =>
  orderOfSeats(exercise, `${day}T12:00:00Z`)
    .sides.map(({ party }) => party)
    .join('')

test('each side comes first as often as the others, and nobody is left out', () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map(sidesOn)
  expect(days.map((order) => order[0]).toSorted()).toEqual(['a', 'b', 'c'])
  for (const order of days) expect([...order].toSorted().join('')).toBe('abc')
})

test('whoever is no side comes after the sides', () => {
  expect(orderOfSeats(exercise, '2026-11-22T12:00:00Z').others.map(({ seat }) => seat)).toEqual(['seat-1'])
})
