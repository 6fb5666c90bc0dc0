import { expect, test } from 'vitest'
import type { Cosigner } from '#contract/record.ts'
import { standingOf } from './standing.ts'

const at = '2026-11-24T14:00:00.000Z'
const seats = [
  { key: 'us', kind: 'party' },
  { key: 'ru', kind: 'party' },
  { key: 'mediator', kind: 'mediator' },
  { key: 'un', kind: 'observer' },
] as const
const cosigner = (seat: string, trouble: string | null = null): Cosigner => ({
  seat,
  key: `witness.example/${seat}`,
  place: null,
  size: 41,
  at,
  missingSince: trouble === null ? null : at,
  trouble,
})
const vouched = { note: 'note', size: 41, at }
const standing = (...witnesses: Cosigner[]) => standingOf({ witnesses, vouched }, seats)
const seatsOf = (some: readonly Cosigner[]) => some.map(({ seat }) => seat)

test('with every witness there is nothing to say but what they vouched for', () => {
  expect(standing(cosigner('us'), cosigner('ru'), cosigner('mediator'))).toEqual({
    alarmed: [],
    missing: [],
    unnamed: [],
    vouched: { size: 41, at },
  })
})

test('a witness that does not cosign is missing, one that has seen another log raises an alarm', () => {
  const { missing, alarmed } = standing(
    cosigner('us', 'silent'),
    cosigner('ru', 'other-history'),
    cosigner('mediator', 'longer-history'),
  )
  expect([seatsOf(missing), seatsOf(alarmed)]).toEqual([['us'], ['ru', 'mediator']])
})

test('a witness that knows the log by another key raises an alarm, one whose clock is wrong is missing', () => {
  const { missing, alarmed } = standing(cosigner('us', 'other-key'), cosigner('ru', 'clock'))
  expect([seatsOf(missing), seatsOf(alarmed)]).toEqual([['ru'], ['us']])
})

test('parties and the mediator are expected to name witnesses, and nobody else is', () => {
  expect(standing(cosigner('ru')).unnamed).toEqual(['us', 'mediator'])
  expect(standing().unnamed).toEqual(['us', 'ru', 'mediator'])
})

test('before all have vouched once there is nothing they vouched for', () => {
  expect(standingOf({ witnesses: [cosigner('us')], vouched: null }, seats).vouched).toBeNull()
})
