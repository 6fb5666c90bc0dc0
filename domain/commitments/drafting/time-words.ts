/** The words by which a draft says when, in English and in Russian. */
import { oneOf } from '#domain/language/concordance/one-of.ts'
import type { Known } from '#domain/language/concordance/passage.ts'

/** What stands before a date that only names a document: "the Memorandum of 19 September 2014". */
export const names: Readonly<Record<Known, RegExp>> = {
  en: /(?:(?<!(?:end|middle|day|date|beginning|as|night|morning|date)) of|dated|(?:adopted|signed|issued|done|concluded|agreed|endorsed|reached|initialled)(?: \p{L}+){0,3}? on|of the|resolution \d+ \(?) ?$/u,
  ru: /(?:(?<!\p{L})от|(?:приняты|подписан|изданн|заключенн|одобренн|достигнут|согласованн)\p{L}+(?: \p{L}+){0,3}) ?$/u,
}
/** What stands before a date by which something is owed. */
export const lead: Readonly<Record<Known, RegExp>> = {
  en: /(?:starting |beginning |effective )?(?:no(?:t)? (?:later|earlier) than|by|before|until|till|as of|as from|from|on|through|after|to|prior to|since|not after) (?:midnight |noon |the )?(?:on )?$/u,
  ru: /(?:(?:не позднее|не позже|не ранее|в срок до|начиная с|вплоть до|до|к|с|по|после|на) )$/u,
}

/** The end of a year, a month or a quarter, or a year alone; two groups of a month and a year each. */
export const endOf: Readonly<Record<Known, RegExp>> = {
  en: /(?<!\p{L})(?:(?:by|before|until|till|at|to|no(?:t)? later than|not after) )?(?:the )?(?:end|close|middle|beginning|first half|second half|(?:first|second|third|fourth|last) quarter) of (?:the )?(?:(?:calendar )?year )?(?:(january|february|march|april|may|june|july|august|september|october|november|december) )?(\d{4})(?!\d)|(?<!\p{L})(?:by|before|until|till|during|no(?:t)? later than|in|as of|from) (?:(january|february|march|april|may|june|july|august|september|october|november|december) |the year )?((?:19|20)\d{2})(?!\d| ?\))|(?<!\p{L})(?:by|before|until|at) the end of (?:the|this|each|every|next) (?:calendar )?(?:year|month|quarter)()()/gu,
  ru: /(?<!\p{L})(?:до|к|не позднее|не позже|в|на|с)?(?: ?(?:конца|концу|конце|середины|середине|начала|начале|первой половины|первой половине|второй половины|второй половине|(?:перв|втор|треть|четверт)\p{L}+ квартал\p{L}*)) (?:(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}* )?(\d{4}) (?:года?|г\.)|(?<!\p{L})(?:до|к|не позднее|не позже|в|в течение|начиная с|с) (?:(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}* )?((?:19|20)\d{2}) (?:году|годом|года|г\.)|(?<!\p{L})(?:до|к|в) (?:конца|концу|конце) (?:текущего |этого |каждого |календарного )?(?:года|месяца|квартала)()()/gu,
}

const count = String.raw`(?:\d+|[\p{L}-]+(?: [\p{L}-]+)?)(?: ?·+| ?\([\p{L}\d -]+\))?`
const units: Readonly<Record<Known, string>> = {
  en: '(?:calendar |working |business |full |further )?(?:hours?|days?|weeks?|months?|years?)',
  ru: '(?:календарных |рабочих |полных )?(?:час(?:а|ов|ам)?|сут(?:ок|ки)|дн(?:я|ей|ям|и)|день|недел(?:и|ь|ю)|месяц(?:а|ев|ы)?|год(?:а)?|лет)',
}
const tail: Readonly<Record<Known, string>> = {
  en: '(?: (?:of|after|from|following|before|prior to|in advance of|to) (?:(?:the )?(?:date|day|moment|time) (?:of|on which|when) )?[^,;.:]{1,70}| in advance| thereafter| beforehand)?',
  ru: '(?:,? (?:со дня|с даты|с момента|с|после|до|от|по) [^,;.:]{1,70}?(?= и \\p{L}+(?:ть|ться|ет|ит)(?!\\p{L})| в течение |[,;.:]|$))?',
}
/** So long before, after or within something; groups: how many, of what. */
export const within: Readonly<Record<Known, RegExp>> = {
  en: new RegExp(
    String.raw`(?<!\p{L})(?:(?:within|in|no(?:t)? later than|not less than|no less than|not more than|at least|at most|after|for|by no later than|over|during|up to) (?:the |a period of |a |an |the first |the next |a maximum of |next |at most )*)(${count})[ -](${units.en})(?!\p{L})${tail.en}|(?<![\p{L}\d-])(${count}) (${units.en}) (?:after|from|following|before|prior to|of|in advance)(?!\p{L})[^,;.:]{0,70}`,
    'gu',
  ),
  ru: new RegExp(
    String.raw`(?<!\p{L})(?:в течение|не позднее чем через|не позднее чем за|не позднее,? чем|не позднее|не позже чем через|не позже|через|за|по истечении|спустя|не менее чем за|как минимум за|в срок до|в срок не более|в срок,? не превышающий|на протяжении|в пределах) (?:первых |следующих |последующих |ближайших |не более |не менее )?(${count}) (${units.ru})(?!\p{L})${tail.ru}|(?<!\p{L})в ([\p{L}\d]+)-?(дневный|недельный|месячный|суточный|часовой|летний) срок${tail.ru}|(?<!\p{L})в (двадцати|тридцати|шестидесяти|девяносто|десяти|пяти|трех|двух|семи|сорока|сорокапяти|четырнадцати|пятнадцати)(дневный|месячный|недельный) срок${tail.ru}`,
    'gu',
  ),
}
/** The Nth day of something. */
export const day: Readonly<Record<Known, RegExp>> = {
  en: /(?<!\p{L})(?:(?:from|on|by|starting on|starting|as of|no later than|after|by no later than) )?(?:the )?(?:day|d\+)[ -]?(\d+|one|two|three|four|five|ten)(?: (?:of|after|following) [^,;.:]{1,50}?(?= at the latest|[,;.:]|$| and | to )| at the latest|(?![\p{L}\d]))|(?<!\p{L})(?:on|by|from|no later than) the (?:\p{L}+|\d+(?:st|nd|rd|th)) day(?: (?:of|after|following) [^,;.:]{1,50})?/gu,
  ru: /(?<!\p{L})(?:(?:в|на|с|не позднее|начиная с|не позже) )?(?:перв|втор|треть|четверт|пят|шест|седьм|восьм|девят|десят|четырнадцат|\d+-?)\p{L}* (?:день|дня|сутки|суток)(?: (?:после |с |со дня )?[^,;.:]{1,50}?(?= и \p{L}+(?:ть|ться|ет|ит)(?!\p{L})| \p{L}{2,}(?:ть|ться)(?!\p{L})|[,;.:]|$))?|(?<!\p{L})(?:в|на|с|не позднее) (?:день|дня) (?:подписания|вступления|начала|прекращения|отвода|вывода)[^,;.:]{0,50}/gu,
}
/** The entry into force or the signature. */
export const event: Readonly<Record<Known, RegExp>> = {
  en: /(?<!\p{L})(?:up)?(?:on|from|at|as of|following|after|by|since)(?: the)?(?: (?:date|moment|day|time) of)?(?: the| its| their)? (?:(?:date of )?entry into force|coming into force|signing|signature|(?:adoption|acceptance)(?= of (?:this|the present)))(?! by)(?: of (?:this|the present|the) \p{L}+)?/gu,
  ru: /(?<!\p{L})(?:с|со|после|по|при|в|до)(?: (?:даты|дня|момента|день|момент))? (?:вступлени(?:я|и|ю)(?: \p{L}+){0,3}? в силу|подписани(?:я|и|ю)|приняти(?:я|и)(?= настоящего))(?: (?:(?:настоящего|данного) \p{L}+|соглашения|договора|протокола|документа))?/gu,
}
/** Every so often. */
export const recurring: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    (?:every|each) (?:(?:\d+|\p{L}+) )?(?:days?|weeks?|months?|years?|quarter|hours?)|annually|monthly|weekly|daily|quarterly|
    yearly|biannually|semi-annually|biweekly|fortnightly|(?:once|twice|(?:\d+|\p{L}+) times) (?:a|an|per|every|each|in) (?:calendar )?(?:day|week|month|year|quarter)|
    on a (?:daily|weekly|monthly|quarterly|yearly) basis|at intervals of [^,;.]{1,30}
  `,
  ru: oneOf`
    ежегодно|ежемесячно|еженедельно|ежедневно|ежеквартально|ежесуточно|кажд\p{L}+ (?:(?:\d+|\p{L}+) )?(?:день|дня|дней|недел\p{L}+|месяц\p{L}*|год\p{L}*|квартал\p{L}*|сутки|суток|часа?|часов|лет)|
    (?:один |два |дважды |три |не (?:реже|менее|чаще) )?(?:(?:одного|двух|трех) )?раза? в (?:\p{L}+ )?(?:день|сутки|неделю|месяц|квартал|год|полгода)|на (?:ежедневной|еженедельной|ежемесячной|ежегодной) основе
  `,
}
/** At all times. */
export const standing: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    at all times|permanently|indefinitely|at any time|round the clock|24 hours a day|(?:throughout|during|for) the (?:(?:entire|whole|full|transition|transitional|interim) )*(?:duration|period|term|time)|
    as long as this \p{L}+ (?:is|remains) in force|perpetually|continuously|throughout the (?:transition|ceasefire|truce)
  `,
  ru: oneOf`
    в любое время|постоянно|бессрочно|круглосуточно|(?:в течение|на протяжении|на) (?:всего|весь|переходного|всего переходного) (?:период\p{L}*|срок\p{L}*|времени|время)|
    на весь (?:период|срок)|на период [^,;.]{1,40}|непрерывно|на постоянной основе|на протяжении [^,;.\d]{1,30}
  `,
}
/** Words that set no day. */
export const vague: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    immediately|promptly|forthwith|swiftly|quickly|rapidly|expeditiously|shortly|(?<!as )soon|urgently|eventually|speedily|without (?:any |undue |further |unnecessary |unreasonable )*delay|
    as (?:soon|early|quickly|promptly|rapidly) as (?:reasonably )?(?:possible|practicable|feasible|they can)|at the earliest (?:possible |practicable )?(?:opportunity|date|time|moment|convenience)?|in due (?:course|time)|
    in a timely (?:manner|fashion)|in the (?:near|foreseeable|nearest) future|within (?:a )?(?:reasonable|short|the shortest(?: possible)?|appropriate) (?:period(?: of time)?|time(?:frame|s)?|terms?)|
    at an (?:early|appropriate|opportune) (?:date|time|stage)|at a later (?:date|stage|time)|in good time|(?:when|where|whenever) (?:possible|appropriate|practicable|feasible|conditions (?:allow|permit))|
    at regular intervals|regularly|periodically|from time to time|gradually|progressively|over time|in the (?:shortest|earliest)(?: possible)? (?:time|period)|prompt|speedy|swift|immediate|
    within agreed time(?:frames|limits)|in stages to be agreed|once conditions (?:allow|permit)
  `,
  ru: oneOf`
    незамедлительно|немедленно|безотлагательно|срочно|своевременно|оперативно|скоро|вскоре|постепенно|регулярно|периодически|быстро|без (?:каких-либо |необоснованных |неоправданных |излишних )*(?:промедлени\p{L}|задерж\p{L}+|отлагательств\p{L}*|проволоч\p{L}+)|
    (?:как можно|возможно) (?:скорее|быстрее|раньше)|в (?:возможно |самые |максимально )?(?:кратчайш|коротк|сжат|разумн|ближайш|приемлем)\p{L}+ (?:возможн\p{L}+ )?(?:срок|период)\p{L}*|в ближайш\p{L}+ (?:время|будущем|перспективе)|
    в (?:надлежащее|должное|свое|соответствующее|подходящее) время|по мере возможности|при первой (?:же )?возможности|время от времени|со временем|в дальнейшем|в последующем|в перспективе|скорейш\p{L}+|
    немедленн\p{L}+|незамедлительн\p{L}+|безотлагательн\p{L}+|на регулярной основе|в разумные сроки|когда (?:это )?(?:позволят|будут созданы) условия|в согласованные сроки|на более позднем этапе|позднее(?! \d)(?=[.,;]|$)
  `,
}
