import { describe, expect, test } from 'vitest'
import type { Agenda } from './agenda.ts'
import { compileCase } from './compile.ts'
import type { Disclosure, Shown } from './disclosure.ts'
import { ratificationsShown, shownBy, shownCase } from './shown-case.ts'

const option = (id: string) => ({ id, name: { en: id } })
const agenda: Agenda = {
  baskets: [],
  constraints: [],
  issues: [
    { id: 'duty', name: { en: 'Duty' }, options: [option('shall'), option('should')] },
    { id: 'hours', name: { en: 'Hours' }, options: [], range: { from: 24, to: 72 } },
  ],
}
const by = { seat: 'us', member: 'm' }
const shows = (party: string, day: number, shown: Shown, withdrawnAt?: string): Disclosure => ({
  party,
  shown,
  by,
  at: `2026-11-0${day}T10:00:00.000Z`,
  ...(withdrawnAt ? { withdrawnAt } : {}),
})
const duty = (shall: number, should: number) => ({ duty: { weight: 10, options: { shall, should } } })
const hours = { hours: { weight: 5, slope: { offset: 0, slope: 1 } } }

describe('the case of what was shown', () => {
  test('takes the last word on each issue, and nothing that was taken back', () => {
    const shown = shownBy('us', [
      shows('us', 3, { issues: duty(90, 10) }),
      shows('us', 1, { issues: { ...duty(1, 2), ...hours }, reservation: 100 }),
      shows('us', 4, { issues: duty(0, 0), reservation: 7 }, '2026-11-05T10:00:00.000Z'),
      shows('ru', 5, { reservation: 5 }),
    ])
    expect(shown).toEqual({ issues: { ...duty(90, 10), ...hours }, reservation: 100 })
  })

  test('says what every party has not shown, and leaves out who has shown no worth', () => {
    const { case: made, unknown } = shownCase(
      agenda,
      ['us', 'ru', 'third'],
      [
        shows('us', 1, { issues: { ...duty(9, 1), ...hours }, reservation: 100, redLines: [] }),
        shows('ru', 1, { issues: duty(1, 9) }),
        shows('third', 1, { reservation: 3 }),
      ],
    )
    expect(made.worths.map(({ party }) => party)).toEqual(['us', 'ru'])
    expect(unknown).toEqual([
      { party: 'ru', what: 'issues', issues: ['hours'] },
      { party: 'ru', what: 'reservation', issues: [] },
      { party: 'ru', what: 'red-lines', issues: [] },
      { party: 'third', what: 'everything', issues: ['duty', 'hours'] },
    ])
    const problem = compileCase(made)
    expect(problem.ok && problem.value.sides.map(({ reservation }) => reservation)).toEqual([100n, 0n])
    expect(problem.ok && problem.value.worth[1]?.[1]?.every((worth) => worth === 0n)).toBe(true)
  })

  test('can still be computed when the agenda has moved on', () => {
    const { case: made } = shownCase(
      agenda,
      ['us', 'ru'],
      [
        shows('us', 1, {
          issues: duty(9, 1),
          redLines: [{ issue: 'gone', option: 'x' }],
          interdependence: [{ together: { duty: ['gone'] }, worth: 3 }],
          constraints: [{ hours: ['500'] }],
          batna: { duty: 'shall' },
        }),
        shows('ru', 1, { issues: { ...duty(1, 9), gone: { weight: 3 } } }),
      ],
    )
    expect(compileCase(made).ok).toBe(true)
  })
})

test('what must pass at home is there for the parties that have shown it', () => {
  const body = {
    id: 'senate',
    name: { en: 'Senate' },
    threshold: { need: 67, of: 100 },
    groups: [{ name: { en: 'All' }, votes: 100, accepts: { duty: ['shall'] } }],
  }
  const shown = ratificationsShown(agenda, ['us', 'ru'], [shows('us', 1, { bodies: [body] })])
  expect(shown).toEqual({ us: { bodies: [body] } })
})
