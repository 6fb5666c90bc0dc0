import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignAll, alignReadings } from './alignment.ts'
import { samePrintedNumber } from './label.ts'
import type { ClauseKind, DocumentReading, PrintedClause } from './reading.ts'

const clause = (
  number: string | null,
  words: string,
  kind: ClauseKind = 'operative',
  more: Partial<PrintedClause> = {},
): PrintedClause => ({
  key: `${kind}-${number}-${words.slice(0, 12)}`,
  kind,
  level: 0,
  number,
  words,
  footnotes: [],
  annex: null,
  ...more,
})
const reading = (language: string, ...clauses: readonly PrintedClause[]): DocumentReading => ({
  language,
  symbol: null,
  title: null,
  sponsors: [],
  clauses,
})
const rows = (en: DocumentReading, ru: DocumentReading): readonly string[] =>
  alignReadings(en, ru).map((row) => `${row.first?.words ?? '—'} | ${row.second?.words ?? '—'}`)

describe('two languages side by side', () => {
  it('meet by number, also when one language lacks a paragraph', () => {
    const en = reading(
      'en',
      clause('1.', 'Decides to stop;'),
      clause('2.', 'Calls for talks;'),
      clause('3.', 'Remains seized.'),
    )
    const ru = reading('ru', clause('1.', 'постановляет прекратить;'), clause('3.', 'остается занятым этим.'))
    expect(rows(en, ru)).toEqual([
      'Decides to stop; | постановляет прекратить;',
      'Calls for talks; | —',
      'Remains seized. | остается занятым этим.',
    ])
  })

  it('meet by figures and length where nothing is numbered', () => {
    const en = reading(
      'en',
      clause(null, 'Recalling its resolution 1267 (1999) and all that followed from it,', 'preambular'),
      clause(null, 'Noting the report S/2030/12 with concern,', 'preambular'),
    )
    const ru = reading(
      'ru',
      clause(null, 'принимая к сведению с обеспокоенностью доклад S/2030/12,', 'preambular'),
    )
    expect(rows(en, ru)).toEqual([
      'Recalling its resolution 1267 (1999) and all that followed from it, | —',
      'Noting the report S/2030/12 with concern, | принимая к сведению с обеспокоенностью доклад S/2030/12,',
    ])
  })

  it('join two headings that are one in the other language', () => {
    const en = reading('en', clause(null, 'Annex 1 - Plan for a lasting truce', 'heading', { annex: 1 }))
    const ru = reading(
      'ru',
      clause(null, 'Приложение 1', 'heading', { annex: 1 }),
      clause(null, 'План прочного перемирия', 'heading', { annex: 1 }),
    )
    expect(rows(en, ru)).toEqual([
      'Annex 1 - Plan for a lasting truce | Приложение 1 План прочного перемирия',
    ])
    expect(alignReadings(en, ru)[0]?.second?.key).toContain('+')
  })

  it('read one empty paper beside another', () => {
    expect(alignReadings(reading('en'), reading('ru'))).toEqual([])
    expect(rows(reading('en', clause('1.', 'Stop.')), reading('ru'))).toEqual(['Stop. | —'])
  })

  it.each([
    ['(a)', 'a)', true],
    ['(a)', 'а)', true],
    ['(c)', 'в)', true],
    ['(c)', 'с)', true],
    ['Article 5', 'Статья 5', true],
    ['–', '•', true],
    ['1.', '2.', false],
    ['(a)', '(b)', false],
  ])('%s and %s are the same number: %s', (one, other, same) => {
    expect(samePrintedNumber(one, other)).toBe(same)
  })
})

const kinds = fc.constantFrom<ClauseKind>(
  'cover',
  'title',
  'preambular',
  'operative',
  'sub-paragraph',
  'annex',
  'heading',
  'other',
)
const anyClause: fc.Arbitrary<PrintedClause> = fc.record({
  key: fc.uuid(),
  kind: kinds,
  level: fc.nat(3),
  number: fc.constantFrom(null, '1.', '2.', '(a)', '–'),
  words: fc.constantFrom('', 'stop', 'Recalling resolution 1267 (1999),', 'word '.repeat(40).trim()),
  footnotes: fc.constant([]),
  annex: fc.constantFrom(null, 1, 2),
})
const anyReading = (language: string) =>
  fc.array(anyClause, { maxLength: 14 }).map((clauses) => reading(language, ...clauses))
const keys = (parts: readonly (PrintedClause | null)[]): readonly string[] =>
  parts.flatMap((part) => part?.key.split('+') ?? [])

describe('more than two languages side by side', () => {
  const cells = (...readings: readonly DocumentReading[]): readonly string[] =>
    alignAll(readings).map((row) => row.map((each) => each?.words ?? '—').join(' | '))
  const en = reading('en', clause('1.', 'Decides to stop;'), clause('3.', 'Remains seized.'))

  it('meet at the first, and a clause that it lacks stands in a row of its own at its place', () => {
    const ru = reading('ru', clause('1.', 'прекратить;'), clause('3.', 'остается занятым этим.'))
    const fr = reading(
      'fr',
      clause('1.', 'cesse;'),
      clause('2.', 'appelle à parler;'),
      clause('3.', 'Reste saisi.'),
    )
    expect(cells(en, ru, fr)).toEqual([
      'Decides to stop; | прекратить; | cesse;',
      '— | — | appelle à parler;',
      'Remains seized. | остается занятым этим. | Reste saisi.',
    ])
    expect(cells(en, fr, ru)[1]).toBe('— | appelle à parler; | —')
    expect(cells(ru, en)).toEqual([
      'прекратить; | Decides to stop;',
      'остается занятым этим. | Remains seized.',
    ])
  })

  it('are joined in all where one of them joins', () => {
    const heads = [
      clause(null, 'Annex 1', 'heading', { annex: 1 }),
      clause(null, 'Plan for a lasting truce', 'heading', { annex: 1 }),
    ]
    const one = clause(null, 'Приложение 1 - План прочного перемирия', 'heading', { annex: 1 })
    expect(cells(reading('en', ...heads), reading('ru', one), reading('fr', ...heads))).toEqual([
      'Annex 1 Plan for a lasting truce | Приложение 1 - План прочного перемирия | Annex 1 Plan for a lasting truce',
    ])
  })

  it('are no rows when there is no language, and the clauses when there is one', () => {
    expect(alignAll([])).toEqual([])
    expect(alignAll([en])).toEqual(en.clauses.map((one) => [one]))
  })
})

describe('laws', () => {
  it('any number of languages: nothing is lost, nothing doubled, every order kept, no row empty', () => {
    const some = fc.array(anyReading('en'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(some, (readings) => {
        const rows = alignAll(readings)
        for (const [i, each] of readings.entries())
          expect(keys(rows.map((row) => row[i] ?? null))).toEqual(each.clauses.map((one) => one.key))
        expect(rows.every((row) => row.length === readings.length && row.some((each) => each !== null))).toBe(
          true,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('two languages stand the same whether asked for as two or as any number', () => {
    fc.assert(
      fc.property(anyReading('en'), anyReading('ru'), (en, ru) => {
        expect(alignAll([en, ru])).toEqual(alignReadings(en, ru).map(({ first, second }) => [first, second]))
      }),
      { numRuns: 300 },
    )
  })

  it('nothing is lost, nothing doubled, and both orders are kept', () => {
    fc.assert(
      fc.property(anyReading('en'), anyReading('ru'), (en, ru) => {
        const aligned = alignReadings(en, ru)
        expect(keys(aligned.map((row) => row.first))).toEqual(en.clauses.map((one) => one.key))
        expect(keys(aligned.map((row) => row.second))).toEqual(ru.clauses.map((one) => one.key))
        expect(aligned.every((row) => row.first !== null || row.second !== null)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a paper beside itself is itself, row by row', () => {
    fc.assert(
      fc.property(anyReading('en'), (en) => {
        expect(alignReadings(en, en)).toEqual(en.clauses.map((one) => ({ first: one, second: one })))
      }),
      { numRuns: 500 },
    )
  })

  it('hold for a paper as long as a code of law, in little time', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      clause(`${i + 1}.`, `Paragraph ${i} ${'word '.repeat(i % 17)}`),
    )
    const en = reading('en', ...many)
    const ru = reading('ru', ...many.filter((_, i) => i % 50 !== 7))
    const aligned = alignReadings(en, ru)
    expect(aligned).toEqual(many.map((one, i) => ({ first: one, second: i % 50 === 7 ? null : one })))
    expect(alignReadings(en, en)).toEqual(many.map((one) => ({ first: one, second: one })))
  })

  it('exchanging the languages exchanges the columns', () => {
    const distinct = (en: DocumentReading) =>
      new Set(en.clauses.map((one) => one.words + one.number + one.kind)).size === en.clauses.length
    fc.assert(
      fc.property(anyReading('en').filter(distinct), (en) => {
        const fewer = reading('ru', ...en.clauses.filter((_, i) => i !== 1))
        const turned = alignReadings(fewer, en).map((row) => ({ first: row.second, second: row.first }))
        expect(turned.filter((row) => row.second === null).length).toBe(
          alignReadings(en, fewer).filter((row) => row.second === null).length,
        )
      }),
    )
  })
})
