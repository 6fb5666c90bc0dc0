/**
 * Clauses made up for the tests, each with what a reader finds in it: its demands in order, as `force: flags`, where
 * `A` no actor, `P` passive, `D` no date, `d` vague date, `V` no verifier, `C` condition without order; `rhetoric` and
 * `nothing` for clauses without a demand. They were read before the meter was run on them.
 */
export type Expected = readonly (readonly [words: string, found: string])[]

/** In English; the Government and the Front are known actors. */
export const englishClauses: Expected = [
  [
    'The Parties shall exchange lists of detainees within 30 days after entry into force of this Agreement.',
    'obligation:',
  ],
  ['The Government shall withdraw its forces from the zone by 31 March 2027.', 'obligation: V'],
  [
    'The Front shall release all detainees no later than 14 days after signature, under the supervision of the International Committee.',
    'obligation:',
  ],
  ['Each Party shall promptly remove all mines.', 'obligation: dV'],
  ['All checkpoints shall be dismantled.', 'obligation: APDV'],
  ['All checkpoints shall be dismantled by the Government within ten days of signature.', 'obligation: V'],
  ['Neither Party shall deploy new forces in the zone.', 'prohibition: V'],
  ['The Parties undertake not to use force against each other.', 'prohibition: V'],
  ['The Parties shall refrain from hostile propaganda.', 'prohibition: V'],
  ['The Front may maintain a liaison office in the capital.', 'permission:'],
  ['The Government should consider an amnesty.', 'recommendation: DV'],
  ['The Parties shall endeavour to resume trade as soon as possible.', 'recommendation: dV'],
  ['The Parties intend to meet again.', 'intention: DV'],
  ['Recognising the suffering of the people and determined to end it,', 'rhetoric'],
  ['The Parties reaffirm their commitment to a peaceful settlement.', 'rhetoric'],
  ['The Parties share the view that elections must be free and fair.', 'rhetoric'],
  ['This Agreement shall enter into force on 1 January 2027.', 'nothing'],
  ['For the purposes of this Agreement, “zone” means the area shown in Annex A.', 'nothing'],
  [
    'Withdrawal of all artillery by both sides within 14 days after signature, verified by the Mission.',
    'obligation:',
  ],
  ['Release of all prisoners of war.', 'obligation: ADV'],
  ['Ensure safe passage for convoys.', 'obligation: ADV'],
  ['Establish a joint commission no later than 1 May 2027.', 'obligation: AV'],
  ['Once the ceasefire holds, the Front shall disarm its units.', 'obligation: DVC'],
  [
    'After the steps in paragraph 4 have been completed, the Government shall lift the blockade within 7 days.',
    'obligation: V',
  ],
  [
    'The Government shall hold local elections by the end of 2027, provided that the security situation allows.',
    'obligation: VC',
  ],
  [
    'The Parties shall withdraw their heavy weapons and shall release all detainees by 1 June 2027.',
    'obligation: V | obligation: V',
  ],
  [
    'The Government shall amend the law by 1 June 2027, and the Front shall disband its units.',
    'obligation: V | obligation: DV',
  ],
  ['The OSCE will monitor the ceasefire from the date of entry into force.', 'obligation:'],
  ['The Mission shall verify compliance with article 5 every six months.', 'obligation:'],
  ['Elections will be held in due course.', 'obligation: APdV'],
  ['The Parties agree to cooperate in the search for missing persons.', 'obligation: DV'],
  ['The Parties agree that all prisoners shall be released by 1 May 2027.', 'obligation: APV'],
  ['Calls upon all States to provide assistance without delay;', 'recommendation: dV'],
  [
    'The Government shall (a) publish the decree within 5 days of signature; (b) open the crossing at Station No. 5; and (c) pay compensation.',
    'obligation: V | obligation: DV | obligation: DV',
  ],
  ['Immediately upon signature of this Agreement, the Parties shall cease all hostilities.', 'obligation: V'],
  ['Forces deployed by either side after 2020 must leave the zone before 1 July 2027.', 'obligation: V'],
  [
    'The Front shall not obstruct, and the Government shall protect, humanitarian workers.',
    'prohibition: V | obligation: DV',
  ],
  ['Each Party shall notify the other Party of any exercise at least 14 days in advance.', 'obligation:'],
]

/** In Russian; the same actors. */
export const russianClauses: Expected = [
  [
    'Стороны обмениваются списками задержанных в течение 30 дней со дня вступления настоящего Соглашения в силу.',
    'obligation:',
  ],
  ['Правительство выводит свои войска из зоны до 31 марта 2027 года.', 'obligation: V'],
  [
    'Фронт обязан освободить всех задержанных не позднее чем через 14 дней после подписания под наблюдением Международного комитета.',
    'obligation:',
  ],
  ['Каждая Сторона незамедлительно снимает все мины.', 'obligation: dV'],
  ['Все контрольно-пропускные пункты должны быть демонтированы.', 'obligation: APDV'],
  ['Все блокпосты демонтируются Правительством в течение десяти дней с момента подписания.', 'obligation: V'],
  ['Ни одна из Сторон не должна размещать новые силы в зоне.', 'prohibition: V'],
  ['Стороны обязуются не применять силу друг против друга.', 'prohibition: V'],
  ['Стороны воздерживаются от враждебной пропаганды.', 'prohibition: V'],
  ['Фронт может иметь представительство в столице.', 'permission:'],
  ['Правительству следует рассмотреть вопрос об амнистии.', 'recommendation: DV'],
  ['Стороны стремятся возобновить торговлю в кратчайшие сроки.', 'recommendation: dV'],
  ['Стороны намерены встретиться вновь.', 'intention: DV'],
  ['Признавая страдания народа и будучи преисполнены решимости положить им конец,', 'rhetoric'],
  ['Стороны подтверждают свою приверженность мирному урегулированию.', 'rhetoric'],
  ['Стороны разделяют мнение о том, что выборы должны быть свободными и честными.', 'rhetoric'],
  ['Настоящее Соглашение вступает в силу 1 января 2027 года.', 'nothing'],
  ['Для целей настоящего Соглашения «зона» означает район, указанный в приложении A.', 'nothing'],
  [
    'Вывод всей артиллерии обеими сторонами в течение 14 дней после подписания при наблюдении Миссии.',
    'obligation:',
  ],
  ['Освобождение всех военнопленных.', 'obligation: ADV'],
  ['Обеспечить безопасный проход автоколонн.', 'obligation: ADV'],
  ['Создать совместную комиссию не позднее 1 мая 2027 года.', 'obligation: AV'],
  ['Как только прекращение огня станет устойчивым, Фронт разоружает свои подразделения.', 'obligation: DVC'],
  [
    'После выполнения шагов, указанных в пункте 4, Правительство снимает блокаду в течение 7 дней.',
    'obligation: V',
  ],
  [
    'Правительство проводит местные выборы до конца 2027 года при условии, что позволит обстановка.',
    'obligation: VC',
  ],
  [
    'Стороны отводят тяжёлое вооружение и освобождают всех задержанных до 1 июня 2027 года.',
    'obligation: V | obligation: V',
  ],
  [
    'Правительство вносит изменения в закон до 1 июня 2027 года, а Фронт распускает свои отряды.',
    'obligation: V | obligation: DV',
  ],
  ['ОБСЕ осуществляет наблюдение за прекращением огня с даты вступления Соглашения в силу.', 'obligation:'],
  ['Миссия проверяет соблюдение статьи 5 каждые шесть месяцев.', 'obligation:'],
  ['Выборы будут проведены в надлежащее время.', 'obligation: APdV'],
  ['Стороны соглашаются сотрудничать в розыске пропавших без вести.', 'obligation: DV'],
  [
    'Стороны договорились о том, что все военнопленные будут освобождены до 1 мая 2027 года.',
    'obligation: APV',
  ],
  ['призывает все государства безотлагательно оказать помощь;', 'recommendation: dV'],
  [
    'Правительство обязуется: а) опубликовать указ в течение 5 дней с даты подписания; б) открыть пункт пропуска по ул. Мира, д. 5; в) выплатить компенсацию.',
    'obligation: V | obligation: DV | obligation: DV',
  ],
  ['Сразу после подписания настоящего Соглашения Стороны прекращают все военные действия.', 'obligation: V'],
  [
    'Подразделения, развёрнутые любой из сторон после 2020 года, обязаны покинуть зону до 1 июля 2027 года.',
    'obligation: V',
  ],
  [
    'Фронт не препятствует работе гуманитарных организаций, а Правительство обеспечивает её безопасность.',
    'prohibition: V | obligation: DV',
  ],
  ['Каждая Сторона уведомляет другую Сторону о любых учениях не менее чем за 14 дней.', 'obligation:'],
]
