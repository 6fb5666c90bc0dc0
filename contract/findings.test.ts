/** The sentences of findings: each code has one in both languages, with the same facts, and can be said. */
import { createIntl } from '@formatjs/intl'
import { describe, expect, it } from 'vitest'
import { checkPair } from '#domain/language/concordance/check.ts'
import { findingCodes } from '#domain/language/concordance/finding.ts'
import en from './findings.en.json' with { type: 'json' }
import ru from './findings.ru.json' with { type: 'json' }

const facts = (sentence: string): readonly string[] =>
  [
    ...new Set(
      [...sentence.matchAll(/\{(en|ru|words|mark|enForce|ruForce)[},]/g)].map(([, name]) => name ?? ''),
    ),
  ].toSorted()

describe('the sentences of findings', () => {
  it('are there for each code and no other, in both languages, with the same facts', () => {
    expect(Object.keys(en).toSorted()).toEqual([...findingCodes].toSorted())
    expect(Object.keys(ru).toSorted()).toEqual([...findingCodes].toSorted())
    for (const code of findingCodes) expect([code, facts(ru[code])]).toEqual([code, facts(en[code])])
  })

  it('can be said with the facts that the checks give', () => {
    const pairs = [
      ['resolution 2500 (2019)', 'резолюция 2550 (2019)'],
      ['The Parties shall meet.', 'Сторонам следует встретиться.'],
      ['The Parties should meet.', 'Стороны встречаются.'],
      ['(a) one; (b) two', 'а) один'],
      ['[one] and 12 (two', '[один] [и] два'],
      ['The Parties shall not meet.', 'Стороны встречаются с the other Parties regularly.'],
    ] as const
    for (const [locale, messages] of [
      ['en', en],
      ['ru', ru],
    ] as const) {
      const errors: string[] = []
      const intl = createIntl({ locale, messages, onError: (error) => errors.push(String(error)) })
      const said = pairs.flatMap(([english, russian]) =>
        checkPair({ en: english, ru: russian }).map((finding) =>
          String(intl.formatMessage({ id: finding.code }, { ...finding.facts })),
        ),
      )
      expect(said.length).toBeGreaterThan(6)
      expect(errors).toEqual([])
      expect(said.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([])
    }
    const [first] = checkPair({ en: 'resolution 2500', ru: 'резолюция 2550' })
    const intl = createIntl({ locale: 'en', messages: en })
    expect(first && intl.formatMessage({ id: first.code }, { ...first.facts })).toBe(
      'English says 2500, Russian says 2550.',
    )
  })
})
