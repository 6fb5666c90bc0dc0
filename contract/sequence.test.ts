/** The sentences of sequence findings: each code has one in both languages, with the same facts. */
import { expect, it } from 'vitest'
import { findingCodes } from '#domain/commitments/sequence/sequence.ts'
import en from './sequence.en.json' with { type: 'json' }
import ru from './sequence.ru.json' with { type: 'json' }

const facts = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name ?? ''))]
    .filter((name) => !/^(?:begins|is)$/.test(name))
    .toSorted()

it('has a sentence for every finding, in both languages, with the same facts', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  expect(
    Object.keys(en)
      .filter((code) => !/^(?:why\.|from\.|place$)/.test(code))
      .toSorted(),
  ).toEqual(findingCodes.toSorted())
  for (const [code, sentence] of Object.entries(en)) {
    const russian = facts(ru[code as keyof typeof ru])
    expect([code, russian.filter((name) => /^[a-z]+$/.test(name))]).toEqual([code, facts(sentence)])
  }
})
