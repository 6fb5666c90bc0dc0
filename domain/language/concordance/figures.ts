/** Every figure of a passage: numbers in digits, in letters and in Roman numerals, months, times of day. */
import { spelledNumbers } from './number-words.ts'
import type { Passage } from './passage.ts'
import { monthNamed, type Region, regionsIn } from './regions.ts'
import { unitOf } from './units.ts'

/**
 * One figure. `key` is its value, the same in both languages; `also` holds other values that would answer it.
 * `firm`: written in digits, so that the other language must have it too; `loose`: in letters; `hint`: a word such
 * as "decade" that only answers.
 */
export interface Figure {
  readonly key: string
  readonly also: readonly string[]
  readonly strength: 'firm' | 'loose' | 'hint'
  readonly form: 'digits' | 'roman' | 'letters' | 'month' | 'time'
  /** True for an ordinal in letters. */
  readonly order: boolean
  /** The unit that follows it, by its English name. */
  readonly unit: string | null
  readonly region: Region | null
  readonly from: number
  readonly to: number
}

type Found = Omit<Figure, 'region' | 'unit'>

const digitsAt = (key: string, also: readonly string[], from: number, to: number): Found => ({
  key,
  also,
  strength: 'firm',
  form: 'digits',
  order: false,
  from,
  to,
})

const digits: Readonly<Record<Passage['language'], RegExp>> = {
  en: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\d.])\d{1,3}(?: \d{3})+(?!\d)|\d+\.\d+(?![.\d/])|\d+/gu,
  ru: /(?<![\d.,])\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d+,\d+(?![,\d])|\d+\.\d+(?![.\d/])|\d+/gu,
}

const scaleAfter: readonly (readonly [RegExp, number])[] = [
  [/^[ -](?:thousand|тыс\.|тысяч\p{L}*)/u, 1e3],
  [/^[ -](?:million|млн|миллион(?!ер)\p{L}*)/u, 1e6],
  [/^[ -](?:billion|млрд|миллиард(?!ер)\p{L}*)/u, 1e9],
  [/^[ -](?:trillion|трлн|триллион\p{L}*)/u, 1e12],
]

const valueWritten = (language: Passage['language'], written: string): string => {
  const bare = written.replace(/ /gu, '')
  return String(Number(language === 'en' ? bare.replace(/,/gu, '') : bare.replace(',', '.')))
}

/** What else a number in digits may stand for: a decade, the second year of a span, thousands set off by a comma. */
const othersOf = ({ lower, language }: Passage, written: string, from: number): readonly string[] => {
  const [before, after] = [lower.slice(Math.max(0, from - 5), from), lower.slice(from + written.length)]
  const others: string[] = []
  if (/^\d{4}$/u.test(written) && /^(?:s\b|-(?:е|х|м|ми)(?!\p{L}))/u.test(after))
    others.push(String(Number(written.slice(2))))
  if (/^\d{2}$/u.test(written)) {
    const century = /(\d{2})\d{2}[/–-]$/u.exec(before)?.[1]
    if (century) others.push(century + written)
    if (/^(?:s\b|-(?:е|х|м|ми)(?!\p{L}))/u.test(after)) others.push(`19${written}`, `20${written}`)
  }
  if (language === 'ru' && /^\d+,\d{3}$/u.test(written))
    others.push(written.replace(',', '').replace(/^0+/u, ''))
  return others
}

const scaled = (value: string, factor: number): string =>
  String(Number((Number(value) * factor).toPrecision(12)))

const inDigits = (passage: Passage): readonly Found[] =>
  [...passage.lower.matchAll(digits[passage.language])].map((match) => {
    const [written] = match
    const [from, end] = [match.index, match.index + written.length]
    const after = passage.lower.slice(end, end + 24)
    const value = valueWritten(passage.language, written)
    const shared = /^(?: ?[–-] ?)[\d.,]+(?= )/u.exec(after)?.[0]
    for (const [pattern, factor] of scaleAfter) {
      if (shared && pattern.test(after.slice(shared.length)))
        return digitsAt(scaled(value, factor), [value], from, end)
      const scale = pattern.exec(after)
      if (scale) {
        return digitsAt(scaled(value, factor), [], from, end + scale[0].length)
      }
    }
    return digitsAt(value, othersOf(passage, written, from), from, end)
  })

/** "Paragraphs 5 to 7" also name the sixth: what a short range holds answers figures of the other language. */
const inRanges = ({ lower }: Passage): readonly Found[] =>
  [...lower.matchAll(/(?<![\d/.])(\d{1,3})(?: ?[–-] ?| to | по )(\d{1,3})(?![\d/.,])/gu)].flatMap((match) => {
    const [first, last, at] = [Number(match[1]), Number(match[2]), match.index + match[0].length]
    if (last <= first || last - first > 20) return []
    return Array.from(
      { length: last - first - 1 },
      (_, i): Found => ({
        ...digitsAt(String(first + 1 + i), [], at, at),
        strength: 'hint',
      }),
    )
  })

const roman = /(?<![\p{L}\d.])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\p{L}\d])(?!\.[A-Z])/gu
const heads =
  /(?:articles?|parts?|chaps?\.|chapters?|annex(?:es)?|vols?\.|sections?|sect\.|title|category|phase|стать\p{L}*|част\p{L}*|гл\.|глав\p{L}*|приложени\p{L}*|раздел\p{L}*|разд\.|тт?\.|том\p{L}*|категори\p{L}*) $/iu
const romanUnits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

const inRoman = ({ plain }: Passage): readonly Found[] =>
  [...plain.matchAll(roman)].flatMap((match): readonly Found[] => {
    const [written, tens = '', units = ''] = match
    const isSure =
      written.length > 1 ||
      heads.test(plain.slice(Math.max(0, match.index - 16), match.index)) ||
      /^ (?:этап|фаз|част|раздел|стади)/u.test(plain.slice(match.index + 1, match.index + 10))
    if (written === '' || !isSure) return []
    const value = 10 * tens.length + romanUnits.indexOf(units)
    const to = match.index + written.length
    return [{ ...digitsAt(String(value), [], match.index, to), form: 'roman' }]
  })

const inLetters = (passage: Passage): readonly Found[] =>
  spelledNumbers(passage).map(({ value, also, order, hint, from, to }) => ({
    key: String(value),
    also: also.map(String),
    strength: hint ? 'hint' : 'loose',
    form: 'letters',
    order,
    from,
    to,
  }))

/** A month counts when a day or a year stands beside it: "may" and «марта» are also other words. */
const inMonths = ({ tokens, plain }: Passage): readonly Found[] =>
  tokens.flatMap(({ word, at, to }, i): readonly Found[] => {
    const month = monthNamed(word)
    if (month === undefined) return []
    const isName = /^\p{Lu}/u.test(plain.slice(at)) || /[а-я]/u.test(word)
    const beside = [tokens[i - 1]?.word, tokens[i + 1]?.word].some(
      (near) => near !== undefined && /^\d/u.test(near),
    )
    const found = digitsAt(`month ${month}`, [], at, to)
    return isName ? [{ ...found, form: 'month', strength: beside ? 'firm' : 'hint' }] : []
  })

const inside = ({ from, to }: Found, region: Region): boolean => from >= region.from && to <= region.to

const asTime = ({ key, from, to }: Region): Found => {
  const hour = Math.floor(Number(key) / 60)
  return { ...digitsAt(`time ${key}`, [String(hour), String(hour % 12)], from, to), form: 'time' }
}

/** The figures of a passage, in order. */
export const figuresIn = (passage: Passage): readonly Figure[] => {
  const regions = regionsIn(passage)
  const found: Found[] = []
  for (const one of [
    ...inDigits(passage),
    ...inRanges(passage),
    ...inRoman(passage),
    ...inMonths(passage),
    ...inLetters(passage),
  ])
    if (!found.some((other) => one.from < other.to && other.from < one.to)) found.push(one)
  const figures = found.flatMap((one): readonly Figure[] => {
    const region = regions.find((each) => inside(one, each)) ?? null
    return region?.kind === 'time' || region?.kind === 'series'
      ? []
      : [{ ...one, region, unit: unitOf(passage, one.from, one.to) }]
  })
  const times = regions
    .filter(({ kind }) => kind === 'time')
    .map((region) => ({ ...asTime(region), region, unit: null }))
  return [...figures, ...times].toSorted((one, other) => one.from - other.from)
}
