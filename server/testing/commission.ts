/** A short history before the joint commission, for tests: a stipulation, a report, what a mission told, a case. */
import { randomUUID } from 'node:crypto'
import { seed } from './clauses.ts'

const both = (en: string, ru: string) => ({ en, ru })

/** The ids of what is made. */
export const made = {
  stipulation: randomUUID(),
  report: randomUUID(),
  incident: randomUUID(),
  denial: randomUUID(),
  case: randomUUID(),
  remedy: randomUUID(),
  periodic: randomUUID(),
} as const

/** Words that stay in the mission's room; they must be read nowhere else. */
export const unspoken = both('Near the old quarry, by a driver.', 'У старого карьера, со слов водителя.')

const when = { from: '2026-01-02T10:11:00.000Z', to: '2026-01-02T10:13:00.000Z' }
const at = (latitude: number, longitude: number) => ({
  names: [both('Old Quarry', 'Старый карьер')],
  latitude,
  longitude,
})
const told = (place: string, name: { en: string; ru: string }, what: { en: string; ru: string }) => ({
  ...{ place, time: 'day', name, what },
})
const recorded = (place: object) => ({ place, when, what: unspoken, stipulations: [] })
const disputed = both('Sosnovka / Pine Hill', 'Сосновка / Пайн-Хилл')
const terms = {
  ...{ name: both('Lists of forces', 'Списки войск'), what: both('Exchange lists.', 'Обменяться списками.') },
  ...{ bound: ['us', 'ru'], beneficiary: [], due: { kind: 'date', date: '2027-12-31' }, conditions: [] },
  ...{ verification: [{ means: 'self-report' }], theme: 'forces', tags: [], codes: [] },
}

/** One act: who does it, in which room, its kind, object and base, and what it says. */
export type Step = readonly [
  member: string,
  room: string,
  kind: string,
  object: string,
  base: number | null,
  payload: unknown,
]

/** The history up to the notice of the case; `plenary` is the id of that room, `day` a day (`YYYY-MM-DD`) to reply by. */
export const history = (plenary: string, day: string): readonly Step[] => [
  [
    ...(['mediator-head', 'plenary', 'text.open', 'text', 0] as const),
    {
      title: both('Understanding', 'Договорённость'),
      clauses: [seed('c1', 'F', 'The Parties shall exchange lists.', 'Стороны обмениваются списками.')],
    },
  ],
  [
    ...(['mediator-head', 'plenary', 'stipulation.enter', made.stipulation, 0] as const),
    {
      quote: { clause: 'c1', wording: 1, words: both('exchange lists', 'обмениваются списками') },
      terms,
    },
  ],
  [
    ...(['us-head', 'plenary', 'report.make', made.report, 0] as const),
    {
      ...{ form: 'declaration', stipulations: [made.stipulation], dueBy: '2026-01-01' },
      words: both('=1+1 lists are ready.', 'Списки готовы, "да".'),
      figures: [{ what: both('Lists', 'Списки'), count: { least: 3, most: 4 } }],
    },
  ],
  [
    ...(['verifier', 'mission', 'incident.record', made.incident, 0] as const),
    { ...recorded(at(48.512345, 37.498765)), kind: 'firing', casualties: { least: 0, most: 2 } },
  ],
  [
    ...(['verifier-head', 'mission', 'incident.release', made.incident, 1] as const),
    { to: plenary, ...told('0.1', disputed, both('Shots were heard.', 'Слышны выстрелы.')) },
  ],
  [
    ...(['verifier', 'mission', 'denial.record', made.denial, 0] as const),
    { ...recorded(at(48.71, 37.92)), controls: 'ru', by: both('A patrol', 'Патруль') },
  ],
  [
    ...(['verifier-head', 'mission', 'denial.release', made.denial, 1] as const),
    {
      ...told('1', both('The valley', 'Долина'), both('The road was closed.', 'Дорога была закрыта.')),
      to: plenary,
    },
  ],
  [
    ...(['us-head', 'plenary', 'case.notify', made.case, 0] as const),
    {
      ...{ stipulations: [made.stipulation], against: 'ru', replyBy: day },
      ...{ title: both('Lists not complete', 'Списки неполны') },
      words: both('Two units are missing.', 'Не хватает двух частей.'),
    },
  ],
]

/** A periodic report over these days. */
export const issued = (from: string, to: string): Step => [
  ...(['verifier-head', 'plenary', 'monitoring-report.issue', made.periodic, 0] as const),
  { from, to, remarks: both('The period was quiet.', 'Период был спокойным.') },
]
