/** Events made up for tests. */
import fc from 'fast-check'
import { type EnterEvent, eventKinds } from '../event.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** A year, a month or a day, with or without doubt. */
const end: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2024 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
    doubt: fc.constantFrom('', '', '', '?', '~', '%'),
  })
  .map(({ year, month, day, doubt }) => {
    const date = month === null ? `${year}` : `${year}-${two(month)}${day === null ? '' : `-${two(day)}`}`
    return `${date}${doubt}`
  })

/** Times as they are written; an interval may run backwards. */
export const anyWhen: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: end },
  end.map((from) => `${from}/..`),
  fc.tuple(end, end).map(([from, to]) => `${from}/${to}`),
)

const words = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((each) => each.trim() || 'x')
const both = fc.record({ en: words, ru: words })

/** Events with words in English and Russian. */
export const event: fc.Arbitrary<EnterEvent> = fc
  .record({
    when: end,
    kind: fc.constantFrom(...eventKinds),
    name: both,
    facts: both,
    place: fc.option(both, { nil: undefined }),
    issues: fc.uniqueArray(fc.constantFrom('one', 'two'), { maxLength: 2 }),
    sources: fc.array(
      fc.record({ words, url: fc.constantFrom(undefined, 'https://treaties.example/1?a=b') }),
      { maxLength: 3 },
    ),
  })
  .map(({ place, sources, ...rest }) => ({
    ...rest,
    clauses: [],
    ...(place ? { place } : {}),
    sources: sources.map(({ words: citation, url }) => ({ words: citation, ...(url ? { url } : {}) })),
  }))
