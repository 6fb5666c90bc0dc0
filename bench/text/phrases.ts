/** Phrases of treaties in two languages, from which prose of any length is put together. */

/** The same phrase in English and in Russian. */
export type Phrase = readonly [en: string, ru: string]

/** What opens a sentence. */
export const openings: readonly Phrase[] = [
  ['With a view to reducing the risk of incidents', 'В целях снижения риска инцидентов'],
  [
    'Without prejudice to their rights under international law',
    'Без ущерба для своих прав по международному праву',
  ],
  ['Except as otherwise agreed in writing', 'Если иное не согласовано в письменной форме'],
  ['Subject to the provisions of the annexes', 'С учётом положений приложений'],
  ['In the event of a dispute over the facts', 'В случае спора относительно фактов'],
  ['Taking into account the safety of navigation', 'Принимая во внимание безопасность судоходства'],
  ['For the purposes of this article', 'Для целей настоящей статьи'],
  ['Upon request of either side', 'По просьбе любой из сторон'],
  ['In accordance with the agreed procedure', 'В соответствии с согласованной процедурой'],
  ['Where circumstances so require', 'Если того требуют обстоятельства'],
  ['Guided by the principle of equal security', 'Руководствуясь принципом равной безопасности'],
  ['Pending the entry into force of this instrument', 'До вступления настоящего документа в силу'],
  ['Having regard to the needs of the civilian population', 'Учитывая нужды гражданского населения'],
  ['As a matter of priority', 'В первоочередном порядке'],
  ['Notwithstanding any earlier arrangement', 'Независимо от любых прежних договорённостей'],
  ['During the whole period of implementation', 'В течение всего периода осуществления'],
]

/** Who is bound. */
export const subjects: readonly Phrase[] = [
  ['the Parties shall', 'Стороны'],
  ['the competent authorities of the Parties shall', 'компетентные органы Сторон'],
  ['the designated representatives shall', 'назначенные представители'],
  ['the observers of the mission shall', 'наблюдатели миссии'],
  ['the members of the Joint Commission shall', 'члены Совместной комиссии'],
  ['the commanders in the area shall', 'командующие в районе'],
  ['the delegations of both sides shall', 'делегации обеих сторон'],
  ['the verification teams shall', 'группы по проверке'],
]

/** What they do. */
export const actions: readonly Phrase[] = [
  ['notify each other of every planned exercise', 'уведомляют друг друга о каждом планируемом учении'],
  ['withdraw heavy weapons from the line of contact', 'отводят тяжёлые вооружения от линии соприкосновения'],
  ['exchange lists of detained persons', 'обмениваются списками задержанных лиц'],
  ['refrain from flights of unmanned aircraft', 'воздерживаются от полётов беспилотных аппаратов'],
  ['grant access to the agreed facilities', 'предоставляют доступ на согласованные объекты'],
  [
    'keep open the crossing points for humanitarian convoys',
    'держат открытыми пункты пропуска для гуманитарных колонн',
  ],
  ['submit a report on the measures taken', 'представляют доклад о принятых мерах'],
  ['establish a direct line of communication', 'устанавливают прямую линию связи'],
  ['mark the minefields and hand over the maps', 'обозначают минные поля и передают карты'],
  ['consult on all questions of interpretation', 'консультируются по всем вопросам толкования'],
  ['release the vessels and their crews', 'освобождают суда и их экипажи'],
  ['preserve the evidence of each violation', 'сохраняют доказательства каждого нарушения'],
  ['restore the supply of water and electricity', 'восстанавливают водоснабжение и электроснабжение'],
  ['limit the number of personnel in the zone', 'ограничивают численность личного состава в зоне'],
  ['allow the inspection of storage sites', 'допускают проведение инспекций мест хранения'],
  ['remove all fortifications and obstacles', 'устраняют все укрепления и заграждения'],
  ['protect the staff of the mission', 'обеспечивают защиту персонала миссии'],
  ['publish the agreed parts of the findings', 'публикуют согласованные части выводов'],
  ['suspend the deployment of new systems', 'приостанавливают развёртывание новых систем'],
  ['facilitate the return of displaced persons', 'содействуют возвращению перемещённых лиц'],
  ['secure the monuments and places of worship', 'обеспечивают сохранность памятников и мест богослужения'],
  ['announce the closure of sea areas', 'объявляют о закрытии морских районов'],
  ['provide the coordinates of the positions', 'сообщают координаты позиций'],
  ['investigate every reported incident', 'расследуют каждый инцидент, о котором сообщено'],
]

/** How. */
export const manners: readonly Phrase[] = [
  ['through diplomatic channels', 'по дипломатическим каналам'],
  ['in the presence of the mediator', 'в присутствии посредника'],
  ['by means of the agreed forms', 'с использованием согласованных форм'],
  ['without any precondition', 'без каких-либо предварительных условий'],
  ['on the basis of reciprocity', 'на основе взаимности'],
  ['in good faith and without delay', 'добросовестно и безотлагательно'],
  ['under the supervision of the Joint Commission', 'под наблюдением Совместной комиссии'],
  ['in both authentic languages', 'на обоих аутентичных языках'],
  ['with due regard for the safety of all concerned', 'с должным учётом безопасности всех причастных лиц'],
  ['at their own expense', 'за свой счёт'],
  ['by secure electronic means', 'с помощью защищённых электронных средств'],
  [
    'in full cooperation with the United Nations',
    'в полном сотрудничестве с Организацией Объединённых Наций',
  ],
  ['as set out in the technical annex', 'как указано в техническом приложении'],
  ['in stages and under verification', 'поэтапно и под контролем'],
  ['without discrimination of any kind', 'без какой-либо дискриминации'],
  ['to the greatest extent possible', 'в максимально возможной степени'],
]

/** What for. */
export const purposes: readonly Phrase[] = [
  ['so that confidence between them may grow', 'с тем чтобы росло доверие между ними'],
  ['in order to prevent any escalation', 'с тем чтобы предотвратить любую эскалацию'],
  [
    'so that each violation can be established beyond doubt',
    'с тем чтобы каждое нарушение могло быть достоверно установлено',
  ],
  [
    'in order that no civilian be put at risk',
    'с тем чтобы ни одно гражданское лицо не подвергалось опасности',
  ],
  [
    'so that the ceasefire is observed throughout the zone',
    'с тем чтобы прекращение огня соблюдалось во всей зоне',
  ],
  [
    'in order to make the return of all persons possible',
    'с тем чтобы сделать возможным возвращение всех лиц',
  ],
  ['so that the obligations remain in balance', 'с тем чтобы обязательства оставались сбалансированными'],
  ['in order to exclude any misunderstanding', 'с тем чтобы исключить любое недопонимание'],
  ['so that the work of the mission is not hindered', 'с тем чтобы работе миссии не чинилось препятствий'],
  ['in order to keep the sea lanes open', 'с тем чтобы морские пути оставались открытыми'],
  ['so that the monitoring covers the whole area', 'с тем чтобы наблюдение охватывало весь район'],
  ['in order to complete the exchange as planned', 'с тем чтобы завершить обмен в намеченные сроки'],
]

/** What articles are called. */
export const headings: readonly Phrase[] = [
  ['Notification of exercises', 'Уведомление об учениях'],
  ['Withdrawal of weapons', 'Отвод вооружений'],
  ['Humanitarian access', 'Гуманитарный доступ'],
  ['Exchange of persons', 'Обмен лицами'],
  ['Verification', 'Проверка'],
  ['Joint Commission', 'Совместная комиссия'],
  ['Settlement of disputes', 'Урегулирование споров'],
  ['Safety of navigation', 'Безопасность судоходства'],
]
