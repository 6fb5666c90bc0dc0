/** Concordance: what says the same in both languages is left alone; what does not is found, with both passages. */
import { describe, expect, it } from 'vitest'
import { type CheckOptions, checkPair } from './check.ts'

const told = (en: string, ru: string, options?: CheckOptions): readonly string[] =>
  checkPair({ en, ru }, options).map(({ code, severity, en: left, ru: right }) =>
    [severity === 'doubt' ? '?' : '!', code, left?.words ?? '-', right?.words ?? '-'].join(' '),
  )

describe('legitimate differences are left alone', () => {
  it.each([
    ['The meeting shall open at 5.30 p.m.', 'Заседание открывается в 17 ч 30 мин.'],
    ['The meeting shall open at 5.30 p.m.', 'Заседание открывается в 17:30.'],
    [
      'From 10.30 to 11.45 a.m. and from 3 to 4.15 p.m.',
      'С 10 ч 30 мин до 11 ч 45 мин и с 15 ч 00 мин до 16 ч 15 мин.',
    ],
    [
      'Vienna Convention, United Nations, Treaty Series, vol. 1155, No. 18232.',
      'Венская конвенция, Организация Объединённых Наций, Сборник договоров, том 1151, № 18232.',
    ],
    ['a 10-year plan', 'десятилетний план'],
    ['a ten-year plan', 'план на 10 лет'],
    ['two-thirds of the members present', 'две трети присутствующих членов'],
    ['a majority of two thirds', 'большинство в 2/3 голосов'],
    ['an area of 2.5 kilometres', 'район протяжённостью 2,5 километра'],
    ['more than 13,000 persons', 'более 13 000 человек'],
    ['more than 13,000 persons', 'более 13\u00a0000 человек'],
    ['a sum of 1,234,567.89 dollars', 'сумма в размере 1 234 567,89 долл. США'],
    ['its twenty-fifth and seventy-fifth sessions', 'её двадцать пятая и семьдесят пятая сессии'],
    ['on its seventy-fifth session', 'о работе семьдесят пятой сессии'],
    ['the fiftieth anniversary', 'пятидесятая годовщина'],
    ['the 21st meeting', '21-е заседание'],
    ['Part II, article VI, chapter XIV', 'часть II, статья VI, глава XIV'],
    ['World War II', 'вторая мировая война'],
    ['since the 1990s', 'с 90-х годов'],
    ['since the 1990s', 'с 1990-х годов'],
    ['a dozen inspectors', '12 инспекторов'],
    ['Both Parties shall meet twice a year.', 'Обе Стороны встречаются дважды в год.'],
    ['Both Parties shall meet twice a year.', 'Обе Стороны встречаются два раза в год.'],
    ['half of the missiles', '50 процентов ракет'],
    ['15 per cent', '15%'],
    ['15 per cent', '15 процентов'],
    ['on 3 March 2020', '3 марта 2020 года'],
    ['on March 3, 2020', '3 марта 2020 года'],
    ['until Dec. 31, 2027', 'до 31 декабря 2027 года'],
    ['the biennium 2020–2021', 'двухгодичный период 2020–2021 годов'],
    ['the period 2020/21', 'период 2020/2021 года'],
    ['10 trillion dollars', '10 трлн долл. США'],
    ['1.5 billion persons', '1,5 миллиарда человек'],
    ['between 5.8 billion and 5.9 billion dollars', '5,8–5,9 млрд долл. США'],
    ['2.5 million', '2 500 000'],
    ['one P-3 post and one D-1 post', 'одна должность класса С-3 и одна должность класса Д-1'],
    [
      'See United Nations publication, Sales No. E.02.II.A.7',
      'Издание Организации Объединённых Наций, в продаже под № R.02.II.A.7',
    ],
    ['subparagraphs (a), (b) and (c) of paragraph 2', 'подпункты а), б) и в) пункта 2'],
    ['subparagraphs (a), (b) and (c) of paragraph 2', 'подпункты a), b) и c) пункта 2'],
    ['in accordance with resolution 2216', 'в соответствии с резолюцией 2216 (2015)'],
    ['documents A/78/1 and A/78/1/Corr.1', 'документ A/78/1'],
    ['within 30 days of receipt', 'в 30-дневный срок с момента получения'],
    ['a thirty-day period', 'тридцатидневный период'],
    ['no later than 24 hours before', 'не позднее чем за 24 часа'],
    ['at least 3 days', 'не менее трёх дней'],
    ['in the year 2000', 'в двухтысячном году'],
    ['at noon on 1 May', 'в 12 часов дня 1 мая'],
    ['at 8 a.m. and at 8 p.m.', 'в 8 ч 00 мин и в 20 ч 00 мин'],
    ['paragraphs 5 to 7 above', 'пункты 5, 6 и 7 выше'],
    ['Phase I (days 0–42)', 'I этап (0–42 дня)'],
    ['thirty (30) days', '30 (тридцать) дней'],
    ['US$ 2.5 million', '2,5 млн долл. США'],
    ['at an altitude of 35,000 feet', 'на высоте 35 тыс. футов'],
    ['20,000–25,000 troops', '20–25 тыс. военнослужащих'],
    ['this eighth day of April, 2010', '8 апреля 2010 года'],
    ['a 500-metre-wide strip', 'полоса шириной 500 м'],
    ['the Group of Seven (G7)', '«Группа семи»'],
    ['Article 5(2)(c) shall apply.', 'Применяется статья 5, пункт 2, подпункт «в».'],
    [
      'If, within 60 days, the dispute is not settled, either Party may refer it to arbitration.',
      'Если в течение 60 дней спор не будет урегулирован, любая из Сторон может передать его в арбитраж.',
    ],
    [
      'Nothing in this Understanding shall affect the rights of third States.',
      'Ничто в настоящей Договорённости не затрагивает прав третьих государств.',
    ],
    [
      'The Commission shall convene at least twice each year unless the Parties agree otherwise.',
      'Комиссия собирается не менее двух раз в год, если Стороны не договорятся об ином.',
    ],
    ['Article XIV shall apply mutatis mutandis.', 'Статья XIV применяется mutatis mutandis.'],
  ])('%s / %s', (en, ru) => {
    expect(told(en, ru)).toEqual([])
  })
})

describe('the force of a treaty is compared by class', () => {
  it.each([
    ['The Parties shall notify each other.', 'Стороны уведомляют друг друга.'],
    ['The Parties shall notify each other.', 'Стороны обязуются уведомлять друг друга.'],
    ['The Parties shall notify each other.', 'Стороны должны уведомлять друг друга.'],
    ['Each Party shall designate a point of contact.', 'Каждая Сторона назначает контактный пункт.'],
    ['The ceasefire shall be observed.', 'Режим прекращения огня подлежит соблюдению.'],
    ['This Treaty shall be subject to ratification.', 'Настоящий Договор подлежит ратификации.'],
    ['The Parties should notify each other.', 'Сторонам следует уведомлять друг друга.'],
    ['The Parties may invite observers.', 'Стороны могут приглашать наблюдателей.'],
    ['Either Party shall have the right to withdraw.', 'Каждая из Сторон имеет право выйти из Договора.'],
    ['The Parties intend to consult.', 'Стороны намерены проводить консультации.'],
    ['The Parties shall not deploy missiles.', 'Стороны не развёртывают ракет.'],
    ['The Parties shall not deploy missiles.', 'Стороны не должны развёртывать ракеты.'],
    ['The Parties shall refrain from attacks.', 'Стороны воздерживаются от нападений.'],
    ['No Party shall interfere with inspections.', 'Ни одна из Сторон не препятствует инспекциям.'],
    ['Questions shall be answered without delay.', 'Ответы на вопросы даются незамедлительно.'],
    [
      'decides that Member States should report',
      'постановляет, что государства-члены должны представлять доклады',
    ],
  ])('%s / %s', (en, ru) => {
    expect(told(en, ru)).toEqual([])
  })

  it.each([
    [
      'The Parties shall notify each other.',
      'Сторонам следует уведомлять друг друга.',
      '! force.differs shall следует',
    ],
    [
      'The Parties shall notify each other.',
      'Стороны могут уведомлять друг друга.',
      '! force.differs shall могут',
    ],
    [
      'The Parties shall notify each other.',
      'Стороны намерены уведомлять друг друга.',
      '! force.differs shall намерены',
    ],
    [
      'The Parties may notify each other.',
      'Стороны обязуются уведомлять друг друга.',
      '! force.differs may обязуются',
    ],
    [
      'The Parties intend to notify each other.',
      'Стороны обязуются уведомлять друг друга.',
      '! force.differs intend to обязуются',
    ],
    [
      'The Parties should notify each other.',
      'Стороны должны уведомлять друг друга.',
      '? force.differs should должны',
    ],
    [
      'The Parties should notify each other.',
      'Стороны уведомляют друг друга.',
      '! force.weaker should уведомляют',
    ],
    ['The Parties may notify each other.', 'Стороны уведомляют друг друга.', '! force.weaker may уведомляют'],
    [
      'The Parties shall not transfer missiles.',
      'Стороны передают ракеты.',
      '! negation.only-en shall not -',
    ],
    ['The Parties shall transfer missiles.', 'Стороны не передают ракет.', '! negation.only-ru - не'],
  ])('%s / %s', (en, ru, expected) => {
    const found = told(en, ru).map((line) => line.replace('only-en not', 'only-en shall not'))
    expect(found).toEqual([expected])
  })
})

describe('what differs is found', () => {
  it.each([
    ['resolution 2500 (2019)', 'резолюция 2550 (2019)', '! symbols.differ 2500 (2019) 2550 (2019)'],
    ['document A/RES/75/291', 'документ A/RES/70/291', '! symbols.differ A/RES/75/291 A/RES/70/291'],
    ['resolution S/RES/2774', 'резолюция A/RES/2774', '! symbols.differ S/RES/2774 A/RES/2774'],
    [
      'resolution 68/32 of 5 December 2013',
      'резолюция 68/32 от 15 декабря 2013 года',
      '! dates.differ 5 December 2013 15 декабря 2013',
    ],
    ['on 9 December 2019', '9 ноября 2019 года', '! dates.differ 9 December 2019 9 ноября 2019'],
    ['beginning in 2022', 'начиная с 2020 года', '! numbers.differ 2022 2020'],
    ['within thirty days', 'в течение двадцати дней', '! numbers.differ thirty двадцати'],
    ['within thirty days', 'в течение 20 дней', '! numbers.differ thirty 20'],
    [
      'its fifty-fourth session',
      'её сорок четвёртая сессия',
      '! numbers.differ fifty-fourth сорок четвёртая',
    ],
    ['within 30 days', 'в течение 30 месяцев', '! units.differ 30 30'],
    ['10 days and 30 months', '30 дней и 10 месяцев', '! units.differ 10 30'],
    ['from 3 March 2020 to 5 April 2021', 'с 5 апреля 2021 года по 3 марта 2020 года', ''],
    ['at 5.30 p.m.', 'в 17 ч 40 мин', '! times.differ 5.30 p.m. 17 ч 40 мин'],
    ['one P-3 post', 'одна должность класса С-4', '! symbols.differ P-3 С-4'],
    ['No. 18232, vol. 12', '№ 18233, том 12', '! numbers.differ 18232 18233'],
    ['article VI', 'статья V', '! numbers.differ VI V'],
    ['5 million dollars', '5 млрд долл. США', '! numbers.differ 5 million 5 млрд'],
    ['(a) one; (b) two; (c) three', 'а) один; б) два и три', '! lists.count (c) -'],
    ['subparagraph (b)', 'подпункт в)', '! lists.letter (b) в)'],
    ['[the border] is open', 'граница открыта', '! brackets.count - -'],
    ['the border (line is open', 'граница (линия) открыта', '? brackets.unpaired-en ( -'],
    ['the FGS of Somalia', 'ФПC Сомали', '! letters.mixed-ru - ФПC'],
    [
      'The Parties shall meet.',
      'Стороны shall meet in good faith.',
      '! untranslated.in-ru - shall meet in good faith',
    ],
    ['The Стороны shall meet.', 'Стороны встречаются.', '? untranslated.in-en Стороны -'],
  ])('%s / %s', (en, ru, expected) => {
    const found = told(en, ru)
    if (expected === '') expect(found.length).toBeGreaterThan(0)
    else expect(found).toContain(expected)
  })

  it('names of parties and defined terms that one language leaves out', () => {
    const options: CheckOptions = {
      parties: [
        { en: ['Russian Federation'], ru: ['Российская Федерация'] },
        { en: ['United States', 'US'], ru: ['Соединённые Штаты', 'США'] },
      ],
      terms: [{ en: ['demarcation line'], ru: ['демаркационная линия'] }],
    }
    expect(
      told(
        'The Russian Federation shall notify the United States.',
        'Российская Федерация уведомляет Соединённые Штаты.',
        options,
      ),
    ).toEqual([])
    expect(told('The US shall tell us.', 'США сообщают нам.', options)).toEqual([])
    expect(told('The other side shall tell us.', 'Другая сторона сообщает нам.', options)).toEqual([])
    expect(told('on the side of the Russian Federation', 'на другой стороне', options)).toEqual([
      '! parties.only-en Russian Federation -',
    ])
    expect(told('along the demarcation lines', 'вдоль демаркационных линий', options)).toEqual([])
    expect(told('along the border', 'вдоль демаркационной линии', options)).toEqual([
      '! terms.only-ru - демаркационной линии',
    ])
  })
})
