/** Codes of the Peace Agreements Database (PA-X, University of Edinburgh): what an agreement speaks of, clause by clause. */
import type { Localised } from '#domain/parties/localised.ts'

/** The parts of the code list, in the order of the data set. */
export const paxCategories = [
  'groups',
  'gender',
  'state',
  'governance',
  'power-sharing',
  'human-rights',
  'justice',
  'economy',
  'land',
  'security',
  'transitional-justice',
  'implementation',
] as const
export type PaxCategory = (typeof paxCategories)[number]

/**
 * One code: the name of its column in the data set, and what it is about in our words. `scale` is the highest value:
 * 1 is there or not, 3 from a mention to provisions in detail; null where the scale has not been made sure of, and only
 * that it is there is written.
 */
export interface PaxCode {
  readonly code: string
  readonly category: PaxCategory
  readonly scale: 1 | 3 | null
  readonly name: Localised
}

type Entry = readonly [code: string, scale: PaxCode['scale'], en: string, ru: string]

const entries: Readonly<Record<PaxCategory, readonly Entry[]>> = {
  groups: [
    ['GCh', 3, 'Children and youth', 'Дети и молодёжь'],
    ['GDis', 3, 'Persons with disabilities', 'Люди с инвалидностью'],
    ['GAge', 3, 'Older persons', 'Пожилые люди'],
    ['GMig', 3, 'Migrant workers', 'Трудящиеся-мигранты'],
    ['GRa', 3, 'Racial, ethnic and national groups', 'Расовые, этнические и национальные группы'],
    ['GRe', 3, 'Religious groups', 'Религиозные группы'],
    ['GInd', 3, 'Indigenous peoples', 'Коренные народы'],
    ['GOth', 3, 'Other groups', 'Другие группы'],
    ['GRef', 3, 'Refugees and displaced persons', 'Беженцы и перемещённые лица'],
    ['GSoc', 3, 'Social classes', 'Социальные классы'],
  ],
  gender: [
    ['GeWom', 1, 'Women, girls and gender', 'Женщины, девочки и гендерные вопросы'],
    ['GeMe', 1, 'Men and boys', 'Мужчины и мальчики'],
    ['GeLgbti', 1, 'Sexual orientation and identity', 'Сексуальная ориентация и идентичность'],
    ['GeFa', 1, 'Family', 'Семья'],
  ],
  state: [
    ['StDef', 1, 'Definition of the state', 'Определение государства'],
    ['StGen', null, 'Nature of the state in general', 'Характер государства в целом'],
    ['StCon', null, 'Configuration of the state', 'Устройство государства'],
    ['StSd', null, 'Self-determination', 'Самоопределение'],
    ['StRef', null, 'Referendum on the state', 'Референдум о государстве'],
    ['StSym', null, 'Symbols of the state', 'Государственные символы'],
    ['StInd', null, 'Independence or secession', 'Независимость или отделение'],
    ['StUni', null, 'Accession or unification', 'Присоединение или объединение'],
    ['StBor', null, 'Delimitation of borders', 'Делимитация границ'],
    ['StXbor', null, 'Cross-border arrangements', 'Трансграничные договорённости'],
  ],
  governance: [
    ['Pol', 3, 'Political institutions', 'Политические институты'],
    ['ConRen', 3, 'Renewal or affirmation of the constitution', 'Обновление или подтверждение конституции'],
    ['Cons', 3, 'Making or reforming a constitution', 'Принятие или реформа конституции'],
    ['Ele', 3, 'Elections', 'Выборы'],
    ['ElecComm', 3, 'Electoral commission', 'Избирательная комиссия'],
    ['PolPar', 3, 'Political parties', 'Политические партии'],
    ['Civso', 1, 'Civil society', 'Гражданское общество'],
    ['Tral', 1, 'Traditional and religious leaders', 'Традиционные и религиозные лидеры'],
    ['Pubad', 3, 'Public administration', 'Государственное управление'],
  ],
  'power-sharing': [
    ['Polps', 3, 'Political sharing of power', 'Разделение политической власти'],
    ['Terps', 3, 'Territorial sharing of power', 'Территориальное разделение власти'],
    ['Eps', 3, 'Economic sharing of power', 'Разделение экономической власти'],
    ['Mps', 3, 'Military sharing of power', 'Разделение власти в военной сфере'],
  ],
  'human-rights': [
    ['HrGen', 1, 'Human rights and the rule of law', 'Права человека и верховенство права'],
    ['EqGen', 3, 'Equality', 'Равенство'],
    ['HrDem', 3, 'Democracy', 'Демократия'],
    ['Prot', 3, 'Measures of protection', 'Меры защиты'],
    ['HrFra', 3, 'Framework of human rights', 'Правовая основа прав человека'],
    ['HrCp', 1, 'Civil and political rights', 'Гражданские и политические права'],
    ['HrSec', 1, 'Social and economic rights', 'Социальные и экономические права'],
    ['HrNi', 3, 'National human rights institution', 'Национальный институт по правам человека'],
    ['HrIi', 3, 'International human rights institutions', 'Международные институты по правам человека'],
    ['HrMob', 1, 'Freedom of movement and access', 'Свобода передвижения и доступ'],
    ['HrDet', 1, 'Procedures of detention', 'Порядок содержания под стражей'],
    ['Med', 3, 'Media and communication', 'Средства массовой информации и связь'],
    ['HrCit', 3, 'Citizenship', 'Гражданство'],
  ],
  justice: [
    ['JusCr', 1, 'Criminal justice and emergency law', 'Уголовное правосудие и чрезвычайное право'],
    ['JusEm', 1, 'State of emergency', 'Чрезвычайное положение'],
    ['JusJu', 1, 'Judiciary and courts', 'Судебная власть и суды'],
    ['JusPri', 1, 'Prisons and detention', 'Тюрьмы и места содержания под стражей'],
    ['JusTra', 1, 'Traditional and religious law', 'Обычное и религиозное право'],
  ],
  economy: [
    ['Dev', 3, 'Development and reconstruction', 'Развитие и восстановление'],
    ['NEC', 1, 'National economic plan', 'Национальный экономический план'],
    ['NatRes', 1, 'Natural resources', 'Природные ресурсы'],
    ['IntFu', 1, 'International funds', 'Международные средства'],
    ['Bus', 3, 'Business', 'Предпринимательство'],
    ['Tax', 3, 'Taxation', 'Налогообложение'],
    ['Ban', 1, 'Banks', 'Банки'],
  ],
  land: [
    ['LaRef', 1, 'Land reform and rights to land', 'Земельная реформа и права на землю'],
    ['LaNom', 1, 'Rights of pastoralists and nomads', 'Права скотоводов и кочевников'],
    ['LaCH', 1, 'Cultural heritage', 'Культурное наследие'],
    ['LaEn', 1, 'Environment', 'Окружающая среда'],
    ['Wat', 1, 'Water and rivers', 'Вода и реки'],
  ],
  security: [
    ['SsrGua', null, 'Security in general', 'Безопасность в целом'],
    ['Ce', 3, 'Ceasefire', 'Прекращение огня'],
    ['CeProv', null, 'Provisions of a ceasefire', 'Условия прекращения огня'],
    ['CeGen', null, 'General mention of a ceasefire', 'Общее упоминание прекращения огня'],
    ['SsrPol', 3, 'Police', 'Полиция'],
    ['SsrArm', 3, 'Armed forces', 'Вооружённые силы'],
    ['SsrDdr', 3, 'Disarmament, demobilisation, reintegration', 'Разоружение, демобилизация, реинтеграция'],
    ['DdrDemil', null, 'Demilitarisation', 'Демилитаризация'],
    ['DdrProg', null, 'Programme of disarmament and reintegration', 'Программа разоружения и реинтеграции'],
    ['SsrInt', 3, 'Intelligence services', 'Разведывательные службы'],
    [
      'SsrPsf',
      1,
      'Rebel, opposition and parastatal forces',
      'Повстанческие, оппозиционные и полугосударственные силы',
    ],
    ['SsrFf', 1, 'Withdrawal of foreign forces', 'Вывод иностранных войск'],
    ['Cor', 3, 'Corruption', 'Коррупция'],
    ['SsrCrOcr', 3, 'Crime and organised crime', 'Преступность и организованная преступность'],
    ['SsrDrugs', 3, 'Drugs', 'Наркотики'],
    ['Terr', 1, 'Terrorism', 'Терроризм'],
  ],
  'transitional-justice': [
    ['TjGen', 3, 'Transitional justice in general', 'Правосудие переходного периода в целом'],
    ['TjAm', 3, 'Amnesty and pardon', 'Амнистия и помилование'],
    ['TjCou', 3, 'Courts for the past', 'Суды по делам прошлого'],
    ['TjMech', 3, 'Mechanism for the past', 'Механизм рассмотрения прошлого'],
    ['TjPrire', null, 'Release of prisoners', 'Освобождение заключённых'],
    ['TjVet', 3, 'Vetting', 'Проверка должностных лиц'],
    ['TjVic', 3, 'Victims', 'Пострадавшие'],
    ['TjMis', 3, 'Missing persons', 'Пропавшие без вести'],
    ['TjRep', 3, 'Reparations', 'Возмещение пострадавшим'],
    ['TjNR', 3, 'Reconciliation', 'Примирение'],
  ],
  implementation: [
    ['ImUN', null, 'Signed by the United Nations', 'Подписано Организацией Объединённых Наций'],
    ['ImOth', null, 'Signed by another international actor', 'Подписано другим международным участником'],
    ['ImRef', null, 'Referendum on the agreement', 'Референдум о соглашении'],
    ['ImPK', null, 'International mission or force', 'Международная миссия или силы'],
    ['ImE', null, 'Mechanism of enforcement', 'Механизм обеспечения выполнения'],
  ],
}

/**
 * The codes, in the order of the columns: the issues of the agreement-level data set and some of their parts, as analyses
 * of its versions 1 (2018), 3 (2020) and 6 (2022) name and scale them. Later versions have changed parts of the list:
 * hold it against the codebook of the version that a table is sent to.
 */
export const paxCodes: readonly PaxCode[] = paxCategories.flatMap((category) =>
  entries[category].map(([code, scale, en, ru]) => ({ code, category, scale, name: { en, ru } })),
)

const byCode = new Map(paxCodes.map((each) => [each.code, each]))

/** The code with this name; undefined for one that this list does not have. Capitals count, as in the data set. */
export const paxCodeOf = (code: string): PaxCode | undefined => byCode.get(code)
