/** What tests of bargaining put on the agenda, and the packages they speak of. */
import type { Agenda } from '#domain/bargaining/agenda.ts'

const both = (en: string, ru: string) => ({ en, ru })

/** A number and a choice of three; the shortest notice does not go with no test at all. */
export const agenda: Agenda = {
  baskets: [{ id: 'notices', name: both('Notices', 'Уведомления') }],
  issues: [
    {
      id: 'hours',
      basket: 'notices',
      name: both('Hours of notice', 'Срок уведомления'),
      options: [],
      range: { from: 24, to: 72, unit: both('hours', 'часа') },
    },
    {
      id: 'line',
      name: both('Test of the line', 'Проверка линии'),
      options: [
        { id: 'none', name: both('None', 'Нет') },
        { id: 'monthly', name: both('Monthly', 'Ежемесячно') },
        { id: 'weekly', name: both('Weekly', 'Еженедельно') },
      ],
    },
  ],
  constraints: [{ never: { hours: ['24'], line: ['none'] } }],
}

/** What a party could say of it. */
export const worth = {
  normalised: 'as-given',
  issues: {
    hours: { weight: 60, slope: { offset: 100, slope: '-25/12' } },
    line: { weight: { least: 30, most: 40 }, options: { monthly: 100, weekly: { least: 20, most: 50 } } },
  },
  interdependence: [{ together: { hours: ['24'], line: ['weekly'] }, worth: -500 }],
  redLines: [{ issue: 'line', option: 'none' }],
  constraints: [{ hours: ['72'], line: ['weekly'] }],
  reservation: 4_000,
  batna: { hours: '72', line: 'none' },
  comparisons: [{ better: { hours: '24' }, worse: { hours: '48' } }],
}

/** A body of a hundred in which sixty-seven must agree. */
export const senate = {
  id: 'senate',
  name: both('Senate', 'Сенат'),
  threshold: { need: 67, of: 100 },
  groups: [
    { name: both('For', 'За'), votes: 50, accepts: {} },
    { name: both('Perhaps', 'Возможно'), votes: 30, accepts: { line: ['monthly', 'weekly'] } },
  ],
}

/** A package in both languages. */
export const suggestion = (hours = '48') => ({
  package: { hours, line: 'monthly' },
  words: {
    original: 'en',
    words: both('Two days, and a monthly test.', 'Двое суток и ежемесячная проверка.'),
  },
})
