/** What a bracket with nothing but words in it is, when it is no alternative: a blank, a citation, a remark. */
import { type Naming, namesIn } from './names.ts'
import type { NotedBlank, NotedPiece, NotedReservation, NotedStatus } from './notation.ts'
import { plain } from './scan.ts'

const dots = String.raw`_+|\.{2,}|\. \. \.|…|[XxХх]{1,4}|YY|N{1,3}|n`
const blanks = new RegExp(
  `^(?:(?:${dots})(?:[ \\u00A0]\\p{L}+){0,3}|[-–—]{1,3}|[●•*?]{1,3}|YYYY|(?:DD|ДД)[./ -](?:MM|ММ)(?:[./ -](?:YYYY|ГГГГ))?)$`,
  'u',
)
const settled = 'determined|confirmed|completed|agreed|decided|specified|added|inserted|negotiated'
const things = 'date|place|venue|number|names?|year|title'
const named = new RegExp(
  `^(?:tb[dcas]|(?:\\p{L}+ ){0,3}to be (?:${settled})|(?:${things})(?:,? (?:and )?(?:date|place))?(?: of(?: \\p{L}+){1,3})?|insert\\b.*|дата|место|число|номер|год|имя|название|(?:дата|место)(?:,| и) (?:дата|место)|уточнить|(?:\\p{L}+ ){0,3}подлежит (?:уточнению|согласованию|определению)|будет (?:определен|уточнен|согласован)\\p{L}*|(?:указать|вставить)(?: .*)?)$`,
  'iu',
)
/** A blank with a name that would not be known for one: `[__ days]`. */
const explicit = /^__ (?=\S)/u

const symbol = String.raw`[A-Z][A-Z-]{0,9}(?:/[A-Z0-9][\w.()-]*)+(?:\s\((?:\d{4}|[A-Z][a-z]+)\))?(?:,? (?:paras?|arts?|п|пп|ст)\.? \d[\w()–-]*)?`
const resolution = String.raw`(?:(?:Security Council|General Assembly) )?(?:resolutions?|res\.|резолюци\p{L}+) `
const citation = new RegExp(
  `^(?=.*\\d)(?:${symbol}|UN(?:SCR?|GA)\\s(?:res\\.?\\s)?\\d+(?:/\\d+)?(?:\\s\\(\\d{4}\\))?|(?:${resolution})?\\d{1,4} \\(\\d{4}\\)|${resolution}\\d+/\\d+)(?:[,;] (?:and )?${symbol})*\\.?$`,
  'u',
)
const editorial =
  /^(?:sic[.!]?|ibid\.?|так в (?:тексте|оригинале)|там же\.?|emphasis added|footnote omitted|footnote \d+|(?:see|cf\.|см\.) .{1,60})$/iu
const aside =
  /^(?:(?:ed(?:itor)?(?:['’]?s)?\.?(?: note)?|note|nb|n\.b\.|(?:drafting|secretariat|chair['’]?s) note|note by \p{L}[\p{L} ]{0,40}|примечание(?: \p{L}+){0,2}): \S.*)$/iu

const onDay = String.raw`(?:[,;]?\s+(?:on\s+|от\s+)?\d{1,2}[\s./]\S.*)?`
const adReferendum = String.raw`ad\.?\s*ref(?:\.|erendum)?`
const statuses: readonly (readonly [NotedStatus, RegExp])[] = [
  [
    'agreed-ad-referendum',
    new RegExp(
      `^(?:(?:provisionally\\s+)?agreed,?\\s+|согласован[оаы]?,?\\s+)?${adReferendum}${onDay}$`,
      'iu',
    ),
  ],
  ['agreed-in-principle', new RegExp(`^(?:agreed in principle|согласован[оаы]? в принципе)${onDay}$`, 'iu')],
  [
    'provisionally-agreed',
    new RegExp(
      `^(?:provisionally agreed|agreed provisionally|предварительно согласован[оаы]?)${onDay}$`,
      'iu',
    ),
  ],
  ['initialled', new RegExp(`^(?:initial(?:l)?ed|парафирован[оаы]?)${onDay}$`, 'iu')],
  ['agreed', new RegExp(`^(?:agreed(?: text| language)?|text agreed|согласован[оаы]?)${onDay}$`, 'iu')],
]

const qualified = String.raw`(?:(?:general|scrutiny|study|parliamentary|linguistic)\s+)?`
const position = String.raw`(?:(?:its|their|the)\s+positions?\b.*|on\b.*|the right to (?:revert|return|come back)\b.*)?\.?`
const reserving = String.raw`(?:(?:has\s+|have\s+)?reserve[sd]?\s*${position}|(?:maintain|place|enter|make)(?:s|d)?\s+(?:a|its|their)\s+${qualified}reserv\w+.*|(?:резервиру|сохраня)(?:ет|ют)\s+(?:сво\p{L}+\s+)?(?:позици|оговорк)\p{L}*.*|оставля(?:ет|ют) за собой (?:(?:сво\p{L}+\s+)?позици\p{L}*|право (?:вернуться|возвратиться)).*|to revert\.?)`
const reservations: readonly RegExp[] = [
  new RegExp(`^(?<by>\\S.*?)\\s+${reserving}$`, 'iu'),
  new RegExp(`^(?<by>\\S.*?)\\s+${qualified}reservation(?:\\s+(?:on|to)\\b.*)?[.]?$`, 'iu'),
  new RegExp(`^${qualified}reserv(?:ation|e)s?(?:\\s+(?:by|of|from)|:)\\s+(?<by>\\S.*?)[.]?$`, 'iu'),
  /^оговорк[аи]:?\s+(?<by>\S.*?)[.]?$/iu,
]
const reserves = new RegExp(`^(?:${reserving}|${qualified}reservation\\b.*|оговорк[аи])$`, 'iu')
const delegation = /^(?:(?:the\s+)?delegations?\s+of\s+)?(?:the\s+)?(?=\S)/iu

/** The remark that one side reserves its position, or null. `by` are the names before a colon. */
export const reservationIn = (
  remark: string,
  by: readonly string[],
  words: string,
  naming: Naming,
): NotedReservation | null => {
  if (by.length > 0) return reserves.test(words) ? { reservedBy: by, remark } : null
  for (const form of reservations) {
    const found = form.exec(words)?.groups?.by
    const names = found === undefined ? null : namesIn(found.replace(delegation, ''), naming)
    if (names) return { reservedBy: names, remark }
  }
  return null
}

/** The name under which a blank is known: what stands in the bracket; `…` when nothing does. */
const blankIn = (words: string, shape: string): NotedBlank | null => {
  if (shape === '') return { placeholder: '…' }
  if (explicit.test(shape)) return { placeholder: words.slice(3) }
  return blanks.test(shape) || named.test(shape) ? { placeholder: words } : null
}

/**
 * What the words of a bracket without sponsor and without other alternatives are; null when they are an alternative.
 * `attached`: the bracket follows a word without a space, as the number of a footnote does.
 */
export const lonePiece = (
  words: string,
  shape: string,
  attached: boolean,
  naming: Naming,
): NotedPiece | null => {
  const blank = blankIn(words, shape)
  if (blank) return blank
  if (shape.includes(plain)) return null
  if (/^\^[\p{L}\p{N}-]{1,40}$/u.test(words)) return { note: words.slice(1) }
  if (citation.test(words) || editorial.test(words) || (attached && /^\d{1,2}$/u.test(words)))
    return { words: `[${words}]` }
  if (aside.test(words)) return { aside: true, remark: words }
  const status = statuses.find(([, form]) => form.test(words))
  if (status) return { status: status[0], remark: words }
  return reservationIn(words, [], words, naming)
}
