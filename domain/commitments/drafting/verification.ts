/** How a draft says that somebody will see whether it was done; and how, through what, it is to be done. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import { oneOf } from '#domain/language/concordance/one-of.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import type { VerificationMeans } from '../terms.ts'
import type { Reading, Stretch } from './reading.ts'
import { isGoverned, type Mention } from './who.ts'

/** One way of seeing that a demand was met; who sees it, where the words say so. */
export interface DraftVerification {
  readonly means: VerificationMeans
  readonly cited: Cited
  readonly verifier: Mention | null
}

type Rules = readonly (readonly [VerificationMeans, RegExp])[]

const english: Rules = [
  ['national-technical-means', oneOf`national technical means`],
  ['inspection', oneOf`(?:on-site )?inspections?|inspected|inspects?`],
  [
    'third-party',
    oneOf`
      under (?:the )?(?:[\p{L}-]+ ){0,3}?(?:supervision|monitoring|verification|observation|oversight|surveillance|auspices and supervision)|in the presence of|
      (?:monitored|verified|observed|supervised|overseen|certified|attested|witnessed|audited|validated)|
      (?:monitor|verify|observe|supervise|oversee|certify|validate)(?= (?:the|all|compliance|implementation|whether|that|its|this|their|and|adherence|fulfil\p{L}+|withdrawal))|monitors(?= (?:the|all|compliance))|verifies|supervises|oversees|
      (?:subject to|(?:effective|international|independent|strict|joint|third-party|full|mutual|external) )(?:monitoring|verification|supervision|observation|oversight)|monitoring and verification|verification and monitoring|verification (?:of|by|mission|mechanism)|monitoring (?:of|by|mission|mechanism)|
      supervision (?:of|by)|under (?:the )?(?:[\p{L}-]+ ){0,2}?(?:international|independent|joint) control
    `,
  ],
  [
    'data-exchange',
    oneOf`exchange(?:s)? (?:of )?(?:\p{L}+ )?(?:data|information|lists|inventories)|declarations? of (?:holdings|stocks|inventories)|baseline declarations?`,
  ],
  [
    'notification',
    oneOf`notif(?:y|ies|ied)|notifications?|informs?(?= (?:the|each|all|\p{L}+ part))|give(?:s)? (?:advance |prior )?notice`,
  ],
  [
    'self-report',
    oneOf`(?:submits?|provides?|presents?|issues?|publish(?:es)?) (?:(?:to|every|within) [^,;.]{1,60} )?(?:a |an |its |their |regular |written |periodic |monthly |annual |quarterly |joint |the )*reports?|reports? (?:thereon )?(?:to|on|back|monthly|annually|weekly|regularly|every)(?!\p{L})`,
  ],
]
const russian: Rules = [
  ['national-technical-means', oneOf`национальн\p{L}+ технически\p{L}+ средств\p{L}*`],
  ['inspection', oneOf`инспекци\p{L}+|инспектиру\p{L}+|проверк\p{L}+ на мест\p{L}+`],
  [
    'third-party',
    oneOf`
      под (?:(?!сво)[\p{L}-]+ ){0,3}?(?:наблюдением|надзором|контролем|мониторингом)|при (?:[\p{L}-]+ ){0,3}?(?:наблюдении|надзоре|контроле|мониторинге)|в присутствии|
      (?:наблюда(?:ет|ют|ть)|(?:контроль|надзор|наблюдение|мониторинг|проверк\p{L}|верификаци\p{L}) (?:за|над|соблюдения|выполнения)|осуществля(?:ет|ют|ть) (?:\p{L}+ ){0,2}(?:наблюдение|надзор|мониторинг|контроль|проверку|верификацию))|контролиру(?:ет|ют|ется|ются)|проверя(?:ет|ют|ется|ются|ть)|верифициру\p{L}+|удостоверя\p{L}+|
      (?:мониторинг\p{L}*|верификаци\p{L}+|наблюдени\p{L}+|надзор\p{L}*) (?:и \p{L}+ )?(?:за|режима|прекращения|соблюдения|выполнения|со стороны|отвода|вывода)|подлеж\p{L}+ (?:\p{L}+ )?(?:проверке|контролю|верификации)|мониторинг и верификаци\p{L}+|мониторинг и контроль|
      (?:провер|подтвержд|удостовер|засвидетельств)\p{L}*(?:ен|ан)(?:а|о|ы|ный|ная|ное|ные|ных|ной)?(?= \p{L})|(?:эффективн|международн|независим|совместн)\p{L}+ (?:мониторинг\p{L}*|верификаци\p{L}+|наблюдени\p{L}+|надзор\p{L}*|контрол\p{L}+|проверк\p{L}+)
    `,
  ],
  [
    'data-exchange',
    oneOf`обмен\p{L}* (?:\p{L}+ )?(?:данными|информацией|списками|перечнями|сведениями)|обменива\p{L}+ (?:\p{L}+ )?(?:данными|информацией|списками|перечнями|сведениями)`,
  ],
  ['notification', oneOf`уведом\p{L}+|извеща\p{L}+|извести\p{L}+|информиру(?:ет|ют)|проинформир\p{L}+`],
  [
    'self-report',
    oneOf`(?:представля|предостав|представ)\p{L}+ (?:[\p{L}-]+ ){0,9}?(?:доклад|отчет)\p{L}*|докладыва(?:ет|ют|ть)|отчитыва\p{L}+`,
  ],
]

/** Who sees: the first somebody soon after the words, or the subject right before the verb. */
const verifierOf = (
  reading: Reading,
  mentions: readonly Mention[],
  { from, to }: Stretch,
): Mention | null => {
  const isNear = (one: Mention): boolean =>
    one.kind !== 'pronoun' &&
    one.from >= to &&
    one.from - to <= 110 &&
    !/[;]|\.(?= \p{Lu})/u.test(reading.plain.slice(to, one.from))
  const inside = mentions.find((one) => one.from >= from && one.to <= to && one.kind !== 'pronoun')
  if (inside) return inside
  const after = mentions.find((one) => isNear(one) && followsAs(reading, to, one))
  if (after) return after
  const before = mentions.findLast(
    (one) => one.to <= from && from - one.to <= 40 && !isGoverned(reading, one) && one.kind !== 'pronoun',
  )
  return before &&
    /^(?: ?(?:shall|will|must|should|may|also|is to|are to|to|в|также|будет|будут|должн\p{L}+|обязуется|regularly|регулярно|\p{L}+ly|\p{L}+о|conduct|carry out|проводит|осуществляет|и|and|monitor|observe))* ?$/u.test(
      reading.lower.slice(before.to, from),
    )
    ? before
    : null
}

/** True where the one named after the words of verification is the one who verifies: "of", "by", a genitive or instrumental. */
const followsAs = ({ lower, language }: Reading, to: number, one: Mention): boolean => {
  const between = lower.slice(to, one.from)
  if (language === 'en')
    return /(?:^|[ ])by (?:the )?$|^ ?(?:of (?:the )?|to (?:the )?|the |each |all )?$/u.test(between)
  return (
    /^ ?(?:со стороны )?(?:\p{L}+(?:ых|их|ой|ого|его|ей|ыми|ими|ым|им) ){0,2}$|(?:со стороны|силами|проводим\p{L}+|осуществляем\p{L}+) (?:\p{L}+ )?$|^[^,;.]{0,80} $/u.test(
      between,
    ) && /[а-яA-ZА-Я]/u.test(one.noun)
  )
}

/** The ways of seeing in a clause, in order; of two in one place the stronger stands. */
export const verificationIn = (
  reading: Reading,
  mentions: readonly Mention[],
): readonly (DraftVerification & Stretch)[] => {
  const kept: (DraftVerification & Stretch)[] = []
  for (const [means, pattern] of reading.language === 'en' ? english : russian)
    for (const { index: from, 0: words } of reading.lower.matchAll(pattern)) {
      const to = from + words.length
      if (kept.some((one) => from < one.to && one.from < to)) continue
      const verifier = verifierOf(reading, mentions, { from, to })
      const end = verifier && verifier.from >= to ? verifier.to : to
      const begin = verifier && verifier.to <= from ? verifier.from : from
      kept.push({ means, verifier, from, to: end, cited: reading.cite(begin, end) })
    }
  return kept.toSorted((one, other) => one.from - other.from)
}

const procedure: Readonly<Record<Known, RegExp>> = {
  en: oneOf`
    through|by means of|in accordance with|pursuant to|on the basis of|based on|in the framework of|within the framework of|under the auspices of|in line with|by (?=\p{L}+ing(?!\p{L}))\p{L}+|
    using|via|in the manner|as (?:set out|specified|provided|described|laid down) in|working groups?|joint commission|in (?:close )?(?:coordination|cooperation|consultation) with|with the (?:assistance|participation|involvement|support) of|facilitated by|supported by|coordinated by|with the help of|in stages|in (?:two|three|four|\d) (?:stages|phases|steps)
  `,
  ru: oneOf`
    путем|посредством|в соответствии с|согласно|на основе|на основании|в рамках|под эгидой|с использованием|с помощью|при содействии|при посредничестве|с участием|в порядке|рабоч\p{L}+ групп\p{L}*|совместн\p{L}+ комисси\p{L}+|через|в координации с|
    в сотрудничестве с|в консультации с|при координации|при участии|при поддержке|поэтапно|в (?:два|три|четыре|\d) этапа?
  `,
}

/** How, or through what, something is to be done: the words that say so, each with what comes right after it. */
export const proceduresIn = (reading: Reading, { from, to }: Stretch): readonly Cited[] =>
  [...reading.lower.slice(from, to).matchAll(procedure[reading.language])].map(({ index, 0: words }) => {
    const begin = from + index
    const rest =
      reading.lower.slice(begin + words.length, to).match(/^[^,;:.]{0,70}(?![\p{L}\d·])/u)?.[0] ?? ''
    return reading.cite(begin, begin + words.length + rest.length)
  })
