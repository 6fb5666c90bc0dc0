/** The few words that a periodic monitoring report brings itself, in the languages that have them. */
import type { CaseStage } from './case.ts'
import type { FindingKind } from './finding.ts'
import type { incidentKinds } from './sighting.ts'
import type { Theme } from './terms.ts'

/** What the report says besides the words of the table. `{…}` are filled in. */
export interface PeriodicLabels {
  readonly title: string
  readonly period: string
  readonly issued: string
  readonly basis: string
  readonly remarks: string
  readonly obligations: string
  readonly obligation: string
  readonly bound: string
  readonly start: string
  readonly end: string
  readonly changes: string
  readonly reversal: string
  readonly notCoded: string
  readonly scores: string
  readonly scoresHow: string
  readonly scoreAll: string
  readonly whole: string
  readonly strict: string
  readonly lenient: string
  readonly reporting: string
  readonly reports: string
  readonly late: string
  readonly missing: string
  readonly missingOf: string
  readonly notifications: string
  readonly requested: string
  readonly concluded: string
  readonly refused: string
  readonly unanswered: string
  readonly quota: string
  readonly quotaOf: string
  readonly denials: string
  readonly denialsCount: string
  readonly incidents: string
  readonly observations: string
  readonly place: string
  readonly when: string
  readonly what: string
  readonly by: string
  readonly casualties: string
  readonly findings: string
  readonly dissent: string
  readonly cases: string
  readonly against: string
  readonly stage: string
  readonly waits: string
  readonly reply: string
  readonly remedy: string
  readonly overdue: string
  readonly dissents: string
  readonly noDissent: string
  readonly none: string
  readonly more: string
  readonly levels: readonly [string, string, string, string]
  readonly stages: Readonly<Record<CaseStage, string>>
  readonly kinds: Readonly<Record<FindingKind, string>>
  readonly incident: Readonly<Record<(typeof incidentKinds)[number], string>>
  readonly themes: Readonly<Record<Theme, string>>
}

const english: PeriodicLabels = {
  title: 'Periodic monitoring report',
  period: 'Period: {from} to {to}',
  issued: 'Issued {at} (UTC) by {by}',
  basis:
    'Worked out from what the table held when this report was issued. A record belongs to the period in which the table learnt of it.',
  remarks: 'Remarks of the mission',
  obligations: 'Obligations in force',
  obligation: 'Obligation',
  bound: 'Bound',
  start: 'At the start',
  end: 'At the end',
  changes: 'Changes in the period',
  reversal: 'reversal',
  notCoded: 'not assessed',
  scores: 'Implementation scores, in per cent',
  scoresHow:
    'Strict: over all obligations in force, one that is not assessed counts as not begun. Lenient: over the assessed ones alone.',
  scoreAll: 'All themes, at the start',
  whole: 'All themes, at the end',
  strict: '{side}: strict',
  lenient: '{side}: lenient',
  reporting: 'Reporting and inspections',
  reports: 'Reports and declarations received',
  late: 'Received late',
  missing: 'Obligations without a report that is owed',
  missingOf: 'No report from {side} in the period on: {list}',
  notifications: 'Notifications received',
  requested: 'Inspections requested of the side',
  concluded: 'Inspections carried out',
  refused: 'Inspections denied',
  unanswered: 'Requests without an answer in time',
  quota: 'Quota of inspections used in {year}',
  quotaOf: '{used} of {quota}',
  denials: 'Access denied',
  denialsCount: 'Access denied where the side controls',
  incidents: 'Incidents',
  observations: 'Observations told to the table in the period: {n}',
  place: 'Place',
  when: 'When',
  what: 'What',
  by: 'By whom',
  casualties: 'Casualties',
  findings: 'Findings released to the table',
  dissent: 'Dissent within the mission: {words}',
  cases: 'Cases before the joint commission',
  against: 'Against',
  stage: 'Stage',
  waits: 'Waits for',
  reply: 'reply by {due}',
  remedy: 'remedy by {due}',
  overdue: 'overdue',
  dissents: 'Dissent: {side}',
  noDissent: 'No dissent has been entered.',
  none: 'None in the period.',
  more: 'And {n} more, in the register.',
  levels: ['not initiated', 'minimum', 'intermediate', 'full'],
  stages: { notice: 'notice', reply: 'reply', finding: 'finding', remedy: 'remedy', closed: 'closed' },
  kinds: {
    implementation: 'Implementation',
    monitoring: 'Monitoring',
    verification: 'Verification',
    investigation: 'Investigation',
  },
  incident: {
    firing: 'firing',
    movement: 'movement',
    flight: 'flight',
    interference: 'interference',
    casualties: 'casualties',
    damage: 'damage',
    detention: 'detention',
    other: 'other',
  },
  themes: {
    ceasefire: 'Ceasefire',
    forces: 'Forces',
    'arms-control': 'Arms control',
    communication: 'Communication',
    political: 'Political matters',
    justice: 'Justice',
    humanitarian: 'Humanitarian matters',
    economic: 'Economy',
    institutions: 'Institutions',
    implementation: 'Implementation',
  },
}

const russian: PeriodicLabels = {
  title: 'Периодический доклад о наблюдении',
  period: 'Период: с {from} по {to}',
  issued: 'Выпущен {at} (UTC), {by}',
  basis:
    'Составлен по тому, чем располагал стол переговоров в момент выпуска. Запись относится к тому периоду, в котором о ней узнали за столом.',
  remarks: 'Замечания миссии',
  obligations: 'Действующие обязательства',
  obligation: 'Обязательство',
  bound: 'Кто обязан',
  start: 'В начале',
  end: 'В конце',
  changes: 'Изменения за период',
  reversal: 'откат',
  notCoded: 'не оценено',
  scores: 'Оценки выполнения, в процентах',
  scoresHow:
    'Строгая: по всем действующим обязательствам, неоценённое считается неначатым. Мягкая: только по оценённым.',
  scoreAll: 'Все темы, в начале',
  whole: 'Все темы, в конце',
  strict: '{side}: строгая',
  lenient: '{side}: мягкая',
  reporting: 'Отчётность и инспекции',
  reports: 'Получено докладов и заявлений',
  late: 'Получено с опозданием',
  missing: 'Обязательства, по которым нет должного доклада',
  missingOf: '{side}: за период нет доклада по обязательствам: {list}',
  notifications: 'Получено уведомлений',
  requested: 'Запрошено инспекций у стороны',
  concluded: 'Проведено инспекций',
  refused: 'Отказано в инспекции',
  unanswered: 'Запросы, оставшиеся без ответа в срок',
  quota: 'Использовано квоты инспекций в {year} году',
  quotaOf: '{used} из {quota}',
  denials: 'Отказы в доступе',
  denialsCount: 'Отказы в доступе там, где контроль у стороны',
  incidents: 'Инциденты',
  observations: 'Наблюдений, о которых за период сообщено столу: {n}',
  place: 'Место',
  when: 'Когда',
  what: 'Что',
  by: 'Кем',
  casualties: 'Пострадавшие',
  findings: 'Выводы, переданные столу',
  dissent: 'Особое мнение внутри миссии: {words}',
  cases: 'Дела в совместной комиссии',
  against: 'К кому',
  stage: 'Стадия',
  waits: 'Ожидается',
  reply: 'ответ до {due}',
  remedy: 'исправление до {due}',
  overdue: 'срок истёк',
  dissents: 'Особое мнение: {side}',
  noDissent: 'Особое мнение не внесено.',
  none: 'За период нет.',
  more: 'И ещё {n}, в реестре.',
  levels: ['не начато', 'минимально', 'частично', 'полностью'],
  stages: {
    notice: 'извещение',
    reply: 'ответ',
    finding: 'вывод',
    remedy: 'исправление',
    closed: 'закрыто',
  },
  kinds: {
    implementation: 'Выполнение',
    monitoring: 'Наблюдение',
    verification: 'Проверка',
    investigation: 'Расследование',
  },
  incident: {
    firing: 'стрельба',
    movement: 'перемещение',
    flight: 'полёт',
    interference: 'помехи',
    casualties: 'пострадавшие',
    damage: 'повреждения',
    detention: 'задержание',
    other: 'иное',
  },
  themes: {
    ceasefire: 'Прекращение огня',
    forces: 'Войска',
    'arms-control': 'Контроль над вооружениями',
    communication: 'Связь',
    political: 'Политические вопросы',
    justice: 'Правосудие',
    humanitarian: 'Гуманитарные вопросы',
    economic: 'Экономика',
    institutions: 'Институты',
    implementation: 'Осуществление',
  },
}

/** The words of the report in a language; English where there are none of its own. */
export const periodicLabels = (language: string): PeriodicLabels =>
  language.split('-')[0] === 'ru' ? russian : english
