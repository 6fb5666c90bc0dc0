import fc from 'fast-check'
import { expect, it } from 'vitest'
import { glossaryOf, termKinds } from './glossary.ts'

const languages = ['en', 'ru']
const word = fc.constantFrom('', 'a', 'b', 'c', 'д', 'е')
const both = fc.record({ en: word, ru: word })
const named = fc.record({
  parties: fc.array(fc.record({ name: both, short: both }), { maxLength: 2 }),
  agenda: fc.array(fc.record({ key: fc.constantFrom('x', 'y'), title: both }), { maxLength: 3 }),
  stipulations: fc.array(fc.record({ name: both }), { maxLength: 3 }),
  events: fc.array(fc.record({ name: both, issues: fc.subarray(['x', 'y', 'z']) }), { maxLength: 5 }),
})

it('has each name once, in every language, in the order of its kinds, and nothing that bears on no issue', () => {
  fc.assert(
    fc.property(named, (from) => {
      const terms = glossaryOf(from, languages)
      const said = terms.map(({ words }) => `${words.en}/${words.ru}`)
      expect(new Set(said).size).toBe(said.length)
      expect(said.every((each) => !each.startsWith('/') && !each.endsWith('/'))).toBe(true)
      const kinds = terms.map(({ kind }) => termKinds.indexOf(kind))
      expect(kinds).toEqual(kinds.toSorted((one, other) => one - other))
      const issues = from.agenda.map(({ key }) => key as string)
      for (const { kind, words } of terms)
        if (kind === 'agreement')
          expect(
            from.events.some(
              ({ name, issues: own }) => name === words && own.some((key) => issues.includes(key)),
            ),
          ).toBe(true)
    }),
  )
})
