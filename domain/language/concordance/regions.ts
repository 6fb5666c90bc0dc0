/** Stretches of a passage whose figures belong together: a date, a resolution, a symbol of a document, a post grade. */
import type { Passage } from './passage.ts'

/** `series` is a stretch whose figures differ by language by right, such as the volume of a treaty series. */
export type RegionKind = 'date' | 'time' | 'resolution' | 'symbol' | 'grade' | 'series'

/** One stretch. Two regions of a kind with the same key say the same, in whatever language. */
export interface Region {
  readonly kind: RegionKind
  readonly key: string
  readonly from: number
  readonly to: number
}

const latinFor: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
}

/** Capitals as Latin ones: a Cyrillic letter that looks like a Latin one is taken for it. */
export const latinised = (words: string): string =>
  words.replace(/[АВСЕНКМОРТХ]/gu, (letter) => latinFor[letter] ?? letter)

const months: Readonly<Record<string, readonly string[]>> = {
  en: 'january february march april may june july august september october november december'.split(' '),
  ru: 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' '),
}

const shortened = 'jan feb mar apr - jun jul aug sept oct nov dec'.split(' ')

const monthOf: ReadonlyMap<string, number> = new Map([
  ...(months.en ?? []).map((name, i) => [name, i + 1] as const),
  ...shortened.map((name, i) => [name, i + 1] as const),
  ['sep', 9],
  ...(months.ru ?? []).flatMap((stem, i) =>
    ['', 'ь', 'я', 'е', 'ю', 'ем', 'й', 'а', 'у', 'ом'].map((ending) => [stem + ending, i + 1] as const),
  ),
])

/** The number of a month by its name in lower case, in either language; `ма` alone is none. */
export const monthNamed = (name: string): number | undefined =>
  name === 'ма' ? undefined : monthOf.get(name)

type Read = (match: RegExpMatchArray) => Pick<Region, 'kind' | 'key'> | null

const minutes = (hours: string, rest = '0', half = ''): string => {
  const pm = /^p/u.test(half) || half === 'дня' || half === 'вечера'
  const hour = (Number(hours) % (half === '' ? 24 : 12)) + (pm ? 12 : 0)
  return String(hour * 60 + Number(rest))
}

const time: Read = ([, hours = '0', rest, half]) =>
  Number(hours) > 24 || Number(rest ?? 0) > 59 ? null : { kind: 'time', key: minutes(hours, rest, half) }

const dateOf = (day: string, name: string, year: string | undefined): Pick<Region, 'kind' | 'key'> | null => {
  const month = monthNamed(name)
  if (month === undefined) return null
  return { kind: 'date', key: `${Number(day)}.${month}${year === undefined ? '' : `.${year}`}` }
}

const date: Read = ([, day = '', name = '', year]) => dateOf(day, name, year)
const americanDate: Read = ([, name = '', day = '', year]) => dateOf(day, name, year)

// Corrigenda are issued language by language, so a symbol with one is no symbol that the other language must have.
const symbol: Read = ([words]) => ({
  kind: /\/ ?corr\./iu.test(words) ? 'series' : 'symbol',
  key: latinised(words).toUpperCase().replaceAll('–', '-'),
})

// "2020/21" is a span of years, "75/290" a resolution of the seventy-fifth session.
const numberInSession: Read = ([words, one = '', other = '']) => {
  const next = String(Number(one) + 1)
  const isSpan = one.length === 4 && (other === next || other === next.slice(2))
  return isSpan ? null : { kind: 'resolution', key: words }
}

type Rule = readonly [RegExp, Read]

const timeRules: readonly Rule[] = [
  [
    /(?<!\p{L})(?:noon|полдень|полудня|midnight|полночь|полуночи)(?!\p{L})/gu,
    ([word]) => ({ kind: 'time', key: /^(?:noon|полд|полуд)/u.test(word) ? '720' : '0' }),
  ],
  [
    /(?<![\d.])(\d{1,2})(?:[.:](\d{2}))?(?= ?(?:to|–|-|and|until) ?\d{1,2}(?:[.:]\d{2})? ?([ap])\.? ?m\b)/gu,
    time,
  ],
  [/(?<![\d.])(\d{1,2})(?:[.:](\d{2}))? ?([ap])\.? ?m\b\.?/gu, time],
  [/(?<![\d.])(\d{1,2}) ?ч(?:\.|аса?|асов)? ?(\d{2}) ?м(?:ин\p{L}*|\.)?(?!\p{L})/gu, time],
  [/(?<![\d.])(\d{1,2}) (?:ч\.?|час|часа|часов) ()(утра|дня|вечера|ночи)(?!\p{L})/gu, time],
  [/(?<![\d.:])(\d{1,2}):(\d{2})(?![\d:])/gu, time],
  [/(?<=(?:^|[^\p{L}])(?:в|до|с|к|после) )(\d{1,2})\.(\d{2})(?![\d.])(?! ?[%\p{L}])/gu, time],
]

const dateRules: readonly Rule[] = [
  [/(?<!\d)(\d{1,2})(?:st|nd|rd|th|-?го)?(?: of)? (\p{L}+)\.?(?:,? (\d{4})(?!\d))?/gu, date],
  [/(?<!\p{L})(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu, americanDate],
]

const symbolRules: readonly Rule[] = [
  [
    /(?<![\p{L}\d/])[A-ZА]+(?:\.\d+)?(?:\/(?:[A-Za-z0-9.]|[-–](?![A-Z]+\/))*[A-Za-z0-9])+(?:(?: \((?:Parts?|Vols?\.) [IVX]+(?: and [IVX]+)?\))?\/ ?Corr\.\d+)?/gu,
    symbol,
  ],
  [/(?<![\d/])(\d{1,4})\/(\d{1,4})(?![\d/])/gu, numberInSession],
  [
    /(?<!\d)(\d{1,4}) \((\d{4})\)/gu,
    ([, number, year]) => ({ kind: 'resolution', key: `${number} (${year})` }),
  ],
  [
    /(?<![\p{L}\d])[A-ZА-Я]\.(\d{2})\.([IVXLC]+)(?:\.([A-ZА-Я]))?\.(\d+)(?:\/(?:Rev|Corr)\.\d+)?/gu,
    ([, ...parts]) => ({ kind: 'symbol', key: latinised(parts.join('.')) }),
  ],
  [
    /(?<![\p{L}\d])([PDGSLFСДГ])-([1-9])(?![\d-])/gu,
    ([, letter = '', step]) => ({ kind: 'grade', key: `${gradeLetter[letter] ?? letter}-${step}` }),
  ],
  [
    /(?:Treaty Series|Сборник договоров|Серия договоров)[^.;()]{0,80}?(?:vols?\.|том\p{L}*|тт?\.) *\d+(?:(?:,| and| и|–|-) ?\d+(?! ?[a-zа-я]))*/gu,
    ([words]) => ({ kind: 'series', key: words }),
  ],
  [
    /(?<!\p{L})vols?\. \d+(?:(?:,| and|–|-) ?\d+)*(?=, No\.)/giu,
    ([words]) => ({ kind: 'series', key: words }),
  ],
]

// The Professional and Director grades have their own letters in Russian: С (специалист), Д (директор).
const gradeLetter: Readonly<Record<string, string>> = { С: 'P', Д: 'D', Г: 'G' }

const read = (words: string, rules: readonly Rule[]): readonly Region[] =>
  rules.flatMap(([pattern, make]) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const made = make(match)
      return made ? [{ ...made, from: match.index, to: match.index + match[0].length }] : []
    }),
  )

/** The stretches of a passage, by place; where two overlap the one that begins first, or is longer, stands. */
export const regionsIn = ({ plain, lower }: Passage): readonly Region[] => {
  const all = [...read(lower, timeRules), ...read(lower, dateRules), ...read(plain, symbolRules)]
  const ordered = all.toSorted((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return ordered.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}
