import { expect, test } from 'vitest'
import type { Agenda } from './agenda.ts'
import { optionName, packageWords, tradeWords } from './trade-words.ts'

const both = (en: string, ru: string) => ({ en, ru })
const agenda: Agenda = {
  baskets: [],
  constraints: [],
  issues: [
    {
      id: 'duty',
      name: both('Duty to notify', 'Обязанность уведомлять'),
      options: [
        { id: 'shall', name: both('shall notify', 'уведомляет') },
        { id: 'should', name: both('should notify', 'стремится уведомлять') },
      ],
    },
    {
      id: 'hours',
      name: both('Notice', 'Срок'),
      options: [],
      range: { from: 24, to: 72, unit: both('hours', 'часов') },
    },
  ],
}

test('a trade is told issue by issue in each language: what would stand, and instead of what', () => {
  const [from, to] = [
    { duty: 'should', hours: '24' },
    { duty: 'shall', hours: '72' },
  ]
  expect(tradeWords(agenda, from, to, 'en')).toEqual([
    'On “Duty to notify”: “shall notify” instead of “should notify”.',
    'On “Notice”: “72 hours” instead of “24 hours”.',
  ])
  expect(tradeWords(agenda, from, to, 'ru')).toEqual([
    'По вопросу «Обязанность уведомлять»: «уведомляет» вместо «стремится уведомлять».',
    'По вопросу «Срок»: «72 часов» вместо «24 часов».',
  ])
})

test('what does not change is not told; what had no option before is told without one', () => {
  const from = { duty: 'shall' }
  expect(tradeWords(agenda, from, { duty: 'shall', hours: '48' }, 'en')).toEqual(['On “Notice”: “48 hours”.'])
  expect(tradeWords(agenda, from, { duty: 'nothing of the agenda' }, 'en')).toEqual([])
})

test('a package is told in the order of the agenda, also in a language without sentences of its own', () => {
  const chosen = { hours: '24', duty: 'shall' }
  expect(packageWords(agenda, chosen, 'en')).toEqual([
    'On “Duty to notify”: “shall notify”.',
    'On “Notice”: “24 hours”.',
  ])
  expect(packageWords(agenda, chosen, 'fr')).toEqual(['Duty to notify: shall notify.', 'Notice: 24 hours.'])
  expect(optionName(agenda, 'hours', '30', 'ru')).toBe('30 часов')
})
