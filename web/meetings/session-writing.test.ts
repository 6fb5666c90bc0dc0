import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SessionPlan } from '#domain/meetings/session.ts'
import { emptyWriting, planOf, writingOf } from './session-writing.ts'

const languages = ['en', 'ru']
const zones = ['UTC', 'Europe/Vienna', 'America/New_York', 'Asia/Kathmandu']
const title = { en: 'A session', ru: 'Заседание' }
const minute = fc.integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2027-01-01') / 60_000 })

it('a session that is put into the form and left alone comes out as it was, but where clocks show an hour twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      minute,
      fc.integer({ min: 1, max: 719 }),
      fc.integer({ min: 0, max: 720 }),
      (zone, begin, length, before) => {
        const at = (minutes: number) => new Date(minutes * 60_000).toISOString()
        const plan: SessionPlan = {
          ...{ title, begin: at(begin), end: at(begin + length), venue: 'hall', attends: ['a'] },
          arrivals: [{ seat: 'us', entrance: 'north', at: at(begin - before) }],
          agenda: [{ title, papers: ['p'] }],
          ...{ languages, interpreters: [{ member: 'i', languages }] },
        }
        const back = planOf(writingOf('room', plan, zone), zone, languages)
        // Within a day of a change of clocks an hour may be had twice, or be left out for an arrival of the day before.
        const offset = (minutes: number) =>
          new Date(minutes * 60_000)
            .toLocaleString('en', { timeZone: zone, timeZoneName: 'longOffset' })
            .split('GMT')[1]
        fc.pre(offset(begin - 2_880) === offset(begin + 2_880))
        expect(back).toEqual(plan)
      },
    ),
  )
})

it('says what is missing', () => {
  const empty = emptyWriting('room', '2026-03-27', languages)
  const titled = { ...empty, title }
  expect(planOf(empty, 'UTC', languages)).toBe('title')
  expect(planOf({ ...titled, day: '' }, 'UTC', languages)).toBe('time')
  expect(planOf({ ...titled, day: '2026-03-29', begin: '02:30' }, 'Europe/Vienna', languages)).toBe('time')
  const item = { key: '1', title: { en: 'x' }, papers: [] }
  expect(planOf({ ...titled, agenda: [item] }, 'UTC', languages)).toBe('agenda')
  const arrival = { us: { entrance: 'north', clock: '' } }
  expect(planOf({ ...titled, arrivals: arrival }, 'UTC', languages)).toBe('arrival')
  expect(planOf({ ...titled, languages: [] }, 'UTC', languages)).toBe('language')
})
