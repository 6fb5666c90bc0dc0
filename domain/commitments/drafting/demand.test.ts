/** What drafts demand and lack: clauses made up for it, in both languages, and laws that hold for all words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cited } from '#domain/language/concordance/finding.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import { type Demand, demandsIn } from './demand.ts'
import { type Flag, meterOf } from './meter.ts'
import { englishClauses, russianClauses } from './testing/clauses.ts'
import type { KnownActor } from './who.ts'

const actors: readonly KnownActor[] = [
  { key: 'government', en: ['Government'], ru: ['Правительство'] },
  { key: 'front', en: ['Front'], ru: ['Фронт'] },
]

const letters: Readonly<Partial<Record<Flag, string>>> = {
  'no-actor': 'A',
  passive: 'P',
  'no-date': 'D',
  'vague-date': 'd',
  'no-verifier': 'V',
  'condition-without-order': 'C',
}

/** What the meter finds, in the notation of the made-up clauses. */
const found = (words: string, language: Known): string => {
  const { measured, raised } = meterOf(demandsIn(words, language, actors))
  if (measured.length === 0) return raised.length > 0 ? 'rhetoric' : 'nothing'
  return measured
    .map(({ demand, flags }) =>
      `${demand.speech}: ${flags.map((flag) => letters[flag] ?? '').join('')}`.trim(),
    )
    .join(' | ')
}

describe('a clause', () => {
  it.each(englishClauses)('in English: %s', (words, expected) => expect(found(words, 'en')).toBe(expected))
  it.each(russianClauses)('in Russian: %s', (words, expected) => expect(found(words, 'ru')).toBe(expected))
})

const everyPlace = (demand: Demand): readonly { readonly cited: Cited; readonly in: string }[] => [
  { cited: demand.span, in: 'clause' },
  ...(demand.by ? [demand.by] : []),
  ...demand.bound,
  ...demand.times,
  ...demand.conditions,
  ...demand.verification,
  ...demand.procedures,
]

describe('any words at all', () => {
  const vocabulary = [...englishClauses, ...russianClauses].flatMap(([words]) => words.split(' '))
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...vocabulary) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '(a)',
        '(b)',
        '1.',
        'п. 4',
        'para. 3',
        ';',
        ':',
        '«',
        '»',
        '"',
        '…',
        '–',
        '[30]',
        'é',
        'ё',
        'İ',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }) },
  )
  const text = fc.array(word, { maxLength: 40 })
  const language = fc.constantFrom<Known>('en', 'ru')

  it('are read without a fault, and every reason stands where it says', () => {
    fc.assert(
      fc.property(text, language, fc.array(text, { maxLength: 2 }), (parts, spoken, chapeaux) => {
        const words = parts.join(' ').normalize('NFC')
        const under = chapeaux.map((each) => each.join(' ').normalize('NFC'))
        for (const demand of demandsIn(words, spoken, actors, under))
          for (const { cited, in: where } of everyPlace(demand)) {
            const sources = where === 'clause' ? [words] : under
            expect(sources.some((source) => source.slice(cited.from, cited.to) === cited.words)).toBe(true)
            expect(cited.to).toBeGreaterThanOrEqual(cited.from)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('are read in time that grows with their length, also where one word comes again and again', () => {
    for (const word of [
      'и ',
      'the ',
      'а',
      'shall ',
      ', and ',
      '(',
      '"a',
      'в течение ',
      '1. ',
      'Стороны ',
      'слово ',
    ]) {
      const begun = performance.now()
      for (const language of ['en', 'ru'] as const) demandsIn(word.repeat(3_000), language, actors)
      expect([word, performance.now() - begun < 4_000]).toEqual([word, true])
    }
  })

  it('say the same however their spaces are printed', () => {
    const summary = (words: string, spoken: Known) => {
      const demands = demandsIn(words, spoken, actors)
      const { level, raised } = meterOf(demands)
      return {
        level,
        raised,
        places: demands.map((one) => everyPlace(one).map(({ cited }) => cited.words.replace(/\s+/gu, ' '))),
      }
    }
    const clause = fc.constantFrom(...englishClauses, ...russianClauses)
    fc.assert(
      fc.property(clause, fc.constantFrom('  ', '\n', '\u00A0', ' \t '), ([words], space) => {
        const spoken = /\p{Script=Cyrillic}/u.test(words) ? 'ru' : 'en'
        expect(summary(` ${words.replaceAll(' ', space)}${space}`, spoken)).toEqual(summary(words, spoken))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a step of a list', () => {
  const under = ['Within 30 days after entry into force the Parties shall:']

  it('has the verb, the subject and the term of its chapeau, and says where they stand', () => {
    const [demand] = demandsIn('exchange lists of detainees;', 'en', actors, under)
    expect(demand?.speech).toBe('obligation')
    expect(demand?.by?.in).toBe('chapeau')
    expect(demand?.bound.map(({ cited, in: where }) => [cited.words, where])).toEqual([
      ['the Parties', 'chapeau'],
    ])
    expect(demand?.times.map(({ days, countedFrom }) => [days, countedFrom])).toEqual([[30, 'force']])
  })

  it('is what the chapeau forbids, in Russian as well', () => {
    const steps = demandsIn('размещать новые силы;', 'ru', actors, ['Стороны обязуются не:'])
    expect(steps.map(({ speech, bound }) => [speech, bound[0]?.cited.words])).toEqual([
      ['prohibition', 'Стороны'],
    ])
    expect(
      found('The Parties shall refrain from: (a) attacks on villages; (b) hostile propaganda.', 'en'),
    ).toBe('prohibition: V | prohibition: V')
  })

  it('is no demand where it only details, nor is the chapeau alone', () => {
    const chapeau = 'Withdrawal of all artillery by both sides by 1 May 2027:'
    expect(demandsIn('for the Front: from the river;', 'en', actors, [chapeau])).toEqual([])
    expect(demandsIn('The Parties shall:', 'en', actors)).toEqual([])
  })
})
