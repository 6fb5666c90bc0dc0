/** When something is owed: fixed days, terms counted from something, what is owed again and again, and vague words. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import { spelledNumbers } from '#domain/language/concordance/number-words.ts'
import { monthNamed, regionsIn } from '#domain/language/concordance/regions.ts'
import type { Reading, Stretch } from './reading.ts'
import { day, endOf, event, lead, names, recurring, standing, vague, within } from './time-words.ts'

/**
 * `date` is a day or a month or a year; `within` so long before or after something; `day` the Nth day of something; `event` the
 * entry into force or the signature; `recurring` every so often; `standing` at all times; `vague` "as soon as possible".
 */
export type TimeKind = 'date' | 'within' | 'day' | 'event' | 'recurring' | 'standing' | 'vague'

/** What a term is counted from; `unsaid` when the words do not say. */
export type CountedFrom = 'force' | 'signature' | 'event' | 'unsaid'

/** One expression of time. `date` is its last day as `YYYY-MM-DD`; `days` counts months as 30 and years as 365 days. */
export interface Time {
  readonly kind: TimeKind
  readonly cited: Cited
  readonly date?: string | undefined
  readonly days?: number | undefined
  readonly countedFrom?: CountedFrom | undefined
}

type Found = Stretch & Omit<Time, 'cited'>

const two = (value: number): string => String(value).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const isoOf = (key: string): string | undefined => {
  const [day = 0, month = 0, year] = key.split('.').map(Number)
  return year === undefined || Number.isNaN(year) ? undefined : `${year}-${two(month)}-${two(day)}`
}

const datesIn = ({ passage, lower, language }: Reading): readonly Found[] =>
  regionsIn(passage).flatMap(({ kind, key, from, to }): readonly Found[] => {
    if (kind !== 'date' || lower[from] === '·') return []
    const before = lower.slice(Math.max(0, from - 60), from)
    const date = isoOf(key)
    if (date === undefined || names[language].test(before)) return []
    if (
      /^,? (?:agreement|memorandum|protocol|resolution|statement|declaration|meeting|law|treaty|accord)/u.test(
        lower.slice(to),
      )
    )
      return []
    const ahead = before.match(lead[language])?.[0].length ?? 0
    const tail = language === 'ru' ? (lower.slice(to).match(/^ (?:года|г\.)/u)?.[0].length ?? 0) : 0
    return [{ kind: 'date', date, from: from - ahead, to: to + tail }]
  })

const endsIn = ({ lower, language }: Reading): readonly Found[] =>
  [...lower.matchAll(endOf[language])].flatMap((match): readonly Found[] => {
    const [words, oneMonth, oneYear, otherMonth, otherYear] = match
    const [name, year] = [oneMonth ?? otherMonth, Number(oneYear ?? otherYear)]
    if (names[language].test(lower.slice(Math.max(0, match.index - 60), match.index))) return []
    const month = name ? (language === 'ru' && name === 'ма' ? 5 : (monthNamed(name) ?? 12)) : 12
    const date = year > 0 ? { date: `${year}-${two(month)}-${two(lastDay(year, month))}` } : {}
    return [{ kind: 'date', ...date, from: match.index, to: match.index + words.length }]
  })

const perUnit: readonly (readonly [RegExp, number])[] = [
  [/^(?:\p{L}+ )?(?:час|h)/u, 1 / 24],
  [/^(?:\p{L}+ )?(?:недел|week)/u, 7],
  [/^(?:\p{L}+ )?(?:месяц|месяч|month)/u, 30],
  [/^(?:\p{L}+ )?(?:год|лет|year)/u, 365],
]
const numberIn = (reading: Reading, from: number, to: number): number | undefined => {
  const digits = reading.passage.lower.slice(from, to).match(/\d+/u)
  if (digits) return Number(digits[0])
  return spelledNumbers(reading.passage).find(
    (number) => !number.order && number.from >= from && number.to <= to,
  )?.value
}
const countedFrom = (words: string): CountedFrom => {
  if (
    /entry into force|coming into force|enters? into force|вступлени\p{L}+(?: \p{L}+){0,3}? в силу/u.test(
      words,
    )
  )
    return 'force'
  if (/sign(?:ing|ature|ed)|подписани/u.test(words)) return 'signature'
  return /(?<!\p{L})(?:of|after|from|following|before|prior|с|со|после|до|от) /u.test(words)
    ? 'event'
    : 'unsaid'
}
const implied =
  /^(?:тридцати|двадцати|шестидесяти|девяносто|десяти|пяти|трех|двух|семи|сорока|четырнадцати|пятнадцати)/u

const termsIn = (reading: Reading): readonly Found[] =>
  [...reading.lower.matchAll(within[reading.language])].flatMap((match): readonly Found[] => {
    const [words, ...groups] = match
    const [counted, unit] = groups.filter((group) => group !== undefined)
    const at = match.index
    const begin = at + words.indexOf(counted ?? '')
    const value = numberIn(reading, begin, begin + (counted?.length ?? 0))
    if (!counted || !unit || (value === undefined && !implied.test(counted))) return []
    const each = perUnit.find(([pattern]) => pattern.test(unit))?.[1] ?? 1
    const rest = words.slice(words.indexOf(unit) + unit.length)
    return [
      {
        kind: 'within',
        ...(value !== undefined && { days: Math.ceil(value * each) }),
        from: at,
        to: at + words.length,
        countedFrom: countedFrom(rest),
      },
    ]
  })

const plainly = (kind: TimeKind, pattern: RegExp, { lower }: Reading): readonly Found[] =>
  [...lower.matchAll(pattern)].map(({ index, 0: words }) => ({ kind, from: index, to: index + words.length }))

const eventsIn = (reading: Reading): readonly Found[] =>
  plainly('event', event[reading.language], reading).map((found) => ({
    ...found,
    countedFrom: countedFrom(reading.lower.slice(found.from, found.to)),
  }))

/** All expressions of time in a clause, in order. Of two in one place the one that begins first, or is longer, stands. */
export const timesIn = (reading: Reading): readonly (Time & Stretch)[] => {
  const { language } = reading
  const definite = [
    ...datesIn(reading),
    ...endsIn(reading),
    ...termsIn(reading),
    ...plainly('within', /(?<!\p{L})в (?:двух|трех)?(?:недельный|месячный|годичный) срок/gu, reading),
    ...plainly('day', day[language], reading),
    ...eventsIn(reading),
    ...plainly('recurring', recurring[language], reading),
    ...plainly('standing', standing[language], reading),
  ].toSorted((one, other) => one.from - other.from || other.to - one.to)
  const kept: Found[] = []
  for (const found of [...definite, ...plainly('vague', vague[language], reading)])
    if (!kept.some(({ from, to }) => found.from < to && from < found.to)) kept.push(found)
  return kept
    .toSorted((one, other) => one.from - other.from)
    .map((found) => {
      const to = found.from + endOfTerm(reading.lower.slice(found.from, found.to))
      return { ...found, to, cited: reading.cite(found.from, to) }
    })
}

const fixed =
  /(?:entry into force|coming into force|signing|signature)(?: of (?:the present|this|the) \p{L}+)?|(?:вступлени\p{L}+(?: \p{L}+){0,3}? в силу|подписани\p{L}+)(?: (?:(?:настоящего|данного) \p{L}+|соглашения|договора|протокола|документа))?/u

/** How far a term goes: it ends with the event it is counted from, where that is a well-known one. */
const endOfTerm = (words: string): number => {
  const found = words.match(fixed)
  return found?.index === undefined ? words.length : found.index + found[0].length
}
