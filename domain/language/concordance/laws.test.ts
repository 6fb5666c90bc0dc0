/** Laws of concordance: a clean pair has no finding; one thing changed in one language is found; nothing breaks it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPair } from './check.ts'
import { excerptOf } from './excerpt.ts'
import { spelledNumbers } from './number-words.ts'
import { passageOf } from './passage.ts'
import { inEnglish, inRussian, ordinalInEnglish, ordinalInRussian } from './testing/spelling.ts'

interface Made {
  readonly en: string
  readonly ru: string
}

const day = fc.integer({ min: 1, max: 28 })
const year = fc.integer({ min: 1950, max: 2049 })
const month = fc.integer({ min: 0, max: 11 })
const monthsEn =
  'January February March April May June July August September October November December'.split(' ')
const monthsRu = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
)

/** Sentences as a treaty has them, made around figures; each says the same in both languages. */
const sentence: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ d: day, m: month, y: year }).map(({ d, m, y }) => ({
    en: `This Protocol shall enter into force on ${d} ${monthsEn[m]} ${y}.`,
    ru: `Настоящий Протокол вступает в силу ${d} ${monthsRu[m]} ${y} года.`,
  })),
  fc.integer({ min: 2, max: 99 }).map((n) => ({
    en: `Each Party shall notify the other ${n} days in advance.`,
    ru: `Каждая Сторона уведомляет другую за ${n} дней.`,
  })),
  fc.integer({ min: 1001, max: 999_999 }).map((n) => ({
    en: `No Party shall deploy more than ${n.toLocaleString('en')} persons.`,
    ru: `Ни одна из Сторон не размещает более ${String(n).replace(/\B(?=(?:\d{3})+$)/gu, ' ')} человек.`,
  })),
  fc.integer({ min: 2, max: 99 }).map((n) => ({
    en: `The Commission shall submit its report at the ${ordinalInEnglish(n)} session.`,
    ru: `Комиссия представляет доклад на ${ordinalInRussian(n)} сессии.`,
  })),
  fc.record({ n: fc.integer({ min: 1000, max: 2999 }), y: year }).map(({ n, y }) => ({
    en: `The Parties recall resolution ${n} (${y}) of the Security Council.`,
    ru: `Стороны напоминают о резолюции ${n} (${y}) Совета Безопасности.`,
  })),
  fc.record({ a: fc.integer({ min: 11, max: 99 }), b: fc.integer({ min: 1, max: 99 }) }).map(({ a, b }) => ({
    en: `The zone shall be ${a}.${b} kilometres wide.`,
    ru: `Ширина зоны составляет ${a},${b} километра.`,
  })),
)

const clause: fc.Arbitrary<readonly Made[]> = fc.array(sentence, { minLength: 1, maxLength: 4 })
const joined = (made: readonly Made[]): Made => ({
  en: made.map(({ en }) => en).join(' '),
  ru: made.map(({ ru }) => ru).join(' '),
})

const digitChanged = (words: string, which: number, by: number): string => {
  const places = [...words.matchAll(/\d/gu)].map(({ index }) => index)
  const at = places[which % places.length] ?? 0
  return `${words.slice(0, at)}${(Number(words[at]) + by) % 10}${words.slice(at + 1)}`
}

describe('laws of concordance', () => {
  it('a clause that says the same has no finding', () => {
    fc.assert(
      fc.property(clause, (made) => {
        expect(checkPair(joined(made))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('one digit changed is found, with both passages', () => {
    fc.assert(
      fc.property(clause, fc.nat(), fc.integer({ min: 1, max: 9 }), (made, which, by) => {
        const { en, ru } = joined(made)
        fc.pre(/\d/u.test(ru))
        const findings = checkPair({ en, ru: digitChanged(ru, which, by) })
        expect(findings.length).toBeGreaterThan(0)
        expect(findings.every(({ en: left, ru: right }) => left !== null || right !== null)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('the month of a date changed is found', () => {
    fc.assert(
      fc.property(day, year, month, month, (d, y, m, other) => {
        fc.pre(m !== other)
        const findings = checkPair({
          en: `It ends on ${d} ${monthsEn[m]} ${y}.`,
          ru: `Срок истекает ${d} ${monthsRu[other]} ${y} года.`,
        })
        expect(findings.map(({ code }) => code)).toEqual(['dates.differ'])
      }),
    )
  })

  it('two dates that change places are found', () => {
    fc.assert(
      fc.property(fc.tuple(day, month, year), fc.tuple(day, month, year), ([d, m, y], [e, n, z]) => {
        fc.pre(d !== e || m !== n || y !== z)
        const [one, other] = [`${d} ${monthsRu[m]} ${y} года`, `${e} ${monthsRu[n]} ${z} года`]
        const en = `The truce lasts from ${d} ${monthsEn[m]} ${y} to ${e} ${monthsEn[n]} ${z}.`
        expect(checkPair({ en, ru: `Перемирие длится с ${one} по ${other}.` })).toEqual([])
        expect(checkPair({ en, ru: `Перемирие длится с ${other} по ${one}.` }).length).toBeGreaterThan(0)
      }),
    )
  })

  it('an item of a list left out is found', () => {
    const items = [
      ['(a) the date', 'а) дату'],
      ['(b) the area', 'б) район'],
      ['(c) the number', 'в) число'],
      ['(d) the purpose', 'г) цель'],
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.nat({ max: 3 }), (n, out) => {
        fc.pre(out < n)
        const list = items.slice(0, n)
        const en = `A notification shall contain: ${list.map(([item]) => item).join('; ')}.`
        const ru = (left: readonly (readonly string[])[]) =>
          `Уведомление содержит: ${left.map(([, item]) => item).join('; ')}.`
        expect(checkPair({ en, ru: ru(list) })).toEqual([])
        expect(checkPair({ en, ru: ru(list.filter((_, i) => i !== out)) }).map(({ code }) => code)).toContain(
          'lists.count',
        )
      }),
    )
  })

  it('a denial added or left out is found', () => {
    const verbs = [
      ['simulate attacks', 'имитируют атаки'],
      ['block the frequencies', 'глушат частоты'],
      ['approach the line', 'приближаются к линии'],
    ] as const
    for (const [en, ru] of verbs) {
      expect(checkPair({ en: `The Parties shall not ${en}.`, ru: `Стороны не ${ru}.` })).toEqual([])
      expect(checkPair({ en: `The Parties shall ${en}.`, ru: `Стороны ${ru}.` })).toEqual([])
      expect(
        checkPair({ en: `The Parties shall not ${en}.`, ru: `Стороны ${ru}.` }).map(({ code }) => code),
      ).toEqual(['negation.only-en'])
      expect(
        checkPair({ en: `The Parties shall ${en}.`, ru: `Стороны не ${ru}.` }).map(({ code }) => code),
      ).toEqual(['negation.only-ru'])
    }
  })

  it('number words are read as they are spelled, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        const read = (language: 'en' | 'ru', words: string) =>
          spelledNumbers(passageOf(language, words)).map(({ value }) => value)
        expect([n, read('en', inEnglish(n)), read('ru', inRussian(n))]).toEqual([n, [n], [n]])
      }),
      { numRuns: 2_000 },
    )
    for (let n = 1; n < 100; n += 1) {
      const read = (language: 'en' | 'ru', words: string) => spelledNumbers(passageOf(language, words))[0]
      expect([n, read('en', ordinalInEnglish(n))?.value, read('ru', ordinalInRussian(n))?.value]).toEqual([
        n,
        n,
        n,
      ])
    }
  })

  it('whatever the words are, findings point into them, and are the same each time', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'shall',
        'should',
        'может',
        'не',
        '(a)',
        'б)',
        '[',
        '»',
        '17 ч 30 мин',
        '5.30 p.m.',
        'A/RES/75/291',
        '1,234.5',
        '3 March 2020',
        '90-х',
        'двадцать',
        'пять',
        'hundred',
        'and',
        'XIV',
        'млн',
        ' ',
        '\u00a0',
        'e\u0301',
        '𝔘',
        '\ud800',
        '2774 (2025)',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const words = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(' '))
    fc.assert(
      fc.property(words, words, (en, ru) => {
        const findings = checkPair({ en, ru })
        for (const finding of findings) {
          for (const [cited, given] of [
            [finding.en, en],
            [finding.ru, ru],
          ] as const)
            if (cited) expect(given.normalize('NFC').slice(cited.from, cited.to)).toBe(cited.words)
        }
        expect(checkPair({ en, ru })).toEqual(findings)
        for (const { en: place } of findings) {
          const { before, cited, after } = excerptOf(en, place, 10)
          const whole = `${before.replace(/^…/u, '')}${cited}${after.replace(/…$/u, '')}`
          expect(en.normalize('NFC')).toContain(whole)
          expect(cited).toBe(place?.words ?? '')
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('a long passage takes no longer than its length', () => {
    const long = (words: string): string => `${words} `.repeat(4_000)
    const started = process.cpuUsage()
    checkPair({
      en: long('The Parties shall not (a) meet 12 times'),
      ru: long('Стороны не встречаются а) 13 раз'),
    })
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(15)
  })
})
